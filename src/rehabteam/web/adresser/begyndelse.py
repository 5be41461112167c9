"""Login, the way in, search, help."""

from django.urls import path

from ..views import arbejde, beskyttelse, find_dokumenter, indgang, indlogninger, info, login, rollevalg, soeg

urlpatterns = [
    path("", login.forside, name="forside"),
    path("log-ind/", login.log_ind, name="log_ind"),
    path("log-ind/kode/", login.kode, name="log_ind_kode"),
    path("log-ind/rolle/", rollevalg.vaelg_rolle, name="vaelg_rolle"),
    path("log-ind/logget-ud/", indgang.logget_ud, name="logget_ud"),
    path("log-ind/saml/<slug:doer_id>/", indgang.saml_begynd, name="saml_begynd"),
    path("log-ind/saml/<slug:doer_id>/svar/", indgang.saml_svar, name="saml_svar"),
    path("log-ind/saml/<slug:doer_id>/log-ud/", indgang.saml_log_ud, name="saml_log_ud"),
    path("log-ind/saml/<slug:doer_id>/metadata/", indgang.saml_metadata, name="saml_metadata"),
    path("log-ind/oidc/<slug:doer_id>/", indgang.oidc_begynd, name="oidc_begynd"),
    path("log-ind/oidc/<slug:doer_id>/svar/", indgang.oidc_svar, name="oidc_svar"),
    path("log-ind/oidc/<slug:doer_id>/log-ud/", indgang.oidc_log_ud, name="oidc_log_ud"),
    path(
        "log-ind/oidc/<slug:doer_id>/log-ud-billede/", indgang.oidc_log_ud_billede, name="oidc_log_ud_billede"
    ),
    path("log-ud/", login.log_ud, name="log_ud"),
    path("mine-indlogninger/", indlogninger.mine_indlogninger, name="mine_indlogninger"),
    path(
        "mine-indlogninger/<uuid:indlogning_id>/afslut/",
        indlogninger.afslut_indlogning,
        name="afslut_indlogning",
    ),
    path("her/", indlogninger.her, name="her"),
    path("sprog/", login.sprog, name="sprog"),
    path("hjaelp/", info.hjaelp, name="hjaelp"),
    path("hjaelp/<slug:navn>/", info.hjaelp_side, name="hjaelp_side"),
    path("regler-og-laesninger/", info.regler, name="regler"),
    path("oplysninger/", info.oplysninger, name="oplysninger"),
    path("tilgaengelighed/", info.was, name="was"),
    path("byggesten/", info.byggesten, name="byggesten"),
    path("mit-arbejde/", arbejde.mit_arbejde, name="mit_arbejde"),
    path("soeg/", soeg.soeg, name="soeg"),
    path("find-dokument/", find_dokumenter.find, name="find_dokumenter"),
    path("beskyttet/<uuid:borger_id>/", beskyttelse.beskyttet, name="beskyttet"),
    path("beskyttet/<uuid:borger_id>/vis/", beskyttelse.beskyttet_vis, name="beskyttet_vis"),
    path("cpr/<uuid:borger_id>/", soeg.vis_cpr, name="vis_cpr"),
]
