"""Danish words for every choice a fact can have, by the fact's key. Our own words, Danish alone."""

from __future__ import annotations

SAGSTYPER: dict[str | int, str] = {
    "ressourceforloeb": "Ressourceforløb",
    "ressourceforloeb_genbehandling": "Ressourceforløb, der skal for teamet igen",
    "jobafklaringsforloeb": "Jobafklaringsforløb",
    "sygedagpenge_kat3": "Sygedagpenge i kategori 3",
    "fleksjob": "Fleksjob",
    "tilskud_selvstaendig": "Tilskud til selvstændig",
    "foertidspension": "Førtidspension",
    "revalidering": "Revalidering",
    "andet": "En anden sag",
}
_ATTEST: dict[str | int, str] = {
    "LAEGEATTEST_PL": "Den almindelige attest fra den praktiserende læge",
    "LAE285": "Attesten fra den første opfølgningssamtale (LÆ 285)",
}
VALG: dict[str, dict[str | int, str]] = {
    "sagstype": SAGSTYPER,
    "ophoer": {
        "SDL_24_STK_1": "Ved revurderingen efter 22 uger (sygedagpengeloven § 24, stk. 1)",
        "ANDET": "På en anden måde",
    },
    "spor": {
        "TEAM_12": "Åbenbar sag, med teamet (§ 12, stk. 1)",
        "LSP_18_STK_2": "Åbenbar sag, uden teamet (§ 12, stk. 2)",
        "LSP_17_STK_2": "Borgeren søger selv, med teamet (§ 13, stk. 1)",
        "LSP_17_STK_3": "Borgeren søger selv, uden teamet (§ 13, stk. 2)",
    },
    "forberedende_del": {
        "stk1_nr1": "Erfaringer og ressourcer i forhold til job og uddannelse (nr. 1)",
        "stk1_nr1_cv": "CV'et (nr. 1)",
        "stk1_nr2": "Personlige ressourcer og netværk (nr. 2)",
        "stk1_nr3": "Det, der står i vejen for job eller uddannelse (nr. 3)",
        "stk1_nr4": "Borgerens egne ønsker (nr. 4)",
        "stk1_nr5": "Helbred, undersøgelser, behandling og attester (nr. 5)",
        "stk1_nr6": "Borgerens eget syn på helbredet (nr. 6)",
        "stk1_nr7": "Hvad borgeren hidtil har levet af (nr. 7)",
        "stk2_beskaeftigelse": "Den hidtidige indsats for job (stk. 2)",
        "stk2_social": "Den hidtidige sociale indsats (stk. 2)",
        "stk2_erfaringer_kommune": "Kommunens erfaringer med den (stk. 2)",
        "stk2_erfaringer_borger": "Borgerens erfaringer med den (stk. 2)",
    },
    "laegelig_kilde": _ATTEST,
    "kilde": _ATTEST,
    "Indsats.kilde": {"INDSATSDEL": "Indsatsdelen", "MIN_PLAN": "Min Plan"},
    "nr": {
        1: "Helbred af betydning for arbejde og uddannelse (nr. 1)",
        2: "Særlige hensyn (nr. 2)",
        3: "Kommentarer til borgerens eget syn (nr. 3)",
        4: "Andre forhold, fx sociale (nr. 4)",
    },
    "overgang": {
        "SDL_24_STK_1_REVURDERING": "Ved revurderingen efter 22 uger",
        "NYT_JAF": "Fra et tidligere jobafklaringsforløb",
        "ANDET": "På en anden måde",
    },
    "maal": {"KONKRET": "Konkret", "OVERORDNET": "Overordnet"},
    "indstilling": {
        "ressourceforloeb": "Ressourceforløb",
        "nyt_jobafklaringsforloeb": "Et nyt jobafklaringsforløb",
        "indsats_jobafklaringsforloeb": "Indsats i et jobafklaringsforløb",
        "indsats_sygedagpenge_kat3": "Indsats på sygedagpenge i kategori 3",
        "fleksjob": "Fleksjob",
        "foertidspension": "Førtidspension",
        "anden_indsats": "En anden indsats",
        "tilskud_selvstaendig": "Tilskud til selvstændig",
    },
    "indeholder": {
        "beskaeftigelse": "Begrundelse ud fra beskæftigelse",
        "social": "Begrundelse ud fra sociale forhold",
        "helbred": "Begrundelse ud fra helbred",
        "maal": "Mål for job eller uddannelse",
        "indsatser": "De indsatser, der er brug for",
        "opfoelgning": "Opfølgning og behov for mentor",
        "se_igen": "Om teamet vil se sagen igen (også et nej)",
        "forudsaetninger": "Borgerens forudsætninger",
        "behov": "Borgerens behov",
        "nr1": "Nr. 1: fleksjob: ikke ordinært arbejde; anden indsats: hvilken",
        "nr2": "Nr. 2: fleksjob: slags job og hensyn; anden indsats: anden støtte (også et nej)",
        "faglig_forklaring": "Den faglige forklaring (førtidspension)",
        "varigt_vaesentligt_nedsat": "Varigt og væsentligt nedsat i egen virksomhed (selvstændig)",
    },
    "par15": {
        "nr1": "Opgaverne, det svære, hvad der gøres ved det, og timetallet (nr. 1)",
        "nr2": "Arbejdet i virksomheden i 24 måneder (nr. 2)",
        "nr3": "Andet arbejde (nr. 3)",
        "nr4": "Personlige ressourcer og sociale udfordringer (nr. 4)",
        "nr5": "Helbred og borgerens eget syn på det (nr. 5)",
        "nr6": "Undersøgelse eller behandling (nr. 6)",
    },
    "hjemmel": {
        "LAB_KAP_11": "LAB kap. 11 · virksomhedspraktik",
        "LAB_KAP_12": "LAB kap. 12 · ansættelse med løntilskud",
        "LAB_KAP_14": "LAB kap. 14 · vejledning og opkvalificering",
        "SERVICELOV": "Serviceloven",
        "BARNETS_LOV": "Barnets lov",
        "SUNDHEDSLOV_KOMMUNAL": "Sundhedsloven · kommunens tilbud",
        "SUNDHEDSLOV_REGIONAL": "Sundhedsloven · regionens behandling",
        "LAB_KAP_26": "LAB kap. 26 · mentor",
        **{f"LAB_KAP_{n}": f"LAB kap. {n}" for n in range(1, 34) if n not in (11, 12, 14, 26)},
    },
    "UndtagetPeriode.hjemmel": {
        "LAS_13_STK_7": "Fritaget · LAS § 13, stk. 7",
        "LAS_13_STK_8": "Fritaget · LAS § 13, stk. 8",
        "LAS_13_STK_15_REGLER": "Fritaget efter regler · LAS § 13, stk. 15",
        "LAB_33_STK_5": "Kontaktforløb uden kontakt · LAB § 33, stk. 5",
        "SYGDOM_UDEN_FRITAGELSE": "Sygdom uden fritagelse",
        "ANDET": "Andet grundlag",
    },
    "Undtagelse.hjemmel": {
        "RSL_11A_STK_2": "Retssikkerhedsloven § 11 a, stk. 2",
        "RSL_11A_STK_3": "Retssikkerhedsloven § 11 a, stk. 3",
        "RSL_11A_STK_4": "Retssikkerhedsloven § 11 a, stk. 4",
        "RSL_11C": "Retssikkerhedsloven § 11 c",
    },
    "OrdinaereTimer.art": {
        "ORDINAER_LOENMODTAGER": "Ordinært arbejde som lønmodtager",
        "SELVSTAENDIG": "Egen virksomhed",
        "LOENTILSKUD_LAB": "Løntilskud efter LAB",
        "BETALT_FRAVAER": "Løn under sygdom eller ferie",
    },
}


NUMRE: dict[str, dict[str | int, str]] = {
    "fleksjob": {
        "nr1": "At ordinært arbejde er udelukket (nr. 1)",
        "nr2": "Slags job og særlige hensyn (nr. 2)",
    },
    "anden_indsats": {
        "nr1": "Hvilken indsats (nr. 1)",
        "nr2": "Om der er brug for anden støtte (nr. 2)",
    },
}
"""What nr. 1 and nr. 2 of an indstilling are, by its outcome."""
