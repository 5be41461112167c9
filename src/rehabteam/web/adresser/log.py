"""The access log: the extract for the citizen."""

from django.urls import path

from ..views import borgerlog

urlpatterns = [
    path("forloeb/<uuid:forloeb_id>/log/", borgerlog.borgerlog, name="borgerlog"),
    path("forloeb/<uuid:forloeb_id>/log/hent/", borgerlog.borgerlog_hent, name="borgerlog_hent"),
]
