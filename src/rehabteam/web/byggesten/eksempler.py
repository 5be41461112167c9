"""Invented examples for the page that shows every building block in every state (demo only)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms

from rehabteam.web.byggesten import fristmaerke, optaelling
from rehabteam.web.byggesten.dagstrip import dagstrip
from rehabteam.web.byggesten.tidslinje import Indsats, Periode, Segment, Tidslinje, tegn

I_DAG = date(2026, 5, 27)
DAG = timedelta(days=1)


class Eksempel(forms.Form):
    """One field of each kind."""

    overskrift = forms.CharField(label="Overskrift", help_text="Højst en linje.")
    beskrivelse = forms.CharField(
        label="Beskrivelse", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    til = forms.DateField(
        label="Til og med",
        help_text="Fx 08.02.2026. Lad feltet stå tomt, hvis perioden stadig løber.",
        required=False,
    )
    grundlag = forms.ChoiceField(
        label="Grundlag", choices=[("", "Vælg"), ("13-7", "Fritaget, LAS § 13, stk. 7")]
    )
    begyndt = forms.ChoiceField(
        label="Er indsatsen begyndt?", choices=[("ja", "Ja"), ("nej", "Nej")], widget=forms.RadioSelect
    )
    deltagere = forms.MultipleChoiceField(
        label="Hvem er til stede?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("besk", "Beskæftigelse"), ("soc", "Social"), ("sund", "Sundhed")],
    )
    laest = forms.BooleanField(
        label="Jeg har læst den tidligere indstilling", help_text="Du kan ændre det senere."
    )
    bilag = forms.FileField(
        label="Dokument", required=False, help_text="PDF, billede eller Word. Højst 50 MB."
    )

    def clean_til(self) -> date | None:
        til: date | None = self.cleaned_data["til"]
        if til and til < date(2026, 1, 12):
            raise forms.ValidationError("Slutdatoen ligger før startdatoen 12.01.2026. Skriv en senere dato.")
        return til


@dataclass(frozen=True, slots=True)
class _Dag:
    dato: date
    nr: int | None
    hverdag: bool
    navn: str


@dataclass(frozen=True, slots=True)
class _Talt:
    fra: date
    til: date | None
    dage: int
    talt: bool
    i_alt: int
    hjemler: tuple[str, ...] = ()


def _strip() -> object:
    numre = {
        date(2026, 6, 3): 5,
        date(2026, 6, 4): 4,
        date(2026, 6, 8): 3,
        date(2026, 6, 9): 2,
        date(2026, 6, 10): 1,
    }
    navne = {date(2026, 6, 5): "Grundlovsdag", date(2026, 6, 6): "lørdag", date(2026, 6, 7): "søndag"}
    dage = [date(2026, 6, 2) + n * DAG for n in range(10)]
    return dagstrip(
        [_Dag(d, numre.get(d), d not in navne, navne.get(d, "")) for d in dage],
        date(2026, 6, 3),
        date(2026, 6, 11),
    )


TALT = (
    _Talt(date(2025, 10, 21), date(2026, 1, 11), 83, True, 83),
    _Talt(date(2026, 1, 12), date(2026, 2, 15), 35, False, 83, ("LAS_13_STK_7", "LAB_33_STK_5")),
    _Talt(date(2026, 2, 16), date(2026, 5, 25), 99, True, 182),
)


def tidslinjer() -> dict[str, Tidslinje]:
    """Courses of each kind the drawing must cope with."""
    segmenter = tuple(Segment(t.fra, t.til, t.dage, t.talt) for t in TALT)
    start, d0 = date(2025, 10, 20), date(2026, 4, 20)
    overskredet = Tidslinje(
        start,
        d0,
        date(2026, 5, 25),
        I_DAG,
        segmenter,
        overskredet=True,
        perioder=(
            Periode(date(2026, 1, 12), date(2026, 2, 8), "LAS § 13, stk. 7 · fritaget (28 dage)"),
            Periode(date(2026, 2, 2), date(2026, 2, 15), "LAB § 33, stk. 5 · uden kontakt (14 dage)"),
        ),
        indsatser=(
            Indsats(
                "Genoptræning",
                "TAELLER_IKKE",
                "begyndt før forløbet, tæller ikke",
                paabegyndt=date(2025, 9, 15),
                afsluttet=date(2025, 11, 28),
            ),
            Indsats(
                "Mentor (kap. 26)",
                "TAELLER_IKKE",
                "tæller ikke",
                date(2025, 10, 27),
                None,
                date(2025, 11, 3),
                date(2026, 2, 20),
            ),
            Indsats(
                "Smerteklinik",
                "TAELLER_IKKE",
                "tæller ikke",
                None,
                None,
                date(2025, 12, 8),
                date(2026, 3, 27),
            ),
            Indsats(
                "Virksomhedspraktik",
                "IKKE_BEGYNDT",
                "aftalt til 08.06., efter fristen",
                date(2026, 5, 11),
                date(2026, 6, 8),
            ),
        ),
    )
    stille = Tidslinje(
        date(2025, 12, 30),
        date(2026, 6, 30),
        None,
        I_DAG,
        (Segment(date(2025, 12, 31), date(2026, 3, 1), 61, True), Segment(date(2026, 3, 2), None, 87, False)),
        perioder=(Periode(date(2026, 3, 2), None, "LAS § 13, stk. 7 · fritaget"),),
        talt=61,
        tilbage=121,
    )
    lang_start = date(2023, 2, 1)
    mange, laengere = [], []
    dag = lang_start + DAG
    for nr in range(9):
        mange += [Segment(dag, dag + 18 * DAG, 19, True), Segment(dag + 19 * DAG, dag + 68 * DAG, 50, False)]
        laengere.append(
            Periode(
                dag + 19 * DAG, dag + 68 * DAG, f"Periode {nr + 1}: LAS § 13, stk. 8 · fritaget (50 dage)"
            )
        )
        dag += 69 * DAG
    mange.append(Segment(dag, dag + 9 * DAG, 10, True))
    lang = Tidslinje(
        lang_start,
        date(2023, 8, 1),
        dag + 9 * DAG,
        I_DAG,
        tuple(mange),
        perioder=tuple(laengere),
        indsatser=(
            Indsats(
                "Forløb hos Foreningen for mennesker med langvarige smerter i Sydvestjylland og omegn",
                "VURDER",
                "du skal vurdere",
                paabegyndt=date(2023, 5, 2),
            ),
            Indsats(
                "Genoptræning",
                "TAELLER",
                "begyndt i tide, tæller",
                paabegyndt=date(2023, 6, 5),
                afsluttet=date(2025, 11, 2),
            ),
            Indsats("Mentor", "TAELLER_IKKE", "tæller ikke", paabegyndt=date(2019, 6, 5)),
        ),
    )
    kort = Tidslinje(
        date(2026, 5, 25),
        date(2026, 11, 25),
        date(2026, 11, 25),
        I_DAG,
        (Segment(date(2026, 5, 26), date(2026, 11, 25), 184, True),),
    )
    return {"overskredet": overskredet, "stille": stille, "lang": lang, "kort": kort}


def alle() -> dict[str, Any]:
    """The values of ``web/byggesten/alle.html``."""
    ugyldig = Eksempel(
        {"fejl-til": "08.02.2025", "fejl-beskrivelse": "<b>Det, der blev skrevet, står her endnu.</b>"},
        prefix="fejl",
    )
    return {
        "maerker": [
            fristmaerke.dage(date(2026, 5, 25), I_DAG),
            fristmaerke.hverdage(date(2026, 6, 3), 5),
            fristmaerke.hverdage(I_DAG, 0),
            fristmaerke.dage(date(2026, 7, 12), I_DAG),
            fristmaerke.klar("møde 04.06.2026"),
            fristmaerke.staar_stille(),
            fristmaerke.vurder("reglerne er ikke afklaret"),
        ],
        "stort_maerke": fristmaerke.dage(date(2026, 5, 25), I_DAG, foer="fristen var"),
        "ord": ["mangler", "vurder", "ikke_begyndt", "fulgte_med", "taeller", "taeller_ikke", "holdt_ude"],
        "tom_form": Eksempel(),
        "fejl_form": ugyldig,
        "strip": _strip(),
        "tidslinjer": {navn: tegn(t) for navn, t in tidslinjer().items()},
        "raekker": optaelling.raekker(TALT, 182, date(2026, 5, 25)),
        "person": {
            "navn": "Birgitte Holm Andresen",
            "cpr_skjult": "xxxxxx-••••",
            "vis_cpr_url": "#",
            "alder": 36,
            "forloeb": "Ressourceforløb siden 20.10.2025",
            "bisidder": "søsteren",
            "tolk": "nej",
            "beskyttet": True,
            "kontakt_url": "#",
        },
        "led": [
            {"tekst": "Mit arbejde", "url": "#"},
            {"tekst": "Birgitte Holm Andresen", "url": "#"},
            {"tekst": "Byggesten"},
        ],
        "trin": [
            {"tekst": "Genoptaget", "under": "27.05.2026", "tilstand": "sket"},
            {"tekst": "Forberedes", "tilstand": "nu"},
            {"tekst": "Sendt til regionen", "under": "senest 03.06.2026", "tilstand": "senere"},
            {"tekst": "Møde", "under": "11.06.2026", "tilstand": "senere"},
            {"tekst": "Indstilling", "tilstand": "senere"},
            {"tekst": "Afgørelse", "tilstand": "senere"},
            {"tekst": "Indsats begyndt", "tilstand": "senere"},
        ],
        "faner": [
            {"tekst": "Overblik", "url": "#", "aktuel": True},
            {"tekst": "Forberedende del", "url": "#"},
            {"tekst": "Dokumenter", "url": "#", "antal": 14},
            {"tekst": "Rehabiliteringsteam", "url": "#"},
            {"tekst": "Sundhedskoordinator", "url": "#"},
            {"tekst": "Historik", "url": "#"},
        ],
        "lang_tekst": (
            "Indsatsen er bevilget efter rehabiliteringsteamets indstilling, men virksomheden har skiftet ejer, og den nye "
            "ejer vil først tage stilling til aftalen, når regnskabet er på plads. Borgeren har spurgt til datoen to gange."
        ),
    }
