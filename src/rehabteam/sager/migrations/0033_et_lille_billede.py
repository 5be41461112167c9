"""A document's small picture is one of its page pictures; the copy in the store is told of by nobody and swept."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0032_aftalt_og_talt")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.RemoveField("gennemgang", "miniature_sha256"),
    ]
