"""How a person last chose to see her list, and whether she wants a mail about her reminders."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0003_borgerens_login")]
    operations = [
        migrations.CreateModel(
            name="Visning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("medarbejder_id", models.UUIDField()),
                ("side", models.CharField(max_length=20)),
                ("valg", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("medarbejder_id", "side"), name="visning_en_per_side")
                ]
            },
        ),
        migrations.CreateModel(
            name="Mailvalg",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("medarbejder_id", models.UUIDField()),
                ("om", models.CharField(default="paamindelser", max_length=20)),
                ("adresse", models.EmailField(blank=True, max_length=254)),
                ("til", models.BooleanField(default=False)),
                ("sidst", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("medarbejder_id", "om"), name="mailvalg_en_gang")
                ]
            },
        ),
    ]
