"""Klinisk Funktion, the meeting and the kommune's plan."""

from django.urls import path

from ..ret import kraever
from ..views.foreloebig import side

SAG = "sag/<uuid:sag_id>/"

urlpatterns = [
    path("indbakke/", kraever("indbakke.se")(side("Indbakke")), name="indbakke"),
    path(f"{SAG}fordel/", kraever("fordel_til_koordinator", "POST")(side("Fordel")), name="fordel"),
    path("mine-sager/", kraever("mine_sager.se")(side("Mine sager")), name="mine_sager"),
    path(f"{SAG}notat/", kraever("skriv_notat", "GET", "POST")(side("Notat")), name="notat"),
    path(
        f"{SAG}notat/underskriv/",
        kraever("underskriv_notat", "GET", "POST")(side("Underskriv")),
        name="notat_underskriv",
    ),
    path("moeder/", kraever("moede.se")(side("Møder")), name="moeder"),
    path("moeder/nyt/", kraever("opret_moede", "GET", "POST")(side("Ny mødedag")), name="moede_nyt"),
    path("moeder/<uuid:moede_id>/", kraever("moede.se")(side("Møde")), name="moede"),
    path(f"{SAG}moede/", kraever("moede.se")(side("Mødet")), name="moederum"),
    path(
        f"{SAG}moede/gem/", kraever("skriv_indstilling", "GET", "POST")(side("Gem")), name="indstilling_gem"
    ),
    path(
        f"{SAG}moede/afgiv/",
        kraever("afgiv_indstilling", "GET", "POST")(side("Afgiv")),
        name="indstilling_afgiv",
    ),
    path(f"{SAG}indsatsplan/", kraever("skriv_indsatsplan", "GET", "POST")(side("Plan")), name="indsatsplan"),
    path(
        f"{SAG}indsatsplan/faerdig/",
        kraever("laeg_indsatsplan", "GET", "POST")(side("Færdig")),
        name="indsatsplan_faerdig",
    ),
]
