"""The indsatsplan is finished: a document on the case, and its efforts are on the forløb, waiting to begin."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.lov.bek2408_2021.par05 import Par05
from rehabteam.lov.love import gaeldende
from rehabteam.lov.ord import hjemmel
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Indsats, Indsatsplan, Sag

from .fejl import KanIkke
from .frist import genberegn
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb, hent_sag
from .papir import laeg_paa_sagen

# § 5, stk. 1, nr. → the plan's fields that it is about.
FELTER = {
    "§ 5, stk. 1, nr. 1": ("maal",),
    "§ 5, stk. 1, nr. 2": ("delmaal",),
    "§ 5, stk. 1, nr. 3": ("indsatser",),
    "§ 5, stk. 1, nr. 4": ("opfoelgning", "mentor"),
}


def svar(plan: Indsatsplan) -> Vurdering:
    """Does the plan hold what BEK § 5 wants? A goal that is written counts as concrete: the page asks for either."""
    start = plan.sag.forloeb.start if plan.sag.forloeb else None
    return gaeldende("par05", start).funktion(
        Par05(
            sagstype=plan.sag.sagstype,
            maal="KONKRET" if plan.maal else None,
            delmaal_begrundet=bool(plan.delmaal),
            tilbud=tuple(i["navn"] for i in plan.indsatser),
            opfoelgning=bool(plan.opfoelgning),
            mentor_vurderet=bool(plan.mentor),
        )
    )


def hvad_mangler(plan: Indsatsplan) -> dict[str, str]:
    """Field → what lacks before the plan is finished: what § 5 finds, and a legal basis for each effort (§ 17)."""
    tekster = {
        "maal": _("Skriv målet for job eller uddannelse, konkret eller overordnet."),
        "delmaal": _("Skriv delmålene, og hvorfor de er valgt."),
        "indsatser": _("Skriv mindst én konkret indsats."),
        "opfoelgning": _("Skriv, hvordan kommunen følger op."),
        "mentor": _("Tag stilling til, om der er behov for en mentor. Et nej er også et svar."),
    }
    fundet = {m.kode for m in svar(plan).mangler}
    tomme = {felt for kode in fundet for felt in FELTER.get(kode, ()) if not getattr(plan, felt)}
    mangler = {felt: tekst for felt, tekst in tekster.items() if felt in tomme}
    if any(not i.get("hjemmel") for i in plan.indsatser):
        mangler["indsatser"] = _("Vælg, hvilken lov hver indsats gives efter.")
    return mangler


def er_tvaerfaglig(plan: Indsatsplan) -> bool:
    """The procedure asks for efforts across disciplines: two areas or more. Advice, not a stop."""
    return len({i.get("omraade") for i in plan.indsatser if i.get("omraade")}) > 1


@handling("laeg_indsatsplan")
def laeg_indsatsplan(anledning: Anledning, sag_id: UUID, *, version: int) -> Indsatsplan:
    """Freeze the plan, make the PDF, register its efforts. Raises KanIkke per field, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "laeg_indsatsplan", sag)
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
        titel="Indsatsplan efter genforelæggelsen",
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
            kilde="INDSATSDEL",
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
    nej = plan.mentor.lower().startswith("nej")
    try:
        return breve.indsatsplan(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "dato": anledning.dag.isoformat(),
                "maal": f"{plan.maal}\n\n{plan.delmaal}",
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
                "mentor": {"behov": not nej, "rolle": plan.mentor},
                "indstilling_afgivet": indstilling.afgivet_dag.isoformat()
                if indstilling and indstilling.afgivet_dag
                else None,
                "underskrift": {"navn": anledning.aktoer.navn, "rolle": "Koordinerende sagsbehandler"},
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
