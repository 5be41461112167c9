"""Login, the way in, search, help."""

from django.urls import path

from ..views import arbejde, info, login, soeg

urlpatterns = [
    path("", login.forside, name="forside"),
    path("log-ind/", login.log_ind, name="log_ind"),
    path("log-ud/", login.log_ud, name="log_ud"),
    path("sprog/", login.sprog, name="sprog"),
    path("hjaelp/", info.hjaelp, name="hjaelp"),
    path("hjaelp/<slug:navn>/", info.hjaelp_side, name="hjaelp_side"),
    path("regler-og-laesninger/", info.regler, name="regler"),
    path("oplysninger/", info.oplysninger, name="oplysninger"),
    path("tilgaengelighed/", info.was, name="was"),
    path("byggesten/", info.byggesten, name="byggesten"),
    path("mit-arbejde/", arbejde.mit_arbejde, name="mit_arbejde"),
    path("soeg/", soeg.soeg, name="soeg"),
    path("cpr/<uuid:borger_id>/", soeg.vis_cpr, name="vis_cpr"),
]
