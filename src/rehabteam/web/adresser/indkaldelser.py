"""Who is asked to a meeting, and each one's own meetings."""

from django.urls import path

from ..views import invitationer, mine_moeder

SAG = "sag/<uuid:sag_id>/indkaldelser/"

urlpatterns = [
    path(SAG, invitationer.indkaldelser, name="indkaldelser"),
    path(f"{SAG}bisidder/", invitationer.bisidder, name="indkald_bisidder"),
    path(f"{SAG}laege/", invitationer.laege, name="indkald_laege"),
    path("moeder/<uuid:moede_id>/indkaldelser/", invitationer.dagen, name="indkaldelser_dag"),
    path("indkaldelse/<uuid:invitation_id>/kalender/", invitationer.kalenderfil, name="indkaldelse_fil"),
    path("mine-moeder/", mine_moeder.mine_moeder, name="mine_moeder"),
    path("mine-moeder/<uuid:sag_id>/", mine_moeder.forbered, name="mine_moeder_laes"),
    path("mine-moeder/<uuid:sag_id>/slet-note/", mine_moeder.slet, name="laesenote_slet"),
]
