"""Reserved: filled in by the change that bears its name."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sager", "0009_borgerens_login")]
    operations = []
