"""Faults in what can be done to a case."""

from tests.arkitektur.sabotage import Fejl

FEJL = (
    Fejl(
        "en handling uden hændelse",
        "src/rehabteam/handlinger/handling.py",
        "if len(anledning.haendelser) == foer:",
        "if False:",
        "tests/arkitektur/test_handlinger.py",
    ),
    Fejl(
        "indstillingen uden svar",
        "src/rehabteam/handlinger/afgiv_indstilling.py",
        "if indstilling is None or indstilling.se_igen is None:",
        "if False:",
        "tests/handlinger",
    ),
    Fejl(
        "mangler sendes uden grund",
        "src/rehabteam/handlinger/send_til_region.py",
        "if (for_sent or antal) and not grund.strip():",
        "if False:",
        "tests/handlinger",
    ),
    Fejl(
        "dokumentet er ikke på disken",
        "src/rehabteam/dokumenter/lager.py",
        "        os.fsync(fd)  # if it fails",
        "        pass  # if it fails",
        "tests/dokumenter/test_lager.py",
    ),
)
