"""Every reason for not letting a person in: a fixed word for the log, plain Danish for the screen.

The page says what she can do. It never says which check an answer failed in detail: that is in the log's word.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Aarsag(StrEnum):
    UVENTET = "uventet"
    BRUGT = "brugt"
    UDLOEBET = "udloebet"
    RETTET = "rettet"
    UKRYPTERET = "ukrypteret"
    FORKERT_MODTAGER = "modtager"
    UKENDT_AFSENDER = "afsender"
    FOR_LAVT = "niveau"
    MANGLER = "mangler"
    INGEN_ROLLE = "ingen_rolle"
    AFGRAENSET = "afgraenset"
    LUKKET = "lukket"
    AFBRUDT = "afbrudt"
    INTET_SVAR = "intet_svar"


@dataclass(frozen=True, slots=True)
class Tekst:
    overskrift: str
    forklaring: str
    status: int = 403


_IGEN = gettext_noop(
    "Begynd forfra fra »Log ind«. Sker det igen, så sig det til IT-driften med klokkeslættet."
)
_GIK_IKKE = gettext_noop("Vi kunne ikke logge dig ind")

TEKSTER: dict[Aarsag, Tekst] = {
    Aarsag.UVENTET: Tekst(
        gettext_noop("Vi ventede ikke på det svar"),
        gettext_noop(
            "Svaret hører ikke til et login, der er begyndt her i browseren. Det kan ske, hvis siden har stået åben længe, "
            "eller hvis du kom fra et gammelt link."
        ),
    ),
    Aarsag.BRUGT: Tekst(
        gettext_noop("Svaret er brugt før"),
        gettext_noop("Et login kan kun bruges én gang. Det sker, hvis siden genindlæses midt i et login."),
    ),
    Aarsag.UDLOEBET: Tekst(
        gettext_noop("Loginnet er for gammelt"),
        gettext_noop("Der gik for lang tid, fra du blev genkendt, til svaret nåede frem til os."),
    ),
    Aarsag.RETTET: Tekst(
        _GIK_IKKE,
        gettext_noop("Svaret fra loginnet kan være ændret undervejs. Derfor bruger vi det ikke."),
    ),
    Aarsag.UKRYPTERET: Tekst(_GIK_IKKE, gettext_noop("Loginnet sendte et svar, der ikke var krypteret.")),
    Aarsag.FORKERT_MODTAGER: Tekst(_GIK_IKKE, gettext_noop("Svaret var til et andet system end Rehabteam.")),
    Aarsag.UKENDT_AFSENDER: Tekst(
        _GIK_IKKE, gettext_noop("Svaret kom fra et andet sted end det, du valgte at logge ind hos.")
    ),
    Aarsag.FOR_LAVT: Tekst(
        gettext_noop("Du skal logge ind på et højere sikringsniveau"),
        gettext_noop(
            "Rehabteam kræver NSIS-niveauet Betydelig, fordi her står oplysninger om helbred. Log ind igen "
            "med to trin, for eksempel kode og telefon. Kan du ikke det, så spørg din IT-afdeling."
        ),
    ),
    Aarsag.MANGLER: Tekst(
        _GIK_IKKE,
        gettext_noop("Loginnet fortalte os ikke, hvem du er, på en måde vi kan bruge."),
    ),
    Aarsag.INGEN_ROLLE: Tekst(
        gettext_noop("Du har ingen rolle i Rehabteam"),
        gettext_noop(
            "Du er genkendt, men ingen har givet dig en rolle her. Spørg din leder, eller den der tildeler "
            "adgange i din organisation, om du skal have en."
        ),
    ),
    Aarsag.AFGRAENSET: Tekst(
        gettext_noop("Din adgang er afgrænset på en måde, vi ikke kan holde"),
        gettext_noop(
            "Du har en rolle i Rehabteam, men kun for en del af organisationen eller nogle emner. Den grænse kan vi ikke "
            "sikre, og så giver vi ingen adgang. Bed den, der tildeler adgange, om at rette dataafgrænsningen."
        ),
    ),
    Aarsag.LUKKET: Tekst(
        gettext_noop("Din adgang er lukket"),
        gettext_noop("Din bruger er lukket i Rehabteam. Er det en fejl, så spørg din leder."),
    ),
    Aarsag.AFBRUDT: Tekst(
        gettext_noop("Du blev ikke logget ind"),
        gettext_noop("Loginnet sagde nej, eller du afbrød undervejs. Prøv igen, når du er klar."),
    ),
    Aarsag.INTET_SVAR: Tekst(
        gettext_noop("Vi kan ikke få fat i loginnet lige nu"),
        gettext_noop("Loginnet svarer ikke. Vent et øjeblik, og prøv igen."),
        503,
    ),
}
# Where trying again from the start is the advice; the others say themselves what to do.
FORFRA = frozenset(
    {
        Aarsag.UVENTET, Aarsag.BRUGT, Aarsag.UDLOEBET, Aarsag.RETTET, Aarsag.UKRYPTERET, Aarsag.FORKERT_MODTAGER,
        Aarsag.UKENDT_AFSENDER, Aarsag.MANGLER,
    }
)  # fmt: skip


class Afvist(Exception):
    """The person is not let in. `aarsag` is all that is logged about it."""

    def __init__(self, aarsag: Aarsag) -> None:
        super().__init__(str(aarsag))
        self.aarsag = aarsag

    @property
    def status(self) -> int:
        return TEKSTER[self.aarsag].status

    @property
    def overskrift(self) -> str:
        return _(TEKSTER[self.aarsag].overskrift)

    @property
    def forklaring(self) -> str:
        forklaring = _(TEKSTER[self.aarsag].forklaring)
        return f"{forklaring} {_(_IGEN)}" if self.aarsag in FORFRA else forklaring
