"""A request to see the papers of a case, and what is handed over or held back of each of them."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Aktindsigt(OmBorgeren):
    """One request about one case. Answered it never changes, and its archive stays as it was, byte for byte.

    `underrettet`, `ventes`: the day the citizen was told why it takes longer, and the day she was told to expect.
    `arkiv_sha256`: the archive in the store of documents.
    """

    class Hvem(models.TextChoices):
        BORGER = "borger", _("Borgeren selv")
        REPRAESENTANT = "repraesentant", _("En, der repræsenterer borgeren")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="aktindsigter")
    modtaget = models.DateField()
    hvem = models.CharField(max_length=16, choices=Hvem)
    repraesentant = models.CharField(max_length=200, blank=True)
    hvad = models.TextField()
    registreret_tid = models.DateTimeField()
    registreret_af = models.CharField(max_length=420)
    underrettet = models.DateField(null=True)
    ventes = models.DateField(null=True)
    underrettet_grund = models.TextField(blank=True)
    afgjort = models.DateField(null=True)
    afgjort_tid = models.DateTimeField(null=True)
    afgjort_af = models.CharField(max_length=420, blank=True)
    for_sent_grund = models.TextField(blank=True)
    udleveret = models.PositiveIntegerField(default=0)
    tilbageholdt = models.PositiveIntegerField(default=0)
    arkiv_sha256 = models.CharField(max_length=64, blank=True)
    arkiv_stoerrelse = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-modtaget", "-registreret_tid"]


class Udlevering(OmBorgeren):
    """What a person has chosen about one document (`dokument`) or one other part of the case (`del_navn`).

    `overstregning`: the redacted edition that is handed over in place of the document; what is painted over is held
    back, and needs its provision and its reason like a whole that is.
    """

    class Del(models.TextChoices):
        DOKUMENT = "dokument", _("Dokument")
        HISTORIK = "historik", _("Sagens historik")
        NOTER = "noter", _("Noter om sagen")
        TEKSTER = "tekster", _("Den forberedende del, hver version, og svarene i sagen")
        LOG = "log", _("Hvem har brugt oplysningerne")

    aktindsigt = models.ForeignKey(Aktindsigt, models.PROTECT, related_name="udleveringer")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="+")
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")
    del_navn = models.CharField(max_length=12, choices=Del)
    overstregning = models.ForeignKey("sager.Overstregning", models.PROTECT, null=True, related_name="+")
    udleveres = models.BooleanField()
    hjemmel = models.CharField(max_length=12, blank=True)
    begrundelse = models.TextField(blank=True)
    valgt_tid = models.DateTimeField()
    valgt_af = models.CharField(max_length=420)
    laast = models.BooleanField(default=False)  # the request is answered

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["aktindsigt", "dokument"], name="udlevering_et_dokument"),
            models.UniqueConstraint(
                fields=["aktindsigt", "del_navn"],
                condition=models.Q(dokument=None),
                name="udlevering_en_del",
            ),
            models.CheckConstraint(
                condition=models.Q(del_navn="dokument", dokument__isnull=False)
                | ~models.Q(del_navn="dokument") & models.Q(dokument=None),
                name="udlevering_dokument_eller_del",
            ),
            # What is held back says why, the whole of it or what is painted over in it.
            models.CheckConstraint(
                condition=models.Q(udleveres=True, overstregning=None, hjemmel="")
                | (
                    models.Q(udleveres=False, overstregning=None)
                    | models.Q(udleveres=True, overstregning__isnull=False)
                )
                & ~models.Q(hjemmel="")
                & ~models.Q(begrundelse=""),
                name="udlevering_siger_hvorfor",
            ),
        ]
