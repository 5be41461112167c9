"""Pages without login about no person: the provisions one by one, and the two calculators."""

from django.urls import path

from ..views import beregn, lovspor

urlpatterns = [
    path("loven/", lovspor.lovspor, name="lovspor"),
    path("loven/<slug:slug>/", lovspor.paragraf, name="lovspor_paragraf"),
    path("loven/<slug:slug>/proev/<slug:emne>/", lovspor.proev, name="lovspor_proev"),
    path("beregn/seksmaanedersfristen/", beregn.seks_maaneder, name="beregn_seks_maaneder"),
    path("beregn/seksmaanedersfristen/pdf/", beregn.seks_maaneder_pdf, name="beregn_seks_maaneder_pdf"),
    path("beregn/fristen-foer-moedet/", beregn.moedefrist, name="beregn_moedefrist"),
    path("beregn/fristen-foer-moedet/pdf/", beregn.moedefrist_pdf, name="beregn_moedefrist_pdf"),
]
