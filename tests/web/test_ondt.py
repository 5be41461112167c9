"""Hostile input through every form of every role: never a fault, never an unescaped echo, nothing typed is lost."""

import re
import uuid
from urllib.parse import urljoin

import pytest

from tests.web.formularlaeser import Formularlaeser
from tests.web.proevevis import ny_anmodning, proevevis
from tests.web.scene import Scene
from tests.web.udfyldning import AFVISES, ENDER, OND, alle, felter, gyldigt, proev

TEKSTER = {
    "ond": OND,
    "nul": "før\x00efter",
    "emoji og retning": "Glad 😀 👩‍🦽 \u202eמימין לשמאל\u202c \u200bA\u030arhus",
    "langt ord": "æ" * 190,
    "mellemrum": " \t\u00a0\u2003\r\n ",
    "for langt": "ord " * 12_000,
}
DAGE = ["01.01.0001", "9999-12-31", "31.02.2026", "i morgen", "٠١.٠٣.٢٠٢٦", "\x00"]
TAL = ["NaN", "1e400", "²", "-1", "99999999999999999999", "", "1" * 5000]
VALG = ["findes_ikke", "\x00", OND, "00000000-0000-4000-8000-000000000000"]


def test_scenen_har_formularer_af_alle_slags(scene: Scene) -> None:
    assert {"forloeb_nyt", "resume", "send", "fordel", "notat", "moederum", "indsatsplan"} <= {
        f.rute for f in scene.fundne
    }
    for fundet in (f for f in scene.fundne if f.rute not in ENDER):
        with proevevis():
            klient = scene.klienter[fundet.hvem.rolle]
            metode = klient.post if fundet.form.metode == "post" else klient.get
            svar = metode(fundet.form.adresse, gyldigt(fundet))
            ventet = (302, 422) if fundet.rute in AFVISES else (200, 302)
            assert svar.status_code in ventet, f"{fundet.rute}: uden noget ondt skal den tages imod"


@pytest.mark.parametrize(
    "navn", ["ond", *(pytest.param(n, marks=pytest.mark.langsom) for n in TEKSTER if n != "ond")]
)
def test_alle_tekstfelter_paa_en_gang(scene: Scene, navn: str) -> None:
    alle(scene, lambda fundet: [dict.fromkeys(felter(fundet, "tekst"), TEKSTER[navn])])


@pytest.mark.langsom
def test_datoer_der_ikke_er_til_at_regne_paa(scene: Scene) -> None:
    alle(scene, lambda f: [dict.fromkeys(ramt, dag) for dag in DAGE if (ramt := felter(f, "dato"))])


@pytest.mark.langsom
def test_hver_dato_for_sig(scene: Scene) -> None:
    alle(scene, lambda f: [{felt: dag} for felt in felter(f, "dato") for dag in ("01.01.0001", "9999-12-31")])


@pytest.mark.langsom
def test_tal_der_ikke_er_tal(scene: Scene) -> None:
    alle(scene, lambda f: [{felt: tal} for felt in felter(f, "tal") for tal in TAL])


@pytest.mark.langsom
def test_valg_der_ikke_staar_paa_listen(scene: Scene) -> None:
    alle(
        scene, lambda f: [dict.fromkeys(ramt, valg) for valg in VALG if (ramt := felter(f, "valg", "skjult"))]
    )


@pytest.mark.langsom
def test_felter_der_mangler(scene: Scene) -> None:
    """Nothing but the key, and one field left out at a time: at worst the page says what it lacks."""
    galt = []
    for fundet in scene.fundne:
        alle_felter = felter(fundet, "tekst", "dato", "tal", "valg", "skjult", "file")
        enkelte = [{n} for n in alle_felter if "_" not in n]  # of rows and seats, the whole form is enough
        for vaek in [set(alle_felter), *enkelte]:
            data = {n: v for n, v in gyldigt(fundet).items() if n not in vaek}
            galt += [g for g in proev(scene, fundet, data) if "stående" not in g]
    assert not galt, "\n".join(dict.fromkeys(galt))


