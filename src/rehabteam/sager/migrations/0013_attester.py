"""A certificate's way from request to reading."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0012_forberedende_del")]
    operations: list[migrations.operations.base.Operation] = []
