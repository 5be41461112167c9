"""The case's consents in the browser: registered, asked upon, taken back, and what the pages say when it may not."""

import io
import threading
import uuid
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Anmodning, Sag, Samtykke
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, handlinger, indsend, lograekker, tekst

FORM: dict[str, str] = {
    "oplysninger": "Statusattest om knæet",
    "kilde": "Lægehuset i Prøve",
    "formaal": "Til mødet i juni.",
    "til": "",
    "givet": "20.05.2026",
    "maade": "underskrift",
    "praecist": "ja",
    "konsekvenser_oplyst": "ja",
}
BED = {"attest": "LAE_125", "oplysninger": "Statusattest om knæet", "daekker": "ja"}


def givet(v: Verden, sag: Sag, **andet: Any) -> Samtykke:
    felter = {k: FORM[k] for k in ("oplysninger", "kilde", "formaal", "maade")}
    ja = {"givet": date(2026, 5, 20), "praecist": True, "konsekvenser_oplyst": True}
    return v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **{**felter, **ja, **andet})


def anmodninger(v: Verden, sag: Sag) -> list[str]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return list(
            Anmodning.objects.filter(sag_id=sag.id)
            .order_by("registreret_tid")
            .values_list("tilstand", flat=True)
        )


def test_hele_vejen_fra_ja_til_nej(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    liste = adresse("sag_samtykker", sag)
    assert "Borgeren har ikke givet samtykke i sagen" in tekst(klient.get(liste))
    assert indsend(klient, adresse("samtykke_nyt", sag), **FORM)["Location"] == liste
    with kontekst.arbejder_som(v.sagsbehandler):
        samtykke = Samtykke.objects.get(sag_id=sag.id)
    side = tekst(klient.get(liste))
    assert "Lægehuset i Prøve" in side and "Gælder" in side and "§ 11 a, stk. 1" in side
    bed = adresse("anmodning_ny", sag, samtykke.id)
    assert "Statusattest om knæet" in klient.get(bed).content.decode()
    assert "/attest/" in indsend(klient, bed, **BED)["Location"]
    assert "Afventer svar" in tekst(klient.get(liste))
    tilbage = adresse("samtykke_tilbage", sag, samtykke.id)
    assert "LÆ 125 hos Lægehuset i Prøve" in tekst(klient.get(tilbage))
    assert indsend(klient, tilbage)["Location"] == liste
    side = tekst(klient.get(liste))
    assert "1 anmodning er standset" in side and "Trukket tilbage" in side and "Standset" in side
    assert "Standset, fordi borgeren trak sit samtykke tilbage" in tekst(klient.get(adresse("sag", sag)))
    side = tekst(klient.get(bed))
    assert "Der må ikke spørges på det samtykke" in side and "Registrér et nyt samtykke" in side
    assert "Registrér anmodningen" not in side
    assert indsend(klient, bed, **BED).status_code == 422
    assert indsend(klient, tilbage)["Location"] == liste
    assert anmodninger(v, sag) == ["standset"]
    assert handlinger(sag, v.sagsbehandler).count("tilbagekald_samtykke") == 2
    assert ("skriv", "samtykke.se", 302, True) in lograekker(sag, v.sagsbehandler)
    kollega = tekst(v.klient(v.leder).get(reverse("web:mit_arbejde") + "?alle=1"))
    assert "trak samtykket til at spørge Lægehuset i Prøve tilbage" in kollega


@pytest.mark.parametrize(
    ("felt", "vaerdi", "fejl"),
    [
        ("oplysninger", "", "Skriv, hvilke oplysninger der må hentes."),
        ("kilde", "Lægen", "uden CPR-nummer"),
        ("praecist", "nej", "Et samtykke, der ikke er præcist, kan ikke bruges."),
        ("praecist", "", "Tag stilling til, om samtykket er præcist."),
        ("konsekvenser_oplyst", "nej", "hvad et nej betyder for sagen"),
        ("givet", "28.05.2026", "ligger efter i dag"),
        ("til", "19.05.2026", "ligger før startdatoen"),
    ],
)
def test_det_der_mangler_siges_ved_feltet_og_intet_tabes(
    verden: Verden, felt: str, vaerdi: str, fejl: str
) -> None:
    v = verden
    sag = v.genoptaget()
    if felt == "kilde":
        vaerdi = f"Lægen for {next(v._numre)}"
    svar = indsend(v.klient(v.sagsbehandler), adresse("samtykke_nyt", sag), **{**FORM, felt: vaerdi})
    assert svar.status_code == 422 and fejl in tekst(svar)
    assert FORM["formaal"] in svar.content.decode()


def test_papiret_kan_underskrives_og_siger_at_man_kan_sige_nej(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    kun_papiret = {**FORM, "givet": "", "maade": "", "praecist": "", "konsekvenser_oplyst": ""}
    svar = klient.post(adresse("samtykke_blanket", sag), kun_papiret)
    assert (svar.status_code, svar["Content-Type"]) == (200, "application/pdf")
    with pikepdf.open(io.BytesIO(svar.content)) as pdf:
        assert pdf.pages
    assert "samtykke_blanket" not in svar["Content-Disposition"]
    svar = klient.post(adresse("samtykke_blanket", sag), {**kun_papiret, "kilde": ""})
    assert svar.status_code == 422
    side = tekst(svar)
    assert "Skriv, hvem oplysningerne må hentes hos." in side and "Vælg, hvordan borgeren" not in side
    svar = klient.post(adresse("samtykke_blanket", sag), {**kun_papiret, "formaal": "Godt 😀"})
    assert svar.status_code == 422 and "billedtegn" in tekst(svar)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not Samtykke.objects.filter(sag_id=sag.id).exists()
    samtykke = givet(v, sag)
    assert klient.get(adresse("samtykke_papir", sag, samtykke.id))["Content-Type"] == "application/pdf"


def test_uden_samtykke_skal_et_menneske_vaelge_og_begrunde(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("anmodning_uden_samtykke", sag)
    felter = {"attest": "OPLYSNINGER", "til": "Regionen", "oplysninger": "Epikrise fra maj"}
    svar = indsend(klient, url, **felter)
    assert svar.status_code == 422 and "Vælg, hvilken undtagelse du bruger." in tekst(svar)
    ok = indsend(
        klient, url, **felter, undtagelse="RSL_11C", begrundelse="Sagen er en af dem, bestemmelsen nævner."
    )
    assert ok.status_code == 302
    side = tekst(klient.get(adresse("sag_samtykker", sag)))
    assert "Retssikkerhedsloven § 11 c" in side and "en af dem, bestemmelsen nævner" in side


def test_svaret_kommer_eller_anmodningen_annulleres(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, samtykke = v.klient(v.sagsbehandler), givet(v, sag)
    for _ in range(2):
        assert indsend(klient, adresse("anmodning_ny", sag, samtykke.id), **BED).status_code == 302
    with kontekst.arbejder_som(v.sagsbehandler):
        en, to = (
            Anmodning.objects.filter(sag_id=sag.id).order_by("registreret_tid").values_list("id", flat=True)
        )
    assert indsend(klient, adresse("anmodning_modtaget", sag, en)).status_code == 302
    assert indsend(klient, adresse("anmodning_annuller", sag, to), grund=" ").status_code == 422
    assert (
        indsend(klient, adresse("anmodning_annuller", sag, to), grund="Svaret kom pr. brev.").status_code
        == 302
    )
    assert anmodninger(v, sag) == ["modtaget", "annulleret"]
    for navn, felter in (("anmodning_modtaget", {}), ("anmodning_annuller", {"grund": "Igen."})):
        svar = indsend(klient, adresse(navn, sag, en), **felter)
        assert svar.status_code == 302
        assert "Anmodningen er ikke længere åben" in tekst(klient.get(svar["Location"]))


def test_regionen_ser_hverken_fane_eller_samtykker(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    samtykke = givet(v, sag)
    assert "Samtykke og attester" in tekst(v.klient(v.sagsbehandler).get(adresse("sag", sag)))
    for hvem in (v.sekretariat, v.koordinator):
        klient = v.klient(hvem)
        assert "Samtykke og attester" not in tekst(klient.get(adresse("sag", sag)))
        assert klient.get(adresse("sag_samtykker", sag)).status_code == 403
        assert indsend(klient, adresse("samtykke_tilbage", sag, samtykke.id)).status_code == 403
    moedeleder = v.klient(v.moedeleder)
    assert moedeleder.get(adresse("sag_samtykker", sag)).status_code == 200
    assert moedeleder.get(adresse("samtykke_nyt", sag)).status_code == 403


def test_et_samtykke_paa_en_anden_sag_findes_ikke_her(verden: Verden) -> None:
    v = verden
    sag, anden = v.genoptaget(), v.genoptaget()
    fremmed = givet(v, anden)
    klient = v.klient(v.sagsbehandler)
    for navn in ("anmodning_ny", "samtykke_tilbage", "samtykke_papir"):
        assert klient.get(adresse(navn, sag, fremmed.id)).status_code == 404
        assert klient.get(adresse(navn, anden, fremmed.id)).status_code == 200


# --- At the same moment ---------------------------------------------------------------------------------


def _i_traad(
    hvem: Aktoer, gjort: list[object], nr: int, klar: threading.Barrier, handling: Any, *a: Any, **k: Any
) -> None:
    klar.wait()
    try:
        with kontekst.arbejder_som(hvem):
            gjort[nr] = handling(Anledning(hvem, DAG, datetime.now(UTC)), *a, **k)
    except KanIkke as fejl:
        gjort[nr] = fejl
    finally:
        connections.close_all()


@pytest.mark.parametrize("gang", range(4))
def test_trukket_tilbage_mens_der_spoerges(verden: Verden, gang: int) -> None:
    """Either nothing was asked, or what was asked has stopped: never an open request on a withdrawn consent."""
    v = verden
    sag = v.genoptaget()
    samtykke = givet(v, sag)
    bed = {"attest": "LAE_125", "til": samtykke.kilde, "oplysninger": "Knæet", "daekker": True}
    gjort: list[object] = [None] * 3
    klar = threading.Barrier(3)
    traade = [
        threading.Thread(target=_i_traad, args=(hvem, gjort, nr, klar, handling, *a), kwargs=k)
        for nr, (hvem, handling, a, k) in enumerate(
            (
                (v.sagsbehandler, anmod_om_oplysninger, (sag.id,), {**bed, "samtykke_id": samtykke.id}),
                (v.leder, tilbagekald_samtykke, (samtykke.id,), {}),
                (v.leder, anmod_om_oplysninger, (sag.id,), {**bed, "samtykke_id": samtykke.id}),
            )
        )
    ]
    for t in traade:
        t.start()
    for t in traade:
        t.join(timeout=60)
    assert None not in gjort
    bedt = [g for g in gjort if isinstance(g, Anmodning)]
    standset = gjort[1]
    assert isinstance(standset, list) and {a.id for a in standset} == {a.id for a in bedt}
    assert anmodninger(v, sag) == ["standset"] * len(bedt)


def test_laasen_holder_den_ene_tilbage(verden: Verden) -> None:
    """The order made certain: she who asks has the consent's lock, and the withdrawal waits and then stops it."""
    v = verden
    sag = v.genoptaget()
    samtykke = givet(v, sag)
    gjort: list[object] = [None]
    klar = threading.Barrier(1)
    traad = threading.Thread(
        target=_i_traad, args=(v.leder, gjort, 0, klar, tilbagekald_samtykke, samtykke.id)
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        anmod_om_oplysninger(
            Anledning(v.sagsbehandler, DAG, timezone.now()),
            sag.id,
            attest="LAE_125",
            til=samtykke.kilde,
            oplysninger="Knæet",
            samtykke_id=samtykke.id,
            daekker=True,
        )
        traad.start()
        traad.join(timeout=1)
        assert traad.is_alive() and gjort == [None]
    traad.join(timeout=60)
    assert isinstance(gjort[0], list) and len(gjort[0]) == 1
    assert anmodninger(v, sag) == ["standset"]


def test_sendt_to_gange_er_en_anmodning(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, samtykke, noegle = v.klient(v.sagsbehandler), givet(v, sag), str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, adresse("anmodning_ny", sag, samtykke.id), noegle, **BED).status_code == 302
    assert anmodninger(v, sag) == ["sendt"]
