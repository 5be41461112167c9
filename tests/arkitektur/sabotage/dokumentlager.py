"""Faults in the store, the sweep, the reading and the finding of documents."""

from tests.arkitektur.sabotage import Fejl

S3 = "src/rehabteam/dokumenter/lager_s3.py"
FEJNING = "src/rehabteam/cli/fejning.py"
SOEG = "src/rehabteam/sager/udtraek/dokumentsoegning.py"
FEJ = "tests/cli/test_fejning.py"
FIND = "tests/soegning/test_dokumentsoegning.py"
LAES = "tests/handlinger/test_gennemgang.py"

FEJL = (
    Fejl(
        "fejningen tager det, nogen gemmer igen lige nu",
        FEJNING,
        "if not cursor.fetchone()[0] or _fortalt(sha):",
        "if _fortalt(sha):",
        f"{FEJ} -k igen_lige_nu",
    ),
    Fejl(
        "fejningen glemmer de søgbare udgaver",
        FEJNING,
        '    (Gennemgang, "soegbar_sha256"),\n',
        "",
        f"{FEJ} -k talt_med",
    ),
    Fejl(
        "fejningen tager det unge",
        FEJNING,
        "MINDST = timedelta(days=7)",
        "MINDST = timedelta(0)",
        f"{FEJ} -k gamle_uden",
    ),
    Fejl(
        "nøgler i lagerets adresse går an",
        S3,
        ' or "@" in dele.netloc:',
        ":",
        "tests/dokumenter/test_lager_s3.py",
    ),
    Fejl(
        "et beskyttet navn kan søges i dokumenterne",
        SOEG,
        "        if valg.ordene or valg.afsender:\n            sager = uden_beskyttede",
        "        if valg.afsender:\n            sager = uden_beskyttede",
        f"{FIND} -k findes",
    ),
    Fejl(
        "det, der er trukket tilbage, findes stadig",
        SOEG,
        "fundne = Dokument.objects.filter(trukket_tilbage_tid=None)",
        "fundne = Dokument.objects.all()",
        f"{FIND} -k trukket",
    ),
    Fejl(
        "det læste kan skrives om",
        "src/rehabteam/sager/adgang/deling.py",
        '    ("sager_dokumentside", "true", DELING),\n',
        "",
        f"{LAES} -k skrives_om",
    ),
    Fejl(
        "samme indhold læses igen",
        "src/rehabteam/handlinger/gennemgang.py",
        "    kopier(gennemgang, dokument, anledning.nu)\n",
        "",
        f"{LAES} -k laeses_ikke_igen",
    ),
)
