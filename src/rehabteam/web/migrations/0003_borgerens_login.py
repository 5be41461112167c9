"""A citizen's account: a login with no Medarbejder, and which citizens it opens."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0009_borgerens_login"), ("web", "0002_indgang")]

    operations = [
        migrations.AlterField(
            model_name="konto",
            name="medarbejder",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="konto",
                to="sager.medarbejder",
            ),
        ),
        migrations.CreateModel(
            name="Borgerkonto",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("navn", models.CharField(max_length=200)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "borger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.borger"
                    ),
                ),
                (
                    "fuldmagt",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.fuldmagt",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "konto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="borgere",
                        to="web.konto",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("fuldmagt", None)),
                        fields=("konto", "borger"),
                        name="borgerkonto_en_gang",
                    )
                ],
            },
        ),
    ]
