"""What the log says of one who reads: a line for each document, never one less, and not four hundred that say the same."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError

from rehabteam.sager.adgang import log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Dokument, Sag
from tests.stedfortraeder.noed import aabn
from tests.verden import Verden
from tests.web.laeserverden import sag_med_to
from tests.web.sagshjaelp import adresse, tekst


@pytest.fixture
def tegnet() -> Iterator[Callable[[Dokument], None]]:
    """Pictures that are there already: what the log says of them needs no drawing."""
    mapper: list[Path] = []

    def tegn(d: Dokument) -> None:
        mapper.append(Path(settings.DATA) / "sidebilleder" / d.sha256)
        mapper[-1].mkdir(parents=True, exist_ok=True)
        for navn in ("1-160", *(f"{nr}-1100" for nr in range(1, d.sider + 1))):
            (mapper[-1] / f"{navn}.webp").write_bytes(b"RIFF....WEBP")

    yield tegn
    for mappe in mapper:
        shutil.rmtree(mappe, ignore_errors=True)


def _linjer(sag: Sag, hvem: Aktoer) -> list[str]:
    """What the log says she has read in the case, in order: the documents' fingerprints, "" for the case itself."""
    poster = Adgangspost.objects.using("vedligehold").filter(
        objekt=sag.id, medarbejder_id=hvem.medarbejder_id, rute="dokumenter.se", art="laes", udfald=200
    )
    return [p.aftryk for p in poster.order_by("id")]


def test_een_linje_i_loggen_for_hvert_dokument_man_laeser_i(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, tegnet: Callable[[Dokument], None]
) -> None:
    v = verden
    sag, notat, plan = sag_med_to(v)
    for d in (notat, plan):
        tegnet(d)
    klient = v.klient(v.sagsbehandler)
    assert klient.get(adresse("alle_dokumenter", sag)).status_code == 200
    for d in (notat, plan):  # the small pictures in its list are part of the page that was just logged
        assert klient.get(f"{adresse('sidebillede', sag, d.id, 1)}?b=160").status_code == 200
    assert _linjer(sag, v.sagsbehandler) == [""]
    for d, nr in ((notat, 1), (notat, 2), (plan, 1), (plan, 2), (notat, 1), (plan, 3)):
        assert klient.get(adresse("sidebillede", sag, d.id, nr)).status_code == 200
    assert klient.get(adresse("sidetekst", sag, notat.id, 2)).status_code == 200
    assert klient.post(adresse("dokument_laest", sag, plan.id)).status_code == 204
    assert _linjer(sag, v.sagsbehandler) == ["", notat.sha256, plan.sha256]
    # Another person has lines of her own, also for a small picture alone; and one who is refused has hers.
    leder = v.klient(v.leder)
    assert leder.get(f"{adresse('sidebillede', sag, notat.id, 1)}?b=160").status_code == 200
    assert leder.get(adresse("sidebillede", sag, notat.id, 2)).status_code == 200
    assert _linjer(sag, v.leder) == ["", notat.sha256]
    assert v.klient(v.naboen).get(adresse("sidebillede", sag, notat.id, 1)).status_code == 404
    naboens = Adgangspost.objects.using("vedligehold").filter(medarbejder_id=v.naboen.medarbejder_id)
    assert [p.art for p in naboens] == ["afvist"]
    # One who stays gets a new line.
    monkeypatch.setattr(log, "DAEKKES", log.DAEKKES.replace(f"'{log.LAESNING.seconds} ", "'0 "))
    assert klient.get(adresse("sidebillede", sag, plan.id, 1)).status_code == 200
    assert _linjer(sag, v.sagsbehandler)[3:] == [plan.sha256]
    assert klient.get(f"{adresse('samlet_pdf', sag)}?hent").status_code == 200
    historik = tekst(v.klient(v.leder).get(adresse("sag_historik", sag)))
    assert "Åbne sagens dokumenter: »Notat«" in historik and "Åbne sagens dokumenter: »Plan«" in historik
    assert historik.count("Åbne sagens dokumenter: alle i én PDF") == 1


def test_i_en_noedadgang_har_hver_side_sin_linje(verden: Verden, tegnet: Callable[[Dokument], None]) -> None:
    v = verden
    sag, notat, _ = sag_med_to(v)
    tegnet(notat)
    klient, _svar = aabn(v, v.hos_koordinator(v.sendt(sag)))
    for nr in (1, 2, 1):
        assert klient.get(adresse("sidebillede", sag, notat.id, nr)).status_code == 200
    poster = Adgangspost.objects.using("vedligehold").filter(objekt=sag.id, rute="noedadgang_dokumenter.se")
    assert [p.aftryk for p in poster] == [notat.sha256] * 3


def test_uden_en_linje_vises_siden_ikke(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, tegnet: Callable[[Dokument], None]
) -> None:
    v = verden
    sag, notat, _ = sag_med_to(v)
    tegnet(notat)
    klient, url = v.klient(v.sagsbehandler), adresse("sidebillede", sag, notat.id, 1)

    def nej(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(log, "skriv", nej)
    svar = klient.get(url)
    assert svar.status_code == 503 and b"WEBP" not in svar.content
    monkeypatch.undo()
    assert klient.get(url).status_code == 200 and _linjer(sag, v.sagsbehandler) == [notat.sha256]
