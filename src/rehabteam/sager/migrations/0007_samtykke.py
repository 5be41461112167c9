"""Consents (retssikkerhedsloven § 11 a), and what was asked of others on them."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0006_vikar_noedadgang"),
    ]

    operations = [
        migrations.CreateModel(
            name="Samtykke",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "borger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samtykker",
                        to="sager.borger",
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="samtykker", to="sager.sag"
                    ),
                ),
                ("oplysninger", models.TextField()),
                ("kilde", models.CharField(max_length=200)),
                ("formaal", models.TextField()),
                ("givet", models.DateField()),
                (
                    "maade",
                    models.CharField(
                        choices=[
                            ("underskrift", "Underskrevet på papir"),
                            ("mundtligt", "Sagt mundtligt og skrevet ned"),
                            ("digitalt", "Givet af borgeren selv i Rehabteam"),
                        ],
                        max_length=12,
                    ),
                ),
                ("praecist", models.BooleanField()),
                ("konsekvenser_oplyst", models.BooleanField()),
                ("til", models.DateField(null=True)),
                ("registreret_tid", models.DateTimeField()),
                ("registreret_af", models.CharField(max_length=200)),
                ("tilbagekaldt_tid", models.DateTimeField(null=True)),
                ("tilbagekaldt_dag", models.DateField(null=True)),
                ("tilbagekaldt_af", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["sag", "givet"], name="samtykke_sag")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til", None), ("til__gte", models.F("givet")), _connector="OR"),
                        name="samtykke_til_efter_givet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tilbagekaldt_dag", None), ("tilbagekaldt_tid", None)),
                            models.Q(
                                ("tilbagekaldt_dag__isnull", False), ("tilbagekaldt_tid__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="samtykke_tilbagekaldt_helt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Anmodning",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "borger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.borger"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anmodninger",
                        to="sager.sag",
                    ),
                ),
                ("form", models.CharField(max_length=12)),
                ("til", models.CharField(max_length=200)),
                ("oplysninger", models.TextField()),
                ("sendt", models.DateField()),
                (
                    "samtykke",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anmodninger",
                        to="sager.samtykke",
                    ),
                ),
                ("undtagelse", models.CharField(blank=True, max_length=16)),
                ("undtagelse_grund", models.TextField(blank=True)),
                ("registreret_tid", models.DateTimeField()),
                ("registreret_af", models.CharField(max_length=200)),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("sendt", "Afventer svar"),
                            ("modtaget", "Modtaget"),
                            ("standset", "Standset: samtykket er trukket tilbage"),
                            ("annulleret", "Annulleret"),
                        ],
                        default="sendt",
                        max_length=12,
                    ),
                ),
                ("lukket_tid", models.DateTimeField(null=True)),
                ("lukket_dag", models.DateField(null=True)),
                ("lukket_af", models.CharField(blank=True, max_length=200)),
                ("lukket_grund", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["sag", "sendt"], name="anmodning_sag")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("samtykke__isnull", False), ("undtagelse", "")),
                            models.Q(
                                ("samtykke", None),
                                models.Q(("undtagelse", ""), _negated=True),
                                models.Q(("undtagelse_grund", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="anmodning_har_et_grundlag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lukket_tid", None), ("tilstand", "sendt")),
                            models.Q(
                                models.Q(("tilstand", "sendt"), _negated=True), ("lukket_tid__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="anmodning_lukket_helt",
                    ),
                ],
            },
        ),
    ]
