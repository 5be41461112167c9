"""The pages of redaction and of documents for a receiver: by number and by word, without a script, and the file."""

import hashlib
from datetime import date

import pytest
from django.urls import reverse

from rehabteam.sager.models import Adgangspost, Dokument, Forsendelse, Overstregning, Sag
from tests.borgersiden.borgere import borgerens_klient
from tests.dokumenter.tekstpdf import BAG_MUREN, tekst_pdf
from tests.handlinger.test_overstregning import TEKST, dokument_paa, uden_laesning
from tests.handlinger.test_udvalg import REGION, beskyttet
from tests.verden import Verden
from tests.web.sagshjaelp import indsend, tekst

__all__ = ["uden_laesning"]
VED = "vedligehold"


def marker(v: Verden, sag: Sag, d: Dokument, **felter: str):  # type: ignore[no-untyped-def]
    url = reverse("web:overstreg_marker", args=[sag.id, d.id])
    return indsend(v.klient(v.sagsbehandler), url, side="1", **felter)


def kladden(d: Dokument) -> list[list[float]]:
    return Overstregning.objects.using(VED).get(dokument=d, lavet_tid=None).felter


FELT = {"goer": "felt", "venstre": "10", "top": "12,5", "bredde": "30", "hoejde": "95"}


def test_et_felt_skrives_med_tal_og_tages_af_igen(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    svar = marker(v, sag, d, **FELT)
    assert svar.status_code == 302 and svar["Location"].endswith("?side=1#siden")
    assert kladden(d) == [[1, 0.1, 0.125, 0.4, 1.0]]  # what lies below the page's edge is cut off
    side = v.klient(v.sagsbehandler).get(reverse("web:overstreg", args=[sag.id, d.id]))
    assert 'x="0.10000" y="0.12500" width="0.30000"' in side.content.decode()
    assert "10 % fra venstre, 12 % fra toppen" in tekst(side)
    assert marker(v, sag, d, goer="fjern:1_0.1_0.125_0.4_1.0").status_code == 302
    assert kladden(d) == []


@pytest.mark.parametrize(
    ("felter", "siger"),
    [
        ({"venstre": "100"}, "uden for siden"),
        ({"bredde": "0"}, "for lille"),
        ({"top": "midt på"}, "Skriv et tal fra 0 til 100"),
        ({"goer": "find", "udtryk": ""}, "Skriv det, der skal overstreges"),
    ],
)
def test_det_der_ikke_kan_markeres_siges_og_bliver_staaende(
    verden: Verden, felter: dict[str, str], siger: str
) -> None:
    v = verden
    sag, d = dokument_paa(v)
    svar = marker(v, sag, d, **FELT | felter)
    assert svar.status_code == 422 and siger in tekst(svar)
    assert not Overstregning.objects.using(VED).filter(dokument=d).exists()
    assert all(
        f'value="{vaerdi}"' in svar.content.decode()
        for navn, vaerdi in felter.items()
        if navn != "goer" and vaerdi
    )


@pytest.mark.parametrize("goer", ["alt", "fjern:", "fjern:1_nan_0_1_1", "fjern:1_0_0_1", "beskyttet"])
def test_hvad_knappen_ikke_siger_findes_ikke(verden: Verden, goer: str) -> None:
    v = verden
    sag, d = dokument_paa(v)
    assert marker(v, sag, d, goer=goer).status_code == 404


@BAG_MUREN
def test_alle_forekomster_af_et_ord(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v, tekst_pdf("Hos Hemmelbjerg", "intet", "Familien Hemmelbjerg"))
    klient = v.klient(v.sagsbehandler)
    url = reverse("web:overstreg_marker", args=[sag.id, d.id])
    svar = indsend(klient, url, side="1", goer="find", udtryk="hemmelbjerg")
    assert [f[0] for f in kladden(d)] == [1, 3]
    assert "markeret 2 felter, på side 1, 3" in tekst(klient.get(svar["Location"]))
    ikke = indsend(klient, url, side="1", goer="find", udtryk="findes ikke her")
    assert ikke.status_code == 422 and "Ordene er ikke fundet" in tekst(ikke)


@BAG_MUREN
def test_det_beskyttede_navn_findes_uden_at_skrives(verden: Verden) -> None:
    v = verden
    sag, d = beskyttet(v, "Brev til Birthe Borger, Solsikkevej 12")
    assert marker(v, sag, d, goer="beskyttet").status_code == 302
    assert len(kladden(d)) == 2


@BAG_MUREN
def test_fra_markering_til_en_fil_der_er_den_samme_hver_gang(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v, TEKST)
    klient = v.klient(v.sagsbehandler)
    marker(v, sag, d, goer="find", udtryk="Hemmelbjerg")
    proeve = klient.get(reverse("web:overstreg_proeve", args=[sag.id, d.id]))
    lavede = Overstregning.objects.using(VED).filter(dokument=d).exclude(lavet_tid=None)
    assert proeve.content.startswith(b"%PDF") and not lavede.exists()
    lav = reverse("web:overstreg_lav", args=[sag.id, d.id])
    assert indsend(klient, lav, antal="1", grund="kort").status_code == 422
    assert indsend(klient, lav, antal="1", grund="Oplysninger om en nabo.").status_code == 302
    udgave = Overstregning.objects.using(VED).get(dokument=d)
    hentet = klient.get(reverse("web:overstreg_hent", args=[sag.id, udgave.id])).content
    assert hashlib.sha256(hentet).hexdigest() == udgave.sha256

    nyt = reverse("web:udvalg_nyt", args=[sag.id])
    assert indsend(klient, nyt).status_code == 422
    svar = indsend(klient, nyt, **REGION, dokumenter=[str(d.id)])
    side = klient.get(svar["Location"])
    assert "Overstreget udgave 1" in tekst(side) and "Lav PDF" in tekst(side)
    f = Forsendelse.objects.using(VED).get(sag=sag)
    assert klient.get(reverse("web:udvalg_hent", args=[f.id])).status_code == 404
    assert indsend(klient, reverse("web:udvalg_giv", args=[f.id])).status_code == 302
    f = Forsendelse.objects.using(VED).get(sag=sag)
    pdf = klient.get(reverse("web:udvalg_hent", args=[f.id]))
    assert hashlib.sha256(pdf.content).hexdigest() == f.sha256 and b"Hemmelbjerg" not in pdf.content
    assert "attachment" in pdf["Content-Disposition"] and "Birthe" not in pdf["Content-Disposition"]
    post = Adgangspost.objects.using(VED).filter(rute="forsendelser.se", objekt=f.id).order_by("-id").first()
    assert post is not None and post.antal == 1
    assert "Klinisk Funktion" in tekst(klient.get(reverse("web:forsendelser", args=[sag.id])))
    hun = borgerens_klient(sag.borger)
    hendes = tekst(hun.get(reverse("web:min_log")))
    assert "Klinisk Funktion i regionen 1 dokument" in hendes


def test_et_udvalg_der_er_givet_kan_ikke_aendres_eller_opgives(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    klient = v.klient(v.sagsbehandler)
    svar = indsend(
        klient, reverse("web:udvalg_nyt", args=[sag.id]), modtager="borger", dokumenter=[str(d.id)]
    )
    f = Forsendelse.objects.using(VED).get(sag=sag)
    assert svar["Location"] == reverse("web:udvalg", args=[f.id])
    indsend(klient, reverse("web:udvalg_giv", args=[f.id]))
    assert "kan ikke ændres" in tekst(klient.get(svar["Location"]))
    for rute in ("udvalg_giv", "udvalg_opgiv"):
        assert indsend(klient, reverse(f"web:{rute}", args=[f.id])).status_code == 404
    assert Forsendelse.objects.using(VED).get(id=f.id).udleveret_dag == date(2026, 5, 27)
