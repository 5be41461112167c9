"""The worklist's choices, the calendar, notes and reminders, and who has what."""

from django.urls import path

from ..views import arbejde, enheden, kalender, noter, paamindelser

urlpatterns = [
    path("mit-arbejde/visning/", arbejde.visning, name="visning"),
    path("kalender/", kalender.kalender, name="kalender"),
    path("paamindelser/", paamindelser.paamindelser, name="paamindelser"),
    path("paamindelser/mail/", paamindelser.mail, name="paamindelser_mail"),
    path("paamindelser/<uuid:paamindelse_id>/luk/", paamindelser.luk, name="paamindelse_luk"),
    path("sag/<uuid:sag_id>/paamindelse/", paamindelser.ny_paa_sag, name="sag_paamindelse"),
    path("forloeb/<uuid:forloeb_id>/paamindelse/", paamindelser.ny_paa_forloeb, name="forloeb_paamindelse"),
    path("sag/<uuid:sag_id>/noter/", noter.sag_noter, name="sag_noter"),
    path("sag/<uuid:sag_id>/noter/<uuid:note_id>/ret/", noter.note_ret, name="note_ret"),
    path("enheden/", enheden.enheden, name="enheden"),
    path("enheden/<uuid:medarbejder_id>/", enheden.overdrag, name="overdrag"),
    path("enheden/<uuid:medarbejder_id>/enhed/", enheden.enhed_ret, name="enhed_ret"),
]
