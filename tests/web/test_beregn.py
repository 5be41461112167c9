"""The public calculators: open to all, the law's own answer, nothing kept, and nothing in the address but dates."""

import html
import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as maengde
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import PERIODEHJEMLER, Indsats, OrdinaereTimer, Periode, Ressourceforloeb
from rehabteam.sager.testnumre import testnumre
from rehabteam.web import beregning
from rehabteam.web.beregning_adresse import adresse, numre
from rehabteam.web.beregning_datoer import byttet_om, gaet, kan_ikke_laeses, uden_for
from rehabteam.web.formularer.beregn import HOEJST, Seksmaanedersform
from rehabteam.web.svar import DOMME
from rehabteam.web.views import beregn
from tests.egenskaber.forloeb import datoer, indsats, timer, undtaget
from tests.verden import DAG, Verden

SEKS, MOEDE = "/beregn/seksmaanedersfristen/", "/beregn/fristen-foer-moedet/"
NEJ = (("indsats", "nej"), ("undtaget", "nej"))
PR = (("pr", "27.05.2026"),)
IGANG = (("start", "20.10.2025"),)
INDSATS = (
    ("indsats", "ja"),
    ("i1-hjemmel", "LAB_KAP_11"),
    ("i1-begyndt", "02.02.2026"),
    ("i1-indsatsdel", "ja"),
)
TIMER = (
    ("undtaget", "ja"),
    ("u1-hvad", "ORDINAER_LOENMODTAGER"),
    ("u1-dato", "01.12.2025"),
    ("u1-timer", "7,5"),
)


def hent(sti: str, *par: tuple[str, str], klient: Client | None = None, foelg: bool = False) -> HttpResponse:
    return (klient or Client()).get(adresse(sti, par), follow=foelg)


def tekst(svar: HttpResponse) -> str:
    """What stands on the page, as a reader sees it."""
    uden = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", svar.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(uden))


def direkte(view: Callable[..., HttpResponse], adressen: str) -> HttpResponse:
    """The view alone, as the middleware would call it for somebody who is not logged in."""
    anmodning = RequestFactory().get(adressen)
    anmodning.aktoer, anmodning.dag = None, DAG
    anmodning.session = {}
    return view(anmodning)


def formen(*par: tuple[str, str]) -> Seksmaanedersform:
    data = QueryDict(adresse("", par).removeprefix("?"))
    return Seksmaanedersform(data, dag=DAG, numre=numre(data))


# --- Open, and without a trace --------------------------------------------------------------------------

SIDER = [
    (SEKS, ()),
    (SEKS, beregning.EKSEMPEL_PAR),
    (SEKS, (("start", "31.02.2025"),)),
    (SEKS, (("tilfoej", "p"), *IGANG)),
    (MOEDE, ()),
    (MOEDE, (("moede", "11.06.2026"),)),
    (MOEDE, (("moede", "x"),)),
]


@pytest.mark.parametrize(("sti", "par"), SIDER)
def test_aaben_for_alle_uden_cookie_og_uden_at_kunne_gemmes(
    verden: Verden, sti: str, par: tuple[tuple[str, str], ...]
) -> None:
    klient = Client()
    svar = hent(sti, *par, klient=klient)
    assert svar.status_code in (200, 422)
    assert not klient.cookies and "Set-Cookie" not in svar.headers
    assert "no-store" in svar["Cache-Control"]
    assert "csrfmiddlewaretoken" not in svar.content.decode()
    assert "Vi gemmer ikke det, du skriver" in tekst(svar)


def test_hovedet_er_beregnernes_og_den_der_er_logget_ind_beholder_sin_menu(verden: Verden) -> None:
    uden = hent(SEKS).content.decode()
    assert re.search(r'<a href="/beregn/seksmaanedersfristen/" aria-current="page">Seksmånedersfristen', uden)
    assert "Mit arbejde" not in uden and 'aria-label="Beregnere"' in uden
    med = hent(SEKS, klient=verden.klient(verden.sagsbehandler)).content.decode()
    for punkt in ("Mit arbejde", "Seksmånedersfristen", "Fristen før mødet", "Reglerne", "Log ud"):
        assert punkt in med


