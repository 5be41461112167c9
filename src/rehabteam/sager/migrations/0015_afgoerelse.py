"""The kommune's decision and what follows it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0014_indstilling")]
    operations: list[migrations.operations.base.Operation] = []
