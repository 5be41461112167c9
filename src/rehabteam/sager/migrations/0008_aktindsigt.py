"""Requests to see a case's papers, and what is handed over or held back."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0007_samtykke")]
    operations = [
        migrations.CreateModel(
            name="Aktindsigt",
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
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aktindsigter",
                        to="sager.sag",
                    ),
                ),
                ("modtaget", models.DateField()),
                (
                    "hvem",
                    models.CharField(
                        choices=[
                            ("borger", "Borgeren selv"),
                            ("repraesentant", "En, der repræsenterer borgeren"),
                        ],
                        max_length=16,
                    ),
                ),
                ("repraesentant", models.CharField(blank=True, max_length=200)),
                ("hvad", models.TextField()),
                ("registreret_tid", models.DateTimeField()),
                ("registreret_af", models.CharField(max_length=420)),
                ("underrettet", models.DateField(null=True)),
                ("ventes", models.DateField(null=True)),
                ("underrettet_grund", models.TextField(blank=True)),
                ("afgjort", models.DateField(null=True)),
                ("afgjort_tid", models.DateTimeField(null=True)),
                ("afgjort_af", models.CharField(blank=True, max_length=420)),
                ("for_sent_grund", models.TextField(blank=True)),
                ("udleveret", models.PositiveIntegerField(default=0)),
                ("tilbageholdt", models.PositiveIntegerField(default=0)),
                ("arkiv_sha256", models.CharField(blank=True, max_length=64)),
                ("arkiv_stoerrelse", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "ordering": ["-modtaget", "-registreret_tid"],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Udlevering",
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
                    "aktindsigt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="udleveringer",
                        to="sager.aktindsigt",
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.sag"
                    ),
                ),
                (
                    "dokument",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.dokument",
                    ),
                ),
                (
                    "del_navn",
                    models.CharField(
                        choices=[
                            ("dokument", "Dokument"),
                            ("historik", "Sagens historik"),
                            ("log", "Hvem har brugt oplysningerne"),
                        ],
                        max_length=12,
                    ),
                ),
                ("udleveres", models.BooleanField()),
                ("hjemmel", models.CharField(blank=True, max_length=12)),
                ("begrundelse", models.TextField(blank=True)),
                ("valgt_tid", models.DateTimeField()),
                ("valgt_af", models.CharField(max_length=420)),
                ("laast", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("aktindsigt", "dokument"), name="udlevering_et_dokument"),
                    models.UniqueConstraint(
                        condition=models.Q(("dokument", None)),
                        fields=("aktindsigt", "del_navn"),
                        name="udlevering_en_del",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("del_navn", "dokument"), ("dokument__isnull", False)),
                            models.Q(models.Q(("del_navn", "dokument"), _negated=True), ("dokument", None)),
                            _connector="OR",
                        ),
                        name="udlevering_dokument_eller_del",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hjemmel", ""), ("udleveres", True)),
                            models.Q(
                                ("udleveres", False),
                                models.Q(("hjemmel", ""), _negated=True),
                                models.Q(("begrundelse", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="udlevering_siger_hvorfor",
                    ),
                ],
            },
        ),
    ]
