"""Klinisk Funktion, the meeting and the kommune's plan."""

from django.urls import path

from ..views import indbakke, indsatsplan, koordinator, moeder, moederum, notat

urlpatterns = [
    path("indbakke/", indbakke.indbakke, name="indbakke"),
    path("sag/<uuid:sag_id>/fordel/", indbakke.fordel, name="fordel"),
    path("mine-sager/", koordinator.mine_sager, name="mine_sager"),
    path("sag/<uuid:sag_id>/notat/", notat.notat, name="notat"),
    path("sag/<uuid:sag_id>/notat/underskriv/", notat.underskriv, name="notat_underskriv"),
    path("moeder/", moeder.moeder, name="moeder"),
    path("moeder/nyt/", moeder.moede_nyt, name="moede_nyt"),
    path("moeder/<uuid:moede_id>/", moeder.moede, name="moede"),
    path("sag/<uuid:sag_id>/moede/rum/", moederum.moederum, name="moederum"),
    path("sag/<uuid:sag_id>/moede/afgiv/", moederum.afgiv, name="indstilling_afgiv"),
    path("sag/<uuid:sag_id>/indsatsplan/", indsatsplan.indsatsplan, name="indsatsplan"),
    path("sag/<uuid:sag_id>/indsatsplan/faerdig/", indsatsplan.faerdig, name="indsatsplan_faerdig"),
]
