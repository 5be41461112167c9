"""Files from the kommune's other system."""

from django.urls import path

from ..views import indlaesning

urlpatterns = [
    path("indlaesning/", indlaesning.liste, name="import"),
    path("indlaesning/ny/", indlaesning.ny, name="import_ny"),
    path("indlaesning/eksempel.jsonl", indlaesning.eksempel, name="import_eksempel"),
    path("indlaesning/<uuid:job_id>/", indlaesning.job, name="importjob"),
    path("indlaesning/<uuid:job_id>/indlaes/", indlaesning.bestil, name="import_bestil"),
    path("indlaesning/<uuid:job_id>/fortryd/", indlaesning.fortryd, name="import_fortryd"),
]
