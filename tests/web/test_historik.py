"""The history as people speak: every act has its sentence, and the law's answer of then opens again."""

from __future__ import annotations

import importlib
import pkgutil
import re
import uuid
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

import rehabteam.handlinger
from rehabteam.handlinger.handling import HANDLINGER
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.lov.ord import MAANEDER, UGEDAGE
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Borger, Dokument, Haendelse
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.historieord import SLAGS, UDSAGN, UKENDT, linje
from rehabteam.web.historieord_moedet import MOEDET
from rehabteam.web.historieord_sagen import SAGEN
from rehabteam.web.kvittering import andre, kvittering
from tests.verden import Verden
from tests.web.scene import Scene

SAETNING = re.compile(
    rf" (?P<gjorde>[a-zæøå].+?),? ({'|'.join(UGEDAGE)}) \d+\. ({'|'.join(MAANEDER)}) \d{{4}} "
    r"kl\. \d{1,2}\.\d{2}\.",
    re.DOTALL,
)


def alle_navne() -> set[str]:
    for modul in pkgutil.iter_modules(rehabteam.handlinger.__path__):
        importlib.import_module(f"rehabteam.handlinger.{modul.name}")
    return set(HANDLINGER)


def haendelse(handling: str, tekst: str = "Noget skete.", **felter: object) -> Haendelse:
    return Haendelse(
        handling=handling,
        tekst=tekst,
        tid=datetime(2026, 5, 27, 7, 30, tzinfo=UTC),
        dag=date(2026, 5, 27),
        aktoer_navn="Mette Sand",
        aktoer_organisation="Prøve Kommune",
        **felter,
    )


def test_hver_handling_har_sit_udsagnsord() -> None:
    assert alle_navne() - set(UDSAGN) == set(), "læg en linje i web/historieord_sagen.py eller _moedet.py"
    assert not SAGEN.keys() & MOEDET.keys(), "hver Handling står ét sted"
    assert {u.slags for u in UDSAGN.values()} == set(SLAGS) and UKENDT.slags in SLAGS


def test_hver_handling_laeses_som_en_saetning(scene: Scene) -> None:
    """Real Hændelser of the stage where it has them; for the others one made here."""
    fundne = {h.handling: h for h in Haendelse.objects.using("vedligehold").filter(kommune=scene.v.kommune)}
    assert len(fundne) > 20
    for navn in alle_navne():
        h = fundne.get(navn) or haendelse(navn)
        saetning = linje(h, None, i_kommunen=True).saetning
        fund = SAETNING.fullmatch(saetning.removeprefix(h.aktoer_navn))
        assert fund and saetning.startswith(h.aktoer_navn), saetning
        assert not fund["gjorde"].startswith(UKENDT.gjorde), navn


@pytest.mark.parametrize(
    ("handling", "tekst", "siger", "mere"),
    [
        (
            "tilfoej_dokument",
            "Dokumentet »Opfølgning« blev tilføjet (dokumentation).",
            "Mette Sand tilføjede dokumentet »Opfølgning« (dokumentation) onsdag 27. maj 2026 kl. 9.30.",
            "",
        ),
        (
            "send_til_region",
            "Sagen blev sendt til Klinisk Funktion for sent. Begrundelse: Papirerne kom ikke.",
            "Mette Sand sendte sagen til Klinisk Funktion for sent onsdag 27. maj 2026 kl. 9.30.",
            "Begrundelse: Papirerne kom ikke.",
        ),
        ("skriv_resume", "Et ældre ordvalg.", "Mette Sand skrev på resuméet onsdag 27. maj 2026 kl. 9.30.",
         "Et ældre ordvalg."),
        ("den_findes_ikke_mere", "Sagen blev vendt.", "Mette Sand ændrede noget onsdag 27. maj 2026 kl. 9.30.",
         "Sagen blev vendt."),
    ],
)  # fmt: skip
def test_saetningen_siger_det_gemte_og_intet_to_gange(
    handling: str, tekst: str, siger: str, mere: str
) -> None:
    fundet = linje(haendelse(handling, tekst), None, i_kommunen=False)
    assert (fundet.saetning, fundet.mere) == (siger, mere)


def test_hverken_cpr_eller_beskyttet_navn_staar_i_den() -> None:
    cpr = testnumre()[0]
    borger = Borger(fuldt_navn="Hanne Hemmelig", beskyttet_adresse=True)
    tekst = f"Dokumentet »Hanne Hemmelig {cpr}« blev tilføjet (dokumentation)."
    fundet = linje(haendelse("tilfoej_dokument", tekst), borger, i_kommunen=True)
    assert (
        cpr not in fundet.saetning and "Hanne" not in fundet.saetning and f"{cpr[:6]}-xxxx" in fundet.saetning
    )


