"""A protected name and address (CPR-loven § 28): its days, a name that is not shown by itself, and where letters go."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0009_borgerens_login")]
    operations = [
        # The column keeps its name; the program's own name for it changes, so that no page shows it by chance.
        migrations.AlterField(
            model_name="borger",
            name="navn",
            field=models.CharField(db_column="navn", max_length=200),
        ),
        migrations.RenameField(model_name="borger", old_name="navn", new_name="fuldt_navn"),
        migrations.AddField(model_name="borger", name="beskyttet_fra", field=models.DateField(null=True)),
        migrations.AddField(model_name="borger", name="beskyttet_til", field=models.DateField(null=True)),
        migrations.CreateModel(
            name="Postadresse",
            fields=[
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("linjer", models.TextField()),
                ("aendret_tid", models.DateTimeField()),
                ("aendret_af", models.CharField(max_length=200)),
                (
                    "borger",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postadresse",
                        to="sager.borger",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.organisation",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]
