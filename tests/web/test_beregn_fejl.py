"""The public calculators: errors and what they suggest, the meeting's deadline, and whatever anybody sends."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as maengde
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import PERIODEHJEMLER, Indsats, OrdinaereTimer, Periode, Ressourceforloeb
from rehabteam.web import beregning
from rehabteam.web.beregning_adresse import adresse
from rehabteam.web.beregning_datoer import byttet_om, gaet, kan_ikke_laeses, uden_for
from rehabteam.web.formularer.beregn import Seksmaanedersform
from rehabteam.web.svar import DOMME
from rehabteam.web.views import beregn
from tests.egenskaber.forloeb import datoer, indsats, timer, undtaget
from tests.verden import Verden
from tests.web.beregnside import IGANG, INDSATS, MOEDE, NEJ, SEKS, TIMER, direkte, formen, hent, tekst

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
    assert ("Ret et felt" if len(maal) == 1 else f"Ret {len(maal)} felter") in tekst(svar)
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
