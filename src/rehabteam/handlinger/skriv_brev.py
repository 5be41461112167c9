"""Letters about a decision that is made, or that waits: to the citizen, and with her consent to the praktiserende læge.

They become documents on the case. Nothing is sent from here: the kommune fetches the letter and sends it.
"""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.breve.former import Laegebesked, Uenighedsbrev
from rehabteam.lov.fuldstaendig import FULDSTAENDIG
from rehabteam.lov.love import gaeldende
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.fakta_samtykke import anmodningen
from rehabteam.sager.models import Dokument, Sag, Samtykke
from rehabteam.sager.sagsfakta.afgoerelse import NAVNE, afgivet, afgjort, forelagt_igen

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_samtykke
from .papir import laeg_paa_sagen

UENIG, LAEGE = "brev_uenig", "brev_laege"
OPLYSNING = "At kommunen har truffet afgørelse"


@handling("skriv_brev")
def skriv_brev(
    anledning: Anledning,
    sag_id: UUID,
    *,
    slags: str,
    tekst: str = "",
    til: str = "",
    samtykke_id: UUID | None = None,
    daekker: bool = False,
    med_udfald: bool = False,
) -> Dokument:
    """Make one letter and put it on the case. Raises KanIkke per field, FindesIkke, IngenRet.

    `slags` "brev_uenig": to the citizen, `tekst` says why in plain words. "brev_laege": to `til`, on the consent
    `samtykke_id` that `daekker` this by the caseworker's judgement; `med_udfald` also tells what was decided.
    """
    samtykke = hent_samtykke(anledning, samtykke_id) if samtykke_id else None
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_brev", sag)
    if samtykke and samtykke.sag_id != sag.id:
        raise FindesIkke
    try:
        if slags == UENIG:
            pdf = _uenig(anledning, sag, tekst)
            return _laeg(anledning, sag, slags, "Brev om, at teamet bliver spurgt igen", pdf)
        if slags == LAEGE:
            pdf = _til_laegen(anledning, sag, til.strip(), samtykke, daekker, med_udfald)
            return _laeg(anledning, sag, slags, "Besked til den praktiserende læge", pdf, samtykke)
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
    raise KanIkke({"slags": _("Vælg et brev på listen.")})


def _til_laegen(
    anledning: Anledning, sag: Sag, til: str, samtykke: Samtykke | None, daekker: bool, med_udfald: bool
) -> bytes:
    afgoerelse = afgjort(sag)
    if afgoerelse is None:
        raise KanIkke({"": _("Sagen er ikke afgjort endnu, så der er ikke noget at fortælle lægen.")})
    fejl = {} if til else {"til": _("Skriv lægens navn eller klinik.")}
    if samtykke is None:
        fejl["samtykke_id"] = _(
            "Vælg det samtykke, beskeden bygger på. Uden samtykke skrives der ikke til lægen."
        )
        raise KanIkke(fejl)
    if not daekker:
        fejl["daekker"] = _(
            "Vurder, om samtykket dækker, at lægen får besked. Bed ellers borgeren om et nyt."
        )
    if fejl:
        raise KanIkke(fejl)
    fakta = anmodningen(
        sag, anledning.dag, til=samtykke.kilde, oplysninger=OPLYSNING, samtykke=samtykke, daekker=daekker
    )
    svar = gaeldende("par11a", anledning.dag).funktion(fakta)
    if svar.status != FULDSTAENDIG:
        raise KanIkke(
            {"samtykke_id": " ".join(m.tekst for m in svar.mangler) or _("Samtykket kan ikke bruges.")}
        )
    data: Laegebesked = {
        "afsender": {"navn": anledning.aktoer.organisation_navn},
        "modtager": {"navn": til},
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "sagsnummer": sag.nummer,
        "dato": anledning.dag.isoformat(),
        "udfald": NAVNE[afgoerelse.udfald] if med_udfald else None,
        "bevilget": afgoerelse.bevilget,
        "afgjort_dag": afgoerelse.dag.isoformat(),
        "samtykke_givet": samtykke.givet.isoformat(),
        "sagsbehandler": anledning.aktoer.navn,
        "demo": settings.DEMO,
    }
    return breve.laegebesked(data)


def _uenig(anledning: Anledning, sag: Sag, tekst: str) -> bytes:
    indstilling, ny = afgivet(sag), forelagt_igen(sag)
    if indstilling is None or ny is None:
        raise KanIkke({"": _("Teamet er ikke spurgt igen i denne sag.")})
    if not tekst.strip():
        raise KanIkke({"tekst": _("Skriv i almindelige ord, hvorfor kommunen ikke er enig endnu.")})
    data: Uenighedsbrev = {
        "afsender": {"navn": anledning.aktoer.organisation_navn},
        "modtager": {"navn": sag.borgerens_navn},
        "sagsnummer": sag.nummer,
        "dato": anledning.dag.isoformat(),
        "anbefalet": NAVNE.get(indstilling.udfald, NAVNE["indsatser"]),
        "anbefalet_dag": indstilling.afgivet_dag.isoformat() if indstilling.afgivet_dag else None,
        "begrundelse": tekst.strip(),
        "moededato": ny.moede.dato.isoformat() if ny.moede else None,
        "sagsbehandler": anledning.aktoer.navn,
        "demo": settings.DEMO,
    }
    return breve.uenighed(data)


def _laeg(
    anledning: Anledning, sag: Sag, slags: str, titel: str, pdf: bytes, samtykke: Samtykke | None = None
) -> Dokument:
    dokument = laeg_paa_sagen(
        anledning, sag, pdf, titel=titel, slags=slags, dato=anledning.dag, filnavn=f"{slags}.pdf"
    )
    haendelse(
        anledning,
        "skriv_brev",
        f"Brevet »{titel}« blev lavet.",
        sag=sag,
        data={"dokument": str(dokument.id), "samtykke": str(samtykke.id) if samtykke else None},
    )
    return dokument
