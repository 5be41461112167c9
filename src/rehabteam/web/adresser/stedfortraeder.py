"""Standing in for a colleague, and nødadgang to one case."""

from django.urls import path

from ..views import noedadgang, vikarer

urlpatterns = [
    path("vikarer/", vikarer.vikarer, name="vikarer"),
    path("vikarer/ny/", vikarer.vikar_ny, name="vikar_ny"),
    path("vikarer/mig-selv/", vikarer.vikar_fra, name="vikar_fra"),
    path("vikarer/<uuid:vikariat_id>/", vikarer.vikar_vaelg, name="vikar_vaelg"),
    path("vikarer/<uuid:vikariat_id>/slut/", vikarer.vikar_slut, name="vikar_slut"),
    path("noedadgang/", noedadgang.noedadgang, name="noedadgang"),
    path("noedadgange/", noedadgang.noedadgange, name="noedadgange"),
    path("noedadgange/<uuid:noedadgang_id>/", noedadgang.noedadgang_kvitter, name="noedadgang_kvitter"),
    path("noedadgange/<uuid:noedadgang_id>/slut/", noedadgang.noedadgang_slut, name="noedadgang_slut"),
]
