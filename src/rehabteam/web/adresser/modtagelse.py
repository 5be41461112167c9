"""Files on their way in to a case."""

from django.urls import path

from rehabteam.web.views import modtagelse, modtagelse_laeg

IND = "sag/<uuid:sag_id>/dokumenter/ind/"
EN = f"{IND}<uuid:fil_id>/"

urlpatterns = [
    path(IND, modtagelse.send, name="modtagelse"),
    path(f"{IND}begynd/", modtagelse.begynd, name="modtagelse_begynd"),
    path(f"{IND}stand/", modtagelse.stand, name="modtagelse_stand"),
    path(f"{IND}laeg/", modtagelse_laeg.laeg, name="modtagelse_laeg"),
    path(f"{IND}fjern/", modtagelse.opgiv, name="modtagelse_opgiv"),
    path(EN, modtagelse.vis, name="modtagelse_fil"),
    path(f"{EN}stykke/", modtagelse.stykke, name="modtagelse_stykke"),
    path(f"{EN}faerdig/", modtagelse.faerdig, name="modtagelse_faerdig"),
]
