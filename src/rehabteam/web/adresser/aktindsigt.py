"""Requests to see the papers of a case."""

from django.urls import path

from rehabteam.web.views import aktindsigt

EN = "aktindsigt/<uuid:aktindsigt_id>/"

urlpatterns = [
    path("sag/<uuid:sag_id>/aktindsigt/", aktindsigt.sag_aktindsigt, name="sag_aktindsigt"),
    path("sag/<uuid:sag_id>/aktindsigt/ny/", aktindsigt.aktindsigt_ny, name="aktindsigt_ny"),
    path(EN, aktindsigt.aktindsigt, name="aktindsigt"),
    path(f"{EN}valg/", aktindsigt.aktindsigt_valg, name="aktindsigt_valg"),
    path(f"{EN}besked/", aktindsigt.aktindsigt_besked, name="aktindsigt_besked"),
    path(f"{EN}svar/", aktindsigt.aktindsigt_svar, name="aktindsigt_svar"),
    path(f"{EN}arkiv/", aktindsigt.aktindsigt_hent, name="aktindsigt_hent"),
]