def test_login_siden_viser_vej(verden: Verden) -> None:
    side = Client().get(reverse("web:log_ind")).content.decode()
    assert f'href="{SEKS}"' in side and f'href="{MOEDE}"' in side


def test_kun_til_at_laese(verden: Verden) -> None:
    assert Client().head(SEKS).status_code == 200
    for sti in (SEKS, MOEDE, SEKS + "pdf/", MOEDE + "pdf/"):
        assert Client(enforce_csrf_checks=False).post(sti, {"start": "31.10.2025"}).status_code == 405


@pytest.mark.parametrize(
    ("view", "adressen"),
    [
        (beregn.seks_maaneder, SEKS),
        (beregn.seks_maaneder, adresse(SEKS, beregning.EKSEMPEL_PAR)),
        (beregn.seks_maaneder, SEKS + "?start=x"),
        (beregn.seks_maaneder_pdf, adresse(SEKS, beregning.EKSEMPEL_PAR)),
        (beregn.moedefrist, MOEDE),
        (beregn.moedefrist, MOEDE + "?moede=11.06.2026"),
        (beregn.moedefrist_pdf, MOEDE + "?moede=11.06.2026"),
    ],
)
def test_databasen_bliver_ikke_spurgt(
    database: str, view: Callable[..., HttpResponse], adressen: str
) -> None:
    def nej(*_: object) -> None:
        raise AssertionError("siden spørger databasen")

    with connection.execute_wrapper(nej):
        assert direkte(view, adressen).status_code in (200, 422)


def test_doeren_aabnes_og_intet_andet(
    verden: Verden, django_assert_num_queries: Callable[..., object]
) -> None:
    """Through the whole house: what every open page costs, and no row in the log."""
    klient = Client()
    sql: dict[str, list[str]] = {}
    for navn, sti in (("was", reverse("web:was")), ("beregn", adresse(SEKS, beregning.EKSEMPEL_PAR))):
        klient.get(sti)
        sql[navn] = []
        saet = sql[navn]

        def skriv(udfoer, sql_, params, mange, kontekst, saet=saet):  # type: ignore[no-untyped-def]
            saet.append(sql_)
            return udfoer(sql_, params, mange, kontekst)

        with connection.execute_wrapper(skriv):
            svar = klient.get(sti)
        assert not svar.wsgi_request.spor.rute and not svar.wsgi_request.spor.skrevet
    assert sql["beregn"] == sql["was"]


