"""What a kommune pays its region for a month (afregning): lines that are only ever added, and both sides' approval.

No line names a citizen: a case stands by an id that says nothing, and its number is looked up by whoever may see the
case. So everybody sees the same sums, also one who is kept out of a citizen's case.
"""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import KommunensRaekke


class Afregning(KommunensRaekke):
    """One settlement of a month (`maaned`: its first day). Locked when both sides have approved it; what is found later
    is settled in the next `nr` of the same month."""

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    maaned = models.DateField()
    nr = models.PositiveSmallIntegerField()
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=420)
    laast_tid = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kommune", "maaned", "nr"], name="afregning_maaned_nr"),
            models.CheckConstraint(condition=models.Q(maaned__day=1), name="afregning_hel_maaned"),
        ]


class Afregningslinje(KommunensRaekke):
    """One line, never changed. `noegle` names what is paid for; a correction is a new line with the same `noegle`.

    `beloeb` None = no price is known ("Ikke angivet"). `pris`, `procent`, `aftale`: the terms it was priced by.
    """

    class Slags(models.TextChoices):
        SAG = "sag", _("Sag behandlet på møde")
        AFBUD = "afbud", _("Sent afbud")
        MOEDE = "moede", _("Møde")
        DAG = "dag", _("Mødedag")

    class Oprindelse(models.TextChoices):
        BEREGNET = "beregnet", _("Beregnet efter aftalen")
        RETTET = "rettet", _("Rettet med en grund")
        AFKLARET = "afklaret", _("Afklaret uden en aftalt pris")

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    afregning = models.ForeignKey(Afregning, models.PROTECT, related_name="linjer")
    nr = models.PositiveIntegerField()
    noegle = models.CharField(max_length=60)
    slags = models.CharField(max_length=8, choices=Slags)
    kategori = models.CharField(max_length=40, blank=True)
    sag_id = models.UUIDField(null=True)  # PostgreSQL holds it to the kommune's cases (vaegge/noegler.py)
    moede = models.ForeignKey("sager.Moede", models.PROTECT, null=True, related_name="+")
    dato = models.DateField()
    afbud_dag = models.DateField(null=True)
    aftale = models.ForeignKey("sager.Samarbejdsaftale", models.PROTECT, null=True, related_name="+")
    pris = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    procent = models.PositiveSmallIntegerField(null=True)
    beloeb = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    oprindelse = models.CharField(max_length=10, choices=Oprindelse, default=Oprindelse.BEREGNET)
    retter = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    grund = models.TextField(blank=True)
    tid = models.DateTimeField()
    af = models.CharField(max_length=420)

    class Meta:
        ordering = ["nr"]
        constraints = [
            models.UniqueConstraint(fields=["afregning", "nr"], name="afregningslinje_nr"),
            models.CheckConstraint(
                condition=models.Q(oprindelse="beregnet")
                | models.Q(beloeb__isnull=False, retter__isnull=False) & ~models.Q(grund=""),
                name="afregningslinje_haand_med_grund",
            ),
        ]


class Afregningsgodkendelse(KommunensRaekke):
    """One side's approval of the settlement as it stood: so many lines, this sum. A line added later undoes it."""

    class Side(models.TextChoices):
        KOMMUNE = "kommune", _("Kommunen")
        REGION = "region", _("Regionen")

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    afregning = models.ForeignKey(Afregning, models.PROTECT, related_name="godkendelser")
    side = models.CharField(max_length=8, choices=Side)
    linjer = models.PositiveIntegerField()
    sum = models.DecimalField(max_digits=12, decimal_places=2)
    tid = models.DateTimeField()
    dag = models.DateField()
    af = models.CharField(max_length=420)

    class Meta:
        ordering = ["tid"]
        constraints = [
            models.UniqueConstraint(fields=["afregning", "side", "linjer"], name="afregning_godkendt_en_gang")
        ]
