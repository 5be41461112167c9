"""The parts of the forberedende del: one for each nr. of § 3, stk. 1, or § 15, stk. 1, and § 3, stk. 2, as three lists.

Which of them a case has is asked of the rules (sagsfakta/plan.py); here stands only what a part is.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from rehabteam.lov.vurdering import Hjemmel, bek

KOMMUNEN, BORGEREN = "kommunen", "borgeren"


@dataclass(frozen=True, slots=True)
class Del:
    """A part. `kraever`: the texts that must be there before it counts; empty = either of them will do.

    `fakta`: the law's key of the part. `punkter`: name → heading, where the kommune's text is split.
    `liste`: it is a list of efforts. `papir`: a document alone can be the part (the CV).
    """

    noegle: str
    titel: str
    hjemmel: Hjemmel
    kraever: frozenset[str] = frozenset()
    punkter: tuple[tuple[str, str], ...] = ()
    liste: bool = False
    papir: bool = False


_STK2 = bek(3, 2)
ALLE: tuple[Del, ...] = (
    Del("stk1_nr1", _("Erfaringer og ressourcer"), bek(3, 1, 1)),
    Del("stk1_nr1_cv", _("CV"), bek(3, 1, 1), papir=True),
    Del("stk1_nr2", _("Personlige ressourcer, familie og netværk"), bek(3, 1, 2)),
    Del("stk1_nr3", _("Udfordringer i forhold til job og uddannelse"), bek(3, 1, 3)),
    Del("stk1_nr4", _("Ønsker til job og uddannelse"), bek(3, 1, 4)),
    Del("stk1_nr5", _("Helbred, undersøgelser og behandling"), bek(3, 1, 5)),
    Del(
        "stk1_nr6",
        _("Hvad helbredet betyder for job og uddannelse"),
        bek(3, 1, 6),
        kraever=frozenset({BORGEREN}),
    ),
    Del("stk1_nr7", _("Hvad borgeren har levet af"), bek(3, 1, 7)),
    Del(
        "par15_nr1",
        _("Opgaverne i virksomheden"),
        bek(15, 1, 1),
        punkter=(
            ("opgaver", _("Borgerens opgaver i virksomheden")),
            ("svaere", _("Opgaver, der er svære at udføre")),
            ("kompenserer", _("Det gør borgeren for at klare dem")),
            ("timer", _("Timer om ugen, borgeren kan arbejde i virksomheden")),
        ),
    ),
    Del("par15_nr2", _("Arbejdet i virksomheden de sidste 24 måneder"), bek(15, 1, 2)),
    Del("par15_nr3", _("Andet arbejde end virksomheden"), bek(15, 1, 3)),
    Del("par15_nr4", _("Personlige ressourcer og sociale udfordringer"), bek(15, 1, 4)),
    Del(
        "par15_nr5",
        _("Helbredet, og hvad det betyder for virksomheden"),
        bek(15, 1, 5),
        kraever=frozenset({KOMMUNEN, BORGEREN}),
    ),
    Del("par15_nr6", _("Undersøgelser og behandling, der er i gang"), bek(15, 1, 6)),
    Del("stk2_beskaeftigelse", _("Indsats på beskæftigelsesområdet"), _STK2, liste=True),
    Del("stk2_social", _("Social indsats for borgeren"), _STK2, liste=True),
    Del("stk2_familie", _("Social indsats for borgerens familie"), _STK2, liste=True),
)
EFTER_NOEGLE = {d.noegle: d for d in ALLE}

# One effort: what it was (the law's three), and each party's experience and view of why it was not enough.
INDHOLD = ("indhold", "formaal", "varighed")
KOMMUNENS_SYN = ("erfaring_kommune", "aarsag_kommune")
BORGERENS_SYN = ("erfaring_borger", "aarsag_borger")
POSTFELTER = ("navn", *INDHOLD, *KOMMUNENS_SYN, *BORGERENS_SYN)

# Beside the parts, what only a document can be ticked off for: on the screen it is read of each effort.
ERFARINGER = {
    "stk2_erfaringer_kommune": _("Kommunens erfaring med indsatserne og syn på årsagen"),
    "stk2_erfaringer_borger": _("Borgerens erfaring med indsatserne og syn på årsagen"),
}
