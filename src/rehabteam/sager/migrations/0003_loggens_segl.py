"""The seals of the log, and a copy of the signed lines that are kept outside the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0002_loggen_i_maaneder")]

    operations = [
        migrations.CreateModel(
            name="Logsegl",
            fields=[
                ("nr", models.BigIntegerField(primary_key=True, serialize=False)),
                ("post_id", models.BigIntegerField(unique=True)),
                ("tid", models.DateTimeField()),
                ("aftryk", models.BinaryField()),
                ("kaede", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Logstand",
            fields=[
                ("nr", models.BigIntegerField(primary_key=True, serialize=False)),
                ("linje", models.TextField()),
            ],
        ),
    ]
