"""Documents put together for a receiver outside the house, and what was given to whom."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Forsendelse(OmBorgeren):
    """One selection for one receiver. Given (`udleveret_tid`) it never changes, and its PDF stays byte for byte.

    `modtager_navn`: who it is, where the case does not say it already. `grundlag`: why this receiver may have it, in
    the words of the one who gives it. Nothing is sent from here: the PDF is fetched and handed over by a person.
    """

    class Modtager(models.TextChoices):
        BORGER = "borger", _("Borgeren selv")
        BISIDDER = "bisidder", _("Borgerens bisidder")
        REGION = "region", _("Klinisk Funktion i regionen")
        LAEGE = "laege", _("Borgerens læge")
        KOMMUNE = "kommune", _("En anden kommune")
        ANDEN = "anden", _("En anden")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="forsendelser")
    modtager = models.CharField(max_length=10, choices=Modtager)
    modtager_navn = models.CharField(max_length=200, blank=True)
    fuldmagt = models.ForeignKey("sager.Fuldmagt", models.PROTECT, null=True, related_name="+")
    grundlag = models.TextField(blank=True)
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=420)
    udleveret_tid = models.DateTimeField(null=True)
    udleveret_dag = models.DateField(null=True)
    udleveret_af = models.CharField(max_length=420, blank=True)
    antal = models.PositiveIntegerField(default=0)
    sider = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    stoerrelse = models.PositiveBigIntegerField(default=0)
    opgivet_tid = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-oprettet_tid"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(udleveret_tid=None) | ~models.Q(sha256="") & models.Q(opgivet_tid=None),
                name="forsendelse_udleveret_helt",
            ),
            models.CheckConstraint(
                condition=~models.Q(modtager="bisidder") | models.Q(fuldmagt__isnull=False),
                name="forsendelse_bisidder_har_fuldmagt",
            ),
        ]


class Forsendelseslinje(OmBorgeren):
    """One document of a selection, and which edition: the document itself, or `overstregning`.

    `fund`: {"sider": [page, …], "ulaest": [page, …]}: where the protected name or address was found, and what could not
    be looked through; {"venter": true}: the edition has no text to look in yet; empty when nothing is protected for this
    receiver. `trods`: why it goes as it is, though something
    protected stands in it or could not be looked for.
    `sha256`: the bytes that were given.
    """

    forsendelse = models.ForeignKey(Forsendelse, models.PROTECT, related_name="linjer")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="+")
    nr = models.PositiveIntegerField()
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="+")
    overstregning = models.ForeignKey("sager.Overstregning", models.PROTECT, null=True, related_name="+")
    fund = models.JSONField(default=dict)
    trods = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    laast = models.BooleanField(default=False)

    class Meta:
        ordering = ["forsendelse", "nr"]
        constraints = [
            models.UniqueConstraint(fields=["forsendelse", "dokument"], name="forsendelseslinje_et_dokument"),
        ]
