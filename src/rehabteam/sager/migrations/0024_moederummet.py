from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0023_invitationer"),
    ]

    operations: list[migrations.operations.base.Operation] = []
