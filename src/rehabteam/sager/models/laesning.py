"""What one of the team writes for herself while she reads a case. Nobody else ever sees it."""

from django.db import models

from .grundlag import OmBorgeren


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
