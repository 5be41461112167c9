"""Klinisk Funktion, the meeting and the kommune's plan."""

from django.urls import path

from ..ret import kraever
from ..views.foreloebig import side

urlpatterns = [
    path("indbakke/", kraever("indbakke.se")(side("Indbakke")), name="indbakke"),
    path("sag/<uuid:sag_id>/fordel/", kraever("fordel_til_koordinator", "POST")(side("Fordel")), name="fordel"),
    path("mine-sager/", kraever("mine_sager.se")(side("Mine sager")), name="mine_sager"),
    path("sag/<uuid:sag_id>/notat/", kraever("skriv_notat", "GET", "POST")(side("Notat")), name="notat"),
    path(
        "sag/<uuid:sag_id>/notat/underskriv/",
        kraever("underskriv_notat", "GET", "POST")(side("Underskriv")),
        name="notat_underskriv",
    ),
    path("moeder/", kraever("moede.se")(side("Møder")), name="moeder"),
    path("moeder/nyt/", kraever("opret_moede", "GET", "POST")(side("Ny mødedag")), name="moede_nyt"),
    path("moeder/<uuid:moede_id>/", kraever("moede.se")(side("Møde")), name="moede"),
    path("sag/<uuid:sag_id>/moede/rum/", kraever("moede.se", "GET", "POST")(side("Mødet")), name="moederum"),
    path("sag/<uuid:sag_id>/indsatsplan/", kraever("skriv_indsatsplan", "GET", "POST")(side("Plan")), name="indsatsplan"),
]
