from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0021_aftale"),
    ]

    operations: list[migrations.operations.base.Operation] = []
