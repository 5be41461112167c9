from django.apps import AppConfig


class SagerConfig(AppConfig):
    name = "rehabteam.sager"
    label = "sager"
    default_auto_field = "django.db.models.BigAutoField"
