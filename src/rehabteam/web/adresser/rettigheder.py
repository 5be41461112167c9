"""Who may do what, and who is kept out."""

from django.urls import path

from ..views import drift, inhabilitet, rettigheder

urlpatterns = [
    path("rettigheder/", rettigheder.rettigheder, name="rettigheder"),
    path("drift/", drift.drift, name="drift"),
    path("borger/<uuid:borger_id>/inhabilitet/", inhabilitet.inhabilitet, name="inhabilitet"),
    path("borger/<uuid:borger_id>/inhabilitet/mig/", inhabilitet.inhabil, name="inhabil"),
    path("borger/<uuid:borger_id>/inhabilitet/kollega/", inhabilitet.udeluk, name="udeluk"),
    path(
        "borger/<uuid:borger_id>/inhabilitet/<uuid:inhabilitet_id>/",
        inhabilitet.ophaev,
        name="inhabilitet_ophaev",
    ),
]
