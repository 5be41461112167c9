"""The indstilling for every outcome."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0013_attester")]
    operations: list[migrations.operations.base.Operation] = []
