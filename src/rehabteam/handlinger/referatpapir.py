"""The approved minutes as a paper: when, who was there, what was recommended or not, remarks and tasks."""

from django.conf import settings

from rehabteam import breve
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Referat, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.indstilling import er_par19, udfaldets_navn
from rehabteam.sager.udtraek.moederummet import opgaver_fra

from .fejl import KanIkke
from .handling import Anledning
from .indstillingspapir import deltager


def referatpapir(anledning: Anledning, sag: Sag, referat: Referat) -> bytes:
    """PDF. Raises KanIkke for a character that cannot be printed."""
    assert sag.moede is not None and referat.begyndt and referat.sluttet
    try:
        return breve.referat(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn, "linjer": ["Rehabiliteringsteamet"]},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "sagens_art": str(art(sag).navn),
                "moededato": sag.moede.dato.isoformat(),
                "sted": sag.moede.sted,
                "planlagt": sag.moede_kl.strftime("%H.%M") if sag.moede_kl else None,
                "begyndt": referat.begyndt.strftime("%H.%M"),
                "sluttet": referat.sluttet.strftime("%H.%M"),
                "deltagere": [deltager(d) for d in sag.deltager_raekker.exclude(til_stede=None)],
                "indstillet": _indstillet(sag, referat),
                "bemaerkninger": referat.bemaerkninger or None,
                "opgaver": [
                    {"hvad": o.tekst, "hvem": o.medarbejder.navn, "inden": o.dag.isoformat()}
                    for o in opgaver_fra(sag, sag.moede.id)
                ],
                "ingen_opgave": referat.ingen_opgave or None,
                "underskrift": {
                    "navn": anledning.aktoer.navn,
                    "rolle": "Mødeleder",
                    "dato": anledning.dag.isoformat(),
                    "organisation": anledning.aktoer.organisation_navn,
                },
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _indstillet(sag: Sag, referat: Referat) -> str:
    """What the team recommended, in a sentence; the reasons stand in the indstilling itself."""
    indstilling = sag.indstilling_raekker.exclude(afgivet_tid=None).first()
    if indstilling is None:
        return f"Teamet afgav ikke en indstilling. {referat.ingen_indstilling}"
    hvad = "indsatser og opfølgning" if er_par19(sag) else udfaldets_navn(indstilling.udfald)
    uenig = " Der var uenighed i teamet; den står i indstillingen." if indstilling.uenighed else ""
    return f"Teamet indstillede {hvad}. Begrundelsen står i indstillingen.{uenig}"
