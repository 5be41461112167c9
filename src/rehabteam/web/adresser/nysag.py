"""New cases of every kind, and answering what the law leaves to a human."""

from django.urls import path

from rehabteam.web.views import nysag, svar

urlpatterns = [
    path("sag/ny/", nysag.ny, name="sag_ny"),
    path("borger/<uuid:borger_id>/ny-sag/", nysag.ny_paa, name="sag_ny_paa"),
    path("sag/<uuid:sag_id>/ny-slags/", nysag.skift, name="skift_sagsart"),
    path("sag/<uuid:sag_id>/svar/", svar.svar, name="sag_svar"),
]
