"""Faults at the door: rights, the log's writing, once-only forms."""

from tests.arkitektur.sabotage import Fejl

FEJL = (
    Fejl(
        "alle må alt",
        "src/rehabteam/sager/adgang/rettigheder.py",
        "if aktoer.rolle not in ret.roller:",
        "if False:",
        "tests/arkitektur/test_ruter.py",
    ),
    Fejl(
        "ruten spørger ikke om retten",
        "src/rehabteam/web/vaern.py",
        "kraev_ret(spor.aktoer, view.ret)",
        "pass",
        "tests/arkitektur/test_ruter.py",
    ),
    Fejl(
        "loggen skrives ikke",
        "src/rehabteam/web/vaern.py",
        "if not self.rute or self.skrevet:",
        "if True:",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "loggen siger ikke hvem",
        "src/rehabteam/sager/adgang/log.py",
        "vist = sorted(set(borgere))",
        "vist: list[UUID] = []",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "afslaget rulles væk",
        "src/rehabteam/web/vaern.py",
        "self._log_bagefter(spor, svar.status_code)",
        "pass",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "fejl rulles ikke tilbage",
        "src/rehabteam/web/vaern.py",
        "transaction.set_rollback(True)",
        "pass",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "to gange er to gange",
        "src/rehabteam/web/engang.py",
        "if cursor.rowcount:",
        "if True:",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "andet indhold er det samme",
        "src/rehabteam/web/engang.py",
        "if foer != aftryk_:",
        "if False:",
        "tests/web/test_vaern.py",
    ),
    Fejl(
        "en fremmed sag er forbudt i stedet for væk",
        "src/rehabteam/web/vaern.py",
        "            return fejlsider.findes_ikke(request)",
        "            return fejlsider.fejl(request)",
        "tests/web/test_rutematrix.py -k andres",
    ),
    Fejl(
        "det, der ikke kan logges, vises",
        "src/rehabteam/web/vaern.py",
        "                spor.skriv(svar.status_code)",
        "                pass",
        "tests/web/test_rutematrix.py -k uden_log",
    ),
    Fejl(
        "sagens borger står ikke i loggen",
        "src/rehabteam/web/sagsramme.py",
        "request.spor.viser(sag.borger_id, objekt=sag.id)",
        "request.spor.viser(objekt=sag.id)",
        "tests/web/test_rutematrix.py -k linje_i_loggen",
    ),
    Fejl(
        "afslag siger ikke hvad",
        "src/rehabteam/web/vaern.py",
        "            spor.skriv(udfald)",
        "            pass",
        "tests/web/test_rutematrix.py -k andres",
    ),
    Fejl(
        "indbakken er åben for alle",
        "src/rehabteam/web/views/indbakke.py",
        '@kraever("indbakke.se", "GET", "POST")',
        '@kraever("hjaelp.se", "GET", "POST")',
        "tests/web/test_indbakke.py",
    ),
)
