"""What region and kommune have agreed, and what they settle by it."""

from django.urls import path

from ..views import afregning, aftale

MAANED = "afregning/<uuid:kommune_id>/<slug:maaned>/"

urlpatterns = [
    path("aftaler/", aftale.aftaler, name="aftaler"),
    path("aftaler/<uuid:kommune_id>/", aftale.aftale, name="aftale"),
    path("aftaler/<uuid:kommune_id>/ny/", aftale.aftale_ny, name="aftale_ny"),
    path("afregning/", afregning.afregninger, name="afregninger"),
    path(MAANED, afregning.afregning, name="afregning"),
    path(f"{MAANED}opgoer/", afregning.opgoer, name="afregning_opgoer"),
    path(f"{MAANED}regneark/", afregning.regneark, name="afregning_regneark"),
    path(f"{MAANED}csv/", afregning.som_csv, name="afregning_csv"),
    path("afregning/godkend/<uuid:afregning_id>/", afregning.godkend, name="afregning_godkend"),
    path("afregning/linje/<uuid:linje_id>/", afregning.ret, name="afregning_ret"),
]
