"""How many of the places on the meeting days were used. Where the agreement gives no number: »Ikke angivet«."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Case, CharField, Value, When
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from ...models import Moedeplads
from . import hvad_taelles
from .figur import Figur, Raekke, taelt
from .kvartal import Kvartal

KATEGORI = Case(When(sag__isnull=True, then=Value("ledig")), default=Value("brugt"), output_field=CharField())


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    """The used ones are what is shown; the free ones come along for `pladser`."""
    lagte = Moedeplads.objects.filter(
        moede__in=hvad_taelles.moeder(aktoer).filter(aflyst_tid=None, dato__range=(fra, til))
    )
    return taelt(lagte, KATEGORI, "moede__dato")


def pladser(raekker: Iterable[Raekke]) -> dict[tuple[UUID, Kvartal], int]:
    """Places laid by the agreement, by kommune and quarter: no person's. Not there = no number is given."""
    alle: dict[tuple[UUID, Kvartal], int] = {}
    for kommune, kvartal, _enhed, _kategori, antal in raekker:
        alle[kommune, kvartal] = alle.get((kommune, kvartal), 0) + antal
    return alle


FIGUR = Figur(
    "kapacitet",
    _("Brug af mødepladser"),
    _("brugte pladser"),
    {"brugt": _("Brugte pladser")},
    ((("brugt",),),),
    (
        _(
            "Pladser på mødedage, der blev holdt i kvartalet, med antallet fra den "
            "samarbejdsaftale, der gjaldt på mødets dag."
        ),
        _("Står der intet antal i aftalen, har dagen ingen pladser, og tallet er »Ikke angivet«."),
    ),
    raa,
    enhed=False,
)