def test_grunden_bliver_i_kommunen_og_hvorfor_inhabil_vises_ingen(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    with kontekst.arbejder_som(v.sagsbehandler):
        dokument = Dokument.objects.filter(sag=sag).first()
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, dokument.id, grund="Det var en anden borgers.")
    adresse = reverse("web:sag_historik", args=[sag.id])
    assert "en anden borgers" in v.klient(v.sagsbehandler).get(adresse).content.decode()
    udenfor = v.klient(v.sekretariat).get(adresse).content.decode()
    assert "trak et dokument tilbage" in udenfor and "en anden borgers" not in udenfor
    inhabil = haendelse("erklaer_inhabil", data={"grund": "slaegt"})
    assert "slaegt" not in str(linje(inhabil, None, i_kommunen=True).grund)


def test_dage_filter_og_kvittering(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    v.fritaget(f.id)
    sag = v.genoptaget(f)
    klient = v.klient(v.leder)
    side = klient.get(reverse("web:forloeb_historik", args=[f.id])).content.decode()
    assert (
        "Fristen flyttede fra 20.04.2026 til 25.05.2026" in side
        and "Sanne Sagsbehandler</strong> regi" in side
    )
    kun_frist = klient.get(reverse("web:forloeb_historik", args=[f.id]), {"slags": "frist"}).content.decode()
    assert "genoptog sagen" in side and "genoptog sagen" not in kun_frist
    with kontekst.arbejder_som(v.leder):
        foerste = Haendelse.objects.get(forloeb=f, handling="opret_forloeb")
        genoptog = Haendelse.objects.get(sag=sag, handling="genoptag_sag")
        uden_svar = Haendelse.objects.get(forloeb=f, handling="indlaes_sag")
    kvittering_ = klient.get(reverse("web:forloeb_kvittering", args=[f.id, foerste.id])).content.decode()
    assert "Fristen var mandag 20. april 2026" in kvittering_ and "§ 17, stk. 1" in kvittering_
    assert "BEK 2408/2021" in kvittering_ and "retsinformation.dk" in kvittering_
    sagens = reverse("web:kvittering", args=[sag.id, genoptog.id])
    assert klient.get(sagens).status_code == 200
    # No answer, another case's, and another kommune's: the same nothing.
    for hvem, rute, ider in (
        (v.leder, "forloeb_kvittering", (f.id, uden_svar.id)),
        (v.leder, "kvittering", (sag.id, foerste.id)),
        (v.naboen, "kvittering", (sag.id, genoptog.id)),
        (v.naboen, "forloeb_kvittering", (f.id, foerste.id)),
        (v.sekretariat, "kvittering", (sag.id, genoptog.id)),
    ):
        assert v.klient(hvem).get(reverse(f"web:{rute}", args=ider)).status_code == 404


GAMMEL = {
    "regel": "bek9999.par1",
    "status": "HED_NOGET_ANDET",
    "frist": "2026-04-20",
    "nyt_tal": 3,
    "grunde": [
        {"kode": "vaek", "hjemmel": "BEK 2408/2021 § 17, stk. 1", "tekst": "De seks måneder var gået."},
        {"kode": "kun_kode"},
    ],
    "mangler": [{"kode": "x", "hjemmel": "En lov vi ikke kender § 3", "tekst": "Resuméet manglede."}],
    "laesninger": [{"nr": "T0", "spoergsmaal": "Hvornår?", "vores": "Nu", "anden": "Siden", "forskel": True}],
    "udgave": {"navn": "BEK 1/1999", "hvorfor": "Den gjaldt.", "forbehold": ["Et."]},
}


@pytest.mark.parametrize("gemt", [GAMMEL, {}, {"grunde": None, "udgave": None, "laesninger": ["?"]}])
def test_en_gammel_kvittering_laeses_af_sig_selv(verden: Verden, gemt: dict[str, object]) -> None:
    """Nothing of it is known to today's code: rule, status, codes, source, edition."""
    v = verden
    f = v.forloeb()
    hos = {"forloeb": f, "borger_id": f.borger_id, "kommune_id": f.kommune_id}
    ved_siden_af = {"svar": [gemt, GAMMEL | {"status": "EN_ANDEN"}], "id": "x", "frist": None}
    h = haendelse("hed_noget_andet", **hos, vurdering=gemt, data=ved_siden_af)
    h.aktoer_rolle, h.id = "sagsbehandler", uuid.uuid4()
    h.save(using="vedligehold", force_insert=True)
    svar = v.klient(v.leder).get(reverse("web:forloeb_kvittering", args=[f.id, h.id]))
    assert svar.status_code == 200
    fundet = kvittering(h)
    assert fundet is not None and [a.dom for a in andre(h)][-1] == "En anden"
    if gemt is GAMMEL:
        assert (fundet.dom, fundet.regel, fundet.udgave) == ("Hed noget andet", "bek9999.par1", "BEK 1/1999")
        assert fundet.frist == "mandag 20. april 2026" and fundet.tal == [("Nyt tal", "3")]
        assert [bool(g.url) for g in fundet.grunde] == [True, False] and fundet.grunde[1].tekst == "kun_kode"
        side = svar.content.decode()
        assert "Resuméet manglede." in side and "Læsningerne gav hvert sit svar" in side
