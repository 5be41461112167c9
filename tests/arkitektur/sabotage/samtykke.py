"""Faults in what holds consents: asked for, precise, taken back, stopped."""

from tests.arkitektur.sabotage import Fejl

HANDLINGER, ADGANG = "src/rehabteam/handlinger", "src/rehabteam/sager/adgang"
GJORT, SIDER, HENDES = (
    "tests/handlinger/test_samtykke.py",
    "tests/web/test_samtykke.py",
    "tests/borgersiden/test_samtykke.py",
)

FEJL = (
    Fejl(
        "der spørges uden samtykke",
        f"{HANDLINGER}/anmod_om_oplysninger.py",
        "if svar.status != FULDSTAENDIG:",
        "if False:",
        GJORT,
    ),
    Fejl(
        "en anden borgers samtykke bruges",
        f"{HANDLINGER}/anmod_om_oplysninger.py",
        "if samtykke and samtykke.borger_id != sag.borger_id:",
        "if False:",
        f"{GJORT} -k anden_borger",
    ),
    Fejl(
        "trukket tilbage standser intet",
        f"{HANDLINGER}/tilbagekald_samtykke.py",
        "id__in=[a.id for a in aabne]",
        "id__in=[]",
        f"{GJORT} -k standset",
    ),
    Fejl(
        "samtykket låses ikke",
        f"{HANDLINGER}/hent_samtykke.py",
        "synlige_samtykker(anledning.aktoer).select_for_update()",
        "synlige_samtykker(anledning.aktoer)",
        f"{SIDER} -k laasen_holder",
    ),
    Fejl(
        "tilbagekaldelsen kan fortrydes",
        f"{ADGANG}/deling.py",
        '("sager_samtykke", "OLD.tilbagekaldt_tid IS NOT NULL", ())',
        '("sager_samtykke", "false", ())',
        f"{GJORT} -k staaende",
    ),
    Fejl(
        "anmodningen kan skrives om",
        f"{ADGANG}/deling.py",
        '("sager_anmodning", "true",',
        '("sager_anmodning", "false",',
        f"{GJORT} -k staaende",
    ),
    Fejl(
        "borgeren ser, hvem der skrev det",
        f"{ADGANG}/vaegge/samtykke.py",
        'sete_kolonner=BORGERENS["sager_samtykke"],',
        "",
        f"{HENDES} -k skriver_ikke_om",
    ),
    Fejl(
        "dagen efter slutdatoen gælder det",
        "src/rehabteam/lov/retssikkerhedsloven/par11a.py",
        "s.til < dag",
        "s.til < dag and False",
        "tests/eksempler/test_eksempler.py -k rsl11a",
    ),
    Fejl(
        "nul er et ja",
        "src/rehabteam/lov/retssikkerhedsloven/par11a.py",
        "if svar is None:",
        "if False:",
        "tests/eksempler/test_eksempler.py -k rsl11a",
    ),
    Fejl(
        "undtagelsen skal ikke begrundes",
        "src/rehabteam/lov/retssikkerhedsloven/undtagelse.py",
        '(undtagelse.begrundelse or "").strip() and',
        "",
        "tests/eksempler/test_eksempler.py -k rsl11a",
    ),
)
