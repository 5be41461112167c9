"""Redacted editions of documents, and what is put together for a receiver outside the house."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0030_margennoter")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.CreateModel(
            name="Forsendelse",
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
                (
                    "modtager",
                    models.CharField(
                        choices=[
                            ("borger", "Borgeren selv"),
                            ("bisidder", "Borgerens bisidder"),
                            ("region", "Klinisk Funktion i regionen"),
                            ("laege", "Borgerens læge"),
                            ("kommune", "En anden kommune"),
                            ("anden", "En anden"),
                        ],
                        max_length=10,
                    ),
                ),
                ("modtager_navn", models.CharField(blank=True, max_length=200)),
                ("grundlag", models.TextField(blank=True)),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=420)),
                ("udleveret_tid", models.DateTimeField(null=True)),
                ("udleveret_dag", models.DateField(null=True)),
                ("udleveret_af", models.CharField(blank=True, max_length=420)),
                ("antal", models.PositiveIntegerField(default=0)),
                ("sider", models.PositiveIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("stoerrelse", models.PositiveBigIntegerField(default=0)),
                ("opgivet_tid", models.DateTimeField(null=True)),
                (
                    "fuldmagt",
                    models.ForeignKey(
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
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forsendelser",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "ordering": ["-oprettet_tid"],
            },
        ),
        migrations.CreateModel(
            name="Overstregning",
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
                ("nr", models.PositiveIntegerField()),
                ("kilde_sha256", models.CharField(max_length=64)),
                ("kilde_mime", models.CharField(max_length=60)),
                ("felter", models.JSONField(default=list)),
                ("version", models.PositiveIntegerField(default=1)),
                ("begyndt_tid", models.DateTimeField()),
                ("begyndt_af", models.CharField(max_length=420)),
                ("grund", models.TextField(blank=True)),
                ("lavet_tid", models.DateTimeField(null=True)),
                ("lavet_af", models.CharField(blank=True, max_length=420)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("stoerrelse", models.PositiveBigIntegerField(default=0)),
                ("sider", models.PositiveIntegerField(default=0)),
                ("soegbar", models.BooleanField(default=False)),
                ("trukket_tilbage_tid", models.DateTimeField(null=True)),
                ("trukket_tilbage_grund", models.TextField(blank=True)),
                ("trukket_tilbage_af", models.CharField(blank=True, max_length=420)),
                (
                    "dokument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overstregninger",
                        to="sager.dokument",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overstregninger",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "ordering": ["dokument", "nr"],
            },
        ),
        migrations.CreateModel(
            name="Forsendelseslinje",
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
                ("nr", models.PositiveIntegerField()),
                ("fund", models.JSONField(default=dict)),
                ("trods", models.TextField(blank=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("laast", models.BooleanField(default=False)),
                (
                    "dokument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.dokument"
                    ),
                ),
                (
                    "forsendelse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linjer",
                        to="sager.forsendelse",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.sag"
                    ),
                ),
                (
                    "overstregning",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.overstregning",
                    ),
                ),
            ],
            options={
                "ordering": ["forsendelse", "nr"],
            },
        ),
        migrations.AddConstraint(
            model_name="forsendelse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("udleveret_tid", None),
                    models.Q(models.Q(("sha256", ""), _negated=True), ("opgivet_tid", None)),
                    _connector="OR",
                ),
                name="forsendelse_udleveret_helt",
            ),
        ),
        migrations.AddConstraint(
            model_name="forsendelse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("modtager", "bisidder"), _negated=True),
                    ("fuldmagt__isnull", False),
                    _connector="OR",
                ),
                name="forsendelse_bisidder_har_fuldmagt",
            ),
        ),
        migrations.AddConstraint(
            model_name="overstregning",
            constraint=models.UniqueConstraint(fields=("dokument", "nr"), name="overstregning_nr"),
        ),
        migrations.AddConstraint(
            model_name="overstregning",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lavet_tid", None)), fields=("dokument",), name="overstregning_en_kladde"
            ),
        ),
        migrations.AddConstraint(
            model_name="overstregning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lavet_tid", None),
                    models.Q(models.Q(("sha256", ""), _negated=True), models.Q(("grund", ""), _negated=True)),
                    _connector="OR",
                ),
                name="overstregning_lavet_helt",
            ),
        ),
        migrations.AddConstraint(
            model_name="forsendelseslinje",
            constraint=models.UniqueConstraint(
                fields=("forsendelse", "dokument"), name="forsendelseslinje_et_dokument"
            ),
        ),
    ]
