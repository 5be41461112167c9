"""Invitations to a meeting, and each one's own notes for reading."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

MODTAGERE = [
    ("borger", "Borgeren"),
    ("bisidder", "Bisidderen"),
    ("sagsbehandler", "Sagsbehandleren"),
    ("sundhedskoordinator", "Sundhedskoordinatoren"),
    ("laege", "Den praktiserende læge"),
    ("team", "En fra teamet"),
]


def _faelles() -> list[tuple[str, models.Field]]:  # type: ignore[type-arg]
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        (
            "udelukkede",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), default=list, editable=False, size=None
            ),
        ),
        ("kommune", _til("organisation")),
    ]


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0022_planlaegning"),
    ]

    operations: list[migrations.operations.base.Operation] = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                *_faelles(),
                ("modtager", models.CharField(choices=MODTAGERE, max_length=20)),
                ("navn", models.CharField(blank=True, max_length=200)),
                (
                    "slags",
                    models.CharField(choices=[("brev", "Brev"), ("kalender", "Kalenderfil")], max_length=10),
                ),
                ("uid", models.CharField(max_length=64)),
                ("sekvens", models.PositiveIntegerField()),
                ("aflyst", models.BooleanField(default=False)),
                ("dato", models.DateField()),
                ("kl", models.TimeField()),
                ("slut", models.TimeField()),
                ("sted", models.CharField(max_length=120)),
                ("video", models.BooleanField(default=False)),
                ("linjer", models.JSONField(default=list)),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("lavet_af", models.CharField(max_length=420)),
                ("moede", _til("moede", "invitationer")),
                ("sag", _til("sag", "invitationer", null=True)),
                ("medarbejder", _til("medarbejder", null=True)),
                ("samtykke", _til("samtykke", null=True)),
                ("dokument", _til("dokument", null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kommune", "uid", "sekvens"), name="invitation_en_udgave"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sag__isnull", False), ("medarbejder__isnull", False), _connector="OR"
                        ),
                        name="invitation_til_nogen",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["sag", "uid"], name="invitation_sag"),
                    models.Index(fields=["moede", "medarbejder"], name="invitation_moede"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Laesenote",
            fields=[
                *_faelles(),
                ("tekst", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("aendret_tid", models.DateTimeField()),
                ("medarbejder", _til("medarbejder")),
                ("sag", _til("sag", "laesenoter")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sag", "medarbejder"), name="laesenote_en_hver")
                ]
            },
        ),
    ]
