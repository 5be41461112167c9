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
        "en sag på et møde bliver en anden slags",
        "src/rehabteam/handlinger/skift_sagsart.py",
        "if sag.moede_id:",
        "if False:",
        "tests/handlinger/test_skift_sagsart.py",
    ),
    Fejl(
        "den forkerte sag bliver stående åben",
        "src/rehabteam/handlinger/skift_sagsart.py",
        '    luk(anledning, gammel, Sagsskifte.Resultat.FEJL, f"Fortsætter i sag {ny.nummer}. {grund.strip()}")\n',
        "",
        "tests/handlinger/test_skift_sagsart.py",
    ),
    Fejl(
        "dokumentet er ikke på disken",
        "src/rehabteam/dokumenter/lager.py",
        "        os.fsync(fd)  # if it fails",
        "        pass  # if it fails",
        "tests/dokumenter/test_lager.py",
    ),
)
