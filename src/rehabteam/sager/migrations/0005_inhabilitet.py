"""The roles of citizens, operations and other systems; who is kept out of a citizen's cases (inhabilitet)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0004_loggennemgang")]
    operations = [
        migrations.AlterField(
            model_name="medarbejder",
            name="rolle",
            field=models.CharField(
                choices=[
                    ("sagsbehandler", "Sagsbehandler"),
                    ("moedeleder", "Mødeleder"),
                    ("teammedlem", "Teammedlem"),
                    ("leder", "Teamleder"),
                    ("sekretariat", "Sekretariat"),
                    ("sundhedskoordinator", "Sundhedskoordinator"),
                    ("auditor", "Logkontrollør"),
                    ("borger", "Borger"),
                    ("bisidder", "Bisidder"),
                    ("drift", "Drift"),
                    ("integration", "Fagsystem"),
                ],
                max_length=24,
            ),
        ),
    ]
