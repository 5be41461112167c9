"""The case before the team, and what is written on it."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from .. import aarsager
from .grundlag import OmBorgeren, SagensRaekke

GENFORELAEGGELSE = "Genforelæggelsessag"
UENIG = "Genforelæggelse, fordi kommunen ikke vil følge indstillingen"


class Sag(OmBorgeren):
    """A case. A re-submission names the old case it springs from and never changes it.

    `sagstype` (the law's word) and `undertype` are together the kind of case: sager/sagsarter.py.
    """

    class Tilstand(models.TextChoices):
        FORBEREDES = "forberedes", _("Forberedes")
        SENDT = "sendt", _("Sendt til regionen")
        HOS_KOORDINATOR = "hos_koordinator", _("Hos sundhedskoordinator")
        INDSTILLET = "indstillet", _("Indstillet")
        AFGJORT = "afgjort", _("Afgjort")
        PLAN_LAGT = "plan_lagt", _("Indsatsplan lagt")
        AFSLUTTET = "afsluttet", _("Afsluttet")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="sager")
    forloeb = models.ForeignKey("sager.Forloeb", models.PROTECT, null=True, related_name="sager")
    nummer = models.CharField(max_length=20)
    sagstype = models.CharField(max_length=40)
    undertype = models.CharField(max_length=80, blank=True)
    udspringer_af = models.ForeignKey("self", models.PROTECT, null=True, related_name="udsprungne")
    tilstand = models.CharField(max_length=20, choices=Tilstand, default=Tilstand.FORBEREDES)
    sagsbehandler = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    oprettet = models.DateField()
    moede = models.ForeignKey("sager.Moede", models.PROTECT, null=True, related_name="sager")
    moede_kl = models.TimeField(null=True)
    moede_sent_grund = models.TextField(blank=True)
    forrige_indstilling_i_it = models.BooleanField(null=True)
    vaesentlige_aendringer = models.BooleanField(null=True)
    vaesentlige_aendringer_grund = models.TextField(blank=True)
    vaesentlige_aendringer_af = models.CharField(max_length=200, blank=True)
    vaesentlige_aendringer_dato = models.DateField(null=True)
    sendt_tid = models.DateTimeField(null=True)
    sendt_dag = models.DateField(null=True)
    sendt_grund = models.TextField(blank=True)
    sendt_for_sent = models.BooleanField(default=False)
    sendt_mangler = models.PositiveSmallIntegerField(default=0)
    # Why it was sent too late (sager/aarsager.py); "" = nobody was asked. How much the rules asked for when it was sent.
    sendt_aarsag = models.CharField(max_length=20, blank=True, default="", db_default="")
    sendt_krav = models.PositiveSmallIntegerField(null=True)
    # What the secretariat decided about a case that came too late: taken along, or moved; with its reason.
    sent_stilling = models.CharField(max_length=10, blank=True, db_default="")
    sent_stilling_grund = models.TextField(blank=True, db_default="")
    sent_stilling_af = models.CharField(max_length=420, blank=True, db_default="")
    sent_stilling_tid = models.DateTimeField(null=True)
    fordelt_tid = models.DateTimeField(null=True)
    afsluttet = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinator = models.ForeignKey(
        "sager.Medarbejder", models.PROTECT, null=True, related_name="sag_koordineret"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kommune", "nummer"], name="sag_nummer"),
            # Two caseworkers on one forløb make one re-submission, not two.
            models.UniqueConstraint(
                fields=["kommune", "forloeb"],
                condition=models.Q(undertype=GENFORELAEGGELSE) & ~models.Q(tilstand="afsluttet"),
                name="sag_en_aaben_genforelaeggelse",
            ),
            models.UniqueConstraint(
                fields=["kommune", "udspringer_af"],
                condition=models.Q(undertype=UENIG) & ~models.Q(tilstand="afsluttet"),
                name="sag_en_aaben_uenig",
            ),
        ]
        indexes = [
            models.Index(fields=["kommune", "tilstand"], name="sag_tilstand"),
            models.Index(fields=["region", "tilstand"], name="sag_region"),
            models.Index(fields=["koordinator"], name="sag_koordinator"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def sendt_aarsag_navn(self) -> str:
        """Why it was sent too late, in words."""
        return gettext(aarsager.navn(self.sendt_aarsag))

    @property
    def sendt_til_stede(self) -> int:
        """How much of what the rules ask for was there when it was sent; with `sendt_krav`: "6 af 7"."""
        return (self.sendt_krav or 0) - self.sendt_mangler

    @property
    def borgerens_navn(self) -> str:
        """Who the case is about: the name or, while it is protected, the number of the case."""
        if not self.borger.er_beskyttet:
            return self.borger.navn
        return gettext("Navn beskyttet, sag %(nummer)s") % {"nummer": self.nummer}


class Resume(SagensRaekke):
    """One version of the koordinerende sagsbehandler's resumé. A change is a new version."""

    tekst = models.TextField()
    faerdigt = models.BooleanField(default=False)
    version = models.PositiveIntegerField()
    tid = models.DateTimeField()
    forfatter = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag", "version"], name="resume_version")]


class Sundhedsnotat(SagensRaekke):
    """The sundhedskoordinator's note. Signed it never changes; a later note is an addition."""

    forfatter = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    forfatter_navn = models.CharField(max_length=200)
    funktionsniveau = models.TextField(blank=True)
    skaanehensyn = models.TextField(blank=True)
    tilbud = models.TextField(blank=True)
    dokumentationsbehov = models.TextField(blank=True)
    vurderingsbehov = models.TextField(blank=True, default="", db_default="")
    er_tillaeg = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    aendret_tid = models.DateTimeField()
    underskrevet_tid = models.DateTimeField(null=True)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sag", "forfatter"], condition=models.Q(underskrevet_tid=None), name="notat_en_kladde"
            )
        ]


class Dokument(SagensRaekke):
    """A document on a case: a link to bytes that never change (SHA-256). Carried over = a new link, same bytes.

    `sha256`/`mime` is what is shown; `original_*` the file as it came, where it had to be converted to be shown
    (empty when what is shown is the original). `del_af`: the mail it was sent in.
    """

    titel = models.CharField(max_length=200)
    slags = models.CharField(max_length=40)
    dato = models.DateField()
    afsender = models.CharField(max_length=200, blank=True)
    filnavn = models.CharField(max_length=255)
    mime = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    stoerrelse = models.PositiveBigIntegerField()
    sider = models.PositiveIntegerField(default=1)
    original_sha256 = models.CharField(max_length=64, blank=True, db_default="")
    original_mime = models.CharField(max_length=80, blank=True, db_default="")
    original_filnavn = models.CharField(max_length=255, blank=True, db_default="")
    del_af = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    fulgte_med = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    tilfoejet_tid = models.DateTimeField()
    tilfoejet_af = models.CharField(max_length=200)
    virusscannet = models.BooleanField(default=False)
    trukket_tilbage_tid = models.DateTimeField(null=True)
    trukket_tilbage_grund = models.TextField(blank=True)

    class Meta:
        ordering = ["tilfoejet_tid", "dato", "id"]
        # The same document on an earlier case.
        indexes = [models.Index(fields=["kommune", "sha256"], name="dokument_samme_indhold")]

    @property
    def vist_titel(self) -> str:
        return self.sag.borger.uden_navn(self.titel)

    @property
    def vist_afsender(self) -> str:
        return self.sag.borger.uden_navn(self.afsender)