def test_noegler_der_ikke_er_noegler(scene: Scene) -> None:
    fundet = next(f for f in scene.fundne if f.rute == "aendringer")
    klient = scene.klienter[fundet.hvem.rolle]
    en = uuid.uuid4()
    for noegle in ("", "a", "\x00", "A" * 1_000_000):
        with proevevis():
            svar = klient.post(fundet.form.adresse, gyldigt(fundet) | {"noegle": noegle})
            assert svar.status_code == 400, noegle[:40]
    with proevevis():
        data = gyldigt(fundet) | {"noegle": str(en)}
        assert klient.post(fundet.form.adresse, data).status_code == 302
        ny_anmodning()
        andet = klient.post(fundet.form.adresse, data | {"noegle": f"urn:uuid:{en}", "grund": "Noget andet"})
        assert andet.status_code == 409, "den samme nøgle, skrevet på en anden måde"


KROPPE = {
    "json": (b'{"a": 1}', "application/json", 400),
    "xml": (b"<a/>", "text/xml", 400),
    "uden grænse": (b"x", "multipart/form-data", 400),
    "kun grænse": (b"x", "multipart/form-data; boundary=x", 400),
    "utf-16": (b"grund=x", "application/x-www-form-urlencoded; charset=utf-16", 400),
    "halv surrogat": (b"grund=%ED%A0%80&noegle=%ff", "application/x-www-form-urlencoded", 400),
    "3000 felter": (b"&".join(b"a%d=1" % n for n in range(3000)), "application/x-www-form-urlencoded", 400),
    "3 MB": (b"grund=" + b"a" * 3_000_000, "application/x-www-form-urlencoded", 413),
    "ingenting": (b"", "", 400),
}


@pytest.mark.parametrize("navn", KROPPE)
def test_kroppe_der_ikke_er_formularer(scene: Scene, navn: str) -> None:
    krop, slags, status = KROPPE[navn]
    for fundet in (f for f in scene.fundne if f.rute in ("aendringer", "moederum", "dokument_nyt")):
        with proevevis():
            klient = scene.klienter[fundet.hvem.rolle]
            svar = klient.post(fundet.form.adresse, krop, content_type=slags)
            assert svar.status_code == status
            assert "Gå tilbage med browserens tilbageknap" in svar.content.decode()


def test_en_megabyte_tekst_og_en_halv_surrogat_ved_feltet(scene: Scene) -> None:
    fundet = next(f for f in scene.fundne if f.rute == "resume")
    klient = scene.klienter[fundet.hvem.rolle]
    with proevevis():
        svar = klient.post(fundet.form.adresse, gyldigt(fundet) | {"tekst": "a" * 1_000_000})
        assert svar.status_code == 422
        assert "Teksten er over 40.000 tegn. Kort den af, og gem igen." in svar.content.decode()
        assert "a" * 1_000_000 in svar.content.decode(), "det skrevne bliver stående"
    with proevevis():
        krop = f"noegle={uuid.uuid4()}&version=0&gem=kladde&tekst=x%ED%A0%80x".encode()
        svar = klient.post(fundet.form.adresse, krop, content_type="application/x-www-form-urlencoded")
        assert svar.status_code == 302


@pytest.mark.parametrize("rute", ["resume", "notat", "moederum", "indsatsplan"])
def test_et_tegn_brevet_ikke_kan_saette_naevnes(scene: Scene, rute: str) -> None:
    """An emoji may stand in a draft; when it becomes a letter the page names the character, and keeps the text."""
    fundet = next(f for f in reversed(scene.fundne) if f.rute == rute)
    klient = scene.klienter[fundet.hvem.rolle]
    data = gyldigt(fundet) | {felt: "Glad 😀" for felt in felter(fundet, "tekst") if "_" not in felt}
    data |= {"plan_til": "31.12.2026"} if "plan_til" in data else {}  # a plan covers six months
    with proevevis():
        gem = {"resume": "faerdig", "notat": "underskriv", "moederum": "afgiv", "indsatsplan": "faerdig"}[
            rute
        ]
        svar = klient.post(fundet.form.adresse, data | {"gem": gem, "borger_til": "ja"})
        if svar.status_code == 302:
            ny_anmodning()
            naeste = klient.get(urljoin(fundet.form.adresse, svar["Location"]))
            form = next(f for f in Formularlaeser.laes(naeste.content.decode()) if "noegle" in f.felter)
            ny_anmodning()
            svar = klient.post(
                urljoin(svar["Location"], form.adresse), {n: f.vaerdi for n, f in form.felter.items()}
            )
        assert svar.status_code == 422, svar.get("Location")
        assert re.search(r"[Tt]egnet 😀 \(et billedtegn, U\+1F600\)", svar.content.decode())
