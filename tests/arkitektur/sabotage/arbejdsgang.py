"""Faults in whose work a list shows, notes and mentions, reminders and their mail, the calendar, and the search."""

from tests.arkitektur.sabotage import Fejl

UDVALG = "src/rehabteam/sager/udtraek/udvalg.py"
NOTE = "src/rehabteam/handlinger/skriv_note.py"
NOTER = "src/rehabteam/sager/udtraek/noter.py"
LUK = "src/rehabteam/handlinger/luk_paamindelse.py"
OVERDRAG = "src/rehabteam/handlinger/overdrag_sager.py"
MAIL = "src/rehabteam/cli/paamind.py"
KALENDER = "src/rehabteam/sager/udtraek/kalender.py"
TERMINER = "src/rehabteam/handlinger/terminer.py"
SOEG = "src/rehabteam/sager/udtraek/soegning.py"
STAMMER = "src/rehabteam/sager/migrations/0016_arbejdsgang.py"
PROEVE = "tests/arbejdsgang/test_noter_og_overdragelse.py"
LISTEN = "tests/soegning/test_soegning.py -k listen"

FEJL = (
    # Whose work
    Fejl(
        "enheden er hele kommunen",
        UDVALG,
        "hos = tuple(i_enheden(aktoer, enhed))",
        "pass",
        f"{PROEVE} -k enhed",
    ),
    Fejl(
        "det, der blev valgt, er alles",
        UDVALG,
        "if self.hos is None else",
        "if True else",
        f"{PROEVE} -k enhed",
    ),
    Fejl("slagsen sorterer intet fra", UDVALG, "if not self.art:", "if True:", f"{PROEVE} -k slags"),
    Fejl("en inhabil får sagerne", OVERDRAG, "    _habil(til, tagne)\n", "", f"{PROEVE} -k hvem_der_ikke"),
    Fejl(
        "der overdrages uden en grund",
        OVERDRAG,
        "if not grund.strip():",
        "if False:",
        f"{PROEVE} -k hvem_der_ikke",
    ),
    # Notes and mentions
    Fejl("en inhabil omtales", NOTE, "if m.id in sag.udelukkede]", "if False]", f"{PROEVE} -k omtalte"),
    Fejl(
        "notens ord står i historikken",
        NOTE,
        '"skriv_note", hvad, sag=sag',
        '"skriv_note", hvad + tekst, sag=sag',
        f"{PROEVE} -k rettes",
    ),
    Fejl(
        "to retter den samme note",
        NOTE,
        'if hasattr(retter, "rettet_af"):',
        "if False:",
        f"{PROEVE} -k rettes",
    ),
    Fejl(
        "alle får besked om omtalen",
        NOTER,
        "omtalte__contains=[aktoer.sager_for],\n            tid__gte=siden,",
        "tid__gte=siden,",
        f"{PROEVE} -k omtalte",
    ),
    # Reminders and the mail about them
    Fejl(
        "en andens påmindelse lukkes",
        LUK,
        "if paamindelse.medarbejder_id != aktoer.sager_for:",
        "if False:",
        f"{PROEVE} -k paamindelse",
    ),
    Fejl(
        "en andens påmindelser ses",
        NOTER,
        "medarbejder_id=aktoer.sager_for, lukket_tid=None",
        "lukket_tid=None",
        f"{PROEVE} -k paamindelse",
    ),
    Fejl(
        "mailen siger, hvad der skal huskes",
        MAIL,
        'f"Du har {hvor_mange} i Rehabteam.\\n\\n"',
        'f"Du har {hvor_mange} i Rehabteam.\\n\\n"\n'
        '        + str(apps.get_model("sager", "Paamindelse").objects.using(VED).values_list("tekst", flat=True))',
        "tests/arbejdsgang/test_mail.py",
    ),
    Fejl(
        "den samme mail to gange om dagen",
        MAIL,
        "Q(sidst=None) | Q(sidst__lt=dagen())",
        "Q()",
        "tests/arbejdsgang/test_mail.py",
    ),
    # The calendar
    Fejl(
        "kalenderen viser alles sager som ens egne",
        KALENDER,
        '.filter(u.hos_q("sagsbehandler_id"), u.art_q(), tilstand__in=FOER_MOEDET)',
        ".filter(u.art_q(), tilstand__in=FOER_MOEDET)",
        f"{PROEVE} -k kalender",
    ),
    Fejl(
        "sidste dag at sende er mødets egen dag",
        TERMINER,
        "(seneste := v.detaljer.seneste_oprettelsesdato)",
        "(seneste := sag.moede.dato)",
        f"{PROEVE} -k kalender",
    ),
    # The search
    Fejl(
        "et ord findes kun, som det er skrevet",
        STAMMER,
        "to_tsvector('pg_catalog.danish', adgang.fold(left",
        "to_tsvector('pg_catalog.simple', adgang.fold(left",
        LISTEN,
    ),
    Fejl(
        "kun begyndelsen af et ord findes",
        STAMMER,
        "array_agg('<' || reverse(l))",
        "array_agg('<' || l)",
        LISTEN,
    ),
    Fejl(
        "et halvt CPR-nummer finder borgeren",
        SOEG,
        "fundne = _med_soegenavn(borgere).filter(betingelse)",
        "fundne = _med_soegenavn(borgere).filter(betingelse | Q(cpr__startswith=q))",
        LISTEN,
    ),
    Fejl(
        "søgningen kan stå i en adresse",
        "src/rehabteam/web/views/soeg.py",
        '@kraever("borger.soeg", "POST", engang=False)',
        '@kraever("borger.soeg", "GET", "POST", engang=False)',
        "tests/web/test_soeg.py",
    ),
    Fejl(
        "et tilbagetrukket dokument findes",
        SOEG,
        "AND trukket_tilbage_tid IS NULL",
        "",
        LISTEN,
    ),
    Fejl(
        "en gammel udgave findes",
        SOEG,
        "SELECT DISTINCT ON (sag_id) sag_id, 'resume'",
        "SELECT sag_id, 'resume'",
        LISTEN,
    ),
    Fejl(
        "en rettet note findes",
        SOEG,
        '"AND NOT EXISTS (SELECT 1 FROM sager_note r WHERE r.retter_id = n.id)"',
        '""',
        LISTEN,
    ),
    Fejl(
        "et beskyttet navn findes i en tekst",
        SOEG,
        "return sager.exclude(beskyttet & Q(borger_id__in=borgere))",
        "return sager",
        LISTEN,
    ),
)
