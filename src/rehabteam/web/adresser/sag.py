"""The case: its tabs, its documents, what is written on it, its meeting, and its way to the region."""

from django.urls import path

from rehabteam.web.views import (
    alle_dokumenter,
    anmodning,
    attestbrev,
    attester,
    dokumenter,
    historik,
    margennoter,
    moedevalg,
    om_dokument,
    resume,
    sag,
    sagsfaner,
    samtykke,
    send,
    sidebilleder,
)

SAG = "sag/<uuid:sag_id>/"

urlpatterns = [
    path(SAG, sag.sag, name="sag"),
    path(f"{SAG}rehabiliteringsteam/", sagsfaner.team, name="sag_team"),
    path(f"{SAG}sundhedskoordinator/", sagsfaner.koordinator, name="sag_koordinator"),
    path(f"{SAG}historik/", historik.sagens, name="sag_historik"),
    path(f"{SAG}historik/<uuid:haendelse_id>/", historik.sagens_kvittering, name="kvittering"),
    path(f"{SAG}resume/", resume.resume, name="resume"),
    path(f"{SAG}aendringer/", sag.aendringer, name="aendringer"),
    path(f"{SAG}dokumenter/", sagsfaner.dokumenter, name="sag_dokumenter"),
    path(f"{SAG}dokumenter/nyt/", dokumenter.nyt, name="dokument_nyt"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/", dokumenter.vis, name="dokument"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/om/", om_dokument.om, name="om_dokument"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/tilbage/", dokumenter.tilbage, name="dokument_tilbage"),
    path(f"{SAG}samtykke/", samtykke.sagens, name="sag_samtykker"),
    path(f"{SAG}samtykke/nyt/", samtykke.nyt, name="samtykke_nyt"),
    path(f"{SAG}samtykke/blanket/", samtykke.blanket, name="samtykke_blanket"),
    path(f"{SAG}samtykke/<uuid:samtykke_id>/papir/", samtykke.papir, name="samtykke_papir"),
    path(f"{SAG}samtykke/<uuid:samtykke_id>/tilbage/", samtykke.tilbage, name="samtykke_tilbage"),
    path(f"{SAG}samtykke/<uuid:samtykke_id>/bed-om/", anmodning.paa_samtykke, name="anmodning_ny"),
    path(f"{SAG}bed-om-uden-samtykke/", anmodning.uden_samtykke, name="anmodning_uden_samtykke"),
    path(f"{SAG}anmodning/<uuid:anmodning_id>/annuller/", anmodning.annuller, name="anmodning_annuller"),
    path(f"{SAG}anmodning/<uuid:anmodning_id>/modtaget/", anmodning.modtaget, name="anmodning_modtaget"),
    path(f"{SAG}attester/", attester.sagens, name="attester"),
    path(f"{SAG}attest/<uuid:anmodning_id>/", attester.attest, name="attest"),
    path(f"{SAG}attest/<uuid:anmodning_id>/skridt/", attester.skridt, name="attestskridt"),
    path(f"{SAG}attest/<uuid:anmodning_id>/brev/", attestbrev.brev, name="attest_brev"),
    path(f"{SAG}attest/fortryd/<uuid:skridt_id>/", attester.fortryd, name="attest_fortryd"),
    path(f"{SAG}laegevurdering/<uuid:dokument_id>/", attester.laegevurdering, name="laegevurdering"),
    path(f"{SAG}vaelg-moede/", moedevalg.vaelg, name="vaelg_moede"),
    path(f"{SAG}send/", send.send, name="send"),
    path(f"{SAG}alle-dokumenter/", alle_dokumenter.laes, name="alle_dokumenter"),
    path(f"{SAG}alle-dokumenter/soeg/", alle_dokumenter.soeg, name="laeser_soeg"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/side/<int:nr>/", sidebilleder.billede, name="sidebillede"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/side/<int:nr>/tekst/", sidebilleder.tekst, name="sidetekst"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/laest/", sidebilleder.laest, name="dokument_laest"),
    path(f"{SAG}dokumenter/<uuid:dokument_id>/note/", margennoter.ny, name="margennote_ny"),
    path(f"{SAG}margennote/<uuid:margennote_id>/", margennoter.ret, name="margennote_ret"),
    path(f"{SAG}margennote/<uuid:margennote_id>/del/", margennoter.del_, name="margennote_del"),
    path(
        f"{SAG}margennote/<uuid:margennote_id>/tilbage/", margennoter.traek_tilbage, name="margennote_tilbage"
    ),
    path(f"{SAG}margennote/<uuid:margennote_id>/slet/", margennoter.slet, name="margennote_slet"),
    path(f"{SAG}alle-dokumenter/samlet.pdf", alle_dokumenter.samlet_pdf, name="samlet_pdf"),
]
