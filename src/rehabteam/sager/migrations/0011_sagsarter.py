"""Every kind of case, and the answers people have given to what the law asks of them."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0010_beskyttelse")]
    operations = [
        migrations.AlterField(
            model_name="sag",
            name="tilstand",
            field=models.CharField(
                choices=[
                    ("forberedes", "Forberedes"),
                    ("sendt", "Sendt til regionen"),
                    ("hos_koordinator", "Hos sundhedskoordinator"),
                    ("indstillet", "Indstillet"),
                    ("afgjort", "Afgjort"),
                    ("plan_lagt", "Indsatsplan lagt"),
                    ("afsluttet", "Afsluttet"),
                ],
                default="forberedes",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="sag", name="undertype", field=models.CharField(blank=True, max_length=80)
        ),
        migrations.AddConstraint(
            model_name="sag",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("undertype", "Genforelæggelse, fordi kommunen ikke vil følge indstillingen"),
                    models.Q(("tilstand", "afsluttet"), _negated=True),
                ),
                fields=("kommune", "udspringer_af"),
                name="sag_en_aaben_uenig",
            ),
        ),
        migrations.CreateModel(
            name="Skoen",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                ("noegle", models.CharField(max_length=60)),
                ("vaerdi", models.JSONField(null=True)),
                ("grund", models.TextField(blank=True)),
                ("af", models.CharField(max_length=200)),
                ("rolle", models.CharField(max_length=40)),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("version", models.PositiveIntegerField()),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.organisation",
                    ),
                ),
                (
                    "koordinator",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.medarbejder",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.organisation",
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_raekker",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sag", "noegle", "version"), name="skoen_version")
                ]
            },
        ),
    ]
