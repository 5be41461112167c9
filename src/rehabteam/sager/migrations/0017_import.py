"""Import from the kommune's other system."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0016_arbejdsgang")]
    operations: list[migrations.operations.base.Operation] = []
