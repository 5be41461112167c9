from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0030_margennoter")]
    operations: list[migrations.operations.base.Operation] = []
