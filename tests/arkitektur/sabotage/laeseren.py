"""Faults in the reader: whose notes, whose pages, and what the search says."""

from tests.arkitektur.sabotage import Fejl

NOTER = "tests/web/test_margennoter.py"
LAESER = "tests/web/test_laeser.py"
SPOR = "tests/web/test_laeserens_spor.py"
SAMLER = "src/rehabteam/dokumenter/samling_vaerk"
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
    Fejl(
        "et dokument læses på listens linje i loggen",
        "src/rehabteam/sager/adgang/log.py",
        "AND (aftryk = %s OR %s)",
        "AND (aftryk = %s OR %s OR true)",
        SPOR,
    ),
    Fejl(
        "et kvarter bliver til for altid",
        "src/rehabteam/sager/adgang/log.py",
        "AND tid > statement_timestamp() - interval",
        "AND tid > statement_timestamp() - interval '1 day' - interval",
        SPOR,
    ),
    Fejl(
        "i en nødadgang står kun den første side i loggen",
        "src/rehabteam/web/vaern.py",
        "            and not self.aktoer.noed\n",
        "",
        SPOR,
    ),
    Fejl(
        "uden JavaScript hentes alle sider på én gang",
        "src/rehabteam/web/laeserside.py",
        "sider[fra : fra + VINDUE]",
        "sider[fra:]",
        f"{LAESER} -k uden_javascript",
    ),
    Fejl(
        "stedet, hvor et foto er taget, følger med i den samlede PDF",
        f"{SAMLER}/billedside.py",
        "uden_oplysninger(data)",
        "data",
        "tests/dokumenter/test_billedside.py",
    ),
    Fejl(
        "en modtager får, hvad programmer skrev ved siden af siderne",
        f"{SAMLER}/sammen.py",
        'if self._sagt["til_andre"]:',
        "if False:",
        "tests/dokumenter/test_samling.py -k modtager",
    ),
    Fejl(
        "et dødt barn er i vejen for det næste",
        "src/rehabteam/dokumenter/samlebarn.py",
        "self._mit(), None",
        "self._mit(), self._barn",
        "tests/dokumenter/test_samlebarn.py -k ventende",
    ),
)
