"""What a kommune pays its region for a month: settlements, their lines, and both sides' approval."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0025_regionen"),
    ]

    operations = [
        migrations.CreateModel(
            name="Afregning",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("maaned", models.DateField()),
                ("nr", models.PositiveSmallIntegerField()),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=420)),
                ("laast_tid", models.DateTimeField(null=True)),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Afregningsgodkendelse",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "side",
                    models.CharField(choices=[("kommune", "Kommunen"), ("region", "Regionen")], max_length=8),
                ),
                ("linjer", models.PositiveIntegerField()),
                ("sum", models.DecimalField(decimal_places=2, max_digits=12)),
                ("tid", models.DateTimeField()),
                ("dag", models.DateField()),
                ("af", models.CharField(max_length=420)),
                (
                    "afregning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="godkendelser",
                        to="sager.afregning",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
            options={
                "ordering": ["tid"],
            },
        ),
        migrations.CreateModel(
            name="Afregningslinje",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("nr", models.PositiveIntegerField()),
                ("noegle", models.CharField(max_length=60)),
                (
                    "slags",
                    models.CharField(
                        choices=[
                            ("sag", "Sag behandlet på møde"),
                            ("afbud", "Sent afbud"),
                            ("moede", "Møde"),
                            ("dag", "Mødedag"),
                        ],
                        max_length=8,
                    ),
                ),
                ("kategori", models.CharField(blank=True, max_length=40)),
                ("sag_id", models.UUIDField(null=True)),
                ("dato", models.DateField()),
                ("afbud_dag", models.DateField(null=True)),
                ("pris", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("procent", models.PositiveSmallIntegerField(null=True)),
                ("beloeb", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                (
                    "oprindelse",
                    models.CharField(
                        choices=[
                            ("beregnet", "Beregnet efter aftalen"),
                            ("rettet", "Rettet med en grund"),
                            ("afklaret", "Afklaret uden en aftalt pris"),
                        ],
                        default="beregnet",
                        max_length=10,
                    ),
                ),
                ("grund", models.TextField(blank=True)),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=420)),
                (
                    "afregning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linjer",
                        to="sager.afregning",
                    ),
                ),
                (
                    "aftale",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.samarbejdsaftale",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "moede",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.moede",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "retter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.afregningslinje",
                    ),
                ),
            ],
            options={
                "ordering": ["nr"],
            },
        ),
        migrations.AddConstraint(
            model_name="afregning",
            constraint=models.UniqueConstraint(
                fields=("kommune", "maaned", "nr"), name="afregning_maaned_nr"
            ),
        ),
        migrations.AddConstraint(
            model_name="afregning",
            constraint=models.CheckConstraint(
                condition=models.Q(("maaned__day", 1)), name="afregning_hel_maaned"
            ),
        ),
        migrations.AddConstraint(
            model_name="afregningsgodkendelse",
            constraint=models.UniqueConstraint(
                fields=("afregning", "side", "linjer"), name="afregning_godkendt_en_gang"
            ),
        ),
        migrations.AddConstraint(
            model_name="afregningslinje",
            constraint=models.UniqueConstraint(fields=("afregning", "nr"), name="afregningslinje_nr"),
        ),
        migrations.AddConstraint(
            model_name="afregningslinje",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("oprindelse", "beregnet"),
                    models.Q(
                        ("beloeb__isnull", False),
                        ("retter__isnull", False),
                        models.Q(("grund", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="afregningslinje_haand_med_grund",
            ),
        ),
    ]
