"""`rehabteam ryd`: what is used up goes, what is in use stays."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from rehabteam.cli import hoved
from rehabteam.web.models import Brugtsvar, Engangsnoegle
from tests.verden import Verden


def test_gamle_noegler_og_svar_er_vaek_og_nye_er_der(
    verden: Verden, capsys: pytest.CaptureFixture[str]
) -> None:
    nu, hvem = timezone.now(), verden.sagsbehandler.medarbejder_id
    noegler = {}
    for timer in (23, 25):
        ny = Engangsnoegle.objects.using("vedligehold").create(medarbejder_id=hvem, noegle=uuid.uuid4())
        Engangsnoegle.objects.using("vedligehold").filter(id=ny.id).update(tid=nu - timedelta(hours=timer))
        noegler[timer] = ny.id
    for udloeber in (-1, 1):
        Brugtsvar.objects.using("vedligehold").create(
            noegle=uuid.uuid4().hex, udloeber=nu + timedelta(hours=udloeber)
        )
    klient = verden.klient(verden.sagsbehandler)
    assert hoved.main(["ryd"]) == 0
    assert "formularnøgler: " in capsys.readouterr().out
    tilbage = set(Engangsnoegle.objects.using("vedligehold").filter(medarbejder_id=hvem).values_list("id"))
    assert tilbage == {(noegler[23],)}
    assert not Brugtsvar.objects.using("vedligehold").filter(udloeber__lt=nu).exists()
    assert Brugtsvar.objects.using("vedligehold").filter(udloeber__gt=nu).exists()
    assert klient.get("/mit-arbejde/").status_code == 200, "den, der er inde, er stadig inde"
