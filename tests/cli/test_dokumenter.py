"""`rehabteam dokumenter efterproev`: what is whole, what is gone, what was changed, and what no row tells of."""

from pathlib import Path

import pytest
from django.conf import settings

from rehabteam.cli import hoved
from rehabteam.cli.dokumenter import efterproev
from rehabteam.dokumenter.lager import Lager
from rehabteam.sager.models import Dokument
from tests.verden import Verden


@pytest.fixture
def lager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lager:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return Lager(tmp_path)


def _sti(lager: Lager, sha: str) -> Path:
    return lager.rod / sha[:2] / sha


def test_hele_vejen(verden: Verden, lager: Lager, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of other tests tell of files that are elsewhere: only this case's own are looked for by name."""
    verden.afgjort()
    mine = {str(d.id): d.sha256 for d in Dokument.objects.using("vedligehold").filter(kommune=verden.kommune)}
    assert len(set(mine.values())) > 2
    foer = efterproev(lager)
    assert not set(mine.values()) & (foer.mangler.keys() | foer.beskadiget.keys())
    assert foer.filer >= len(set(mine.values())) and foer.raekker >= len(mine) and foer.uden_raekke == 0

    vaek, rettet = sorted(set(mine.values()))[:2]
    _sti(lager, vaek).unlink()
    fil = _sti(lager, rettet)
    fil.chmod(0o600)
    fil.write_bytes(fil.read_bytes() + b" ")
    lager.gem(b"ingen raekke fortaeller om mig")
    svar = efterproev(lager)
    for fundne, navn in ((svar.mangler, vaek), (svar.beskadiget, rettet)):
        assert {str(id_) for id_ in fundne[navn]} >= {i for i, sha in mine.items() if sha == navn}
    assert svar.beskadiget.keys() == {rettet} and svar.uden_raekke == 1 and not svar.hel

    assert hoved.main(["dokumenter", "efterproev"]) == 1
    ud = capsys.readouterr()
    assert f"{vaek} mangler: " in ud.err and f"{rettet} er ændret: " in ud.err
    assert "Filer, ingen række fortæller om: 1." in ud.out and "Alle dokumenter er her" not in ud.out


def test_et_tomt_lager_og_ingen_raekker_er_helt(
    lager: Lager, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("rehabteam.cli.fejning.STEDER", ())
    assert hoved.main(["dokumenter", "efterproev"]) == 0
    assert "Alle dokumenter er her" in capsys.readouterr().out
