"""The citizen's own pages, and the kommune's page of her bisiddere."""

from django.urls import path

from ..views import bisidder, min_sag, samtykke

urlpatterns = [
    path("min-sag/", min_sag.min_sag, name="min_sag"),
    path("min-sag/skift/", min_sag.skift, name="min_sag_skift"),
    path("min-sag/dokument/<uuid:dokument_id>/", min_sag.papir, name="mit_papir"),
    path("min-sag/moede/<uuid:sag_id>/", min_sag.svar, name="mit_moedesvar"),
    path("min-sag/samtykke/<uuid:samtykke_id>/tilbage/", samtykke.mit_tilbage, name="mit_samtykke_tilbage"),
    path("min-sag/egne-ord/", min_sag.egne_ord, name="mine_ord"),
    path("hvem-har-set-min-sag/", min_sag.log, name="min_log"),
    path("min-bisidder/", bisidder.mine, name="mine_bisiddere"),
    path("min-bisidder/<uuid:fuldmagt_id>/tilbage/", bisidder.tag_tilbage, name="min_bisidder_tilbage"),
    path("log-ind/fuldmagt/", bisidder.kode, name="fuldmagt_kode"),
    path("forloeb/<uuid:forloeb_id>/bisidder/", bisidder.paa_papir, name="bisiddere"),
    path(
        "forloeb/<uuid:forloeb_id>/bisidder/<uuid:fuldmagt_id>/tilbage/",
        bisidder.tag_tilbage_for,
        name="bisidder_tilbage",
    ),
]
