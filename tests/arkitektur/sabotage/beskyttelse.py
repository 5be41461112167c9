"""A protected name that shows, and an answer to a request that can be had, or changed, where it may not."""

from tests.arkitektur.sabotage import Fejl

B = "src/rehabteam/sager/models/borger.py"
P = "tests/web/test_beskyttelse.py"
A = "tests/web/test_aktindsigt.py"

FEJL = (
    Fejl(
        "navnet skjules ikke",
        B,
        'return _("Navn beskyttet") if self.er_beskyttet else self.fuldt_navn',
        "return self.fuldt_navn",
        f"{P}::test_sagens_nummer_staar_i_stedet {P}::test_soegning",
    ),
    Fejl(
        "beskyttelsen glemmes den sidste dag",
        "src/rehabteam/lov/cprloven/par28.py",
        "return til is None or dag <= til",
        "return til is None or dag < til",
        f"{P}::test_beskyttelsen_falder_bort_efter_et_aar tests/eksempler -k 'cpr28 or falder_bort'",
    ),
    Fejl(
        "et beskyttet navn kan søges frem",
        "src/rehabteam/sager/udtraek/soegning.py",
        "betingelse = Q(beskyttet_adresse=False) | Q(beskyttet_til__lt=dagen())",
        "betingelse = Q()",
        f"{P}::test_soegning",
    ),
    Fejl(
        "navnet kan vises uden formål",
        "src/rehabteam/handlinger/vis_beskyttet.py",
        "if formaal not in FORMAAL:",
        "if False:",
        f"{P}::test_formaalet_skal_vaelges",
    ),
    Fejl(
        "det viste navn kan vises igen",
        "src/rehabteam/web/views/beskyttelse.py",
        '@kraever("vis_beskyttet", "POST")',
        '@kraever("vis_beskyttet", "POST", engang=False)',
        f"{P}::test_navnet_vises_en_gang_til_den_der_siger_hvorfor",
    ),
    Fejl(
        "regionen får adresserne at se",
        "src/rehabteam/sager/adgang/vaegge/borger.py",
        '"sager_postadresse": KUN_KOMMUNEN,',
        '"sager_postadresse": (*KUN_KOMMUNEN, Dor(Vaeg.REGION, "true")),',
        f"{P}::test_adressen_findes_ikke_uden_for_kommunen",
    ),
    Fejl(
        "en beskyttet adresse står i brevet",
        "src/rehabteam/handlinger/afgoer_aktindsigt.py",
        "if borger.er_beskyttet:",
        "if False:",
        f"{A}::test_adressen_staar_kun_i_brevet_naar_den_ikke_er_beskyttet",
    ),
    Fejl(
        "der holdes tilbage uden begrundelse",
        "src/rehabteam/handlinger/vaelg_udlevering.py",
        "if len(v.begrundelse.strip()) < MINDST:",
        "if False:",
        f"{A}::test_tilbage_kun_med_bestemmelse_og_begrundelse",
    ),
    Fejl(
        "der svares, før der er valgt",
        "src/rehabteam/handlinger/afgoer_aktindsigt.py",
        "if uden_valg:",
        "if False:",
        f"{A}::test_intet_gives_foer_der_er_valgt",
    ),
    Fejl(
        "et givet svar kan laves om",
        "src/rehabteam/sager/adgang/deling.py",
        '("sager_aktindsigt", "OLD.afgjort IS NOT NULL", ()),',
        '("sager_aktindsigt", "OLD.afgjort IS NOT NULL", ("hvad",)),',
        f"{A}::test_svaret_kan_ikke_laves_om",
    ),
    Fejl(
        "for sent uden grund",
        "src/rehabteam/handlinger/afgoer_aktindsigt.py",
        'if svar.status == "FOR_SENT" and not anmodning.for_sent_grund:',
        "if False:",
        f"{A}::test_for_sent_skal_have_en_grund_og_standser_intet",
    ),
)
