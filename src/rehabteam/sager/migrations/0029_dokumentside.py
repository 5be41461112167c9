from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0028_modtagelse")]
    operations: list[migrations.operations.base.Operation] = []
