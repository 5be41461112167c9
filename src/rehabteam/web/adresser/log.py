"""The access log: the extract for the citizen, and the review."""

from django.urls import path

from ..views import borgerlog, loggennemgang

urlpatterns = [
    path("forloeb/<uuid:forloeb_id>/log/", borgerlog.borgerlog, name="borgerlog"),
    path("forloeb/<uuid:forloeb_id>/log/hent/", borgerlog.borgerlog_hent, name="borgerlog_hent"),
    path("loggennemgang/", loggennemgang.loggennemgang, name="loggennemgang"),
    path("loggennemgang/udtag/", loggennemgang.stikproeve_udtag, name="stikproeve_udtag"),
    path("loggennemgang/<uuid:proeve_id>/", loggennemgang.gennemgang, name="gennemgang"),
]
