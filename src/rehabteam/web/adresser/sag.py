"""The case: its tabs, its documents, what is written on it, its meeting, and its way to the region."""

from django.urls import path

from rehabteam.web.views import alle_dokumenter, dokumenter, moedevalg, resume, sag, sagsfaner, send

SAG = "sag/<uuid:sag_id>/"

urlpatterns = [
    path(SAG, sag.sag, name="sag"),
    path(f"{SAG}forberedende-del/", sagsfaner.forberedende, name="sag_forberedende"),
    path(f"{SAG}rehabiliteringsteam/", sagsfaner.team, name="sag_team"),
    path(f"{SAG}sundhedskoordinator/", sagsfaner.koordinator, name="sag_koordinator"),
    path(f"{SAG}historik/", sagsfaner.historik, name="sag_historik"),
    path(f"{SAG}resume/", resume.resume, name="resume"),
    path(f"{SAG}aendringer/", sag.aendringer, name="aendringer"),
    path(f"{SAG}dokumenter/", sagsfaner.dokumenter, name="sag_dokumenter"),
    path(f"{SAG}dokumenter/nyt/", dokumenter.nyt, name="dokument_nyt"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/", dokumenter.vis, name="dokument"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/tilbage/", dokumenter.tilbage, name="dokument_tilbage"),
    path(f"{SAG}vaelg-moede/", moedevalg.vaelg, name="vaelg_moede"),
    path(f"{SAG}send/", send.send, name="send"),
    path(f"{SAG}alle-dokumenter/", alle_dokumenter.laes, name="alle_dokumenter"),
    path(f"{SAG}alle-dokumenter/samlet.pdf", alle_dokumenter.samlet_pdf, name="samlet_pdf"),
]
