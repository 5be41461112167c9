"""A ressourceforløb and the facts that § 17 asks about. A fact is taken back with a reason, never deleted."""

from django.db import models

from .grundlag import OmBorgeren


class Forloeb(OmBorgeren):
    """One citizen's ressourceforløb.

    `genbehandlet`: the day the team had treated the case again (BEK § 19); the duty is then met.
    `naeste_frist` and `frist_status` are a cache of what the law core last answered; every page asks
    again before it says anything.
    """

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="forloeb")
    sagsbehandler = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    start = models.DateField()
    slut = models.DateField(null=True, blank=True)
    genbehandlet = models.DateField(null=True, editable=False)
    naeste_frist = models.DateField(null=True, editable=False)
    frist_status = models.CharField(max_length=24, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["kommune", "naeste_frist", "id"],
                condition=models.Q(slut=None, genbehandlet=None),
                name="forloeb_venter",
            ),
            models.Index(fields=["kommune", "sagsbehandler", "naeste_frist"], name="forloeb_min_frist"),
            models.Index(fields=["kommune", "frist_status"], name="forloeb_status"),
        ]


class Oplysning(OmBorgeren):
    """What all registered facts share: when they came, from whom, and whether they were taken back."""

    registreret_tid = models.DateTimeField()
    registreret_af = models.CharField(max_length=200)
    tilbagekaldt_tid = models.DateTimeField(null=True, editable=False)
    tilbagekaldt_grund = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True


class Indsats(Oplysning):
    """An effort: granted, agreed, begun, entered in the indsatsdel – four different days (BEK § 17, stk. 1-2)."""

    forloeb = models.ForeignKey(Forloeb, models.PROTECT, related_name="indsatser")
    navn = models.CharField(max_length=200)
    hjemmel = models.CharField(max_length=24)
    bevilget = models.DateField(null=True, blank=True)
    aftalt_start = models.DateField(null=True, blank=True)
    paabegyndt = models.DateField(null=True, blank=True)
    afsluttet = models.DateField(null=True, blank=True)
    genoptaget = models.DateField(null=True, blank=True)
    i_indsatsdel = models.BooleanField(default=False)
    optaget_i_indsatsdel = models.DateField(null=True, blank=True)
    kilde = models.CharField(max_length=12, blank=True)


class UndtagetPeriode(Oplysning):
    """Days that may stand outside the six months (BEK § 17, stk. 3). `til` empty: it still runs."""

    forloeb = models.ForeignKey(Forloeb, models.PROTECT, related_name="undtagne_perioder")
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    hjemmel = models.CharField(max_length=24)
    note = models.CharField(max_length=300, blank=True)


class OrdinaereTimer(Oplysning):
    """Paid hours on a day (BEK § 17, stk. 4)."""

    forloeb = models.ForeignKey(Forloeb, models.PROTECT, related_name="ordinaere_timer")
    dato = models.DateField()
    timer = models.DecimalField(max_digits=5, decimal_places=2)
    art = models.CharField(max_length=24)


class Spaend(Oplysning):
    """A span in løntilskud under kompensationsloven § 15, or in STU (BEK § 17, stk. 5 and 6)."""

    class Slags(models.TextChoices):
        LOENTILSKUD_15 = "loentilskud_kompensationslov_15", "Løntilskud efter kompensationslovens § 15"
        STU = "stu", "STU"

    forloeb = models.ForeignKey(Forloeb, models.PROTECT, related_name="spaend")
    slags = models.CharField(max_length=32, choices=Slags)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)


class SaerligeGrunde(Oplysning):
    """The kommune's decision that special reasons speak against the team (LAB § 113, stk. 2, 2. pkt.)."""

    forloeb = models.ForeignKey(Forloeb, models.PROTECT, related_name="saerlige_grunde")
    begrundelse = models.TextField()
    beslutningstager = models.CharField(max_length=200)
    dato = models.DateField()
