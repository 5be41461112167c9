"""Redacted editions, and documents for a receiver outside the house."""

from django.urls import path

from rehabteam.web.views import overstregede_udgaver, overstregning, udvalg

DOKUMENT = "sag/<uuid:sag_id>/dokument/<uuid:dokument_id>/overstreg/"
UDGAVE = "sag/<uuid:sag_id>/overstreget/<uuid:overstregning_id>/"
EN = "udvalg/<uuid:forsendelse_id>/"

urlpatterns = [
    path(DOKUMENT, overstregning.overstreg_side, name="overstreg"),
    path(f"{DOKUMENT}marker/", overstregning.overstreg_marker, name="overstreg_marker"),
    path(f"{DOKUMENT}side/<int:nr>/", overstregning.overstreg_billede, name="overstreg_billede"),
    path(f"{DOKUMENT}proeve/", overstregning.overstreg_proeve, name="overstreg_proeve"),
    path(f"{DOKUMENT}lav/", overstregning.overstreg_lav, name="overstreg_lav"),
    path(UDGAVE, overstregede_udgaver.overstreg_hent, name="overstreg_hent"),
    path(f"{UDGAVE}uden-tekst/", overstregede_udgaver.overstreg_uden_tekst, name="overstreg_uden_tekst"),
    path(f"{UDGAVE}tilbage/", overstregede_udgaver.overstreg_tilbage, name="overstreg_tilbage"),
    path("sag/<uuid:sag_id>/givet-til-andre/", udvalg.forsendelser, name="forsendelser"),
    path("sag/<uuid:sag_id>/givet-til-andre/nyt/", udvalg.udvalg_nyt, name="udvalg_nyt"),
    path(EN, udvalg.udvalg, name="udvalg"),
    path(f"{EN}valg/", udvalg.udvalg_valg, name="udvalg_valg"),
    path(f"{EN}giv/", udvalg.udvalg_giv, name="udvalg_giv"),
    path(f"{EN}opgiv/", udvalg.udvalg_opgiv, name="udvalg_opgiv"),
    path(f"{EN}pdf/", udvalg.udvalg_hent, name="udvalg_hent"),
]
