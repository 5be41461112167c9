"""Faults in the import: known again, changed here, killed and gone on, errors per line, and whose right it is."""

from tests.arkitektur.sabotage import Fejl

PLAN = "src/rehabteam/handlinger/importplan"
SKRIV = "src/rehabteam/handlinger/importer_raekker.py"
PROEVE = "tests/indlaesning/test_indlaesning.py"
STANDSET = f"{PROEVE} -m langsom -k standset"

FEJL = (
    Fejl(
        "igen er to gange",
        f"{PLAN}/oplysning.py",
        "if noegle.aftryk == nyt:",
        "if False:",
        f"{PROEVE} -k igen",
    ),
    Fejl(
        "det samme forløb oprettes igen",
        f"{PLAN}/forloeb.py",
        'samme = next((f for f in hendes if f.start == v["start"]), None)',
        "samme = None",
        f"{PROEVE} -k dubletter",
    ),
    Fejl(
        "hvad nogen har rettet her, skrives over",
        f"{PLAN}/oplysning.py",
        "if gammel is None or _aftryk(r.slags, vars(gammel)) != noegle.aftryk:",
        "if gammel is None:",
        f"{PROEVE} -k rettet_her",
    ),
    Fejl(
        "en rettelse sletter det, der stod",
        f"{PLAN}/oplysning.py",
        "    plan.tilbage.append(gammel)\n",
        "",
        f"{PROEVE} -k rettelse",
    ),
    Fejl(
        "fejlen står ved en anden linje",
        f"{PLAN}/plan.py",
        '"linje": raekke.linje,',
        '"linje": raekke.linje - 1,',
        f"{PROEVE} -k fejl_siger",
    ),
    Fejl(
        "én borgers fejl vælter de andre",
        SKRIV,
        "if len(grupper) == 1:",
        "if True:",
        f"{PROEVE} -k udelukket",
    ),
    Fejl(
        "enhver i kommunen indlæser",
        "src/rehabteam/sager/adgang/rettigheder_sagen.py",
        '"bestil_import": Ret("Sætte en indlæsning i gang", MYNDIGHED,',
        '"bestil_import": Ret("Sætte en indlæsning i gang", KOMMUNEN,',
        "tests/indlaesning/test_siderne.py -k hvem_der_maa",
    ),
    Fejl(
        "en andens indlæsning kan fortrydes",
        "src/rehabteam/handlinger/importjob.py",
        ".filter(id=job_id, kommune_id=anledning.aktoer.organisation_id, tilstand__in=tilstande)",
        ".filter(id=job_id)",
        f"{PROEVE} -k fortrydelse",
    ),
    Fejl(
        "en standset indlæsning begynder forfra",
        SKRIV,
        "    if bundt := naeste_bundt(anledning, job, MINDST, vaek):",
        "    job.naaet = 0\n    if bundt := naeste_bundt(anledning, job, MINDST, vaek):",
        STANDSET,
    ),
    Fejl(
        "en standset indlæsning springer resten over",
        "src/rehabteam/handlinger/importjob.py",
        "job.naaet = bundt.til",
        "job.naaet = job.stoerrelse",
        STANDSET,
    ),
)
