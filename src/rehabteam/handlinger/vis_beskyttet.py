"""Show a protected name and address to somebody who has said what for. Once, and never without a trace."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Borger, Postadresse
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling

# What a protected name may be needed for, in the order of the list; labels are shown.
FORMAAL = {
    "kontakt": gettext_noop("Ringe eller skrive til borgeren"),
    "moede": gettext_noop("Holde mødet eller samtalen"),
    "identitet": gettext_noop("Være sikker på, at det er den rette borger"),
    "myndighed": gettext_noop("Give en anden myndighed det, den har ret til"),
    "andet": gettext_noop("Andet"),
}
MINDST = 10  # characters of one's own words


@dataclass(frozen=True, slots=True)
class Vist:
    """What was shown. `adresse`: only the kommune knows it."""

    borger: Borger
    navn: str
    adresse: str


@handling("vis_beskyttet")
def vis_beskyttet(anledning: Anledning, borger_id: UUID, *, formaal: str, ord: str = "") -> Vist:
    """The name, and in the kommune the address. The purpose is kept in the Hændelse, never in the access log.

    Raises KanIkke at `formaal`/`ord`, FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "vis_beskyttet")
    borger = synlige_borgere(aktoer).filter(id=borger_id).first()
    if borger is None:
        raise FindesIkke
    kraev_ret(aktoer, "vis_beskyttet", borger)
    if formaal not in FORMAAL:
        raise KanIkke({"formaal": _("Vælg, hvad du skal bruge navnet til.")})
    if formaal == "andet" and len(ord.strip()) < MINDST:
        raise KanIkke({"ord": _("Skriv, hvad du skal bruge navnet til.")})
    i_kommunen = aktoer.vaeg == Vaeg.KOMMUNE
    # The kommune's own act stays with the forløb; outside, it is an act on the case they were given.
    forloeb = synlige_forloeb(aktoer).filter(borger=borger).order_by("-start").first() if i_kommunen else None
    sag = None if forloeb else synlige_sager(aktoer).filter(borger=borger).order_by("-oprettet").first()
    haendelse(
        anledning,
        "vis_beskyttet",
        f"Det beskyttede navn blev vist. Formål: {FORMAAL[formaal].lower()}.",
        forloeb=forloeb,
        sag=sag,
        data={"formaal": formaal, "ord": ord.strip()},
    )
    adresse = Postadresse.objects.filter(borger=borger).first() if i_kommunen else None
    return Vist(borger, borger.fuldt_navn, adresse.linjer if adresse else "")
