from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0029_dokumentside")]
    operations: list[migrations.operations.base.Operation] = []
