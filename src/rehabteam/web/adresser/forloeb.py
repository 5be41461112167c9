"""The forløb, its facts, and Genoptag sag."""

from django.urls import path

from ..ret import kraever
from ..views.foreloebig import side

FORLOEB = "forloeb/<uuid:forloeb_id>/"


def _skriv(ret: str, titel: str) -> object:
    return kraever(ret, "GET", "POST")(side(titel))


urlpatterns = [
    path("forloeb/nyt/", _skriv("opret_forloeb", "Nyt forløb"), name="forloeb_nyt"),
    path(FORLOEB, kraever("forloeb.se")(side("Forløb")), name="forloeb"),
    path(FORLOEB + "historik/", kraever("forloeb.se")(side("Historik")), name="forloeb_historik"),
    path(FORLOEB + "registrer/", kraever("forloeb.se")(side("Registrér oplysning")), name="registrer"),
    path(FORLOEB + "indsats/ny/", _skriv("registrer_indsats", "Tilføj indsats"), name="indsats_ny"),
    path(
        FORLOEB + "indsats/<uuid:indsats_id>/",
        _skriv("registrer_indsatsens_gang", "Indsatsens gang"),
        name="indsats_gang",
    ),
    path(FORLOEB + "periode/ny/", _skriv("registrer_undtaget_periode", "Ny periode"), name="periode_ny"),
    path(
        FORLOEB + "periode/<uuid:periode_id>/slut/",
        _skriv("afslut_undtaget_periode", "Slutdato"),
        name="periode_slut",
    ),
    path(FORLOEB + "timer/ny/", _skriv("registrer_timer", "Løntimer"), name="timer_ny"),
    path(FORLOEB + "spaend/ny/", _skriv("registrer_spaend", "Løntilskud eller STU"), name="spaend_ny"),
    path(
        FORLOEB + "saerlige-grunde/",
        _skriv("beslut_saerlige_grunde", "Særlige grunde"),
        name="saerlige_grunde",
    ),
    path(
        FORLOEB + "tag-tilbage/<slug:slags>/<uuid:oplysning_id>/",
        _skriv("tilbagekald_oplysning", "Tag tilbage"),
        name="tilbagekald",
    ),
    path(FORLOEB + "genoptag/", _skriv("genoptag_sag", "Genoptag sag"), name="genoptag"),
]
