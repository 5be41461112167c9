"""Give the team's recommendation in a re-submission: efforts, and nothing else (BEK § 19)."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.breve.former import Deltager as BrevDeltager
from rehabteam.lov.bek2408_2021.par19 import Par19
from rehabteam.lov.love import gaeldende, udgave
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Deltager, Indstilling, Sag

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .papir import laeg_paa_sagen

FELT = {
    "aarsag_droeftet": "aarsag",
    "indsatser_fremadrettet": "indsatser",
    "opfoelgning_tilrettelagt": "opfoelgning",
}


def svar(sag: Sag, indstilling: Indstilling | None) -> Vurdering:
    """Does the recommendation hold the three parts of § 19?"""
    return gaeldende("par19", sag.forloeb.start if sag.forloeb else None).funktion(
        Par19(
            aarsag_droeftet=bool(indstilling and indstilling.aarsag),
            indsatser_fremadrettet=tuple(i["navn"] for i in indstilling.indsatser) if indstilling else (),
            opfoelgning_tilrettelagt=bool(indstilling and indstilling.opfoelgning),
        )
    )


def hvad_mangler(sag: Sag, indstilling: Indstilling | None) -> dict[str, str]:
    """Field → what lacks before it can be given, in the order of the page."""
    mangler = {FELT[m.kode]: m.tekst for m in svar(sag, indstilling).mangler}
    if indstilling is None or indstilling.se_igen is None:
        mangler["se_igen"] = _("Svar på, om teamet ønsker at se sagen igen.")
    if not sag.deltager_raekker.filter(til_stede=True).exists():
        mangler["deltagere"] = _("Notér, hvem der er til stede.")
    return mangler


@handling("afgiv_indstilling")
def afgiv_indstilling(anledning: Anledning, sag_id: UUID, *, version: int) -> Indstilling:
    """Freeze it, make the PDF, put it on the case. Raises KanIkke with each missing part, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "afgiv_indstilling", sag)
    indstilling = sag.indstilling_raekker.first()
    mangler = hvad_mangler(sag, indstilling)
    if indstilling is None or mangler:
        raise KanIkke(mangler)
    if indstilling.version != version:
        raise KanIkke(
            {"": _("Indstillingen er ændret, siden du åbnede siden. Læs den igennem, og afgiv den så.")}
        )
    vurdering = svar(sag, indstilling)
    indstilling.afgivet_tid = anledning.nu
    indstilling.afgivet_dag = anledning.dag
    indstilling.afgivet_af = anledning.aktoer.navn
    indstilling.dokument = laeg_paa_sagen(
        anledning,
        sag,
        _pdf(anledning, sag, indstilling, vurdering),
        titel="Rehabiliteringsteamets indstilling",
        slags="indstilling",
        dato=anledning.dag,
        filnavn="indstilling.pdf",
    )
    indstilling.save()
    sag.tilstand = Sag.Tilstand.INDSTILLET
    sag.version += 1
    sag.save(update_fields=["tilstand", "version"])
    if sag.forloeb:
        sag.forloeb.genbehandlet = anledning.dag
        sag.forloeb.save(update_fields=["genbehandlet"])
    haendelse(
        anledning,
        "afgiv_indstilling",
        "Rehabiliteringsteamet afgav sin indstilling. Den er låst.",
        sag=sag,
        vurdering=vurdering,
    )
    return indstilling


def _pdf(anledning: Anledning, sag: Sag, indstilling: Indstilling, vurdering: Vurdering) -> bytes:
    moede = sag.moede
    regler = udgave(sag.forloeb.start, anledning.dag) if sag.forloeb else vurdering.udgave
    try:
        return breve.indstilling(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn, "linjer": ["Rehabiliteringsteamet"]},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "forloeb_start": sag.forloeb.start.isoformat() if sag.forloeb else None,
                "moededato": (moede.dato if moede else anledning.dag).isoformat(),
                "deltagere": [_deltager(d) for d in sag.deltager_raekker.exclude(til_stede=None)],
                "borgerens_ord": sag.borger.egne_ord or None,
                "aarsag": indstilling.aarsag,
                "indsatser": [
                    {
                        "indsats": i["navn"],
                        "omraade": i.get("omraade") or None,
                        "start": i.get("begynder") or None,
                        "ansvarlig": i.get("ansvarlig") or None,
                    }
                    for i in indstilling.indsatser
                ],
                "opfoelgning": indstilling.opfoelgning,
                "se_igen": {"svar": bool(indstilling.se_igen)},
                "afgivet_af": {
                    "navn": anledning.aktoer.navn,
                    "rolle": "Mødeleder",
                    "dato": anledning.dag.isoformat(),
                    "organisation": anledning.aktoer.organisation_navn,
                },
                "udgave": regler.navn,
                "udgave_hvorfor": regler.hvorfor,
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _deltager(deltager: Deltager) -> BrevDeltager:
    return {
        "navn": deltager.vist_navn or deltager.get_slags_display(),
        "rolle": deltager.get_slags_display(),
        "til_stede": bool(deltager.til_stede),
        "grund": deltager.bemaerkning or None,
    }
