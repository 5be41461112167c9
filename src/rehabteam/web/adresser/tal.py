"""Figures for those who lead."""

from django.urls import path

from ..views import ledelsestal

urlpatterns = [
    path("ledelsestal/", ledelsestal.ledelsestal, name="ledelsestal"),
    path("ledelsestal/regneark/", ledelsestal.ledelsestal_regneark, name="ledelsestal_regneark"),
]
