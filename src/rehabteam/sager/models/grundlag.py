"""The shapes every protected table is built on: who owns a row, and with whom it is shared."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Raekke(models.Model):
    """A row with an id that says nothing: it may stand in an address, a CPR number may not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class KommunensRaekke(Raekke):
    """A row that one kommune owns. The wall in PostgreSQL compares `kommune_id` and nothing else."""

    kommune = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class OmBorgeren(KommunensRaekke):
    """A row about one citizen. `udelukkede`: the people at work who may not see it (models/inhabilitet.py).

    PostgreSQL writes the column itself, at every insert and update (sager/adgang/udelukkelse.py); the site never does.
    """

    udelukkede = ArrayField(models.UUIDField(), default=list, editable=False)

    class Meta:
        abstract = True


class SagensRaekke(OmBorgeren):
    """A row that belongs to a case and is seen by those the case is shared with.

    `region` and `koordinator` are copies of the case's own columns, kept by a trigger in PostgreSQL
    (sager/adgang/deling.py), so that the wall is one comparison and never a join.
    """

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="%(class)s_raekker")
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinator = models.ForeignKey(
        "sager.Medarbejder", models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True
