"""The case: its tabs, its documents, what is written on it, its meeting, and its way to the region."""

from django.urls import path

from ..ret import kraever
from ..views.foreloebig import side

SAG = "sag/<uuid:sag_id>/"
SE = kraever("sag.se")

urlpatterns = [
    path(SAG, SE(side("Sag")), name="sag"),
    path(f"{SAG}forberedende-del/", SE(side("Forberedende del")), name="sag_forberedende"),
    path(f"{SAG}rehabiliteringsteam/", SE(side("Rehabiliteringsteam")), name="sag_team"),
    path(f"{SAG}sundhedskoordinator/", SE(side("Sundhedskoordinator")), name="sag_koordinator"),
    path(f"{SAG}historik/", SE(side("Historik")), name="sag_historik"),
    path(f"{SAG}resume/", kraever("skriv_resume", "GET", "POST")(side("Resumé")), name="resume"),
    path(f"{SAG}aendringer/", kraever("vurder_aendringer", "GET", "POST")(side("Vurdér")), name="aendringer"),
    path(f"{SAG}dokumenter/", SE(side("Dokumenter")), name="sag_dokumenter"),
    path(f"{SAG}dokumenter/nyt/", kraever("tilfoej_dokument", "GET", "POST")(side("Tilføj")), name="dokument_nyt"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/", kraever("dokumenter.se")(side("Dokument")), name="dokument"),
    path(
        f"{SAG}dokumenter/<uuid:dokument_id>/tilbage/",
        kraever("traek_dokument_tilbage", "GET", "POST")(side("Træk tilbage")),
        name="dokument_tilbage",
    ),
    path(f"{SAG}vaelg-moede/", kraever("vaelg_moede", "GET", "POST")(side("Vælg møde")), name="vaelg_moede"),
    path(f"{SAG}send/", kraever("send_til_region", "GET", "POST")(side("Send")), name="send"),
    path(f"{SAG}alle-dokumenter/", kraever("dokumenter.se")(side("Alle dokumenter")), name="alle_dokumenter"),
    path(f"{SAG}alle-dokumenter/samlet.pdf", kraever("dokumenter.se")(side("Samlet PDF")), name="samlet_pdf"),
]
