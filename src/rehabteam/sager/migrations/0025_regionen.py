from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0024_moederummet"),
    ]

    operations: list[migrations.operations.base.Operation] = []
