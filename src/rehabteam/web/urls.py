"""All addresses of the site, in one namespace."""

from .adresser import (
    aftalen,
    aktindsigt,
    arbejde,
    begyndelse,
    borgersiden,
    efter_moedet,
    forberedende,
    forloeb,
    indkaldelser,
    indlaesning,
    log,
    nysag,
    offentlig,
    region_og_moede,
    rettigheder,
    sag,
    stedfortraeder,
    tal,
)

app_name = "web"
urlpatterns = [
    *begyndelse.urlpatterns,
    *arbejde.urlpatterns,
    *offentlig.urlpatterns,
    *forloeb.urlpatterns,
    *indlaesning.urlpatterns,
    *nysag.urlpatterns,
    *sag.urlpatterns,
    *indkaldelser.urlpatterns,
    *forberedende.urlpatterns,
    *aktindsigt.urlpatterns,
    *log.urlpatterns,
    *region_og_moede.urlpatterns,
    *aftalen.urlpatterns,
    *efter_moedet.urlpatterns,
    *borgersiden.urlpatterns,
    *stedfortraeder.urlpatterns,
    *tal.urlpatterns,
    *rettigheder.urlpatterns,
]
