"""A long redacted edition waits to be read by the worker; an aktindsigt may hand one over in place of the document."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("sager", "0034_modtaget_afsender")]
    operations = [
        migrations.AddField("overstregning", "sider_uden_tekst", models.PositiveIntegerField(default=0)),
        migrations.AddField(
            "overstregning",
            "laesning",
            models.CharField(
                blank=True,
                choices=[
                    ("venter", "Bliver gjort søgbar"),
                    ("faerdig", "Er læst"),
                    ("umulig", "Kan ikke læses"),
                    ("undladt", "Bruges uden tekst"),
                ],
                default="",
                max_length=8,
            ),
            preserve_default=False,
        ),
        migrations.AddField("overstregning", "laes_forsoeg", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField(
            "overstregning",
            "bestilt_af",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sager.medarbejder",
            ),
        ),
        migrations.AddIndex(
            "overstregning",
            models.Index(fields=["lavet_tid"], condition=Q(laesning="venter"), name="overstregning_venter"),
        ),
        migrations.AddConstraint(
            "overstregning",
            models.CheckConstraint(
                condition=~Q(laesning="venter") | Q(lavet_tid__isnull=False, bestilt_af__isnull=False),
                name="overstregning_nogen_venter",
            ),
        ),
        migrations.AddField(
            "udlevering",
            "overstregning",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sager.overstregning",
            ),
        ),
        migrations.RemoveConstraint("udlevering", "udlevering_siger_hvorfor"),
        migrations.AddConstraint(
            "udlevering",
            models.CheckConstraint(
                condition=Q(udleveres=True, overstregning=None, hjemmel="")
                | (Q(udleveres=False, overstregning=None) | Q(udleveres=True, overstregning__isnull=False))
                & ~Q(hjemmel="")
                & ~Q(begrundelse=""),
                name="udlevering_siger_hvorfor",
            ),
        ),
    ]
