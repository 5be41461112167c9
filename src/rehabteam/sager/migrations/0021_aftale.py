from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0020_aktindsigtens_dele"),
    ]

    operations: list[migrations.operations.base.Operation] = []