def test_serverens_linjer_naevner_ikke_datoerne(verden: Verden, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        hent(SEKS, ("start", "31.02.2019"))
        hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert "2019" not in caplog.text and "31.10.2025" not in caplog.text


# --- The answer of the six months --------------------------------------------------------------------------


def test_billedets_eksempel(verden: Verden) -> None:
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert svar.status_code == 200
    side = tekst(svar)
    for ventet in (
        "Svar pr. onsdag 27. maj 2026",
        "De seks måneder er ikke gået endnu",
        "til og med søndag 31. maj 2026",
        "opstår pligten mandag 1. juni 2026",
        "4 dage",
        "søn. 31.05.2026",
        "01.12.2025 – 31.12.2025",
        "181 af 181",
        "Hvor loven kan læses på flere måder",
        "01.06.2026",
        "Alle grunde bag svaret",
        "Hvad ville ændre svaret?",
        "BEK 2408/2021",
        "Lov 1750 af 29. december 2025",
        "Særlige grunde og den konkrete vurdering er kommunens",
    ):
        assert ventet in side, ventet
    raa = svar.content.decode()
    assert raa.count("<h1") == 1 and 'id="svar" tabindex="-1"' in raa and 'role="img"' in raa


def test_uden_datoer_vises_et_eksempel_der_er_maerket(verden: Verden) -> None:
    svar = hent(SEKS)
    side = tekst(svar)
    assert "Eksempel" in side and "Datoerne er opdigtede" in side and "181 af 181" in side
    assert "Hent PDF" not in side
    link = re.search(r'href="([^"]+)">Udfyld med eksemplets datoer', svar.content.decode())
    assert link and Client().get(html.unescape(link[1])).status_code == 200
    assert 'value="27.05.2026"' in svar.content.decode(), "Vurdér pr. er dagen i dag"
    assert "checked" not in svar.content.decode(), "intet er gættet på forhånd"


SVAR = [
    ("IKKE_UDLOEBET", (*IGANG, *NEJ, ("pr", "01.03.2026")), "50 dage"),
    ("SKAL_GENBEHANDLES", (*IGANG, *NEJ, *PR), "37 dage over"),
    (
        "SUSPENDERET",
        (*IGANG, ("p1-hjemmel", "LAS_13_STK_8"), ("p1-fra", "01.03.2026"), ("p1-loeber", "ja"), *NEJ, *PR),
        "Står stille",
    ),
    ("INDSATS_RETTIDIG", (*IGANG, *INDSATS, ("undtaget", "nej"), *PR), "I tide"),
    ("UNDTAGET_STK_4", (*IGANG, ("indsats", "nej"), *TIMER, *PR), "Undtaget"),
    (
        "UNDTAGET_STK_5",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "LOENTILSKUD_15")),
            *(("u1-fra", "01.12.2025"), ("u1-til", "31.12.2025"), *PR),
        ),
        "Undtaget",
    ),
    (
        "UNDTAGET_STK_6",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "STU")),
            *(("u1-fra", "01.12.2025"), ("u1-loeber", "ja"), *PR),
        ),
        "Undtaget",
    ),
    (
        "MANUEL_VURDERING",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "BETALT_FRAVAER")),
            *(("u1-dato", "01.12.2025"), ("u1-timer", "7,4"), *PR),
        ),
        "Du skal vurdere",
    ),
    ("MANUEL_VURDERING", (("start", "20.10.2021"), *NEJ, *PR), "hvilke regler gælder?"),
]


@pytest.mark.parametrize(("status", "par", "maerke"), SVAR)
def test_hvert_svar_har_sin_overskrift_og_sit_maerke(
    verden: Verden, status: str, par: tuple[tuple[str, str], ...], maerke: str
) -> None:
    svar = hent(SEKS, *par)
    assert svar.status_code == 200
    side = tekst(svar)
    assert DOMME[status] in side and maerke in side
    assert "§ 17, stk. 1" in side and "Regler:" in side


def test_det_mennesker_skal_vurdere_siges(verden: Verden) -> None:
    side = tekst(hent(SEKS, *SVAR[7][1]))
    assert "Er løn under sygdom eller ferie timer i ordinær ansættelse i denne sag?" in side
    side = tekst(hent(SEKS, *SVAR[8][1]))
    assert "De er ikke et svar, før du har vurderet, om den gælder" in side
    side = tekst(hent(SEKS, *SVAR[1][1]))
    assert "Det kan kun kommunen vurdere:" in side and "særlige grunde" in side


def test_hver_oplysning_staar_med_sit_svar(verden: Verden) -> None:
    par = (
        *IGANG,
        *(("p1-hjemmel", "SYGDOM_UDEN_FRITAGELSE"), ("p1-fra", "01.11.2025"), ("p1-til", "30.11.2025")),
        *(("p2-hjemmel", "LAS_13_STK_7"), ("p2-fra", "01.12.2025"), ("p2-til", "10.12.2025")),
        *(
            ("indsats", "ja"),
            ("i1-hjemmel", "LAB_KAP_26"),
            ("i1-begyndt", "02.02.2026"),
            ("i1-indsatsdel", "ja"),
        ),
        *(("i2-hjemmel", "LAB_KAP_11"), ("i2-begyndt", "03.02.2026"), ("i2-indsatsdel", "nej")),
        *(("undtaget", "ja"), ("u1-hvad", "ORDINAER_LOENMODTAGER"), ("u1-dato", "05.11.2025")),
        *PR,
    )
    side = tekst(hent(SEKS, *par))
    for ventet in (
        "Tæller med",
        "Holdt ude",
        "ikke en af de indsatser",
        "står ikke i indsatsdelen",
        "timer ikke oplyst",
    ):
        assert ventet in side, ventet


