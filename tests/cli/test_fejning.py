"""The sweep: what no row tells of goes after a week, and never what somebody is saving again this very moment."""

import os
import time
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.utils import timezone

from rehabteam.cli import fejning
from rehabteam.dokumenter.lager import Lager, LagerFejl
from rehabteam.handlinger import lageret
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument
from tests.conftest import DATABASE, SUPER
from tests.verden import Verden

UGE = 7 * 24 * 3600
# A name of bytes that are somewhere else: on their way in (DATA/modtagelse), or only told about.
IKKE_I_LAGERET = {("ModtagetFil", "sha256"), ("ModtagetFil", "vist_sha256"), ("Laest", "sha256")}


@pytest.fixture
def lager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lager:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return Lager(tmp_path)


def gammel(lager: Lager, sha: str) -> None:
    foer = time.time() - UGE - 60
    os.utime(lager.rod / sha[:2] / sha, (foer, foer))


def test_det_gamle_uden_raekke_gaar_og_resten_bliver(verden: Verden, lager: Lager) -> None:
    sag = verden.genoptaget()
    fortalt = set(Dokument.objects.using("vedligehold").filter(sag=sag).values_list("sha256", flat=True))
    ung, ude = lager.gem(b"ung").sha256, lager.gem(b"gammel").sha256
    for sha in (*fortalt, ude):
        gammel(lager, sha)
    (lager.rod / "foreloebige" / "halv").write_bytes(b"h")
    assert fejning.fej() == 1
    assert not lager.findes(ude) and lager.findes(ung) and all(map(lager.findes, fortalt))
    assert (lager.rod / "foreloebige" / "halv").exists()
    assert fejning.fej(timezone.now() + timedelta(days=8)) == 1 and not lager.findes(ung)
    assert not (lager.rod / "foreloebige" / "halv").exists()


def test_det_der_gemmes_igen_lige_nu_bliver(verden: Verden, lager: Lager) -> None:
    """The bytes have lain there a week; somebody's transaction has saved them again and not written its row yet."""
    sha = lager.gem(b"igen").sha256
    gammel(lager, sha)
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert lageret.gem(b"igen").sha256 == sha
        assert fejning.fej() == 0 and lager.findes(sha)
    assert fejning.fej() == 1


def test_to_der_gemmer_det_samme_venter_ikke_paa_hinanden(verden: Verden, lager: Lager) -> None:
    with psycopg.connect(SUPER, dbname=DATABASE) as anden, kontekst.arbejder_som(verden.sagsbehandler):
        sha = lageret.gem(b"det samme").sha256
        anden.execute("SET lock_timeout = '1s'")
        anden.execute(lageret.LAAS, [lageret.LAASENS_NAVN + sha])


def test_er_lageret_vaek_siges_det_og_resten_ryddes(lager: Lager, monkeypatch: pytest.MonkeyPatch) -> None:
    def nede(*a: object) -> list[str]:
        raise LagerFejl("Dokumentlageret svarer ikke.")

    monkeypatch.setattr(Lager, "aeldre_end", nede)
    assert fejning.siges() == "ikke gjort (Dokumentlageret svarer ikke.)"


def test_hver_kolonne_der_navngiver_en_fil_er_talt_med() -> None:
    """A new one that is forgotten would have its files swept away."""
    fundne = {
        (model.__name__, felt.name)
        for model in apps.get_models()
        for felt in model._meta.concrete_fields
        if "sha256" in felt.name
    }
    assert {(m.__name__, felt) for m, felt in fejning.STEDER} == fundne - IKKE_I_LAGERET
