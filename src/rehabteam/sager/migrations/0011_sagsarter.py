"""Every kind of case, and the answers people have given to what the law asks of them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0010_beskyttelse")]
    operations: list[migrations.operations.base.Operation] = []
