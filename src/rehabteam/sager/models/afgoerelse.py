"""The kommune's decision after the indstilling, and how a case is closed and opened again."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren

# What can be decided on beside the outcomes of §§ 7-11 and 16 (lov/bek2408_2021/indstilling.KRAV).
INDSATSER = "indsatser"  # the efforts of a re-submission (§ 19)
REVALIDERING = "revalidering"


class Afgoerelse(OmBorgeren):
    """The kommune's own act, once per case, and never changed.

    `foelger`: does it follow the indstilling; None where no team has been asked. `udfald`: what it is about;
    `bevilget`: granted or refused. `mangler_grund`: why it was decided although the law misses something.
    `klagevejledning`: the kommune's own words on how to complain; no rule of it is kept here.
    """

    sag = models.OneToOneField("sager.Sag", models.PROTECT, related_name="afgoerelse")
    foelger = models.BooleanField(null=True)
    udfald = models.CharField(max_length=40)
    bevilget = models.BooleanField()
    begrundelse = models.TextField()
    naeste = models.TextField()
    klagevejledning = models.TextField()
    forloeb_start = models.DateField(null=True)
    mangler_grund = models.TextField(blank=True)
    dag = models.DateField()
    tid = models.DateTimeField()
    af = models.CharField(max_length=200)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            # Against the indstilling only with a reason in words; and what follows it grants it.
            models.CheckConstraint(condition=~models.Q(begrundelse=""), name="afgoerelse_begrundet"),
        ]


class Sagsskifte(OmBorgeren):
    """A case was closed with a result, or opened again with a reason. One row for each; none is ever changed.

    `tilstand_foer`: the state it was closed from, to which opening it again leads back. `sagens_version`: the version
    of the case this row is about; PostgreSQL lets a closed case be opened only where such a row names that version.
    """

    class Art(models.TextChoices):
        LUKKET = "lukket", _("Lukket")
        GENAABNET = "genaabnet", _("Åbnet igen")

    class Resultat(models.TextChoices):
        GENNEMFOERT = "gennemfoert", _("Gennemført")
        TRUKKET = "trukket", _("Borgeren ønsker ikke sagen behandlet")
        BORTFALDET = "bortfaldet", _("Grundlaget er faldet væk")
        FEJL = "fejl", _("Oprettet ved en fejl")
        ANDEN_SAG = "anden_sag", _("Afgjort i en anden sag")
        OVERDRAGET = "overdraget", _("Overdraget til en anden kommune")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="sagsskifter")
    art = models.CharField(max_length=10, choices=Art)
    resultat = models.CharField(max_length=12, choices=Resultat, blank=True)
    grund = models.TextField()
    tilstand_foer = models.CharField(max_length=20)
    sagens_version = models.PositiveIntegerField()
    dag = models.DateField()
    tid = models.DateTimeField()
    af = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["sag", "tid"], name="sagsskifte_sag")]
        constraints = [
            models.UniqueConstraint(fields=["sag", "art", "sagens_version"], name="sagsskifte_en_gang"),
        ]


class Overdragelse(OmBorgeren):
    """A case that went to another kommune as a sealed package, or came from one.

    `sha256`: of the package's bytes, which stay in the store; the same package is never taken in twice.
    """

    class Retning(models.TextChoices):
        UD = "ud", _("Sendt")
        IND = "ind", _("Modtaget")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="overdragelser")
    retning = models.CharField(max_length=3, choices=Retning)
    modpart = models.CharField(max_length=200)
    modpartens_nummer = models.CharField(max_length=20, blank=True)
    sha256 = models.CharField(max_length=64)
    stoerrelse = models.PositiveBigIntegerField()
    samtykker = models.PositiveSmallIntegerField(default=0)
    dag = models.DateField()
    tid = models.DateTimeField()
    af = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kommune", "retning", "sha256"], name="overdragelse_en_gang"),
        ]
