"""All addresses of the site, in one namespace."""

from .adresser import (
    aktindsigt,
    begyndelse,
    borgersiden,
    forberedende,
    forloeb,
    log,
    offentlig,
    region_og_moede,
    rettigheder,
    sag,
    stedfortraeder,
)

app_name = "web"
urlpatterns = [
    *begyndelse.urlpatterns,
    *offentlig.urlpatterns,
    *forloeb.urlpatterns,
    *sag.urlpatterns,
    *forberedende.urlpatterns,
    *aktindsigt.urlpatterns,
    *log.urlpatterns,
    *region_og_moede.urlpatterns,
    *borgersiden.urlpatterns,
    *stedfortraeder.urlpatterns,
    *rettigheder.urlpatterns,
]
