"""Faults after the meeting: the decision, going against the team, no second § 17 date, and the sealed package."""

from tests.arkitektur.sabotage import Fejl

AFGOER = "src/rehabteam/handlinger/traef_afgoerelse.py"
OPFOELG = "src/rehabteam/sager/udtraek/opfoelgning.py"
UENIG = "src/rehabteam/handlinger/genoptag_uenig.py"
AFGIV = "src/rehabteam/handlinger/afgiv_indstilling.py"
OVERDRAG = "src/rehabteam/handlinger/overdrag_sag.py"
MODTAG = "src/rehabteam/handlinger/modtag_overdragelse.py"
PAKKE = "src/rehabteam/dokumenter/pakke.py"
PROEVE = "tests/efter_moedet/test_afgoerelse.py"
FLYT = "tests/efter_moedet/test_overdragelse.py"

FEJL = (
    Fejl(
        "ingen afgørelse kræves",
        OPFOELG,
        "if indstilling and indstilling.afgivet_dag:",
        "if False:",
        PROEVE,
    ),
    Fejl(
        "kommunen går imod uden at spørge igen",
        AFGOER,
        "elif foelger is False and not g.kan_gaa_imod:",
        "elif False:",
        PROEVE,
    ),
    Fejl("der afgøres, mens teamet er spurgt igen", AFGOER, "if g.venter_paa:", "if False:", PROEVE),
    Fejl("den første sag bliver stående åben", AFGOER, "    _luk_den_foerste(anledning, sag)\n", "", PROEVE),
    Fejl(
        "papirerne følger ikke med, når teamet spørges igen",
        UENIG,
        "    _foelg_med(anledning, sag, gammel, nye)\n",
        "",
        "tests/handlinger/test_sagens_liv.py -k forelaegges_igen",
    ),
    Fejl(
        "et bevilget ressourceforløb begynder ikke",
        AFGOER,
        "return udfald == RESSOURCEFORLOEB and bevilget and sag.forloeb_id is None",
        "return False",
        PROEVE,
    ),
    Fejl(
        "efter genbehandlingen løber de seks måneder videre",
        AFGIV,
        "sag.forloeb.genbehandlet = anledning.dag",
        "pass",
        PROEVE,
    ),
    Fejl(
        "kommunen følger ikke op, når § 17 er mødt",
        OPFOELG,
        "par17 = Q(forloeb__isnull=False, forloeb__genbehandlet=None, forloeb__frist_status__in=LOEBER)\n    venter = (",
        "par17 = Q(forloeb__isnull=False)\n    venter = (",
        PROEVE,
    ),
    Fejl(
        "lægen får besked uden et samtykke",
        "src/rehabteam/handlinger/skriv_brev.py",
        "if svar.status != FULDSTAENDIG:",
        "if False:",
        "tests/efter_moedet/test_sider.py",
    ),
    # The package
    Fejl(
        "en ændret pakke tages ind",
        PAKKE,
        'if hashlib.sha256(indhold).hexdigest() != navngivne[navn].get("sha256"):',
        "if False:",
        FLYT,
    ),
    Fejl(
        "den samme pakke to gange", MODTAG, "if kendt := _kendt(anledning, segl):", "if kendt := None:", FLYT
    ),
    Fejl(
        "hvad papirerne rummer, følger ikke med",
        MODTAG,
        "    om_papirerne(anledning, sag, d, lagte, fra)\n",
        "",
        FLYT,
    ),
    Fejl(
        "alle samtykker følger med",
        OVERDRAG,
        "indhold(sag, dokumenter, valgte)",
        "indhold(sag, dokumenter, list(synlige_samtykker(anledning.aktoer).filter(sag=sag)))",
        FLYT,
    ),
    Fejl(
        "den gamle kommune holder sagen åben",
        OVERDRAG,
        '    luk(anledning, sag, "overdraget", f"Overdraget til {til.strip()}. {grund.strip()}")\n',
        "",
        FLYT,
    ),
)
