"""The indsatsdel is finished: a document on the case, and its efforts are on the forløb, waiting to begin."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.lov.ord import hjemmel
from rehabteam.lov.vurdering import MANUEL_VURDERING
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Indsats, Indsatsplan, Sag
from rehabteam.sager.sagsfakta.afgoerelse import afgjort, indsatsdel_kraeves, plantype
from rehabteam.sager.sagsfakta.indsatsdel import JOBFORMIDLER, mentor_vurderet, svar

from .fejl import KanIkke
from .frist import genberegn
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb, hent_sag
from .papir import laeg_paa_sagen

P = Indsatsplan.Placering
SLAGS = {
    "jobafklaringsforloeb": "Kommunens plan for jobafklaringsforløbet",
    "sygedagpenge_kat3": "Kommunens plan for indsatsen i sygedagpengesagen",
}


def hvad_mangler(plan: Indsatsplan) -> dict[str, str]:
    """Field → what lacks before the plan is finished: what § 5 finds, and what the six months (§ 17) need to know."""
    vurdering = svar(plan)
    fundet = {m.kode for m in vurdering.mangler}
    mangler: dict[str, str] = {}
    if not plan.placering:
        mangler["placering"] = _("Vælg, hvor indsatsdelen står.")
    if "§ 5, stk. 1, nr. 1" in fundet:
        mangler |= _maalet(plan)
    if "§ 5, stk. 1, nr. 2" in fundet:
        mangler |= _delmaalene(plan)
    if "§ 5, stk. 1, nr. 3" in fundet:
        mangler["indsatser"] = _("Skriv mindst én konkret indsats.")
    if "§ 5, stk. 2" in fundet:
        mangler |= _perioden(plan, [a.tekst for a in vurdering.aendrer if a.kode == "plan_til"])
    if "§ 5, stk. 1, nr. 4" in fundet:
        mangler |= _opfoelgningen(plan)
    if "§ 5, stk. 4" in fundet:
        mangler |= _jobformidleren(plan)
    if any(not i.get("hjemmel") for i in plan.indsatser):
        mangler["hjemmel"] = _("Vælg, hvilken lov hver indsats gives efter.")
    if plan.placering != P.MIN_PLAN and any(not i.get("maal") for i in plan.indsatser):
        mangler["maal_paa_kort_sigt"] = _("Skriv målet på kort sigt for hver indsats.")
    assert mangler or vurdering.status != MANUEL_VURDERING  # what a human must judge is where the plan stands
    return mangler


def _maalet(plan: Indsatsplan) -> dict[str, str]:
    if not plan.maal.strip():
        return {"maal": _("Skriv målet for job eller uddannelse, konkret eller overordnet.")}
    if not plan.maal_art:
        return {"maal_art": _("Svar på, om målet er konkret eller overordnet.")}
    return {"maal_hvorfor": _("Skriv, hvorfor der ikke kan sættes et konkret mål nu.")}


def _delmaalene(plan: Indsatsplan) -> dict[str, str]:
    if not plan.delmaalene:
        return {"delmaal": _("Skriv mindst ét delmål, og hvorfor det er valgt.")}
    return {
        "delmaal": _("Skriv delmålet, og hvorfor det er valgt: %(omraader)s.")
        % {
            "omraader": ", ".join(
                d["omraade"].lower() for d in plan.delmaalene if not d["delmaal"] or not d["begrundelse"]
            )
        }
    }


def _perioden(plan: Indsatsplan, hvorlaenge: list[str]) -> dict[str, str]:
    if plan.plan_fra is None:
        return {"plan_fra": _("Skriv, hvilken dag planen gælder fra.")}
    if plan.plan_til is None:
        return {"plan_til": " ".join((_("Skriv, hvilken dag planen gælder til."), *hvorlaenge))}
    return {"plan_til": " ".join((_("Planen skal dække mindst seks måneder ad gangen."), *hvorlaenge))}


def _opfoelgningen(plan: Indsatsplan) -> dict[str, str]:
    mangler = {}
    if not plan.opfoelgning.strip():
        mangler["opfoelgning"] = _("Skriv, hvordan kommunen følger op.")
    if plan.mentor_behov is None:
        mangler["mentor_behov"] = _(
            "Tag stilling til, om der er behov for en mentor. Et nej er også et svar."
        )
    elif not mentor_vurderet(plan):
        mangler["mentor"] = _("Skriv mentorens rolle og opgaver.")
    return mangler


def _jobformidleren(plan: Indsatsplan) -> dict[str, str]:
    hvad = dict(
        zip(
            JOBFORMIDLER,
            (
                _("Skriv jobformidlerens navn."),
                _("Skriv, hvordan jobformidleren kan nås."),
                _("Skriv jobformidlerens rolle og opgaver."),
                _("Skriv de aftaler, borgeren og jobformidleren har lavet."),
            ),
            strict=True,
        )
    )
    formidler = plan.jobformidler or {}
    return {f"jobformidler_{n}": tekst for n, tekst in hvad.items() if not formidler.get(n, "").strip()}


def er_tvaerfaglig(plan: Indsatsplan) -> bool:
    """The procedure asks for efforts across disciplines: two areas or more. Advice, not a stop."""
    return len({i.get("omraade") for i in plan.indsatser if i.get("omraade")}) > 1


@handling("laeg_indsatsplan")
def laeg_indsatsplan(anledning: Anledning, sag_id: UUID, *, version: int) -> Indsatsplan:
    """Freeze the plan, make the PDF, register its efforts. Raises KanIkke per field, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "laeg_indsatsplan", sag)
    if not indsatsdel_kraeves(sag, afgjort(sag)):
        raise KanIkke({"": _("Afgørelsen kræver ingen indsatsplan. Afslut sagen i stedet.")})
    plan = Indsatsplan.objects.filter(sag=sag).first()
    mangler = hvad_mangler(plan or Indsatsplan(sag=sag))
    if plan is None or mangler:
        raise KanIkke(mangler)
    if plan.version != version:
        raise KanIkke(
            {"": _("Planen er ændret, siden du åbnede siden. Læs den igennem, og gør den så færdig.")}
        )
    plan.dokument = laeg_paa_sagen(
        anledning,
        sag,
        _pdf(anledning, sag, plan),
        titel="Indsatsplan",
        slags="indsatsplan",
        dato=anledning.dag,
        filnavn="indsatsplan.pdf",
    )
    plan.faerdig_tid = anledning.nu
    plan.save()
    _registrer_indsatser(anledning, sag, plan)
    sag.tilstand = Sag.Tilstand.PLAN_LAGT
    sag.version += 1
    sag.save(update_fields=["tilstand", "version"])
    antal = len(plan.indsatser)
    haendelse(
        anledning,
        "laeg_indsatsplan",
        f"Kommunens indsatsplan blev færdig med {antal} {'indsats' if antal == 1 else 'indsatser'}.",
        sag=sag,
        vurdering=svar(plan),
    )
    return plan


