"""After the meeting: the decision and its letters, Min Plan, and how a case ends."""

from django.urls import path

from rehabteam.web.views import afgoerelse, opfoelgning, overdragelse, sagsslut

SAG = "sag/<uuid:sag_id>/"

urlpatterns = [
    path(f"{SAG}afgoerelse/", afgoerelse.afgoerelse, name="afgoerelse"),
    path(f"{SAG}afgoerelse/traef/", afgoerelse.traef, name="traef_afgoerelse"),
    path(f"{SAG}afgoerelse/spoerg-teamet-igen/", afgoerelse.forelaeg_igen, name="forelaeg_igen"),
    path(f"{SAG}afgoerelse/brev/", afgoerelse.brev_uenig, name="brev_uenig"),
    path(f"{SAG}afgoerelse/besked-til-laegen/", afgoerelse.brev_laege, name="brev_laege"),
    path(f"{SAG}min-plan/", opfoelgning.min_plan, name="min_plan"),
    path(f"{SAG}indsats-begyndt/", opfoelgning.start, name="indsats_start"),
    path(f"{SAG}afslut/", sagsslut.afslut, name="afslut_sag"),
    path(f"{SAG}aabn-igen/", sagsslut.genaabn, name="genaabn_sag"),
    path(f"{SAG}overdrag/", overdragelse.overdrag, name="overdrag_sag"),
    path(f"{SAG}overdragelse/", overdragelse.overdragelse, name="overdragelse"),
    path("sag/modtag/", overdragelse.modtag, name="modtag_overdragelse"),
]
