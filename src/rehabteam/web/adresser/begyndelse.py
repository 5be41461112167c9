"""Login, the way in, search, help."""

from django.urls import path

from ..ret import aaben
from ..views import arbejde, login, soeg
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
    path("mit-arbejde/", arbejde.mit_arbejde, name="mit_arbejde"),
    path("soeg/", soeg.soeg, name="soeg"),
    path("cpr/<uuid:borger_id>/", soeg.vis_cpr, name="vis_cpr"),
]
