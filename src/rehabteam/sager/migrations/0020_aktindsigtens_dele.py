"""Aktindsigt also takes in the notes of a case, and what is written in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0019_indsatsstart"),
    ]

    operations = [
        migrations.AlterField(
            model_name="udlevering",
            name="del_navn",
            field=models.CharField(
                choices=[
                    ("dokument", "Dokument"),
                    ("historik", "Sagens historik"),
                    ("noter", "Noter om sagen"),
                    ("tekster", "Den forberedende del, hver version, og svarene i sagen"),
                    ("log", "Hvem har brugt oplysningerne"),
                ],
                max_length=12,
            ),
        ),
    ]