def test_perioder_der_overlapper_traekkes_fra_en_gang(verden: Verden) -> None:
    def perioder(antal: int) -> list[tuple[str, str]]:
        return [
            par
            for n in range(1, antal + 1)
            for par in (
                (f"p{n}-hjemmel", "LAS_13_STK_7"),
                (f"p{n}-fra", f"{n:02}.12.2025"),
                (f"p{n}-til", f"{n + 1:02}.12.2025"),
            )
        ]

    side = tekst(hent(SEKS, *IGANG, *perioder(2), *NEJ, *PR))
    assert "De 2 perioder er 2 og 2 dage, men 1 dag overlapper" in side
    side = tekst(hent(SEKS, *IGANG, *perioder(12), *NEJ, *PR))
    assert "De 12 perioder er tilsammen 24 dage, men 11 dage overlapper" in side


def test_linket_viser_det_samme_en_anden_dag(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMODAG", date(2027, 3, 1))
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert "4 dage" in tekst(svar) and "Svar pr. onsdag 27. maj 2026" in tekst(svar)
    assert ">I dag<" not in svar.content.decode() and ">Vurderet pr.<" in svar.content.decode()


def test_paa_engelsk(verden: Verden) -> None:
    klient = Client()
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    side = tekst(hent(SEKS, *beregning.EKSEMPEL_PAR, klient=klient))
    assert "Calculate the six-month limit" in side and "We do not keep what you write" in side
    assert "De seks måneder er ikke gået endnu" in side, "lovens svar er dansk"
    assert "Calculate the deadline before the meeting" in tekst(hent(MOEDE, klient=klient))


# --- Rows without JavaScript -------------------------------------------------------------------------------


def test_en_raekke_mere_beholder_alt_det_skrevne(verden: Verden) -> None:
    par = (
        *(("start", "31.02.2025"), ("p3-hjemmel", "LAS_13_STK_8"), ("p3-fra", "noget"), ("p3-loeber", "ja")),
        *(
            ("indsats", "ja"),
            ("i1-begyndt", "1/2-26"),
            ("undtaget", ""),
            ("pr", "27.05.2026"),
            ("tilfoej", "p"),
        ),
    )
    svar = hent(SEKS, *par)
    side = svar.content.decode()
    assert svar.status_code == 200 and "form-error" not in side
    for skrevet in (
        'value="31.02.2025"',
        'value="noget"',
        'value="1/2-26"',
        "Periode 2",
        'name="p4-hjemmel"',
    ):
        assert skrevet in side, skrevet
    assert '<option value="LAS_13_STK_8" selected>' in side
    assert re.search(r'<input[^>]*name="p3-loeber"[^>]*checked', side)
    assert 'value="ja" value=' not in side
    assert re.search(r'<select name="p4-hjemmel"[^>]*autofocus', side)


def test_en_raekke_mindre(verden: Verden) -> None:
    par = (("p1-fra", "01.12.2025"), ("p2-fra", "01.01.2026"), ("start", "31.10.2025"), ("fjern", "p1"))
    side = hent(SEKS, *par).content.decode()
    assert "01.12.2025" not in re.sub(r"<p.*?</p>", "", side) and 'value="01.01.2026"' in side
    assert re.search(r'<button[^>]*value="p"[^>]*autofocus', side)


def test_der_er_plads_til_fyrre(verden: Verden) -> None:
    mange = [(f"p{n}-fra", "01.12.2025") for n in range(1, HOEJST + 1)]
    side = hent(SEKS, *mange, ("tilfoej", "p"))
    assert side.status_code == 200 and f"Der er plads til {HOEJST}" in tekst(side)
    assert side.content.decode().count('class="raekke"') == HOEJST + 1  # and the effort's own
    svar = hent(SEKS, *mange, ("p999-fra", "01.12.2025"))
    assert svar.status_code == 422 and f"Der er plads til {HOEJST} af hver slags" in tekst(svar)


def test_enter_beregner_og_tilfoejer_ikke(verden: Verden) -> None:
    """The first button of a form is the one that Enter presses."""
    side = hent(SEKS).content.decode()
    formular = side[side.index('class="beregner__form') :]
    foerste = re.search(r"<button[^>]*>", formular)
    assert foerste and "name=" not in foerste[0]


def test_tomme_perioder_er_der_ikke(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("p1-hjemmel", ""), ("p1-fra", ""), *NEJ, *PR)
    assert svar.status_code == 302 and "p1" not in svar["Location"]


def test_nej_lukker_og_glemmer(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("i1-begyndt", "sludder"), ("u1-timer", "99"), *NEJ, *PR)
    assert svar.status_code == 302 and "i1" not in svar["Location"] and "u1" not in svar["Location"]


# --- The address ----------------------------------------------------------------------------------------


def test_det_skrevne_flytter_til_sin_korte_adresse(verden: Verden) -> None:
    svar = hent(
        SEKS,
        *(
            ("start", "31-10-2025"),
            ("p7-hjemmel", "LAS_13_STK_7"),
            ("p7-fra", "01122025"),
            ("p7-til", "2025-12-31"),
        ),
        *(("p7-loeber", ""), ("i1-hjemmel", ""), *NEJ, ("pr", ""), ("navn", "Et navn hører ikke til her")),
    )
    assert svar.status_code == 302
    assert svar["Location"] == adresse(SEKS, beregning.EKSEMPEL_PAR) + "#svar"
    videre = Client().get(svar["Location"])
    assert videre.status_code == 200
    link = re.search(r'data-kopier="([^"]+)"', videre.content.decode())
    assert link and html.unescape(link[1]) == "http://testserver" + adresse(SEKS, beregning.EKSEMPEL_PAR)


@pytest.mark.parametrize("sti", [SEKS, MOEDE, SEKS + "pdf/", MOEDE + "pdf/"])
def test_et_cpr_nummer_tages_ud_af_adressen(verden: Verden, sti: str) -> None:
    cpr = str(next(iter(testnumre())))
    for skrevet in (cpr, f"{cpr[:6]}-{cpr[-4:]}"):
        for felt in ("start", "moede", "p1-fra", "andet", skrevet):
            svar = hent(sti, (felt, skrevet), *NEJ)
            assert svar.status_code == 302 and cpr[-4:] not in svar["Location"]
            videre = Client().get(svar["Location"])
            assert videre.status_code == 422 and cpr[-4:] not in videre.content.decode()
    felt = "moede" if "moedet" in sti else "start"
    videre = hent(sti, (felt, cpr), *NEJ, foelg=True)
    assert "Det ligner et CPR-nummer, og vi har fjernet det" in tekst(videre)


# --- Errors -------------------------------------------------------------------------------------------

FEJL = [
    ((("start", ""), *NEJ), "Hvornår begyndte ressourceforløbet? Skriv en dato"),
    ((("start", "31.04.2025"), *NEJ), "April 2025 har kun 30 dage. Mente du 30.04.2025?"),
    ((("start", "20.10.25"), *NEJ), "Mente du 20.10.2025?"),
    ((("start", "20.10.2205"), *NEJ), "Mente du 20.10.2025?"),
    ((("start", "i går"), *NEJ), "Skriv den som 31.10.2025"),
    ((*IGANG,), "Er en indsats begyndt? Svar ja eller nej."),
    ((*IGANG, ("indsats", "måske"), ("undtaget", "nej")), "Er en indsats begyndt?"),
    ((*IGANG, *NEJ, ("pr", "01.10.2025")), "Forløbet begynder først 20.10.2025"),
    ((*IGANG, *NEJ, ("p1-fra", "01.12.2025"), ("p1-til", "31.12.2025")), "Periode 1: Vælg et grundlag."),
    ((*IGANG, *NEJ, ("p1-hjemmel", "FERIE"), ("p1-fra", "01.12.2025")), "Vælg en fra listen"),
    (
        (*IGANG, *NEJ, ("p1-hjemmel", "LAS_13_STK_7"), ("p1-fra", "01.12.2025")),
        "Skriv den sidste dag, eller sæt kryds i »Perioden løber stadig«",
    ),
    (
        (
            *(*IGANG, *NEJ, ("p1-hjemmel", "LAS_13_STK_7"), ("p1-fra", "01.12.2025")),
            *(("p1-til", "02.12.2025"), ("p1-loeber", "ja")),
        ),
        "Slet slutdatoen",
    ),
    (
        (*IGANG, *NEJ, ("p1-hjemmel", "LAS_13_STK_7"), ("p1-fra", "01.12.2025"), ("p1-til", "31.12.2024")),
        "Slutdatoen ligger før 01.12.2025. Mente du 31.12.2025?",
    ),
    ((*IGANG, ("indsats", "ja"), ("undtaget", "nej")), "Indsats 1: Skriv, hvornår indsatsen begyndte"),
    ((*IGANG, *INDSATS[:3], ("undtaget", "nej")), "Står den i indsatsdelen eller Min Plan?"),
    ((*IGANG, ("indsats", "nej"), ("undtaget", "ja")), "Oplysning 1: Vælg, hvad borgeren har haft."),
    ((*IGANG, ("indsats", "nej"), *TIMER[:2]), "Oplysning 1: Skriv den dag, timerne lå."),
    ((*IGANG, ("indsats", "nej"), *TIMER[:3], ("u1-timer", "25")), "mere end 0 og højst 24"),
    (
        (*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "STU")),
        "Oplysning 1: Skriv den første dag.",
    ),
]


