"""Who is kept out of a citizen's cases."""

from tests.arkitektur.sabotage import Fejl

UDELUKKELSE = "src/rehabteam/sager/adgang/udelukkelse.py"
VAEGGENE, HANDLINGERNE = "tests/inhabilitet/test_vaeggen.py", "tests/inhabilitet/test_handlinger.py"

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
        " AND i.ophaevet_tid IS NULL",
        "",
        VAEGGENE,
    ),
    Fejl(
        "den, der skriver samtidig, ventes der ikke på",
        UDELUKKELSE,
        "IF TG_OP = 'INSERT' THEN PERFORM 1 FROM public.sager_borger b WHERE b.id = hvem FOR KEY SHARE; END IF;",
        "",
        VAEGGENE,
    ),
    Fejl(
        "man ophæver sin egen udelukkelse i databasen",
        "src/rehabteam/sager/adgang/vaegge/inhabilitet.py",
        'skriver=f"{hus} AND NOT ({min_(vaeg)})"',
        "skriver=hus",
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
        "båndet til sagen spørges der ikke om",
        "src/rehabteam/sager/adgang/rettigheder.py",
        "return ret.relation == UDEN_SAG or relation(aktoer, om) in ret.relation",
        "return True",
        "tests/rettigheder",
    ),
)
