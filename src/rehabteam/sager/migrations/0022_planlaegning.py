"""Meeting days in series, on video, with numbered places and members; a day can be cancelled with a reason."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def _til(model: str, **mere: object) -> models.ForeignKey:
    mere.setdefault("related_name", "+")
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **mere)


ID = ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False))


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0021_aftale"),
    ]

    operations: list[migrations.operations.base.Operation] = [
        migrations.RemoveConstraint(model_name="moede", name="moede_et_sted"),
        migrations.AddField(
            model_name="moede",
            name="form",
            field=models.CharField(
                choices=[("rum", "I et lokale"), ("video", "På video")], default="rum", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="moede", name="serie", field=models.UUIDField(editable=False, null=True)
        ),
        migrations.AddField(model_name="moede", name="aflyst_tid", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="moede", name="aflyst_grund", field=models.CharField(blank=True, max_length=300)
        ),
        migrations.AddField(
            model_name="moede", name="aflyst_af", field=models.CharField(blank=True, max_length=420)
        ),
        migrations.AddConstraint(
            model_name="moede",
            constraint=models.UniqueConstraint(
                condition=models.Q(("aflyst_tid", None)),
                fields=("kommune", "dato", "kl", "sted"),
                name="moede_et_sted",
            ),
        ),
        migrations.AddConstraint(
            model_name="moede",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("aflyst_tid", None), models.Q(("aflyst_grund", ""), _negated=True), _connector="OR"
                ),
                name="moede_aflyst_med_grund",
            ),
        ),
        migrations.CreateModel(
            name="Moedeplads",
            fields=[
                ID,
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                ("aftalekategori", models.CharField(max_length=40)),
                ("nr", models.PositiveSmallIntegerField()),
                ("kl", models.TimeField(null=True)),
                ("kommune", _til("sager.organisation")),
                ("region", _til("sager.organisation")),
                ("moede", _til("sager.moede", related_name="pladser")),
                (
                    "sag",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plads",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "ordering": ["aftalekategori", "nr"],
                "constraints": [
                    models.UniqueConstraint(fields=("moede", "aftalekategori", "nr"), name="moedeplads_nr")
                ],
            },
        ),
        migrations.CreateModel(
            name="Moedemedlem",
            fields=[
                ID,
                (
                    "fagomraade",
                    models.CharField(
                        choices=[
                            ("beskaeftigelse", "Beskæftigelse"),
                            ("social", "Social"),
                            ("sundhed", "Sundhed"),
                            ("uddannelse", "Uddannelse"),
                            ("sundhedskoordinator", "Sundhedskoordinator"),
                        ],
                        max_length=24,
                    ),
                ),
                ("navn", models.CharField(max_length=200)),
                ("stedfortraeder_navn", models.CharField(blank=True, max_length=200)),
                ("kommune", _til("sager.organisation")),
                ("region", _til("sager.organisation")),
                ("organisation", _til("sager.organisation")),
                ("moede", _til("sager.moede", related_name="medlemmer")),
                ("medarbejder", _til("sager.medarbejder", null=True)),
                ("stedfortraeder", _til("sager.medarbejder", null=True)),
            ],
            options={
                "ordering": ["fagomraade"],
                "constraints": [
                    models.UniqueConstraint(fields=("moede", "fagomraade"), name="moedemedlem_et_omraade")
                ],
            },
        ),
    ]
