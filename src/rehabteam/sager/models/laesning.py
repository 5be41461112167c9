"""What one writes while reading a case: for herself alone, or beside a page for her own house."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren, SagensRaekke


class Laesenote(OmBorgeren):
    """One person's own note for her reading of one case: a working paper, gone when she deletes it or the case closes.

    PostgreSQL deletes it as the case is closed (adgang/deling.py): whoever closes it cannot see whether it is there.
    """

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="laesenoter")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    tekst = models.TextField()
    version = models.PositiveIntegerField(default=1)
    aendret_tid = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag", "medarbejder"], name="laesenote_en_hver")]


class Margennote(SagensRaekke):
    """A note beside a page of a document: its writer's alone until she shares it with her own house.

    A shared one is signed (`forfatter_navn`, `delt_tid`), never changed, and withdrawn instead of deleted. It stays on
    the case where it was written. `side` counts from 1 in the document; `sted`: where on the page, "" the whole of it.
    One's own go when the case closes, as Laesenote does; PostgreSQL keeps `region` and `koordinator` (adgang/deling.py).
    """

    class Sted(models.TextChoices):
        HELE = "", _("Hele siden")
        OEVERST = "oeverst", _("Øverst på siden")
        MIDT = "midt", _("Midt på siden")
        NEDERST = "nederst", _("Nederst på siden")

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    forfatter_navn = models.CharField(max_length=420)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="margennoter")
    side = models.PositiveIntegerField()
    sted = models.CharField(max_length=8, blank=True, choices=Sted)
    tekst = models.TextField()
    version = models.PositiveIntegerField(default=1)
    tid = models.DateTimeField()
    delt_tid = models.DateTimeField(null=True)
    trukket_tilbage_tid = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["sag", "dokument", "side"], name="margennote_side")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(trukket_tilbage_tid=None) | models.Q(delt_tid__isnull=False),
                name="margennote_kun_delte_trukket",
            )
        ]