def _registrer_indsatser(anledning: Anledning, sag: Sag, plan: Indsatsplan) -> None:
    """Planned is not begun: each effort waits on the forløb for its start to be registered."""
    if sag.forloeb_id is None:
        return
    forloeb = hent_forloeb(anledning, sag.forloeb_id)
    venter = {
        (e.navn, e.hjemmel): e
        for e in forloeb.indsatser.filter(tilbagekaldt_tid=None, paabegyndt=None, afsluttet=None)
    }
    for i in plan.indsatser:
        aftalt = date.fromisoformat(i["begynder"]) if i.get("begynder") else None
        kendt = venter.get((i["navn"], i["hjemmel"]))
        if kendt:
            _skriv_ind(kendt, aftalt, anledning.dag)
            continue
        Indsats.objects.create(
            kommune_id=sag.kommune_id,
            forloeb=forloeb,
            navn=i["navn"],
            hjemmel=i["hjemmel"],
            aftalt_start=aftalt,
            i_indsatsdel=True,
            optaget_i_indsatsdel=anledning.dag,
            kilde="MIN_PLAN" if plan.placering == P.MIN_PLAN else "INDSATSDEL",
            registreret_tid=anledning.nu,
            registreret_af=anledning.aktoer.navn,
        )
    genberegn(forloeb, anledning.dag, None, "indsatsplanen er lagt")


def _skriv_ind(indsats: Indsats, aftalt: date | None, dag: date) -> None:
    """An effort that already waits on the forløb stays one effort, with the plan's day for its start."""
    if aftalt:
        indsats.aftalt_start = aftalt
    if not indsats.i_indsatsdel:
        indsats.i_indsatsdel, indsats.optaget_i_indsatsdel = True, dag
    indsats.save(update_fields=["aftalt_start", "i_indsatsdel", "optaget_i_indsatsdel"])


def _pdf(anledning: Anledning, sag: Sag, plan: Indsatsplan) -> bytes:
    indstilling = sag.indstilling_raekker.exclude(afgivet_tid=None).first()
    try:
        return breve.indsatsplan(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "dato": anledning.dag.isoformat(),
                "slags": SLAGS.get(plantype(sag, afgjort(sag))),
                "min_plan": plan.placering == P.MIN_PLAN,
                "maal": plan.maal,
                "maal_art": Indsatsplan.Maal(plan.maal_art).label if plan.maal_art else None,
                "maal_hvorfor": plan.maal_hvorfor or None,
                "delmaal": [
                    {
                        "omraade": d["omraade"],
                        "delmaal": d["delmaal"],
                        "begrundelse": d["begrundelse"],
                    }
                    for d in plan.delmaalene
                ],
                "delmaal_samlet": plan.delmaal or None,
                "plan_fra": plan.plan_fra.isoformat() if plan.plan_fra else None,
                "plan_til": plan.plan_til.isoformat() if plan.plan_til else None,
                "indsatser": [
                    {
                        "indsats": i["navn"],
                        "hjemmel": hjemmel(i["hjemmel"]),
                        "omraade": i.get("omraade") or None,
                        "formaal": i.get("maal") or None,
                        "start": i.get("begynder") or None,
                        "ansvarlig": i.get("ansvarlig") or None,
                    }
                    for i in plan.indsatser
                ],
                "opfoelgning": plan.opfoelgning,
                "mentor": None
                if plan.mentor_behov is None
                else {"behov": plan.mentor_behov, "rolle": plan.mentor},
                "jobformidler": {
                    "navn": plan.jobformidler["navn"],
                    "kontaktdata": plan.jobformidler["kontaktdata"],
                    "rolle": plan.jobformidler["rolle"],
                    "aftaler": plan.jobformidler["aftaler"],
                }
                if plan.jobformidler
                else None,
                "indstilling_afgivet": indstilling.afgivet_dag.isoformat()
                if indstilling and indstilling.afgivet_dag
                else None,
                "underskrift": {"navn": anledning.aktoer.navn, "rolle": "Koordinerende sagsbehandler"},
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