@pytest.mark.parametrize(("par", "ventet"), FEJL)
def test_fejl_staar_oeverst_og_ved_feltet(
    verden: Verden, par: tuple[tuple[str, str], ...], ventet: str
) -> None:
    svar = hent(SEKS, *par)
    assert svar.status_code == 422
    side = svar.content.decode()
    assert ventet in tekst(svar)
    maal = re.findall(r'class="function-link" href="#([^"]+)"', side)
    assert maal and all(f'id="{m}"' in side for m in maal)
    for navn, vaerdi in par:
        if vaerdi and navn.endswith(("start", "fra", "til", "dato", "begyndt", "pr")):
            assert f'value="{vaerdi}"' in side, "det skrevne står der stadig"
    assert hent(SEKS + "pdf/", *par).status_code == 422


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [
        ("31.04.2025", "30.04.2025"),
        ("29.02.2025", "28.02.2025"),
        ("10.31.2025", "31.10.2025"),
        ("2025-31-10", "31.10.2025"),
        ("31.10.25", "31.10.2025"),
        ("311025", "31.10.2025"),
        ("31. okt. 2025", "31.10.2025"),
        ("31 oktober 2025", "31.10.2025"),
        ("1.5.2052", "01.05.2052"),
    ],
)
def test_en_dato_der_ikke_findes_bliver_til_et_forslag(skrevet: str, ment: str) -> None:
    assert f"{gaet(skrevet):%d.%m.%Y}" == ment and ment in kan_ikke_laeses(skrevet)


