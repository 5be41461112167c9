"""Faults in the access log: its seal, its witness, its review."""

from tests.arkitektur.sabotage import Fejl

FEJL = (
    Fejl(
        "forsegleren tager det halvfærdige med",
        "src/rehabteam/sager/adgang/forsegling.py",
        " AND p.transaktion < %s",
        " AND p.transaktion < %s + 1000000",
        "tests/log/test_forsegling.py",
    ),
    Fejl(
        "en linje i vidnet er ikke på disken",
        "src/rehabteam/sager/adgang/forsegling_vidne.py",
        "os.fsync(fil)",
        "pass",
        "tests/log/test_forsegling_nedbrud.py",
    ),
    Fejl(
        "forsegleren godtager en kortere database",
        "src/rehabteam/sager/adgang/forsegling.py",
        'raise VidneFejl("Vidnet ved mere',
        'return ude  # raise VidneFejl("Vidnet ved mere',
        "tests/log/test_forsegling_uenige.py",
    ),
    Fejl(
        "en kolonne uden for seglet",
        "src/rehabteam/sager/adgang/forsegling.py",
        '*("p.aftryk", "p.soegning"),',
        '*("p.aftryk", "\'\'"),',
        "tests/log/test_indgreb.py",
    ),
    Fejl(
        "underskriften tros på ordet",
        "src/rehabteam/cli/efterproev_alene.py",
        "if not underskrift_gaelder(noegle, data, felter",
        "if not felter and not underskrift_gaelder(noegle, data, felter",
        "tests/log/test_indgreb.py",
    ),
    Fejl(
        "måneden er åben",
        "src/rehabteam/sager/adgang/logdele.py",
        "FORCE ROW LEVEL SECURITY",
        "NO FORCE ROW LEVEL SECURITY",
        "tests/log/test_opbevaring.py",
    ),
    Fejl(
        "man gennemgår sig selv",
        "src/rehabteam/handlinger/gennemgaa_log.py",
        "if er_part(aktoer, proeve):",
        "if False:",
        "tests/log/test_gennemgang.py",
    ),
    Fejl(
        "logkontrolløren ser alt om borgeren",
        "src/rehabteam/sager/adgang/byg.py",
        "if dor.sete_kolonner else",
        "if False else",
        "tests/log/test_logkontrolloeren.py",
    ),
    Fejl(
        "stikprøven er altid den samme",
        "src/rehabteam/handlinger/udtag_stikproeve.py",
        "SystemRandom().sample(resten, min(TILFAELDIGE, len(resten)))",
        "resten[:TILFAELDIGE]",
        "tests/log/test_gennemgang.py",
    ),
    Fejl(
        "udtrækket nævner andres opslag",
        "src/rehabteam/sager/udtraek/borgerlog.py",
        "borgere__contains=[borger_id]",
        "borgere__isnull=False",
        "tests/log/test_borgerlog.py",
    ),
    Fejl(
        "døren skriver alt",
        "src/rehabteam/sager/adgang/vaegge/log.py",
        "\"art = 'login' OR art = 'afvist'\"",
        "ALLE_RAEKKER",
        "tests/log/test_angreb.py",
    ),
)
