"""The forberedende del, version by version."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0011_sagsarter")]
    operations: list[migrations.operations.base.Operation] = []
