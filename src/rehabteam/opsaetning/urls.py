from django.urls import include, path

urlpatterns = [path("", include("rehabteam.web.urls"))]
handler400 = "rehabteam.web.fejlsider.daarlig_anmodning"
handler403 = "rehabteam.web.fejlsider.ingen_adgang"
handler404 = "rehabteam.web.fejlsider.findes_ikke"
handler500 = "rehabteam.web.fejlsider.fejl"
