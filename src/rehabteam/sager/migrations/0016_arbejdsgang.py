"""Notes, saved filters, reminders and search."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0015_afgoerelse")]
    operations: list[migrations.operations.base.Operation] = []
