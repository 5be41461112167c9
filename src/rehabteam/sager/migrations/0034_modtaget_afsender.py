"""Who a file is from, as it is suggested: a mail says it itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0033_et_lille_billede")]

    operations = [
        migrations.AddField(
            "modtagetfil",
            "foreslaaet_afsender",
            models.CharField(blank=True, max_length=200, db_default=""),
        )
    ]
