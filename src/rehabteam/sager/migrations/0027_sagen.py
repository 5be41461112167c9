from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0026_afregning"),
    ]

    operations: list[migrations.operations.base.Operation] = []
