"""The letters about a decision: what the law and the rows say, as the citizen is told it."""

from django.conf import settings

from rehabteam import breve
from rehabteam.breve.former import Afgoerelsesbrev
from rehabteam.sager.models import Afgoerelse, Indstilling, Sag
from rehabteam.sager.sagsfakta.afgoerelse import NAVNE

from .fejl import KanIkke
from .handling import Anledning


def afgoerelsesbrev(
    anledning: Anledning, sag: Sag, afgoerelse: Afgoerelse, indstilling: Indstilling | None
) -> bytes:
    """The letter to the citizen. Without her address: it is a paper on the case, which others may read."""
    team = indstilling.udfald if indstilling else None
    data: Afgoerelsesbrev = {
        "afsender": {"navn": anledning.aktoer.organisation_navn},
        "modtager": {"navn": sag.borgerens_navn},
        "sagsnummer": sag.nummer,
        "dato": anledning.dag.isoformat(),
        "anbefalet": None if team is None else NAVNE.get(team, NAVNE["indsatser"]),
        "anbefalet_dag": indstilling.afgivet_dag.isoformat()
        if indstilling and indstilling.afgivet_dag
        else None,
        "foelger": afgoerelse.foelger,
        "udfald": NAVNE[afgoerelse.udfald],
        "bevilget": afgoerelse.bevilget,
        "begrundelse": afgoerelse.begrundelse,
        "naeste": afgoerelse.naeste,
        "klagevejledning": afgoerelse.klagevejledning,
        "forloeb_start": afgoerelse.forloeb_start.isoformat() if afgoerelse.forloeb_start else None,
        "sagsbehandler": anledning.aktoer.navn,
        "demo": settings.DEMO,
    }
    try:
        return breve.afgoerelse(data)
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
