"""The indstilling for every outcome."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0013_attester")]
    operations = [
        migrations.AddField(
            "indstilling", "udfald", models.CharField(blank=True, default="", max_length=40), False
        ),
        migrations.AddField("indstilling", "indhold", models.JSONField(default=dict)),
        migrations.AddField("indstilling", "flag", models.JSONField(default=dict)),
        migrations.AddField("indstilling", "uenighed", models.TextField(blank=True, default=""), False),
        migrations.AddField("indstilling", "begrundelse_tilstraekkelig", models.BooleanField(null=True)),
    ]
