"""Faults in the reader: whose notes, whose pages, and what the search says."""

from tests.arkitektur.sabotage import Fejl

NOTER = "tests/web/test_margennoter.py"
LAESER = "tests/web/test_laeser.py"
FEJL = (
    Fejl(
        "alle i huset læser ens egne noter ved siden",
        "src/rehabteam/sager/adgang/vaegge/sag.py",
        'f"{i_huset} AND (delt_tid IS NOT NULL OR {min_(vaeg)})"',
        "i_huset",
        NOTER,
    ),
    Fejl(
        "en delt note kan rettes",
        "src/rehabteam/handlinger/skriv_margennote.py",
        "    if note.delt_tid:\n        raise KanIkke(",
        "    if False:\n        raise KanIkke(",
        NOTER,
    ),
    Fejl(
        "noter deles også efter indstillingen",
        "src/rehabteam/handlinger/skriv_margennote.py",
        'kraev_ret(anledning.aktoer, "del_margennote", sag)',
        "pass",
        NOTER,
    ),
    Fejl(
        "ens egne noter bliver på en lukket sag",
        "src/rehabteam/sager/adgang/udelukkelse.py",
        "WHERE m.sag_id = NEW.id AND m.delt_tid IS NULL;",
        "WHERE false;",
        NOTER,
    ),
    Fejl(
        "søgeordet står i loggen som det er",
        "src/rehabteam/web/views/alle_dokumenter.py",
        "request.spor.soegte(q, len(fund))",
        "request.spor.soegning = q[:32]",
        LAESER,
    ),
    Fejl(
        "ordet skal stå for sig selv",
        "src/rehabteam/sager/udtraek/sidesoegning.py",
        "(len(o) >= INDEN_I and o in rent)",
        "False",
        LAESER,
    ),
    Fejl(
        "et CPR-nummer er en vej til siden",
        "src/rehabteam/sager/udtraek/sidesoegning.py",
        'fold(LANGT_TAL.sub(" ", q))',
        "fold(q)",
        LAESER,
    ),
)