@pytest.mark.parametrize(
    "skrevet", ["", "x", "32.13.2025", "00.00.0000", "1.1.1", "99999999", "31.xyz.2025", "½.1.25"]
)
def test_hvad_ingen_kan_gaette_bliver_ikke_gaettet(skrevet: str) -> None:
    assert gaet(skrevet) is None and "Skriv den som" in kan_ikke_laeses(skrevet)


def test_aarstal_og_slutdato() -> None:
    assert "Mente du 20.10.2025?" in uden_for(date(2205, 10, 20))
    assert "fra 1990 til 2100" in uden_for(date(1015, 10, 20))
    assert "Mente du 05.01.2026?" in byttet_om(date(2025, 12, 1), date(2025, 1, 5).replace(year=2024))
    assert "byttet om" in byttet_om(date(2025, 12, 31), date(2025, 12, 1))


# --- The deadline before the meeting ---------------------------------------------------------------------


def test_fristen_foer_moedet(verden: Verden) -> None:
    side = tekst(hent(MOEDE, ("moede", "11.06.2026")))
    for ventet in (
        "Opret sagen senest onsdag 3. juni 2026",
        "5 hverdage",
        "Grundlovsdag",
        "fre. 05.06.2026",
        "Sekretariatet sender sagen videre samme dag",
        "T13",
        "T14",
        "05.06.2026",
        "02.06.2026",
        "Regler: Proceduren",
    ):
        assert ventet in side, ventet


