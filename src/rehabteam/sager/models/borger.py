"""The citizen. Her name is only shown by `navn`, which hides it while it is protected."""

import re
import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext as _

from rehabteam.lov.cprloven import par28

from ..dagen import dagen
from .grundlag import OmBorgeren


class Borger(OmBorgeren):
    """A citizen as one kommune knows her. The CPR number is a column, never a key.

    `region` and `koordinatorer` say who outside the kommune may see the name: they follow the
    citizen's cases by trigger. `fuldt_navn` is for finding her, for the law and for the one act that reveals it
    (tests/arkitektur/test_maskering.py names every file that may). `beskyttet_til`: the last day of the protection
    (CPR-loven § 28), None while nobody has said when it ends.
    """

    cpr = models.CharField(max_length=10)
    fuldt_navn = models.CharField(max_length=200, db_column="navn")
    foedselsdato = models.DateField()
    telefon = models.CharField(max_length=40, blank=True)
    bisidder = models.CharField(max_length=200, blank=True)
    tolk = models.CharField(max_length=100, blank=True)
    beskyttet_adresse = models.BooleanField(default=False)
    beskyttet_fra = models.DateField(null=True)
    beskyttet_til = models.DateField(null=True)
    egne_ord = models.TextField(blank=True)
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinatorer = ArrayField(models.UUIDField(default=uuid.uuid4), default=list, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kommune", "cpr"], name="borger_en_per_kommune")]
        indexes = [
            GinIndex(fields=["koordinatorer"], name="borger_koordinatorer"),
            models.Index(fields=["cpr"], name="borger_cpr"),  # the citizen's own login, in whichever kommune
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def er_beskyttet(self) -> bool:
        """Name and address are protected today."""
        return self.beskyttet_adresse and par28.gaelder(self.beskyttet_til, dagen())

    @property
    def navn(self) -> str:
        """The name, as every page, list, letter and file shows it."""
        return _("Navn beskyttet") if self.er_beskyttet else self.fuldt_navn

    def uden_navn(self, tekst: str) -> str:
        """A text of one line, as title or sender of a paper, without the whole name while that is protected."""
        if not self.er_beskyttet or not self.fuldt_navn:
            return tekst
        return re.sub(re.escape(self.fuldt_navn), _("Navn beskyttet"), tekst, flags=re.IGNORECASE)

    @property
    def fornavn(self) -> str:
        """The first name, as the meeting room says it."""
        return _("Borgeren") if self.er_beskyttet else (self.fuldt_navn.split() or [""])[0]


class Postadresse(OmBorgeren):
    """Where letters to the citizen go. A table of its own, which no one outside the kommune has a way to."""

    borger = models.OneToOneField("sager.Borger", models.PROTECT, related_name="postadresse")
    linjer = models.TextField()
    aendret_tid = models.DateTimeField()
    aendret_af = models.CharField(max_length=200)
