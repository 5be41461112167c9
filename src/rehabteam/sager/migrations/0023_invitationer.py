from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0022_planlaegning"),
    ]

    operations: list[migrations.operations.base.Operation] = []
