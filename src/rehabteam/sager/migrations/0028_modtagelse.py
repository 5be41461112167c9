from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0027_sagen")]
    operations: list[migrations.operations.base.Operation] = []
