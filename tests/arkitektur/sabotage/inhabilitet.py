"""Who is kept out of a citizen's cases."""

from tests.arkitektur.sabotage import Fejl

UDELUKKELSE = "src/rehabteam/sager/adgang/udelukkelse.py"
VAEGGENE = "tests/inhabilitet/test_vaeggen.py tests/inhabilitet/test_raekken.py"
HANDLINGERNE = "tests/inhabilitet/test_handlinger.py"

FEJL = (
    Fejl(
        "udelukkelsen åbner i stedet for at lukke",
        "src/rehabteam/sager/adgang/byg.py",
        "AS RESTRICTIVE TO",
        "TO",
        VAEGGENE,
    ),
    Fejl(
        "kolonnen kan vælges",
        UDELUKKELSE,
        "NEW.udelukkede := ARRAY(",
        "NEW.udelukkede := coalesce(nullif(NEW.udelukkede, '{}'), '{}'); PERFORM ARRAY(",
        VAEGGENE,
    ),
    Fejl(
        "udelukkelsen spredes ikke",
        UDELUKKELSE,
        "EXECUTE 'UPDATE public.' || hvor USING NEW.borger_id;",
        "NULL;",
        VAEGGENE,
    ),
    Fejl(
        "en ophævet udelukkelse gælder stadig",
        UDELUKKELSE,
        "\n                            AND i.ophaevet_tid IS NULL",
        "",
        VAEGGENE,
    ),
    Fejl(
        "den, der skriver samtidig, ventes der ikke på",
        UDELUKKELSE,
        "IF TG_OP = 'INSERT' THEN PERFORM 1",
        "IF false THEN PERFORM 1",
        VAEGGENE,
    ),
    Fejl(
        "en koordinator udelukker en anden",
        "src/rehabteam/sager/adgang/vaegge/inhabilitet.py",
        'skriver=f"{egen(Vaeg.KOORDINATOR)} AND {min_(Vaeg.KOORDINATOR)} AND {SET}"',
        'skriver=f"{egen(Vaeg.KOORDINATOR)} AND {SET}"',
        VAEGGENE,
    ),
    Fejl(
        "den første væg kender ikke udelukkelsen",
        "src/rehabteam/sager/udtraek/synlige.py",
        "return raekker.exclude(udelukkede__contains=[aktoer.medarbejder_id])",
        "return raekker",
        HANDLINGERNE,
    ),
    Fejl(
        "sagen står uden sagsbehandler",
        "src/rehabteam/handlinger/udelukkelse.py",
        "    if afloeser is None:",
        "    if False:",
        HANDLINGERNE,
    ),
    Fejl(
        "en anden kommunes udelukkede kan læses",
        UDELUKKELSE,
        " AND i.kommune_id = NEW.kommune_id",
        "",
        VAEGGENE,
    ),
    Fejl(
        "båndet til sagen spørges der ikke om",
        "src/rehabteam/sager/adgang/rettigheder.py",
        "return ret.relation == UDEN_SAG or relation(aktoer, om) in ret.relation",
        "return True",
        "tests/rettigheder",
    ),
    Fejl(
        "en Handling spørger ikke om rollen",
        "src/rehabteam/sager/adgang/rettigheder.py",
        "    if aktoer.rolle not in ret.roller:\n        raise IngenRet(",
        "    if False:\n        raise IngenRet(",
        "tests/rettigheder",
    ),
    Fejl(
        "et fagsystem kommer ind i browseren",
        "src/rehabteam/web/indgang/indlogning.py",
        "or konto.medarbejder.rolle in MASKINER",
        "",
        "tests/rettigheder/test_drift_og_fagsystem.py",
    ),
    Fejl(
        "drift ser, hvem loggen handler om",
        "src/rehabteam/sager/adgang/vaegge/maskiner.py",
        'sete_kolonner=("id", "tid", "transaktion")',
        "sete_kolonner=()",
        "tests/rettigheder/test_drift_og_fagsystem.py",
    ),
)
