"""Faults in the forberedende del: its versions, what counts as there, and the paper that is frozen."""

from tests.arkitektur.sabotage import Fejl

SKRIV = "src/rehabteam/handlinger/skriv_plandel.py"
FAKTA = "src/rehabteam/sager/sagsfakta/plan.py"
PAPIR = "src/rehabteam/handlinger/planpapir.py"
PROEVE = "tests/forberedende/test_delene.py"

FEJL = (
    Fejl(
        "en kollegas ord skrives over", SKRIV, "if sidste and sidste.version != version:", "if False:", PROEVE
    ),
    Fejl(
        "siden siger ikke, at en anden var der først",
        "src/rehabteam/web/views/forberedende.py",
        "kontekst, status=409)",
        "kontekst, status=200)",
        "tests/forberedende/test_siderne.py",
    ),
    Fejl(
        "en anden slags sags del skrives",
        SKRIV,
        "if del_ is None or del_ not in kraevede(sag.sagstype):",
        "if del_ is None:",
        PROEVE,
    ),
    Fejl(
        "kommunens ord tæller som borgerens",
        FAKTA,
        "return del_.kraever <= skrevet and bool(skrevet)",
        "return bool(skrevet)",
        PROEVE,
    ),
    Fejl(
        "et halvt hak er et helt",
        FAKTA,
        '{"stk2_social", "stk2_familie"} <= fundet',
        '"stk2_social" in fundet',
        PROEVE,
    ),
    Fejl(
        "et tilbagetrukket dokuments hak gælder",
        FAKTA,
        "return [b for b in alle if b.dele and b.dokument.trukket_tilbage_tid is None]",
        "return [b for b in alle if b.dele]",
        PROEVE,
    ),
    Fejl(
        "planen fryses ikke, når sagen sendes",
        "src/rehabteam/handlinger/send_til_region.py",
        "    forberedende_papir(anledning, sag)\n",
        "",
        f"{PROEVE} -k fryses",
    ),
    Fejl(
        "papiret siger ikke, hvilke erfaringer det rummer",
        PAPIR,
        "sorted({*der(sag), *dele(sag)})",
        "sorted(der(sag))",
        PROEVE,
    ),
    Fejl("det forrige papir bliver liggende", PAPIR, "    _erstat_papiret(anledning, sag)\n", "", PROEVE),
    Fejl(
        "regionen læser planens versioner",
        "src/rehabteam/sager/adgang/vaegge/sag.py",
        '"sager_plandel": KUN_NYE,',
        '"sager_plandel": (*KUN_NYE, Dor(Vaeg.REGION, "kommune_id IS NOT NULL")),',
        f"{PROEVE} -k regionen_laeser",
    ),
    Fejl(
        "planen skrives videre, når den er sendt",
        "src/rehabteam/sager/adgang/rettigheder_sagen.py",
        '"Skrive på den forberedende del", MYNDIGHED, frozenset({T.FORBEREDES}), relation=EGEN',
        '"Skrive på den forberedende del", MYNDIGHED, None, relation=EGEN',
        f"{PROEVE} -k fryses",
    ),
)
