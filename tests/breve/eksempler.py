"""One made-up example of each letter, for the tests of this folder and of the collected PDF."""

from __future__ import annotations

from typing import Any

KOMMUNE = {"navn": "Nordby Kommune", "linjer": ["Jobcenter, Team Ressourceforløb", "Havnegade 12"]}
BORGER = {"navn": "Birgitte Holm Andresen", "cpr_maskeret": "070880-••••"}
MAPPE = {"afsender": KOMMUNE, "sagsnummer": "2026-01847", "borger": BORGER}
SAGSBEHANDLER = {"navn": "Mette Overgaard", "rolle": "Koordinerende sagsbehandler", "dato": "2026-06-02"}

INDSATSER = [
    {
        "indsats": "Virksomhedspraktik på Skovlund Plejecenter, 6 timer om ugen",
        "hjemmel": "LAB kap. 11",
        "formaal": "Afprøve opgaver med skiftende stillinger",
        "start": "2026-06-22",
        "opfoelgning": "Hver 4. uge på arbejdspladsen",
        "ansvarlig": "Mette Overgaard",
    },
    {"indsats": "Kursus i at leve med smerter", "start": "2026-06-29", "opfoelgning": "2026-09-07"},
]

INDSTILLING: dict[str, Any] = {
    **MAPPE,
    "forloeb_start": "2025-10-20",
    "moededato": "2026-06-11",
    "deltagere": [
        {"navn": "Birgitte Holm Andresen", "rolle": "Borger", "til_stede": True},
        {"navn": "Anne Thing", "rolle": "Uddannelsesområdet", "til_stede": False, "grund": "Sygdom."},
    ],
    "borgerens_ord": "Jeg vil gerne i gang, men jeg kan ikke love fulde dage.",
    "aarsag": "Praktikstedet lukkede for ombygning.\n\nEt nyt sted blev ikke fundet i tide.",
    "indsatser": INDSATSER,
    "opfoelgning": "Der holdes møde hver fjerde uge.",
    "se_igen": {"svar": False, "begrundelse": "Teamet orienteres, når indsatserne er begyndt."},
    "afgivet_af": {"navn": "Peter Lindholm", "rolle": "Mødeleder", "dato": "2026-06-11"},
    "udgave": "BEK 2408/2021",
    "udgave_hvorfor": "Den gælder, fordi forløbet begyndte i 2025.",
    "demo": True,
}

INDSATSPLAN: dict[str, Any] = {
    **MAPPE,
    "dato": "2026-06-15",
    "maal": "Et arbejde på få timer om ugen med tid til pauser.",
    "delmaal": [{"omraade": "Sundhed", "delmaal": "Kunne planlægge en uge med aktivitet og hvile"}],
    "indsatser": INDSATSER,
    "maal_art": "Et overordnet mål",
    "maal_hvorfor": "Helbredet skal være mere kendt først.",
    "plan_fra": "2026-06-15",
    "plan_til": "2026-12-14",
    "jobformidler": {
        "navn": "Inger Thuesen",
        "kontaktdata": "12 34 56 78",
        "rolle": "Finder praktikken",
        "aftaler": "Møde hver uge",
    },
    "opfoelgning": "Samtale hver fjerde uge.",
    "mentor": {"behov": True, "rolle": "Mentoren støtter på praktikstedet de første otte uger."},
    "indstilling_afgivet": "2026-06-11",
    "underskrift": SAGSBEHANDLER,
}

SUNDHEDSNOTAT: dict[str, Any] = {
    **MAPPE,
    "afsender": {"navn": "Region Fjordlandet", "linjer": ["Klinisk Funktion"]},
    "dato": "2026-06-08",
    "moededato": "2026-06-11",
    "afsnit": [
        {"overskrift": "Funktionsniveau", "tekst": "Kan sidde 20–30 minutter ad gangen."},
        {"overskrift": "Skånehensyn", "punkter": ["Skiftende stillinger", "Ingen tunge løft"]},
    ],
    "underskrift": {"navn": "Lone Skovgaard", "rolle": "Sundhedskoordinator", "dato": "2026-06-08"},
}

RESUME: dict[str, Any] = {
    **MAPPE,
    "dato": "2026-06-02",
    "siden": "2025-10-02",
    "afsnit": [{"overskrift": "Hvad er der sket?", "tekst": "Praktikken faldt fra i februar."}],
    "dokumentation": ["Opfølgningsnotat, marts", "Bevilling af virksomhedspraktik"],
    "underskrift": SAGSBEHANDLER,
}

BEREGNING: dict[str, Any] = {
    **MAPPE,
    "pr": "2026-05-27",
    "dom": "Seks måneder er gået, uden at en indsats er begyndt",
    "forloeb_start": "2025-10-20",
    "frist": "2026-05-25",
    "grunde": [{"tekst": "Ingen indsats er begyndt i tide.", "hjemmel": "BEK 2408/2021 § 17, stk. 1"}],
    "segmenter": [
        {"fra": "2025-10-21", "til": "2026-01-04", "dage": 76, "talt": True, "i_alt": 76},
        {
            "fra": "2026-01-05",
            "til": None,
            "dage": 35,
            "talt": False,
            "i_alt": 76,
            "hjemler": ["LAS § 13, stk. 7"],
        },
    ],
    "talte_dage": 76,
    "undtagne_dage": 35,
    "resterende_dage": 106,
    "skal_vurderes": [{"tekst": "Om betalt fravær er timer i arbejde."}],
    "indsatser": [{"navn": "Smerteklinik", "svar": "Tæller ikke", "grund": "Tilbuddet er regionens"}],
    "aendrer": [{"overskrift": "Særlige grunde", "tekst": "En skriftlig beslutning fra kommunen."}],
    "laesninger": [
        {"spoergsmaal": "Tæller dagen med?", "vores": "Ja", "anden": "Nej", "anden_frist": "2026-05-24"}
    ],
    "udgave": {"navn": "BEK 2408/2021", "hvorfor": "Forløbet begyndte i 2025.", "forbehold": ["Se T20."]},
}

