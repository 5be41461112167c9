"""The plan as it is to stand in the citizen's Min Plan (BEK § 5, stk. 3-4): all efforts of the course, as plain data."""

from datetime import date
from typing import Any

from rehabteam.lov.ord import hjemmel

from ..models import Indsats, Indsatsplan, Sag
from .opfoelgning import planlagte

FORMAT, UDGAVE = "rehabteam-min-plan", 1


def indsatser(sag: Sag) -> list[dict[str, Any]]:
    """Every effort: those of the plan with the day each began, and the forløb's others. Nothing that was taken back."""
    plan = Indsatsplan.objects.filter(sag=sag).exclude(faerdig_tid=None).first()
    i_planen = plan.indsatser if plan else []
    ude = []
    kendte = set()
    for p in planlagte(sag):
        i = i_planen[p.nr]
        kendte.add(p.indsats_id)
        ude.append(
            {
                "navn": i["navn"],
                "gives_efter": hjemmel(i["hjemmel"]),
                "omraade": i["omraade"],
                "maal_paa_kort_sigt": i["maal"],
                "ansvarlig": i["ansvarlig"],
                "aftalt_start": p.aftalt,
                "begyndt": p.begyndt,
                "afsluttet": None,
            }
        )
    andre = Indsats.objects.filter(forloeb_id=sag.forloeb_id, tilbagekaldt_tid=None).exclude(
        id__in=kendte - {None}
    )
    for x in andre.order_by("registreret_tid", "id") if sag.forloeb_id else ():
        ude.append(
            {
                "navn": x.navn,
                "gives_efter": hjemmel(x.hjemmel),
                "omraade": "",
                "maal_paa_kort_sigt": "",
                "ansvarlig": "",
                "aftalt_start": x.aftalt_start,
                "begyndt": x.paabegyndt,
                "afsluttet": x.afsluttet,
            }
        )
    return ude


def som_data(sag: Sag, plan: Indsatsplan) -> dict[str, Any]:
    """JSON-able. Without CPR number: whose plan it is stands in the system it is written into."""
    return {
        "format": FORMAT,
        "udgave": UDGAVE,
        "sag": sag.nummer,
        "maal": {
            "slags": plan.maal_art or None,
            "tekst": plan.maal,
            "hvorfor_ikke_konkret": plan.maal_hvorfor or None,
        },
        "delmaal": plan.delmaalene,
        "delmaal_samlet": plan.delmaal or None,
        "periode": {"fra": _iso(plan.plan_fra), "til": _iso(plan.plan_til)},
        "indsatser": [
            {k: _iso(v) if isinstance(v, date) else v for k, v in i.items()} for i in indsatser(sag)
        ],
        "opfoelgning": plan.opfoelgning,
        "mentor": {"behov": plan.mentor_behov, "rolle_og_opgaver": plan.mentor or None},
        "jobformidler": plan.jobformidler,
    }


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
