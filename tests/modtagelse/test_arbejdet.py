"""The worker: what waits is examined, scanned, converted; what cannot be is refused and never tried for ever."""

import io
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage

import pytest
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone
from PIL import Image

from rehabteam.cli import dokumentarbejde
from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.dokumenter.omdan import OmdanNede
from rehabteam.dokumenter.scanner import Fund, ScannerNede
from rehabteam.handlinger import modtagetrin
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.handlinger.opgiv_modtagelse import opgiv_modtagelse
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost, Medarbejder, ModtagetFil
from tests.modtagelse.hjaelp import SAGT, begyndt, sendt, stand
from tests.verden import PDF, Verden


@pytest.fixture(autouse=True)
def kun_filer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    dokumentarbejde._usynlige.clear()
    yield


def arbejd() -> int:
    """Until nothing waits; how many steps it took."""
    trin = 0
    while dokumentarbejde.tag_en_fil():
        trin += 1
        assert trin < 50
    return trin


def _utaalmodig(v: Verden, fil_id: object) -> None:
    """As if the waiting were over."""
    ModtagetFil.objects.using("vedligehold").filter(id=fil_id).update(naeste_tid=timezone.now())


def test_trin_for_trin(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = sendt(v, sag, "CV.pdf")
    sendes = begyndt(v, sag, "kommer.pdf")
    assert dokumentarbejde.tag_en_fil() and stand(v, fil_id).trin == "scannes"
    assert arbejd() == 1
    fil = stand(v, fil_id)
    assert (fil.tilstand, fil.trin, fil.foreslaaet_slags, fil.forsoeg) == ("klar", "", "cv", 0)
    assert stand(v, sendes).tilstand == "sendes"
    post = Adgangspost.objects.using("vedligehold").filter(rute="behandl_modtaget", objekt=fil_id).first()
    assert post and post.medarbejder_id == v.sagsbehandler.medarbejder_id and post.borgere == [sag.borger_id]


def test_afvist_med_grund_og_uden_bytes(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    sendte = {
        sendt(v, sag, "program.pdf", b"MZ" + b"x" * 50): "program",
        sendt(v, sag, "skaaret.pdf", PDF[:-20]): "skåret over",
        sendt(v, sag, "brev.png", PDF): "men hedder .png",
    }
    assert arbejd() == 3
    for fil_id, siger in sendte.items():
        fil = stand(v, fil_id)
        assert fil.tilstand == "afvist" and siger in fil.grund
        assert modtagelse.naaet(settings.DATA, fil_id) == 0
        v.goer(v.sagsbehandler, opgiv_modtagelse, sag.id, fil_id)


def test_en_virus_afvises_og_slettes(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()
    monkeypatch.setattr(modtagetrin.scanner, "er_sat_op", lambda: True)
    monkeypatch.setattr(modtagetrin.scanner, "scan", lambda fil: Fund(ren=False, navn="Eicar"))
    fil_id = sendt(v, sag)
    arbejd()
    fil = stand(v, fil_id)
    assert fil.tilstand == "afvist" and "virus" in fil.grund.lower() and not fil.virusscannet
    assert modtagelse.naaet(settings.DATA, fil_id) == 0


def test_scanneren_nede_er_at_vente(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()

    def nede(fil: object) -> Fund:
        raise ScannerNede("nede")

    monkeypatch.setattr(modtagetrin.scanner, "er_sat_op", lambda: True)
    monkeypatch.setattr(modtagetrin.scanner, "scan", nede)
    fil_id = sendt(v, sag)
    for _ in range(5):  # to wait is never to have tried too often
        arbejd()
        fil = stand(v, fil_id)
        assert (fil.tilstand, fil.trin, fil.forsoeg) == ("venter", "scannes", 0)
        assert fil.grund == "Virusscanneren svarer ikke. Filen venter og bliver prøvet igen."
        _utaalmodig(v, fil_id)
    monkeypatch.setattr(modtagetrin.scanner, "scan", lambda fil: Fund(ren=True))
    arbejd()
    fil = stand(v, fil_id)
    assert (fil.tilstand, fil.grund, fil.virusscannet) == ("klar", "", True)
    assert v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT).virusscannet


def test_uden_scanner_i_drift_kommer_intet_ind(verden: Verden, settings: object) -> None:
    v, sag = verden, verden.genoptaget()
    settings.DEMO = False  # type: ignore[attr-defined]
    fil_id = sendt(v, sag)
    arbejd()
    assert stand(v, fil_id).tilstand == "venter" and "svarer ikke" in stand(v, fil_id).grund


def test_en_fil_der_slaar_arbejderen_ihjel_opgives(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()

    def doed(*_: object) -> None:
        raise KeyboardInterrupt  # as a SIGKILL: nothing is written after it

    fil_id = sendt(v, sag)
    with monkeypatch.context() as m:
        m.setattr(dokumentarbejde, "goer", doed)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                dokumentarbejde.tag_en_fil()
            assert not dokumentarbejde.tag_en_fil()  # its turn is taken: the next looks elsewhere
            _utaalmodig(v, fil_id)
    assert not dokumentarbejde.tag_en_fil()
    assert stand(v, fil_id).tilstand == "afvist"


def test_en_uventet_fejl_taelles_og_databasens_ikke(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = sendt(v, sag, "hemmeligt-navn.pdf")

    def fejler(*_: object) -> None:
        raise RuntimeError("hemmeligt-navn.pdf")

    monkeypatch.setattr(dokumentarbejde, "goer", fejler)
    assert dokumentarbejde.tag_en_fil()
    assert stand(v, fil_id).forsoeg == 1 and stand(v, fil_id).naeste_tid > timezone.now()
    fejl = capsys.readouterr().err
    assert "RuntimeError" in fejl and "hemmeligt" not in fejl

    def vaek() -> bool:
        raise OperationalError

    monkeypatch.setattr(dokumentarbejde, "tag_en_fil", vaek)
    assert dokumentarbejde._koer(en_gang=True) == 2


def test_flere_arbejdere_tager_hver_sin(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    a, b = sendt(v, sag, "a.pdf"), sendt(v, sag, "b.pdf")
    with kontekst.arbejder_som(v.sagsbehandler):
        taget = dokumentarbejde.tag_tur(dokumentarbejde._anledning(v.sagsbehandler), a)
        assert taget is not None
    assert dokumentarbejde.tag_en_fil()
    assert (stand(v, a).trin, stand(v, b).trin) == ("undersoeges", "scannes")


def test_den_der_ikke_laengere_maa_faar_intet_ind(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = sendt(v, sag)
    Medarbejder.objects.using("vedligehold").filter(id=v.sagsbehandler.medarbejder_id).update(
        rolle="teammedlem"
    )
    arbejd()
    fil = stand(v, fil_id)
    assert fil.tilstand == "afvist" and "kan ikke længere" in fil.grund
    assert modtagelse.naaet(settings.DATA, fil_id) == 0


def test_omdanneren_nede_er_at_vente(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()

    def nede(*_: object) -> bytes:
        raise OmdanNede

    monkeypatch.setattr(modtagetrin.omdan, "til_pdf", nede)
    fil_id = sendt(v, sag, "scan.tiff", _tiff())
    arbejd()
    assert (stand(v, fil_id).tilstand, stand(v, fil_id).trin) == ("venter", "omdannes")
    assert "kan ikke omdannes lige nu" in stand(v, fil_id).grund


def test_travlt_er_at_vente(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()

    def travlt(*_: object) -> None:
        raise Afvist("travlt")

    monkeypatch.setattr(modtagetrin.modtag, "undersoeg", travlt)
    fil_id = sendt(v, sag)
    arbejd()
    assert (stand(v, fil_id).tilstand, stand(v, fil_id).trin) == ("venter", "undersoeges")


def _tiff() -> bytes:
    ud = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(ud, "TIFF")
    return ud.getvalue()


@pytest.mark.langsom
def test_det_der_omdannes_beholder_sin_original(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = sendt(v, sag, "scan.tiff", _tiff())
    arbejd()
    d = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    assert (d.mime, d.filnavn, d.sider) == ("application/pdf", "scan.pdf", 1)
    assert (d.original_mime, d.original_filnavn) == ("image/tiff", "scan.tiff")
    assert d.original_sha256 == stand(v, fil_id).sha256 != d.sha256
    svar = v.klient(v.teammedlem).get(f"/sag/{sag.id}/dokumenter/{d.id}/?original")
    assert svar.content == _tiff() and svar["Content-Disposition"].startswith("attachment")
    assert svar["Content-Type"] == "application/octet-stream" and "sandbox" in svar["Content-Security-Policy"]


@pytest.mark.langsom
def test_mailens_bilag_er_filer_for_sig(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    mail = EmailMessage()
    mail["Subject"], mail["To"] = "Epikrise vedlagt", "sag@example.test"
    mail["From"] = "Lægehuset Å <laege@example.test>"
    mail["Date"] = "Wed, 04 Mar 2026 10:00:00 +0100"
    mail.set_content("Se vedhæftede.")
    mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="epikrise.pdf")
    mail.add_attachment(b"MZ" + b"x" * 90, maintype="application", subtype="pdf", filename="program.pdf")
    fil_id = sendt(v, sag, "mail.eml", mail.as_bytes())
    arbejd()
    fil = stand(v, fil_id)
    assert (fil.tilstand, fil.foreslaaet_titel, fil.foreslaaet_dato) == (
        "klar",
        "Epikrise vedlagt",
        date(2026, 3, 4),
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        bilag = {b.filnavn: b for b in ModtagetFil.objects.filter(del_af_id=fil_id)}
    assert bilag["epikrise.pdf"].tilstand == "klar"
    assert {b.foreslaaet_afsender for b in (fil, *bilag.values())} == {"Lægehuset Å"}
    assert bilag["program.pdf"].tilstand == "afvist" and "program" in bilag["program.pdf"].grund
    hoved = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    d = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, bilag["epikrise.pdf"].id, **SAGT)
    assert d.del_af_id == hoved.id and hoved.original_mime == "message/rfc822"
