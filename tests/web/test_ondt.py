"""Hostile input through every form of every role: never a fault, never an unescaped echo, nothing typed is lost."""

import copy
import re
import uuid
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import urljoin

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from rehabteam.sager.aftaler import KATEGORIER
from rehabteam.sager.testnumre import testnummer
from rehabteam.web.aftaleside import FELTER
from tests.verden import PDF
from tests.web.formularlaeser import Formularlaeser
from tests.web.proevevis import ny_anmodning, proevevis
from tests.web.scene import Fundet, Scene

OND = (
    '"><img src=x onerror=alert(1)>q{{7*7}}z${7*7}#eval("1"){% load x %}\'; DROP TABLE sager_sag; --\\\u202e'
)
RAA = re.compile(r"<img src=x|q49z")
DATOER = {
    *("foedselsdato", "start", "bevilget", "aftalt_start", "paabegyndt", "afsluttet", "optaget_i_indsatsdel"),
    *(
        "fra",
        "til",
        "dato",
        "pr",
        "moede",
        "oprettet",
        "modtaget",
        "underrettet",
        "ventes",
        "givet",
        "hvornaar",
    ),
    *("gaelder_fra", "svarfrist", "forloeb_start", "plan_fra", "plan_til", "begyndt", "inden"),
}
GYLDIGE = {
    "timer": "4",
    "kl": "9.30",
    "telefon": "12 34 56 78",
    "tolk": "nej",
    "q": "Fredebert",
    "foedselsdato": "",
    "ventes": "30.06.2026",
    "svarfrist": "",
    "varighed_mdr": "",
    "hvornaar": "08.06.2026",
    "nummer": "2026-00001",
    "system": "Momentum",
    # An agreement: every field may stand empty, so most of them do.
    "skaeringstid": "12.00",
    **dict.fromkeys(("venstre", "top", "bredde", "hoejde"), "12,5"),  # an area to be black, in per cent
    "senest_maal_dage": "42",
    "lukkedage": "15.05.2026 Lukket",
    "beloeb": "250,00",
    **{f"pris_per_{hvad}": "1.250,00" for hvad in ("moede", "dag", *(f"sag_{k}" for k in KATEGORIER))},
    **{f"{felt}_{k}": "8" for felt in ("frist_hverdage", "sager_per_dag") for k in KATEGORIER},
    **{f"afbud{nr}_{felt}": str(nr + 1) for nr in range(4) for felt in ("dage", "procent")},
    **{f"afsnit_{felt}": "2.8" for felt in (*FELTER, "dokumenter")},
}
PROEVE = "En prøve, der siger nok til at blive læst."
CPR = testnummer(date(1971, 3, 4), "K", 4)
CSV = ("borgere.csv", f"cpr;navn\n{CPR};Ib Indlæst\n".encode())
# A POST that shows, because its words may stand in no address.
SVARER_200 = {
    "soeg",
    "laeser_soeg",
    "find_dokumenter",
    "vis_cpr",
    "beskyttet_vis",
    "borgerlog_hent",
    "lovspor_proev",
    "samtykke_blanket",
}
ENDER = {"log_ud", "sprog"}  # forms that are not about a case
# What an ordinary person is rightly refused on this stage: nothing to lift, a case she sees already, the log's reviewer,
# a file that is no package, a day that is gone.
AFVISES = {
    "overstreg_marker",
    "overstreg_lav",
    "beskyttelse_slut",
    "noedadgang",
    "vikar_ny",
    "modtag_overdragelse",
    "fravaer",
}
# Where a page asks for days to come, or means a time where others mean a day.
SIDENS_EGNE = {
    "moede_nyt": {"dato": "11.06.2026"},
    "moedeserie": {"fra": "11.06.2026", "til": "25.06.2026", "hver_uge": "1"},
    "moedeslut": {"inden": "30.06.2026", "begyndt": "9.30", "sluttet": "10.05"},
}
# A meeting, a case, a question or a file that is on no list of the page is a page that is not there.
FINDES_IKKE = {"moede", "mit_moedesvar", "sag_svar", "modtagelse_opgiv"}
Data = dict[str, Any]


def er_dato(navn: str) -> bool:
    return navn in DATOER or navn.endswith(("_begynder", "-fra", "-til", "-dato", "-begyndt", "-optaget"))


