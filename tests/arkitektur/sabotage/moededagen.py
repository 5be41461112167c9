"""Faults on the meeting day: who can come, when each case comes up, what is over, and what the tab keeps."""

from tests.arkitektur.sabotage import Fejl

DAGEN = "tests/planlaegning/test_dagen.py"
FEJL = (
    Fejl(
        "sundhedskoordinatoren sættes på to møder på samme tid",
        "src/rehabteam/handlinger/saet_moedemedlem.py",
        "if samtidig.exists():",
        "if False:",
        DAGEN,
    ),
    Fejl(
        "sundhedskoordinatoren sættes på, mens hun er væk",
        "src/rehabteam/handlinger/saet_moedemedlem.py",
        "if kommer <= borte(kommer, moede.dato):",
        "if False:",
        DAGEN,
    ),
    Fejl(
        "alle sager på dagen får samme klokkeslæt",
        "src/rehabteam/handlinger/moedepladser.py",
        "return max(moede.kl, efter_en_sag(max(taget))) if taget else moede.kl",
        "return moede.kl",
        DAGEN,
    ),
    Fejl(
        "en afgjort sag er ikke holdt",
        "src/rehabteam/sager/udtraek/moeder.py",
        "FAERDIGE = (T.INDSTILLET, T.AFGJORT, T.PLAN_LAGT, T.AFSLUTTET)",
        "FAERDIGE = (T.INDSTILLET, T.PLAN_LAGT, T.AFSLUTTET)",
        DAGEN,
    ),
    Fejl(
        "regionens mødedage ser ikke fraværet",
        "src/rehabteam/sager/udtraek/moededage.py",
        "er_borte(medlem, m.dato, fravaer),",
        "False,",
        DAGEN,
    ),
)
