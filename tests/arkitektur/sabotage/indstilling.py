"""Faults in what the team can recommend, and in what an indstilling must say."""

from tests.arkitektur.sabotage import Fejl

SKRIV = "src/rehabteam/handlinger/skriv_indstilling.py"
AFGIV = "src/rehabteam/handlinger/afgiv_indstilling.py"
FAKTA = "src/rehabteam/sager/sagsfakta/indstilling.py"
PROEVE = "tests/indstilling/test_udfald.py"

FEJL = (
    Fejl("et lukket udfald vælges", SKRIV, "if not mit.kan_vaelges:", "if False:", PROEVE),
    Fejl(
        "et udfald lukket siden afgives",
        AFGIV,
        "mangler[VAELG_UDFALD] = mit.grund.tekst",
        "pass",
        PROEVE,
    ),
    Fejl(
        "begrundelsen er der ikke taget stilling til",
        AFGIV,
        "if indstilling.udfald and not begrundelse_tilstraekkelig:",
        "if False:",
        PROEVE,
    ),
    Fejl(
        "udkast til et andet udfald følger med ud",
        AFGIV,
        "for n, t in indstilling.indhold.items() if n in sagt}",
        "for n, t in indstilling.indhold.items()}",
        PROEVE,
    ),
    Fejl(
        "et nej til et skøn åbner",
        FAKTA,
        "aabnet = _venter(u) and dom is not None and dom.vaerdi is True",
        "aabnet = _venter(u) and dom is not None",
        PROEVE,
    ),
    Fejl(
        "teksten til et andet udfald går tabt",
        SKRIV,
        '_flettet(gamle["indhold"], _kendte(indhold))',
        "_flettet({}, _kendte(indhold))",
        PROEVE,
    ),
    Fejl(
        "en sag uden team indstilles",
        SKRIV,
        "if vej(sag) in (Vej.UDEN_TEAM, Vej.SAMTALE):",
        "if False:",
        PROEVE,
    ),
    Fejl(
        "en del, der mangler, siges ikke",
        AFGIV,
        "if krav[d.navn].kode in fundet and not er_der(indstilling, d):",
        "if False:",
        PROEVE,
    ),
    Fejl(
        "et ja uden sin begrundelse afgives",
        AFGIV,
        "elif indstilling.flag.get(s.flag) and",
        "elif False and",
        PROEVE,
    ),
    Fejl(
        "indstillingen afgives af et tomt rum",
        AFGIV,
        "if not sag.deltager_raekker.filter(til_stede=True).exists():",
        "if False:",
        f"{PROEVE} -k tomt_rum",
    ),
)