def gyldigt(fundet: Fundet) -> Data:
    """The form as an ordinary person fills it in."""
    data: Data = {}
    egne = SIDENS_EGNE.get(fundet.rute, {})
    for felt in fundet.form.felter.values():
        if felt.navn == "noegle":
            data["noegle"] = str(uuid.uuid4())
        elif felt.navn in egne:
            data[felt.navn] = felt.vaerdi or egne[felt.navn]
        elif felt.navn in ("csrfmiddlewaretoken", "beskyttet_adresse"):
            continue
        elif felt.slags == "file":
            tabel = felt.navn == "filer" and fundet.rute != "modtagelse"
            data[felt.navn] = SimpleUploadedFile(*(CSV if tabel else ("opfølgning.pdf", PDF)))
        elif felt.valg:
            # Who stands in is another than the one who is chosen first.
            andre = reversed(felt.valg) if felt.navn == "stedfortraeder" else felt.valg
            data[felt.navn] = felt.vaerdi or next(v for v in andre if v)
        elif er_dato(felt.navn) and felt.navn not in GYLDIGE:
            data[felt.navn] = felt.vaerdi or "02.03.2026"
        else:
            data[felt.navn] = felt.vaerdi or GYLDIGE.get(felt.navn, CPR if felt.navn == "cpr" else PROEVE)
    return data | dict(fundet.form.knapper[:1])


def felter(fundet: Fundet, *slags: str) -> list[str]:
    """The fields of these kinds: tekst, dato, valg, skjult, tal."""

    def art(navn: str) -> str:
        felt = fundet.form.felter[navn]
        if felt.valg:
            return "valg"
        if navn in ("timer", "version", "kl", "hver_uge", "sluttet"):
            return "tal"
        if felt.slags == "hidden":
            return "skjult"
        return (
            "dato"
            if er_dato(navn)
            else "tekst"
            if felt.slags in ("text", "textarea", "search")
            else felt.slags
        )

    return [n for n in fundet.form.felter if n not in ("csrfmiddlewaretoken", "noegle") and art(n) in slags]


def proev(scene: Scene, fundet: Fundet, data: Data, **ekstra: Any) -> list[str]:
    """Send it and look where it leads. What is wrong with the answer, in words."""
    klient = scene.klienter[fundet.hvem.rolle]
    kager = copy.deepcopy(klient.cookies)
    with proevevis():
        metode = klient.post if fundet.form.metode == "post" else klient.get
        svar = metode(fundet.form.adresse, data, **ekstra)
        galt = bedoem(fundet, svar, data)
        if svar.status_code == 302 and fundet.rute not in ENDER:
            ny_anmodning()
            efter = klient.get(urljoin(fundet.form.adresse, svar["Location"]))
            galt += [f"efter: {g}" for g in ubehageligt(efter)]
            if efter.status_code >= 400 or "/log-ind/" in svar["Location"]:
                galt.append(f"fører til {svar['Location']} {efter.status_code}")
    klient.cookies = kager  # one of the forms is the way out
    return [f"{fundet.rute} ({fundet.hvem.rolle}): {g}" for g in galt]


def ubehageligt(svar: HttpResponse) -> list[str]:
    krop = svar.content.decode("utf-8", "replace") if "html" in svar.get("Content-Type", "") else ""
    galt = [f"{svar.status_code}"] if svar.status_code >= 500 else []
    if fund := RAA.search(krop):
        galt.append(f"uændret på siden: {krop[max(0, fund.start() - 80) : fund.end() + 40]!r}")
    return galt


def bedoem(fundet: Fundet, svar: HttpResponse, data: Data) -> list[str]:
    galt = ubehageligt(svar)
    krop = svar.content.decode("utf-8", "replace")
    if svar.status_code == 200 and fundet.form.metode == "post" and fundet.rute not in SVARER_200:
        galt.append("200 på et POST")
    if svar.status_code == 422:
        if not re.search(r"form-error|error-summary|fejlopsummering|alert-error", krop):
            galt.append("422 uden fejltekst")
        galt += tabt(fundet, krop, data)
    elif svar.status_code == 404 and fundet.rute in FINDES_IKKE:
        pass
    elif svar.status_code not in (200, 302, 409, 422) and svar.status_code < 500:
        galt.append(f"{svar.status_code} i stedet for 422")
    return galt


def tabt(fundet: Fundet, krop: str, data: Data) -> Iterable[str]:
    """Each text that was typed and does not stand on the page that says what is wrong."""
    tilbage: dict[str, list[str]] = {}
    for form in Formularlaeser.laes(krop):
        for felt in form.felter.values():
            tilbage.setdefault(felt.navn, []).append(felt.vaerdi)
    for navn in felter(fundet, "tekst", "dato", "tal"):
        if navn == "version" or not isinstance(data.get(navn), str):
            continue
        skrevet = data[navn].replace("\x00", "\ufffd")
        vist = [v.replace("\x00", "\ufffd") for v in tilbage.get(navn, [])]
        if not any(v.split() == skrevet.split() for v in vist):
            yield f"{navn} blev ikke stående: {skrevet[:60]!r} → {[v[:60] for v in vist]!r}"


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


def alle(scene: Scene, aendr: Callable[[Fundet], Iterable[Data]], **ekstra: Any) -> None:
    """Every form with each change of it; all complaints together."""
    galt = []
    assert scene.fundne
    for fundet in scene.fundne:
        for aendring in aendr(fundet):
            galt += proev(scene, fundet, gyldigt(fundet) | aendring, **ekstra)
    assert not galt, "\n".join(dict.fromkeys(galt))


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
