from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0025_regionen"),
    ]

    operations: list[migrations.operations.base.Operation] = []
