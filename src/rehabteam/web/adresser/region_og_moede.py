"""Klinisk Funktion, the meeting and the kommune's plan."""

from django.urls import path

from ..views import (
    afgiv,
    fravaer,
    indbakke,
    indsatsplan,
    koordinator,
    moededage,
    moedehandling,
    moeder,
    moederum,
    moedeslut,
    notat,
    planlaegning,
    regionssag,
)

urlpatterns = [
    path("indbakke/", indbakke.indbakke, name="indbakke"),
    path("sag/<uuid:sag_id>/fordel/", indbakke.fordel, name="fordel"),
    path("sag/<uuid:sag_id>/spoergsmaal-fra-regionen/", regionssag.spoergsmaal, name="regionsspoergsmaal"),
    path("sag/<uuid:sag_id>/stilling/", regionssag.stilling, name="stilling"),
    path("regionens-moededage/", moededage.moededage, name="moededage"),
    path("fravaer/", fravaer.fravaer, name="fravaer"),
    path("fravaer/<uuid:fravaer_id>/slut/", fravaer.fravaer_slut, name="fravaer_slut"),
    path("fravaer/<uuid:fravaer_id>/sager/", fravaer.fravaer_giv, name="fravaer_giv"),
    path("mine-sager/", koordinator.mine_sager, name="mine_sager"),
    path("sag/<uuid:sag_id>/notat/", notat.notat, name="notat"),
    path("sag/<uuid:sag_id>/notat/underskriv/", notat.underskriv, name="notat_underskriv"),
    path("moeder/", moeder.moeder, name="moeder"),
    path("moeder/nyt/", moeder.moede_nyt, name="moede_nyt"),
    path("moeder/serie/", moedehandling.serie, name="moedeserie"),
    path("moeder/planlaegning/", planlaegning.planlaegning, name="planlaegning"),
    path("moeder/<uuid:moede_id>/", moeder.moede, name="moede"),
    path("moeder/<uuid:moede_id>/aflys/", moedehandling.aflys, name="aflys_moede"),
    path("moeder/<uuid:moede_id>/pladser/", moedehandling.pladser, name="laeg_pladser"),
    path("moeder/<uuid:moede_id>/team/", moedehandling.team, name="moedets_team"),
    path("sag/<uuid:sag_id>/byt-moede/", moedehandling.byt, name="byt_pladser"),
    path("sag/<uuid:sag_id>/af-moedet/", moedehandling.af_moedet, name="aflys_sag"),
    path("sag/<uuid:sag_id>/moede/rum/", moederum.moederum, name="moederum"),
    path("sag/<uuid:sag_id>/moede/slut/", moedeslut.moedeslut, name="moedeslut"),
    path("sag/<uuid:sag_id>/moede/afgiv/", afgiv.afgiv, name="indstilling_afgiv"),
    path("sag/<uuid:sag_id>/indsatsplan/", indsatsplan.indsatsplan, name="indsatsplan"),
    path("sag/<uuid:sag_id>/indsatsplan/faerdig/", indsatsplan.faerdig, name="indsatsplan_faerdig"),
]
