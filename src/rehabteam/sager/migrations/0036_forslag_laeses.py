"""A scan that is ready may wait for its first page to be read, so that its kind and day can be suggested."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0035_overstregning_laeses")]

    operations = [
        migrations.AlterField(
            "modtagetfil",
            "trin",
            models.CharField(
                blank=True,
                choices=[
                    ("undersoeges", "Undersøges"),
                    ("scannes", "Virusscannes"),
                    ("omdannes", "Omdannes til PDF"),
                    ("laeses", "Første side læses"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            "modtagetfil",
            models.Index(
                condition=models.Q(("tilstand", "klar"), ("trin", "laeses")),
                fields=["naeste_tid"],
                name="modtagetfil_laeses",
            ),
        ),
    ]