DOKUMENT: dict[str, Any] = {
    **MAPPE,
    "titel": "Rehabiliteringsplan, forberedende del",
    "slags": "Forberedende del",
    "modtager": {"navn": "Rehabiliteringsteamet", "linjer": ["Nordby Kommune"]},
    "dato": "2025-09-24",
    "afsnit": [
        {"overskrift": "Uddannelse og arbejde", "tekst": "Uddannet i 2003.\n\nArbejdede til 2021."},
        {
            "overskrift": "Ansættelser",
            "niveau": 2,
            "tabel": {"hoveder": ["Periode", "Sted"], "raekker": [["2003–2011", "Solgården"]]},
        },
        {"overskrift": "Ønsker", "citat": "Jeg vil gerne arbejde med mennesker.", "punkter": ["Faste tider"]},
    ],
    "underskrift": SAGSBEHANDLER,
    "demo": True,
}

BUNDT: dict[str, Any] = {
    **MAPPE,
    "dato": "2026-06-04",
    "moededato": "2026-06-11",
    "dokumenter": 2,
    "sider": 5,
    "grupper": [
        {
            "slags": "Helbred",
            "poster": [
                {
                    "nr": 1,
                    "titel": "Epikrise",
                    "dato": "2025-08-30",
                    "kilde_tekst": "sygehuset",
                    "sider": "1–4",
                    "nyt": True,
                    "fulgte_med": True,
                },
                {
                    "nr": 2,
                    "titel": "Foto",
                    "dato": None,
                    "kilde_tekst": "borgeren",
                    "sider": "5",
                    "nyt": False,
                    "fulgte_med": False,
                    "kan_ikke_vises": "Filen er låst.",
                },
            ],
        }
    ],
}

SAMTYKKE: dict[str, Any] = {
    **MAPPE,
    "dato": "2026-05-26",
    "oplysninger": "Statusattest om knæet siden januar 2026",
    "kilde": "Lægehuset i Nordby",
    "formaal": "Til teamets møde 24. juni.",
    "til": "2026-06-24",
    "givet": "2026-05-26",
    "tilbagekaldt": "2026-05-27",
    "demo": True,
}

BREV: dict[str, Any] = {
    "afsender": KOMMUNE,
    "modtager": {"navn": "Birgitte Holm Andresen"},
    "sagsnummer": "2026-01847",
    "dato": "2026-06-12",
    "anbefalet": "fleksjob",
    "anbefalet_dag": "2026-06-11",
    "begrundelse": "Du kan arbejde lidt hver dag.",
    "sagsbehandler": "Mette Overgaard",
    "demo": True,
}
AFGOERELSE = {
    **BREV,
    "foelger": True,
    "udfald": "fleksjob",
    "bevilget": True,
    "naeste": "Mette ringer på fredag.",
    "klagevejledning": "Skriv til os.",
    "forloeb_start": None,
}
LAEGEBESKED = {
    **{k: BREV[k] for k in ("afsender", "modtager", "sagsnummer", "dato", "sagsbehandler", "demo")},
    "borger": BORGER,
    "udfald": "fleksjob",
    "bevilget": True,
    "afgjort_dag": "2026-06-12",
    "samtykke_givet": "2026-06-01",
}

ATTESTANMODNING = {
    **{k: BREV[k] for k in ("afsender", "sagsnummer", "dato", "demo")},
    "borger": BORGER,
    "til": "Lægehuset ved Havnen",
    "nummer": "LÆ 265",
    "anmodes": "LÆ 261",
    "navn": "Attest til rehabiliteringsteamet",
    "sagens_art": "Ressourceforløb",
    "oplysninger": "Lægens vurdering af helbredet i forhold til at kunne arbejde",
    "fremmoede": True,
    "punkter": ["De helbredsforhold, der betyder noget.", "De særlige hensyn."],
    "frister": ["Attesten skal være hos kommunen senest 30 dage efter, at du fik brevet af borgeren."],
    "betaling_hjemmel": "BEK 2408/2021 § 4, stk. 4",
    "samtykke": "2026-05-05",
    "underskrift": {"navn": "Mette Overgaard", "organisation": "Nordby Kommune"},
}

INDKALDELSE = {
    "til": "borger",
    "udgave": "foerste",
    "afsender": {"navn": "Nordby Kommune"},
    "modtager": {"navn": "Birgitte Holm Andersen"},
    "sagsnummer": "2026-00041",
    "dato": "2026-05-27",
    "tid": {"dato": "2026-06-03", "kl": "09.30", "sted": "Rådhuset, lokale 2", "video": False},
    "hvem": ["Mette Overgaard, som er din sagsbehandler.", "En sundhedskoordinator fra regionen."],
    "tolk": "arabisk",
    "sagsbehandler": "Mette Overgaard",
    "demo": True,
}

ALLE = {
    "attestanmodning": ATTESTANMODNING,
    "afgoerelse": AFGOERELSE,
    "uenighed": {**BREV, "moededato": None},
    "indkaldelse": INDKALDELSE,
    "laegebesked": LAEGEBESKED,
    "indstilling": INDSTILLING,
    "indsatsplan": INDSATSPLAN,
    "sundhedsnotat": SUNDHEDSNOTAT,
    "resume": RESUME,
    "beregning": BEREGNING,
    "dokument": DOKUMENT,
    "bundt": BUNDT,
    "samtykke": SAMTYKKE,
}
