"""Åbn alle dokumenter: the contents, the marks, and what the collected PDF holds."""

import io
from datetime import date
from pathlib import Path

import pikepdf
from django.conf import settings
from django.http import HttpResponse

from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import UENIG, Dokument, Sag
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, ark, lograekker, tekst


def _sag(v: Verden) -> Sag:
    """Three papers of 2, 3 and 4 pages followed along; one of 5 is new."""
    forloeb = v.forloeb()
    gamle = [
        GammeltDokument(ark(2), "Attest", "laegeattest", date(2025, 9, 12), "Lægehuset", 2),
        GammeltDokument(
            ark(3), "Forberedende del", "forberedende_del", date(2025, 9, 24), "Prøve Kommune", 3
        ),
        GammeltDokument(ark(4), "Curriculum vitae", "cv", date(2025, 9, 1), "Borgeren", 4),
    ]
    v.goer(
        v.sagsbehandler,
        indlaes_sag,
        forloeb.id,
        oprettet=date(2025, 9, 1),
        afsluttet=date(2025, 10, 20),
        dokumenter=gamle,
    )
    sag = v.goer(v.sagsbehandler, genoptag_sag, forloeb.id, grund="Prøve")
    v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="o.pdf",
        data=ark(5),
        titel="Opfølgning",
        slags="dokumentation",
        dato=date(2026, 5, 1),
    )
    return sag


def indhold(svar: HttpResponse) -> str:
    """The list of contents alone."""
    hele = svar.content.decode()
    return hele[hele.index("data-indhold") : hele.index("laeser__midte")]


def _dokument(v: Verden, sag: Sag, titel: str) -> Dokument:
    with kontekst.arbejder_som(v.sagsbehandler):
        return Dokument.objects.get(sag=sag, titel=titel)


def test_indholdet_nyt_foerst_saa_efter_slags(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    klient, url = v.klient(v.sagsbehandler), adresse("alle_dokumenter", sag)
    side = tekst(klient.get(url))
    steder = [
        side.index(ord_)
        for ord_ in ("Nyt til dette møde", "Plan og indstilling", "Helbred", "Arbejde og borger")
    ]
    assert steder == sorted(steder)
    assert "4 dokumenter · 14 sider · 1 nyt til dette møde" in side
    assert "Alle 4 Nye 1 Ulæste 4" in side
    # The contents are filtered; the pages themselves are all there, whatever the list shows.
    nye = klient.get(f"{url}?vis=nye")
    assert "Opfølgning" in indhold(nye) and "Attest" not in indhold(nye) and "Bilag 3: Attest" in tekst(nye)
    assert "Attest" in indhold(klient.get(f"{url}?vis=vrøvl"))
    # The heading counts in every case that springs from another, also when it is not a genforelæggelse.
    Sag.objects.using("vedligehold").filter(id=sag.id).update(undertype=UENIG)
    assert "· 1 nyt til dette møde" in tekst(klient.get(url))


def test_aabnet_er_laest_og_naeste_ulaeste_foerer_videre(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    klient, url = v.klient(v.sagsbehandler), adresse("alle_dokumenter", sag)
    ny = _dokument(v, sag, "Opfølgning")
    svar = klient.get(f"{url}?dokument={ny.id}")
    assert "Bilag 1: Opfølgning" in tekst(svar) and "Ulæste 3" in tekst(svar)
    assert adresse("dokument", sag, ny.id) in svar.content.decode()
    naeste = _dokument(v, sag, "Forberedende del")
    # To its first page: the one opened has five.
    assert f'href="?dokument={naeste.id}#s6"' in svar.content.decode()
    assert "Opfølgning" not in indhold(klient.get(f"{url}?vis=ulaeste"))
    # what one person has read is unread for the next
    assert "Ulæste 4" in tekst(v.klient(v.leder).get(url))
    assert klient.get(f"{url}?dokument={sag.id}").status_code == 404


def test_den_samlede_pdf(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    klient, url = v.klient(v.sagsbehandler), adresse("samlet_pdf", sag)
    vist = klient.get(f"{url}?vis")
    assert "Ulæste 4" in tekst(klient.get(adresse("alle_dokumenter", sag)))
    svar = klient.get(f"{url}?hent")
    assert svar["Content-Type"] == "application/pdf" and svar["Content-Disposition"].startswith("attachment")
    assert sag.nummer in svar["Content-Disposition"]
    assert vist["Content-Disposition"].startswith("inline") and "no-store" in svar["Cache-Control"]
    assert "Du har åbnet alle dokumenter." in tekst(
        klient.get(adresse("alle_dokumenter", sag) + "?vis=ulaeste")
    )
    with pikepdf.open(io.BytesIO(svar.getvalue())) as pdf:
        assert len(pdf.pages) == 14 + 1
        with pdf.open_outline() as oversigt:
            grupper = {g.title: [b.title for b in g.children] for g in oversigt.root}
        assert grupper == {
            "Indhold": [],
            "Nyt til dette møde": ["1. Opfølgning"],
            "Plan og indstilling": ["2. Forberedende del"],
            "Helbred": ["3. Attest"],
            "Arbejde og borger": ["4. Curriculum vitae"],
        }
        sidste = b"".join(s.read_bytes() for s in pdf.pages[-1].Contents)
        assert b"Bilag 4 \xb7 side 4 af 4" in sidste and b"side 14 af 14" in sidste
    assert lograekker(sag, v.sagsbehandler).count(("laes", "dokumenter.se", 200, True)) >= 2


def test_et_dokument_der_ikke_kan_laeses_beholder_sin_plads(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    vaek, oedelagt = _dokument(v, sag, "Attest"), _dokument(v, sag, "Curriculum vitae")
    (Path(settings.DATA) / vaek.sha256[:2] / vaek.sha256).unlink()
    sti = Path(settings.DATA) / oedelagt.sha256[:2] / oedelagt.sha256
    sti.chmod(0o600)
    sti.write_bytes(b"%PDF- noget andet")
    svar = v.klient(v.sagsbehandler).get(adresse("samlet_pdf", sag))
    with pikepdf.open(io.BytesIO(svar.getvalue())) as pdf:
        assert len(pdf.pages) == 1 + 5 + 3 + 1 + 1
    for d in (vaek, oedelagt):  # the tests share one store
        (Path(settings.DATA) / d.sha256[:2] / d.sha256).unlink(missing_ok=True)


def test_trukne_dokumenter_er_ikke_med_og_tomme_sager_siger_det(verden: Verden) -> None:
    v = verden
    tom = v.goer(v.sagsbehandler, genoptag_sag, v.forloeb().id, grund="Prøve")
    klient = v.klient(v.sagsbehandler)
    assert "Der er ingen dokumenter på sagen" in tekst(klient.get(adresse("alle_dokumenter", tom)))
    assert klient.get(adresse("samlet_pdf", tom)).status_code == 404


def test_hvem_der_kan_laese_alt(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator(v.sendt(_sag(v)))
    for navn in ("alle_dokumenter", "samlet_pdf"):
        for hvem in (v.teammedlem, v.sekretariat, v.koordinator):
            assert v.klient(hvem).get(adresse(navn, sag)).status_code == 200, (navn, hvem.rolle)
        for hvem in (v.naboen, v.anden_koordinator, v.fjernt_sekretariat):
            assert v.klient(hvem).get(adresse(navn, sag)).status_code == 404, (navn, hvem.rolle)
