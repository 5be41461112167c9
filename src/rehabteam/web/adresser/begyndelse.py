"""Login, the way in, search, help."""

from django.urls import path

from ..ret import aaben, kraever
from ..views import login
from ..views.foreloebig import side

urlpatterns = [
    path("", login.forside, name="forside"),
    path("log-ind/", login.log_ind, name="log_ind"),
    path("log-ud/", login.log_ud, name="log_ud"),
    path("sprog/", login.sprog, name="sprog"),
    path("hjaelp/", aaben(side("Hjælp")), name="hjaelp"),
    path("hjaelp/<slug:navn>/", aaben(side("Hjælp")), name="hjaelp_side"),
    path("regler-og-laesninger/", aaben(side("Regler og læsninger")), name="regler"),
    path("oplysninger/", aaben(side("Sådan behandler vi oplysninger")), name="oplysninger"),
    path("tilgaengelighed/", aaben(side("Tilgængelighedserklæring")), name="was"),
    path("byggesten/", aaben(side("Byggesten")), name="byggesten"),
    path("mit-arbejde/", kraever("mit_arbejde.se")(side("Mit arbejde")), name="mit_arbejde"),
    path("soeg/", kraever("borger.soeg", "POST", engang=False)(side("Søg")), name="soeg"),
    path("cpr/<uuid:borger_id>/", kraever("cpr.se", "POST", engang=False)(side("CPR")), name="vis_cpr"),
]
