"""A redaction that only looks black, or is lost, and papers that leave the house with what is protected in them."""

from tests.arkitektur.sabotage import Fejl

TEGN = "src/rehabteam/dokumenter/overstreg_vaerk/tegn_om.py"
FIND = "src/rehabteam/dokumenter/overstreg_vaerk/find.py"
OV = "tests/dokumenter/test_overstreg.py"
U = "tests/handlinger/test_udvalg.py"
H = "src/rehabteam/handlinger"
L = "tests/handlinger/test_overstregningslaesning.py"
A = "tests/web/test_aktindsigt_overstreget.py"

FEJL = (
    Fejl(
        "der males ikke i billedet",
        TEGN,
        'pen.rectangle((boks[0], boks[1], boks[2] - 1, boks[3] - 1), fill="black")',
        "pass",
        f"{OV}::test_feltet_er_sort_og_resten_er_som_foer",
    ),
    Fejl(
        "den gamle side følger med som note",
        TEGN,
        'ud.Root.Lang = pikepdf.String("da")',
        'ud.Root.Lang = pikepdf.String("da"); ud.docinfo["/Kilde"] = pikepdf.String(data.decode("latin-1"))',
        f"{OV}::test_den_nye_fil_er_billeder_og_intet_andet {OV}::test_ordet_staar_i_ingen_byte",
    ),
    Fejl(
        "et felt på en side, der ikke er der, tabes",
        TEGN,
        "if rest and numre is None:",
        "if False:",
        f"{OV}::test_et_felt_paa_en_side_der_ikke_findes_giver_ingen_fil",
    ),
    Fejl(
        "kun det halve af et delt ord findes",
        FIND,
        "linjer.append((x0, y0, x1, y1))",
        "linjer = linjer or [(x0, y0, x1, y1)]",
        f"{OV}::test_et_ord_delt_ved_linjens_ende_findes_i_begge_dele",
    ),
    Fejl(
        "det udfyldte i en formular findes ikke",
        FIND,
        "raw.FPDFPage_Flatten(doc[nr - 1], raw.FLAT_NORMALDISPLAY)",
        "pass",
        f"{OV}::test_det_der_findes_daekker_ordet",
    ),
    Fejl(
        "der laves andet, end der blev set",
        f"{H}/overstreg_dokument.py",
        "if len(udgave.felter) != antal:",
        "if False:",
        "tests/handlinger/test_overstregning.py::test_der_laves_intet_uden_grund_eller_af_andet_end_det_sete",
    ),
    Fejl(
        "et fund holder intet tilbage",
        "src/rehabteam/sager/udtraek/forsendelser.py",
        'return bool(linje.fund.get("sider") or linje.fund.get("ulaest")) and not linje.trods',
        "return False",
        f"{U}::test_intet_gaar_ud_foer_hvert_fund_er_overstreget_eller_forklaret",
    ),
    Fejl(
        "det, der ikke kan læses, regnes for frit",
        f"{H}/beskyttede_ord.py",
        '"ulaest": list(fundet.uden_tekst)}',
        '"ulaest": []}',
        f"{U}::test_en_udgave_der_ikke_er_laest_skal_ses_efter_af_et_menneske",
    ),
    Fejl(
        "adressen ledes der ikke efter",
        f"{H}/beskyttede_ord.py",
        "for linje in adresse.linjer.splitlines() if adresse else ():",
        "for linje in ():",
        f"{U}::test_et_beskyttet_navn_findes_i_papirerne",
    ),
    Fejl(
        "originalen gives i stedet for den overstregede",
        f"{H}/udlever_udvalg.py",
        "return (linje.overstregning.sha256, PDF) if linje.overstregning else kilden(linje.dokument)",
        "return kilden(linje.dokument)",
        f"{U}::test_den_overstregede_udgave_er_den_der_gaar_ud",
    ),
    Fejl(
        "fuldmagten ses ikke efter, når der gives",
        f"{H}/udlever_udvalg.py",
        "modtagerens_fuldmagt(anledning, sag, forsendelse.modtager, forsendelse.fuldmagt_id)\n    alle",
        "alle",
        f"{U}::test_bisidderen_skal_have_en_fuldmagt_der_gaelder_naar_der_udleveres",
    ),
    Fejl(
        "en udgave uden sin tekst gives væk",
        "src/rehabteam/sager/udtraek/forsendelser.py",
        "return linje.overstregning is not None and linje.overstregning.laesning == Overstregning.Laesning.VENTER",
        "return False",
        f"{L}::test_den_gives_til_ingen_foer_teksten_er_der",
    ),
    Fejl(
        "filen kan skiftes, også når den er læst",
        "src/rehabteam/sager/adgang/deling.py",
        "\"OLD.lavet_tid IS NOT NULL AND OLD.laesning <> 'venter'\"",
        '"false"',
        f"{L}::test_det_laeste_er_laast_ogsaa_for_tabellernes_ejer",
    ),
    Fejl(
        "teksten ses ikke efter for det beskyttede",
        f"{H}/laes_overstregning.py",
        "se_efter_igen(udgave.sag, udgave)",
        "pass",
        f"{L}::test_det_beskyttede_ses_efter_naar_teksten_er_der",
    ),
    Fejl(
        "en udgave, der slår arbejderen ihjel, læses for evigt",
        f"{H}/overstregningslaesning.py",
        "udgave.laes_forsoeg += 1",
        "udgave.laes_forsoeg += 0",
        f"{L}::test_tre_forsoeg_og_en_maskine_der_ikke_kan_er_intet_forsoeg",
    ),
    Fejl(
        "i aktindsigt gives dokumentet i stedet for udgaven",
        f"{H}/afgoer_aktindsigt.py",
        "lager().laes((overstregningen(s) or s.dokument).sha256)",
        "lager().laes(s.dokument.sha256)",
        f"{A}::test_udgaven_ligger_i_arkivet_i_stedet_for_dokumentet",
    ),
    Fejl(
        "en udgave, der er trukket tilbage, gives i aktindsigt",
        "src/rehabteam/sager/udtraek/aktindsigt.py",
        "if anmodning.afgjort or not (u.overstregning and u.overstregning.trukket_tilbage_tid)",
        "if True",
        f"{A}::test_kun_dokumentets_egen_udgave_og_ikke_en_der_er_trukket_tilbage",
    ),
    Fejl(
        "det overstregede skal ikke have en grund",
        f"{H}/vaelg_udlevering.py",
        "return self.udleveres is False or self.overstregning_id is not None",
        "return self.udleveres is False",
        f"{A}::test_udgaven_ligger_i_arkivet_i_stedet_for_dokumentet",
    ),
)
