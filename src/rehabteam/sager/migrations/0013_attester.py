"""A certificate's way from request to reading."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.models.deletion import PROTECT

ID = ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False))
UDELUKKEDE = (
    "udelukkede",
    django.contrib.postgres.fields.ArrayField(
        base_field=models.UUIDField(), default=list, editable=False, size=None
    ),
)


def _hen(til: str, navn: str = "+", **andet: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, related_name=navn, to=f"sager.{til}", **andet)


class Migration(migrations.Migration):
    dependencies = [("sager", "0012_forberedende_del")]
    operations = [
        migrations.AddField("anmodning", "svarfrist", models.DateField(null=True)),
        migrations.AddField("anmodning", "ny_attest_grund", models.TextField(blank=True, default="")),
        migrations.AlterField("anmodning", "ny_attest_grund", models.TextField(blank=True)),
        migrations.AddIndex(
            "anmodning",
            models.Index(
                fields=["kommune", "sendt"], condition=models.Q(tilstand="sendt"), name="anmodning_aaben"
            ),
        ),
        migrations.CreateModel(
            name="Attestskridt",
            fields=[
                UDELUKKEDE,
                ID,
                (
                    "slags",
                    models.CharField(
                        choices=[
                            ("udleveret", "Udleveret til borgeren"),
                            ("hos_laegen", "Lægen har anmodningen"),
                            ("tid_bestilt", "Tid hos lægen"),
                            ("konsultation", "Konsultationen er holdt"),
                            ("rykket", "Rykket for attesten"),
                            ("modtaget", "Attesten er modtaget"),
                            ("fortrudt", "Fortrudt"),
                        ],
                        max_length=12,
                    ),
                ),
                ("dag", models.DateField()),
                ("kl", models.TimeField(null=True)),
                ("grund", models.TextField(blank=True)),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=420)),
                ("anmodning", _hen("anmodning", "skridt")),
                ("borger", _hen("borger")),
                ("dokument", _hen("dokument", null=True)),
                ("fortryder", _hen("attestskridt", "fortrudt_af", null=True)),
                ("kommune", _hen("organisation")),
                ("sag", _hen("sag", "attestskridt")),
            ],
            options={
                "indexes": [models.Index(fields=["anmodning", "tid"], name="attestskridt_anmodning")],
                "constraints": [
                    models.UniqueConstraint(fields=("fortryder",), name="attestskridt_fortrudt_en_gang"),
                    models.CheckConstraint(
                        condition=models.Q(slags="fortrudt", fortryder__isnull=False) & ~models.Q(grund="")
                        | ~models.Q(slags="fortrudt") & models.Q(fortryder=None),
                        name="attestskridt_fortrudt_med_grund",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Laegevurdering",
            fields=[
                UDELUKKEDE,
                ID,
                ("kilde", models.CharField(blank=True, max_length=20)),
                ("konsultation", models.BooleanField(null=True)),
                (
                    "punkter",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
                ),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("forfatter", models.CharField(max_length=420)),
                ("dokument", _hen("dokument", "laegevurderinger")),
                ("kommune", _hen("organisation")),
                ("koordinator", _hen("medarbejder", editable=False, null=True)),
                ("region", _hen("organisation", editable=False, null=True)),
                ("sag", _hen("sag", "%(class)s_raekker")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(punkter__contained_by=[1, 2, 3, 4]),
                        name="laegevurdering_fire_punkter",
                    )
                ],
            },
        ),
    ]
