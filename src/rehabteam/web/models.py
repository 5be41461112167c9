"""The web's own tables: logins, once-only keys, what a person has read. Nothing here is known about a case."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class KontoManager(BaseUserManager["Konto"]):
    def get_by_natural_key(self, username: str | None) -> "Konto":
        return self.get(brugernavn=(username or "").strip().lower())


class Konto(AbstractBaseUser):
    """How a Medarbejder logs in. `demo` accounts work only in a demo."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brugernavn = models.CharField(max_length=80, unique=True)
    medarbejder = models.OneToOneField("sager.Medarbejder", models.PROTECT, related_name="konto")
    demo = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "brugernavn"
    objects = KontoManager()


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
