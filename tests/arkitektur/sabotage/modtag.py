"""Faults in what is let in: the examination of files and mails, and the virus scanner."""

from tests.arkitektur.sabotage import Fejl

MAPPE = "src/rehabteam/dokumenter/undersoegelse"
SCANNER = "src/rehabteam/dokumenter/scanner.py"
KORPUS = "tests/dokumenter/test_korpus.py"
SCANNET = "tests/dokumenter/test_scanner.py"

FEJL = (
    Fejl(
        "en scanner der lagde på bliver troet",
        SCANNER,
        'if svar == "stream: OK" and not afbrudt:',
        'if svar == "stream: OK":',
        f"{SCANNET} -k laegger_paa",
    ),
    Fejl(
        "et halvt svar fra scanneren er et svar",
        SCANNER,
        "if not mere or len(ud) > HOEJST_SVAR:\n                raise ConnectionError",
        "if not mere or len(ud) > HOEJST_SVAR:\n                break",
        f"{SCANNET} -k alt_andet",
    ),
    Fejl(
        "uden scanner tager også drift imod",
        SCANNER,
        "if not settings.DEMO:",
        "if False:",
        f"{SCANNET} -k kun_en_demo",
    ),
    Fejl(
        "drift starter uden scanner",
        "src/rehabteam/opsaetning/start.py",
        "    yield from _scanner()\n",
        "",
        f"{SCANNET} -k starter",
    ),
    Fejl(
        "et arkiv må have skjulte bytes",
        f"{MAPPE}/arkiv.py",
        "if indgang.hoved not in mulige:",
        "if False:",
        f"{KORPUS} -k mellem",
    ),
    Fejl(
        "filerne i et arkiv må ligge oven i hinanden",
        f"{MAPPE}/arkiv.py",
        "if indgang.hoved < sted:",
        "if False:",
        f"{KORPUS} -k overlap",
    ),
    Fejl(
        "et navn i et arkiv må pege ud af det",
        f"{MAPPE}/arkiv.py",
        'or ".." in led',
        "",
        f"{KORPUS} -k 'dommen and navn'",
    ),
    Fejl(
        "enhver skabelon må hentes",
        f"{MAPPE}/docx.py",
        'slags == "attachedtemplate" and paa_eget_drev(maal):',
        'slags == "attachedtemplate":',
        f"{KORPUS} -k skabelon",
    ),
    Fejl(
        "et felt delt i stykker samles ikke",
        f"{MAPPE}/docx.py",
        "(eget + tekst * (nr == len(self.felter) - 1), alt + tekst)",
        "(tekst, tekst)",
        f"{KORPUS} -k dde",
    ),
    Fejl(
        "entiteter i xml er tilladt",
        f"{MAPPE}/xmlvagt.py",
        "self.parser.EntityDeclHandler = self._enhed",
        "pass",
        f"{KORPUS} -k 'dommen and xml'",
    ),
    Fejl(
        "mails i mails uden ende",
        f"{MAPPE}/eml.py",
        "if dybde > MAKS_DYBDE or mails > HOEJST_LAG:",
        "if False:",
        f"{KORPUS} -k 'dommen and eml'",
    ),
    Fejl(
        "indholdet behøver ikke passe til navnet",
        "src/rehabteam/dokumenter/modtag.py",
        "if endelse and endelse not in ENDELSER[slags]:",
        "if False:",
        f"{KORPUS} -k hver_endelse",
    ),
)
