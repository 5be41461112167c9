"""The access log: who has looked, searched, changed, taken out, been refused and logged in. It only ever grows."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Adgangspost(models.Model):
    """One look, search, change, export, denial or login. No CPR, no name, no free text.

    One table per month in PostgreSQL (adgang/logdele.py). `tid` is PostgreSQL's own clock at the moment of writing
    and `transaktion` the number of the transaction; `id`, `tid` and `transaktion` cannot be chosen by the site.
    `antal`: rows that left the house. `aftryk`: SHA-256 of the file that did. `soegning`: a keyed hash of what was
    searched for, so that the same search is known again without being readable. `vikar_for`: whom she stood in for.
    """

    id = models.BigAutoField(primary_key=True)
    tid = models.DateTimeField(editable=False)
    transaktion = models.BigIntegerField(editable=False)
    anmodning = models.UUIDField()
    organisation_id = models.UUIDField(null=True)
    medarbejder_id = models.UUIDField(null=True)
    rolle = models.CharField(max_length=24, blank=True)
    art = models.CharField(max_length=10)
    rute = models.CharField(max_length=60)
    udfald = models.PositiveSmallIntegerField()
    objekt = models.UUIDField(null=True)
    borgere = ArrayField(models.UUIDField(), default=list)
    antal = models.IntegerField(null=True)
    aftryk = models.CharField(max_length=64, blank=True)
    soegning = models.CharField(max_length=32, blank=True)
    vikar_for = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation_id", "tid"], name="adgangspost_tid"),
            models.Index(fields=["transaktion", "id"], name="adgangspost_transaktion"),
            GinIndex(fields=["borgere"], name="adgangspost_borgere"),
        ]


class Logsegl(models.Model):
    """The seal of one row of the log: its place in the chain. Holds no person, and outlives the row itself.

    `aftryk` is SHA-256 of the row, `kaede` SHA-256 of the link before it together with `nr`, `tid` and `aftryk`.
    """

    nr = models.BigIntegerField(primary_key=True)
    post_id = models.BigIntegerField(unique=True)
    tid = models.DateTimeField()
    aftryk = models.BinaryField()
    kaede = models.BinaryField()


class Logstand(models.Model):
    """A copy of each signed line of the witness, which is kept outside the database."""

    nr = models.BigIntegerField(primary_key=True)
    linje = models.TextField()
