"""The forberedende del: the whole, one part at a time, its versions, its documents, and as paper."""

from django.urls import path

from rehabteam.web.views import forberedende, planversioner

DEL = "sag/<uuid:sag_id>/forberedende-del/"

urlpatterns = [
    path(DEL, forberedende.forberedende, name="sag_forberedende"),
    path(f"{DEL}udskrift.pdf", planversioner.som_pdf, name="sag_plan_pdf"),
    path(f"{DEL}attest/<slug:noegle>/", forberedende.planattest, name="sag_planattest"),
    path(f"{DEL}bilag/<uuid:dokument_id>/", forberedende.planbilag, name="sag_planbilag"),
    path(f"{DEL}<slug:noegle>/", forberedende.plandel, name="sag_plandel"),
    path(f"{DEL}<slug:noegle>/versioner/", planversioner.versioner, name="sag_planversioner"),
    path(f"{DEL}<slug:noegle>/gendan/", planversioner.gendan, name="sag_plan_gendan"),
]
