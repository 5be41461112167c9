"""The roles of citizens, operations and other systems; who is kept out of a citizen's cases (inhabilitet)."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OM_BORGEREN = (
    "borger",
    "forloeb",
    "sag",
    "indsats",
    "undtagetperiode",
    "ordinaeretimer",
    "spaend",
    "saerligegrunde",
    "dokument",
    "resume",
    "sundhedsnotat",
    "deltager",
    "indstilling",
    "indsatsplan",
    "haendelse",
)


def udelukkede() -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.UUIDField(), default=list, editable=False, size=None
    )


def til(model: str, navn: str = "+") -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{model}"
    )


class Migration(migrations.Migration):
    dependencies = [("sager", "0004_loggennemgang")]
    operations = [
        migrations.AlterField(
            model_name="medarbejder",
            name="rolle",
            field=models.CharField(
                choices=[
                    ("sagsbehandler", "Sagsbehandler"),
                    ("moedeleder", "Mødeleder"),
                    ("teammedlem", "Teammedlem"),
                    ("leder", "Teamleder"),
                    ("sekretariat", "Sekretariat"),
                    ("sundhedskoordinator", "Sundhedskoordinator"),
                    ("auditor", "Logkontrollør"),
                    ("borger", "Borger"),
                    ("bisidder", "Bisidder"),
                    ("drift", "Drift"),
                    ("integration", "Fagsystem"),
                ],
                max_length=24,
            ),
        ),
        *(
            migrations.AddField(model_name=model, name="udelukkede", field=udelukkede())
            for model in OM_BORGEREN
        ),
        migrations.CreateModel(
            name="Inhabilitet",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("udelukkede", udelukkede()),
                (
                    "grund",
                    models.CharField(
                        choices=[
                            ("interesse", "Egen interesse i sagen"),
                            ("slaegt", "Familie eller anden nær forbindelse"),
                            (
                                "selskab",
                                "Tilknytning til en virksomhed eller forening med interesse i sagen",
                            ),
                            ("tidligere", "Har behandlet samme sag et andet sted"),
                            ("andet", "Andet, der kan give tvivl om upartiskheden"),
                        ],
                        max_length=12,
                    ),
                ),
                ("begrundelse", models.TextField()),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("erklaeret_af", models.CharField(max_length=420)),
                ("ophaevet_tid", models.DateTimeField(null=True)),
                ("ophaevet_grund", models.TextField(blank=True)),
                ("ophaevet_af", models.CharField(blank=True, max_length=420)),
                ("borger", til("borger", "inhabile")),
                ("kommune", til("organisation")),
                ("medarbejder", til("medarbejder")),
                ("organisation", til("organisation")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ophaevet_tid", None)),
                        fields=("borger", "medarbejder"),
                        name="inhabilitet_en_ad_gangen",
                    )
                ],
            },
        ),
    ]