@pytest.mark.parametrize(
    ("oprettet", "dom", "advarsel"),
    [
        ("02.06.2026", "Sagen er oprettet i tide", False),
        ("03.06.2026", "Sagen er oprettet i tide", True),
        ("04.06.2026", "Sagen er oprettet for sent", False),
    ],
)
def test_sidste_dag_inde_og_foerste_dag_ude(verden: Verden, oprettet: str, dom: str, advarsel: bool) -> None:
    side = tekst(hent(MOEDE, ("moede", "11.06.2026"), ("oprettet", oprettet)))
    assert dom in side and ("Ingen tid til at rette." in side) == advarsel


def test_et_moede_paa_en_fridag_siges(verden: Verden) -> None:
    assert "Mødedagen er ikke en hverdag: lørdag." in tekst(hent(MOEDE, ("moede", "13.06.2026")))


@pytest.mark.parametrize(
    ("par", "ventet"),
    [
        ((("moede", ""),), "Skriv en dato"),
        ((("moede", "31.06.2026"),), "Mente du 30.06.2026?"),
        ((("moede", "11.06.2026"), ("oprettet", "12.06.2026")), "Er de to datoer byttet om?"),
    ],
)
def test_fejl_i_moedets_dato(verden: Verden, par: tuple[tuple[str, str], ...], ventet: str) -> None:
    svar = hent(MOEDE, *par)
    assert svar.status_code == 422 and ventet in tekst(svar)
    assert hent(MOEDE + "pdf/", *par).status_code == 422


# --- Whatever is sent ---------------------------------------------------------------------------------------

NAVNE = st.sampled_from(
    [
        *(
            "start",
            "pr",
            "indsats",
            "undtaget",
            "tilfoej",
            "fjern",
            "cpr",
            "moede",
            "oprettet",
            "p0-fra",
            "p41-fra",
        ),
        *(
            f"{s}{n}-{f}"
            for s, felter in Seksmaanedersform.RAEKKER.items()
            for n in (1, 2, 40)
            for f in felter
        ),
    ]
)
VAERDIER = st.one_of(
    st.dates().map(lambda d: f"{d.day:02}.{d.month:02}.{d.year:04}"),
    st.dates(date(2025, 1, 1), date(2027, 1, 1)).map(lambda d: f"{d.day}.{d.month}.{d.year}"),
    st.sampled_from(
        ["ja", "nej", "", "p", "u", "p1", "i1", "u40", "STU", "BETALT_FRAVAER", "1e9", "-0", "NaN", "9" * 400]
    ),
    st.sampled_from(PERIODEHJEMLER),
    st.text(max_size=20).filter(lambda t: "\0" not in t),
)
PAR = st.lists(st.tuples(NAVNE | st.text(max_size=8), VAERDIER), max_size=14)


