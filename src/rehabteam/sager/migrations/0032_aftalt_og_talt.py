from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0031_overstregning")]
    operations: list[migrations.operations.base.Operation] = []
