"""The forløb, its facts, and Genoptag sag."""

from django.urls import path

from ..views import beskyttelse, forloeb, historik, oplysninger
from ..views.genoptag import genoptag

ET = "forloeb/<uuid:forloeb_id>/"

urlpatterns = [
    path("forloeb/nyt/", forloeb.nyt, name="forloeb_nyt"),
    path(ET, forloeb.forloeb, name="forloeb"),
    path(f"{ET}historik/", historik.forloebets, name="forloeb_historik"),
    path(
        f"{ET}historik/<uuid:haendelse_id>/",
        historik.forloebets_kvittering,
        name="forloeb_kvittering",
    ),
    path(f"{ET}registrer/", oplysninger.registrer, name="registrer"),
    path(f"{ET}indsats/ny/", oplysninger.indsats_ny, name="indsats_ny"),
    path(f"{ET}indsats/<uuid:indsats_id>/", oplysninger.indsats_gang, name="indsats_gang"),
    path(f"{ET}periode/ny/", oplysninger.periode_ny, name="periode_ny"),
    path(f"{ET}periode/<uuid:periode_id>/slut/", oplysninger.periode_slut, name="periode_slut"),
    path(f"{ET}timer/ny/", oplysninger.timer_ny, name="timer_ny"),
    path(f"{ET}spaend/ny/", oplysninger.spaend_ny, name="spaend_ny"),
    path(f"{ET}saerlige-grunde/", oplysninger.saerlige_grunde, name="saerlige_grunde"),
    path(
        f"{ET}tag-tilbage/<slug:slags>/<uuid:oplysning_id>/",
        oplysninger.tilbagekald,
        name="tilbagekald",
    ),
    path(f"{ET}navn-og-adresse/", beskyttelse.navn_og_adresse, name="navn_og_adresse"),
    path(f"{ET}navn-og-adresse/beskyt/", beskyttelse.beskyttelse_ny, name="beskyttelse_ny"),
    path(f"{ET}navn-og-adresse/loeft/", beskyttelse.beskyttelse_slut, name="beskyttelse_slut"),
    path(f"{ET}navn-og-adresse/adresse/", beskyttelse.adresse, name="adresse"),
    path(f"{ET}genoptag/", genoptag, name="genoptag"),
]
