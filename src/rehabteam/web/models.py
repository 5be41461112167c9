"""The web's own tables: logins, once-only keys, what a person has read. Nothing here is known about a case."""

import uuid
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django_otp.plugins.otp_totp.models import TOTPDevice

FORSOEG = ("drift", "last_t", "last_used_at", "throttling_failure_count", "throttling_failure_timestamp")


class KontoManager(BaseUserManager["Konto"]):
    def get_by_natural_key(self, username: str | None) -> "Konto":
        return self.get(brugernavn=(username or "").strip().lower())


class Konto(AbstractBaseUser):
    """How a Medarbejder logs in, or (with no `medarbejder`) a citizen or her bisidder. `demo` works only in a demo.

    Known from outside: `udsteder` and `ekstern_id` say by whom and as what, there is no password, and `roller` are
    the roles she had in this organisation at her latest login. Local: these are empty, the role is the Medarbejder's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brugernavn = models.CharField(max_length=80, unique=True)
    medarbejder = models.OneToOneField("sager.Medarbejder", models.PROTECT, null=True, related_name="konto")
    demo = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    udsteder = models.CharField(max_length=300, blank=True)
    ekstern_id = models.CharField(max_length=200, blank=True)
    roller = ArrayField(models.CharField(max_length=24), default=list, blank=True)

    USERNAME_FIELD = "brugernavn"
    objects = KontoManager()

    class Meta:
        indexes = [models.Index(fields=["udsteder", "ekstern_id"], name="konto_udefra")]


class Myndighed(models.Model):
    """An organisation as the outside knows it: its CVR number, and its UUID in Fælleskommunalt Organisationssystem."""

    organisation = models.OneToOneField(
        "sager.Organisation", models.PROTECT, primary_key=True, related_name="myndighed"
    )
    cvr = models.CharField(max_length=8, unique=True)
    fk_uuid = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(cvr__regex=r"^[0-9]{8}$"), name="cvr_har_otte_cifre")
        ]


class Indlogning(models.Model):
    """One login, from the door to its end. Asked about at every request: an ended one opens nothing.

    `navne_id` and `sessionsnoegle` are what the identity provider calls the person and the session (for logging
    out everywhere); `navne_id` is wiped at the end.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    konto = models.ForeignKey(Konto, models.PROTECT, related_name="indlogninger")
    rolle = models.CharField(max_length=24)
    doer = models.CharField(max_length=40)
    niveau = models.CharField(max_length=12, blank=True)
    tid = models.DateTimeField(auto_now_add=True)
    udloeber = models.DateTimeField()
    slut = models.DateTimeField(null=True, blank=True)
    navne_id = models.JSONField(default=dict, blank=True)
    sessionsnoegle = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["doer", "sessionsnoegle"], name="indlogning_session")]


class Borgerkonto(models.Model):
    """Whose case an account without a Medarbejder opens: her own, or one she has been given a fuldmagt to.

    One row for each kommune that knows her, made when the identity provider has proved her CPR number, which is
    not kept. `navn` is what the provider calls her.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    konto = models.ForeignKey(Konto, models.PROTECT, related_name="borgere")
    kommune = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    fuldmagt = models.OneToOneField("sager.Fuldmagt", models.PROTECT, null=True, related_name="+")
    navn = models.CharField(max_length=200)
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["konto", "borger"], condition=models.Q(fuldmagt=None), name="borgerkonto_en_gang"
            )
        ]


class Kodegenerator(TOTPDevice):
    """A local account's generator of one-time codes. The door notes what was tried; the key it may not change."""

    class Meta:
        proxy = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("update_fields", FORSOEG)
        super().save(*args, **kwargs)


class Brugtsvar(models.Model):
    """An answer from an identity provider that has been used (a hash); it opens nothing a second time."""

    noegle = models.CharField(max_length=64, primary_key=True)
    udloeber = models.DateTimeField(db_index=True)


class Engangsnoegle(models.Model):
    """A form's key: sent twice, it has one effect and gives the same answer."""

    medarbejder_id = models.UUIDField()
    noegle = models.UUIDField()
    aftryk = models.CharField(max_length=64)
    svar = models.CharField(max_length=500, blank=True)
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["medarbejder_id", "noegle"], name="engang_en_gang")]


class Laest(models.Model):
    """A person has opened a document. Follows the bytes, so a carried-over document stays read."""

    medarbejder_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["medarbejder_id", "sha256"], name="laest_en_gang")]


class Visning(models.Model):
    """How a person last chose to see one of her lists. No text of hers, only choices from the page's own lists."""

    medarbejder_id = models.UUIDField()
    side = models.CharField(max_length=20)
    valg = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["medarbejder_id", "side"], name="visning_en_per_side")]


class Mailvalg(models.Model):
    """A person has asked for a mail about her reminders. `sidst`: the day the latest was sent; one a day at most."""

    medarbejder_id = models.UUIDField()
    om = models.CharField(max_length=20, default="paamindelser")  # what the mail is about
    adresse = models.EmailField(max_length=254, blank=True)
    til = models.BooleanField(default=False)
    sidst = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["medarbejder_id", "om"], name="mailvalg_en_gang")]
