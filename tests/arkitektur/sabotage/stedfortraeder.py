"""Faults in standing in for a colleague, in breaking the glass, and in what binds the signed context."""

from tests.arkitektur.sabotage import Fejl

KONTEKST = "src/rehabteam/sager/adgang/byg.py"
VALGT = "src/rehabteam/web/indgang/stedfortraeder.py"
VAEG = "src/rehabteam/sager/adgang/vaegge/stedfortraeder.py"
TAG = "src/rehabteam/handlinger/tag_noedadgang.py"
VIKAR = "tests/stedfortraeder/test_vikar.py tests/stedfortraeder/test_vikar_gennemgang.py"
NOED = "tests/stedfortraeder/test_noedadgang.py tests/stedfortraeder/test_noedadgang_sider.py"

FEJL = (
    Fejl(
        "konteksten gælder også i en anden transaktion",
        "src/rehabteam/sager/adgang/kontekst.py",
        'besked = f"{felter}|{transaktion.proces}|{transaktion.begyndt}"',
        'besked = felter + f"|{transaktion.proces}"',
        "tests/vaegge/test_kontekst.py",
    ),
    Fejl(
        "PostgreSQL spørger ikke, hvilken forbindelse det er",
        KONTEKST,
        "felter, pg_backend_pid(), extract(epoch FROM transaction_timestamp()));",
        "felter, current_setting('app.proces', true));",
        "tests/vaegge/test_kontekst.py",
    ),
    Fejl(
        "dørens kontekst skal ikke være underskrevet",
        "src/rehabteam/sager/adgang/vaegge/__init__.py",
        "if dor.vaeg != Vaeg.DOER:",
        "if dor.vaeg:",
        "tests/vaegge",
    ),
    Fejl(
        "vikariatet slutter ikke",
        VALGT,
        "id=nummer, vikar_id=hvem.medarbejder_id, slut=None, fra__lte=dag, til__gte=dag",
        "id=nummer, vikar_id=hvem.medarbejder_id, slut=None, fra__lte=dag",
        VIKAR,
    ),
    Fejl(
        "et afsluttet vikariat virker",
        VALGT,
        "id=nummer, vikar_id=hvem.medarbejder_id, slut=None, fra__lte=dag",
        "id=nummer, vikar_id=hvem.medarbejder_id, fra__lte=dag",
        VIKAR,
    ),
    Fejl(
        "en andens vikariat virker",
        VALGT,
        "id=nummer, vikar_id=hvem.medarbejder_id, slut=None, fra__lte=dag",
        "id=nummer, slut=None, fra__lte=dag",
        VIKAR,
    ),
    Fejl(
        "vikaren skriver i den andens navn",
        "src/rehabteam/sager/adgang/log.py",
        "vikar_for = aktoer.vikar_for.medarbejder_id if",
        "vikar_for = None if",
        VIKAR,
    ),
    Fejl(
        "en vikar sætter en vikar",
        "src/rehabteam/handlinger/opret_vikariat.py",
        "if aktoer.vikar_for:",
        "if False:",
        VIKAR,
    ),
    Fejl(
        "alle sætter vikar for alle",
        "src/rehabteam/handlinger/opret_vikariat.py",
        "if not selv and aktoer.rolle not in FOR_ALLE:",
        "if False:",
        VIKAR,
    ),
    Fejl(
        "ens vikars opslag gennemgår man selv",
        "src/rehabteam/sager/udtraek/stikproeve.py",
        "or linjer(proeve).filter(vikar_for__in=selv).exists()",
        "",
        VIKAR,
    ),
    Fejl(
        "nødadgang kan det, rollen kan",
        "src/rehabteam/sager/adgang/rettigheder.py",
        'return UNDER_NOEDADGANG.get(navn, "") if aktoer.noed else navn',
        "return UNDER_NOEDADGANG.get(navn, navn) if aktoer.noed else navn",
        NOED,
    ),
    Fejl(
        "nødadgang varer ved i databasen",
        "src/rehabteam/sager/adgang/kontekst.py",
        "udloeber = min(udloeber, int(aktoer.noed.udloeber.timestamp()))",
        "pass",
        NOED,
    ),
    Fejl(
        "nødadgang er ikke til én sag",
        VAEG,
        "SAGEN = f\"sag_id = (SELECT adgang.ctx_sag('noed')) AND {INDENFOR}\"",
        "SAGEN = INDENFOR",
        NOED,
    ),
    Fejl(
        "nødadgang virker uden for huset",
        VAEG,
        "\"(id = (SELECT adgang.ctx_sag('noed')) OR nummer = (SELECT adgang.ctx_nummer('noed'))) \"\n"
        '            f"AND {INDENFOR}",',
        "\"(id = (SELECT adgang.ctx_sag('noed')) OR nummer = (SELECT adgang.ctx_nummer('noed')))\",",
        NOED,
    ),
    Fejl(
        "nødadgang er et opslag som alle andre i loggen",
        "src/rehabteam/web/vaern.py",
        "spor.rute = linje(spor.aktoer, view.ret) or view.ret",
        "spor.rute = view.ret",
        NOED,
    ),
    Fejl(
        "nødadgang kommer ikke i stikprøven igen",
        "src/rehabteam/handlinger/udtag_stikproeve.py",
        "(sete_med_noed if NOED in g.grunde else sete)",
        "sete",
        NOED,
    ),
    Fejl(
        "man kvitterer for sin egen nødadgang",
        "src/rehabteam/handlinger/kvitter_noedadgang.py",
        "if noed.medarbejder_id in (aktoer.medarbejder_id, aktoer.sager_for):",
        "if False:",
        NOED,
    ),
    Fejl(
        "loggen må tie om, hvem man er vikar for",
        "src/rehabteam/sager/adgang/vaegge/dor.py",
        "COALESCE(vikar_for, medarbejder_id) = (SELECT adgang.ctx_for('{vaeg}'))",
        "medarbejder_id = (SELECT adgang.ctx_person('{vaeg}'))",
        VIKAR,
    ),
    Fejl("numre kan gættes i ro", TAG, "if forsoeg[:FORSOEG].count() >= FORSOEG:", "if False:", NOED),
    Fejl("grunden er ligegyldig", TAG, "if len(grund.strip()) >= KORTEST", "if True", NOED),
)