@maengde(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(par=PAR, sti=st.sampled_from([SEKS, MOEDE]))
def test_ingen_adresse_vaelter_siden(database: str, par: list[tuple[str, str]], sti: str) -> None:
    view = beregn.seks_maaneder if sti == SEKS else beregn.moedefrist
    svar = direkte(view, adresse(sti, par))
    assert svar.status_code in (200, 302, 422)
    if svar.status_code == 302:
        videre = direkte(view, svar["Location"].partition("#")[0])
        assert videre.status_code in (200, 422)
        if svar["Location"].endswith("#svar"):
            assert videre.status_code == 200, "den korte adresse er sit eget svar"
            for _navn, vaerdi in parse_qsl(urlsplit(svar["Location"]).query):
                assert re.fullmatch(
                    r"[A-Z0-9_]+|ja|nej|[0-9]{2}\.[0-9]{2}\.[0-9]{4}|[0-9]+(,[0-9]+)?", vaerdi
                )


@st.composite
def oplysninger(draw: st.DrawFn) -> tuple[Ressourceforloeb, date]:
    """Facts that the form can hold, and the day asked about."""
    start = draw(st.dates(date(2021, 11, 1), date(2026, 3, 31)))
    spaend = [draw(undtaget(start)) for _ in range(draw(st.integers(0, 2)))]
    fakta = Ressourceforloeb(
        start,
        indsatser=tuple(
            Indsats(
                i.hjemmel, i.paabegyndt, i.i_indsatsdel, i.optaget_i_indsatsdel if i.i_indsatsdel else None
            )
            for i in draw(st.lists(indsats(start), max_size=3))
            if i.paabegyndt and i.i_indsatsdel is not None
        ),
        undtagne_perioder=tuple(draw(st.lists(undtaget(start), max_size=4))),
        ordinaere_timer=tuple(
            OrdinaereTimer(t.dato, t.timer if t.timer in (0.5, 2) else None, t.art)
            for t in draw(st.lists(timer(start), max_size=2))
        ),
        stu=tuple(Periode(p.fra, p.til) for p in spaend),
    )
    return fakta, max(start, draw(datoer(start)))


def par_af(fakta: Ressourceforloeb, pr: date) -> list[tuple[str, str]]:
    def dag(d: date | None) -> str:
        return f"{d:%d.%m.%Y}" if d else ""

    def spaend(foran: str, fra: date, til: date | None) -> list[tuple[str, str]]:
        return [(foran + "fra", dag(fra)), (foran + "til", dag(til)), (foran + "loeber", "" if til else "ja")]

    par = [("start", dag(fakta.forloeb_start)), ("pr", dag(pr))]
    for nr, p in enumerate(fakta.undtagne_perioder, 1):
        par += [(f"p{nr}-hjemmel", p.hjemmel), *spaend(f"p{nr}-", p.fra, p.til)]
    par.append(("indsats", "ja" if fakta.indsatser else "nej"))
    for nr, i in enumerate(fakta.indsatser, 1):
        par += [(f"i{nr}-hjemmel", i.hjemmel), (f"i{nr}-begyndt", dag(i.paabegyndt))]
        par += [
            (f"i{nr}-indsatsdel", "ja" if i.i_indsatsdel else "nej"),
            (f"i{nr}-optaget", dag(i.optaget_i_indsatsdel)),
        ]
    par.append(("undtaget", "ja" if fakta.ordinaere_timer or fakta.stu else "nej"))
    for nr, t in enumerate(fakta.ordinaere_timer, 1):
        timer_ = "" if t.timer is None else str(t.timer).replace(".", ",")
        par += [(f"u{nr}-hvad", t.art), (f"u{nr}-dato", dag(t.dato)), (f"u{nr}-timer", timer_)]
    for nr, s in enumerate(fakta.stu, 1 + len(fakta.ordinaere_timer)):
        par += [(f"u{nr}-hvad", "STU"), *spaend(f"u{nr}-", s.fra, s.til)]
    return [(navn, vaerdi) for navn, vaerdi in par if vaerdi]


@maengde(max_examples=150, deadline=None)
@given(oplysninger())
def test_formen_giver_loven_det_der_blev_skrevet(fakta_og_pr: tuple[Ressourceforloeb, date]) -> None:
    """Facts → address → form → facts: nothing is lost or added on the way, and the answer is the rule's."""
    fakta, pr = fakta_og_pr
    form = formen(*par_af(fakta, pr))
    assert form.is_valid(), form.errors
    assert beregning.fakta(form) == fakta
    b = beregning.af_form(form)
    assert (b.pr, b.vurdering.som_json()) == (pr, seks_maaneder(fakta, pr).som_json())
    assert b.dom.overskrift == DOMME[b.vurdering.status] and b.billeder.tegninger and b.optalt
    igen = formen(*form.par())
    assert igen.is_valid() and beregning.fakta(igen) == fakta
