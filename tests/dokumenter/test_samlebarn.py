"""The child that puts documents together: what it can see, what happens when it does not answer, what the site holds."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from rehabteam import breve
from rehabteam.dokumenter import samlebarn
from rehabteam.dokumenter.lager import Lager
from rehabteam.dokumenter.omdan import MurNede, mur
from rehabteam.dokumenter.samlebarn import Barn, SamlingFejl, Venteplads
from rehabteam.dokumenter.samling import Bilag, Samlet, byg
from tests.dokumenter import korpus
from tests.dokumenter.samler import VARM, Gaffel
from tests.dokumenter.test_samling import FORSIDE, PDF, bilag


def test_samme_fil_bag_muren_som_uden(aegte_barn: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wall, the limits alone where there is none, and the fork of the quick tests: one program, the same bytes."""
    papirer = [bilag("a", korpus.pdf(2)), bilag("b", korpus.billede(), "image/jpeg"), bilag("c", b"")]
    ens = {byg(papirer, FORSIDE, breve.bundt).pdf}

    def ingen_mur(_: object) -> None:
        raise MurNede("Der er ingen mur.")

    monkeypatch.setattr(mur, "maade", ingen_mur)
    ens.add(byg(papirer, FORSIDE, breve.bundt).pdf)
    monkeypatch.setattr(samlebarn, "foed", Gaffel)
    ens.add(byg(papirer, FORSIDE, breve.bundt).pdf)
    assert len(ens) == 1 and len(ens.pop()) > 3000


def test_barnet_ser_hverken_lager_eller_net(aegte_barn: None, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        mur.maade()
    except MurNede:
        pytest.skip("der kan ikke bygges en mur på denne maskine")
    sti = Path(tempfile.mkdtemp()) / "hemmeligt"
    sti.write_text("x")
    ser = (
        "import os,json,socket;n=open('/proc/net/dev').read().count(':');"
        f"d=json.dumps({{'ser':[os.path.exists(s) for s in ({str(sti)!r},'/etc/passwd','/home')],'net':n,"
        "'uid':os.getuid(),'miljoe':sorted(k for k in os.environ if 'REHAB' in k),"
        "'filer':sorted(os.listdir('/samling/rehabteam/dokumenter'))}).encode();"
        "r=socket.socket(fileno=0);r.sendall(b'k'+len(d).to_bytes(4,'big')+d)"
    )
    monkeypatch.setattr(samlebarn, "START", ser)
    barn = Barn()
    try:
        assert barn._saa_mange(1) == samlebarn.KLAR
        svar = barn.hoer()
    finally:
        barn.luk()
    assert svar["ser"] == [False, False, False] and svar["net"] == 1 and svar["miljoe"] == []
    assert svar["filer"] == ["omdan", "samling_vaerk"] and svar["uid"] != 0


class Tavs(Gaffel):
    """A child that says it is ready and then nothing true."""

    svar = b""

    def __init__(self, ror: Any) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            ror.sendall(b"k" + self.svar)
            ror.recv(1)
            os._exit(0)


@pytest.mark.parametrize(
    "svar",
    [
        b"",
        b"\xff\xff\xff\xff",
        *(
            len(d).to_bytes(4, "big") + d
            for d in (
                b"{}",
                b"vrvl!",
                b'{"poster": []}',
                b'{"poster": [[-1, "", false]]}',
                b'{"poster": [12]}',
                b'{"fejl": "for_tung"}',
            )
        ),
    ],
)
def test_et_barn_der_ikke_svarer_rigtigt_giver_ingen_fil(
    monkeypatch: pytest.MonkeyPatch, svar: bytes
) -> None:
    monkeypatch.setattr(Tavs, "svar", svar)
    monkeypatch.setattr(samlebarn, "foed", Tavs)
    with pytest.raises(SamlingFejl, match="hver for sig"):
        byg([bilag("a", korpus.pdf(1))], FORSIDE, breve.bundt)


def test_et_barn_venter_naar_laeseren_har_vaeret_aabnet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samlebarn, "OM_LIDT", 0.05)
    plads = Venteplads()
    bestilt = set()
    for _ in range(20):
        VARM(plads)
        bestilt.add(plads._paa_vej)
    assert plads._vaert and len(bestilt) == 1
    plads._vaert[1].shutdown()  # when what it was asked for is done
    ventede = plads._barn
    barn = plads.tag()
    try:
        assert barn is ventede and plads._barn is None and barn.klar()
    finally:
        barn.luk()


def test_et_ventende_barn_der_er_doedt_er_ikke_i_vejen(aegte_barn: None) -> None:
    plads = Venteplads()
    plads._barn, plads._ejer = Barn(), os.getpid()
    doedt = plads._barn
    os.kill(doedt._proces.pid, signal.SIGKILL)
    doedt._proces.wait()  # a busy machine takes its time about it
    nyt = plads.tag()
    try:
        assert nyt is not doedt and plads._barn is None
    finally:
        nyt.luk()
    plads._barn, plads._ejer = Barn(), os.getpid() + 1  # another process made it, before the fork
    fremmed = plads._barn
    nyt = plads.tag()
    assert nyt is not fremmed
    for barn in (nyt, fremmed):
        barn.luk()


def _fyld(doc: pikepdf.Pdf, data: bytes) -> None:
    doc.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(B=doc.make_stream(data)))


@pytest.mark.langsom
def test_siden_holder_ikke_dokumenterne_i_hukommelsen(tmp_path: Path) -> None:
    """Eight papers of 24 MB: the file has them all, and this process grows by no more than a few of its own pieces."""
    lager = Lager(tmp_path / "lager")
    papirer = []
    for nr in range(8):
        stor = os.urandom(24 << 20)
        sha256 = lager.gem(korpus.pdf(1, lambda doc, d=stor: _fyld(doc, d))).sha256  # type: ignore[misc]
        papirer.append(Bilag(f"Nr. {nr}", "Helbred", None, "x", lambda s=sha256: lager.aaben(s), PDF))  # type: ignore[misc]
    byg(papirer[:1], FORSIDE, breve.bundt).fil.close()
    foer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    s: Samlet = byg(papirer, FORSIDE, breve.bundt, tmp_path)
    voksede = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - foer
    with s.fil as fil:
        assert fil.seek(0, os.SEEK_END) > 8 * (24 << 20)
    assert voksede < 16 << 10, f"{voksede} kB"
    assert os.listdir(tmp_path) == ["lager"]
