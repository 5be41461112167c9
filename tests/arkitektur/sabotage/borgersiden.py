"""Faults on the citizen's side: her door, her wall, and the one beside her."""

from tests.arkitektur.sabotage import Fejl

VAEG = "src/rehabteam/sager/adgang/vaegge/borgersiden.py"
DOEREN, BORGERE = "tests/indgang/test_borgernes_doer.py", "src/rehabteam/web/indgang/borgere.py"
FULDMAGT, MIN_SAG = "tests/borgersiden/test_fuldmagt.py", "tests/borgersiden/test_min_sag.py"
VAEGGEN = "tests/borgersiden/test_vaeggen.py"

FEJL = (
    Fejl(
        "borgernes dør finder alle",
        VAEG,
        "\"cpr = (SELECT adgang.ctx_nummer('doer'))\"",
        '"true"',
        DOEREN,
    ),
    Fejl(
        "en konto kan bindes til hvem som helst",
        VAEG,
        'skriver="fuldmagt_id IS NOT NULL OR borger_id = ANY (ARRAY(SELECT b.id FROM sager_borger b))"',
        'skriver="true"',
        VAEGGEN,
    ),
    Fejl(
        "en tilbagekaldt fuldmagt holder i væggen",
        VAEG,
        "\"(SELECT adgang.ctx_person('bisidder')) AND f.tilbagekaldt_tid IS NULL)\"",
        "\"(SELECT adgang.ctx_person('bisidder')))\"",
        VAEGGEN,
    ),
    Fejl("bisidderen ser dokumenter uden lov", VAEG, "IS NULL AND f.dokumenter", "IS NULL", VAEGGEN),
    Fejl(
        "et tilbagetrukket dokument vises",
        VAEG,
        'GAELDER = "trukket_tilbage_tid IS NULL"',
        'GAELDER = "true"',
        VAEGGEN,
    ),
    Fejl(
        "en udløbet fuldmagt åbner",
        BORGERE,
        "aabne.filter(fra__lte=dag, til__gte=dag)",
        "aabne",
        FULDMAGT,
    ),
    Fejl(
        "koden virker to gange",
        BORGERE,
        'if fuldmagt is None or Borgerkonto.objects.filter(fuldmagt_id=fuldmagt["id"]).exists():',
        "if fuldmagt is None:",
        FULDMAGT,
    ),
    Fejl(
        "den gamle borger bliver ved med at være hendes",
        BORGERE,
        "egne.filter(borger_id__in=kendte - hendes.keys()).delete()",
        "pass",
        DOEREN,
    ),
    Fejl(
        "en borgerkonto er åben, selv om den er lukket",
        BORGERE,
        "    elif not fundet.is_active:\n        raise Afvist(Aarsag.LUKKET)\n",
        "",
        DOEREN,
    ),
    Fejl(
        "bisidderen kan give fuldmagt videre",
        "src/rehabteam/sager/adgang/rettigheder_omkring.py",
        '"giv_fuldmagt": Ret("Give en bisidder fuldmagt", BORGEREN | MYNDIGHED, relation=HENDES | EGEN)',
        '"giv_fuldmagt": Ret("Give en bisidder fuldmagt", BORGERSIDEN | MYNDIGHED, relation=MED_FULDMAGT | EGEN)',
        FULDMAGT,
    ),
    Fejl(
        "svaret gælder, selv om mødet er flyttet",
        "src/rehabteam/handlinger/svar_paa_moede.py",
        "if sag.moede_id != moede_id:",
        "if False:",
        MIN_SAG,
    ),
    Fejl(
        "det, maskinen gjorde, siges at være en sagsbehandlers",
        "src/rehabteam/sager/udtraek/borgerlog.py",
        "return SYSTEMET",
        "pass",
        f"{MIN_SAG} -k maskinens",
    ),
)
