"""The table of rights, second half: what the citizen, colleagues, the region and others do around the case; the meeting
and what comes after it."""

from .rettighed import (
    ALLE,
    AUDITOR,
    BORGEREN,
    DELT,
    EGEN,
    FOER_INDSTILLING,
    GIVET,
    HENDES,
    I_NOED,
    IKKE_AFSLUTTET,
    INDE,
    KOMMUNEN,
    KOORDINATOR,
    LEDELSEN,
    LEDER,
    MOEDELEDER,
    MYNDIGHED,
    OPSYN,
    REGIONEN,
    SAGSBEHANDLER,
    SEKRETARIAT,
    UDEN_SAG,
    Ret,
    T,
)

OMKRING: dict[str, Ret] = {
    # … what the citizen says herself
    "giv_fuldmagt": Ret("Give en bisidder fuldmagt", BORGEREN | MYNDIGHED, relation=HENDES | EGEN),
    "tilbagekald_fuldmagt": Ret("Tage en fuldmagt tilbage", BORGEREN | MYNDIGHED, relation=HENDES | EGEN),
    "svar_paa_moede": Ret("Sige, om man kommer til sit møde", BORGEREN, FOER_INDSTILLING, relation=HENDES),
    "skriv_egne_ord": Ret("Skrive med egne ord til teamet", BORGEREN, relation=HENDES),
    # … what is asked of others about the citizen
    "samtykke.se": Ret("Se borgerens samtykker, og hvad der er bedt om hos andre", KOMMUNEN, relation=EGEN),
    "mine_samtykker.se": Ret("Se de samtykker, man selv har givet", BORGEREN, relation=HENDES),
    "registrer_samtykke": Ret("Registrere borgerens samtykke", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN),
    "tilbagekald_samtykke": Ret(
        "Trække et samtykke tilbage: borgeren selv, eller på borgerens ord",
        BORGEREN | MYNDIGHED,
        relation=HENDES | EGEN,
    ),
    "anmod_om_oplysninger": Ret(
        "Bede andre om en attest eller oplysninger", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN
    ),
    "annuller_anmodning": Ret("Annullere en anmodning til andre", MYNDIGHED, relation=EGEN),
    "modtag_oplysninger": Ret("Notere, at svaret på en anmodning er kommet", MYNDIGHED, relation=EGEN),
    "registrer_attestskridt": Ret("Notere, hvor en lægeattest er på sin vej", MYNDIGHED, relation=EGEN),
    "fortryd_attestskridt": Ret("Fortryde det, der er noteret om en lægeattest", MYNDIGHED, relation=EGEN),
    "vurder_laegeattest": Ret(
        "Krydse af, hvad en lægeattest indeholder", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN
    ),
    # … what colleagues tell each other, and who has the work
    "skriv_note": Ret("Skrive en intern note på en sag", KOMMUNEN, relation=EGEN),
    "saet_paamindelse": Ret("Sætte en påmindelse til sig selv", KOMMUNEN, relation=EGEN),
    "luk_paamindelse": Ret("Lukke sin egen påmindelse", KOMMUNEN, relation=EGEN),
    "overdrag_sager": Ret("Overdrage sager og forløb til en kollega", frozenset({LEDER}), relation=EGEN),
    "saet_enhed": Ret("Sige, hvilken enhed en kollega er i", frozenset({LEDER}), relation=EGEN),
    # … who is kept out of it
    "erklaer_inhabil": Ret("Melde sig selv inhabil", ALLE, relation=INDE),
    "udeluk_medarbejder": Ret("Udelukke en kollega, der er inhabil", LEDELSEN, relation=EGEN | DELT),
    "ophaev_inhabilitet": Ret("Ophæve en udelukkelse, dog ikke sin egen", LEDELSEN, relation=EGEN | DELT),
    # … the citizen's right to see the papers
    "registrer_aktindsigt": Ret("Registrere, at der er bedt om aktindsigt", MYNDIGHED, relation=EGEN),
    "vaelg_udlevering": Ret("Vælge, hvad der udleveres og holdes tilbage", MYNDIGHED, relation=EGEN),
    "underret_om_aktindsigt": Ret(
        "Registrere, at borgeren ved, hvorfor svaret tager længere tid", MYNDIGHED, relation=EGEN
    ),
    "afgoer_aktindsigt": Ret("Svare på aktindsigt", MYNDIGHED, relation=EGEN),
    # … what leaves the house
    "overstregning.se": Ret("Se overstregede udgaver, og hvad der er markeret", MYNDIGHED, relation=EGEN),
    "marker_overstregning": Ret("Markere, hvad en modtager ikke må se", MYNDIGHED, relation=EGEN),
    "overstreg_dokument": Ret("Lave en overstreget udgave af et dokument", MYNDIGHED, relation=EGEN),
    "laes_overstregning": Ret(
        "Lægge tekst, der kan søges i, på en overstreget udgave", MYNDIGHED, relation=EGEN
    ),
    "undlad_laesning": Ret(
        "Bruge en overstreget udgave uden tekst, der kan søges i", MYNDIGHED, relation=EGEN
    ),
    "traek_overstregning_tilbage": Ret("Trække en overstreget udgave tilbage", MYNDIGHED, relation=EGEN),
    "forsendelser.se": Ret("Se, hvad der er givet til modtagere uden for huset", MYNDIGHED, relation=EGEN),
    "lav_udvalg": Ret("Vælge dokumenter til en modtager", MYNDIGHED, relation=EGEN),
    "vaelg_udgaver": Ret("Vælge udgaver af dokumenter til en modtager", MYNDIGHED, relation=EGEN),
    "udlever_udvalg": Ret("Udlevere et udvalg af dokumenter", MYNDIGHED, relation=EGEN),
    "opgiv_udvalg": Ret("Opgive et udvalg, som ingen skal have", MYNDIGHED, relation=EGEN),
    # … the log
    "udtag_stikproeve": Ret("Tage ugens stikprøve af loggen ud", AUDITOR, relation=UDEN_SAG),
    "gennemgaa_log": Ret("Gennemgå et opslag i loggen", AUDITOR, relation=UDEN_SAG),
    "udlever_log": Ret("Give borgeren et udtræk af loggen", MYNDIGHED, relation=EGEN),
    # … standing in for a colleague
    "vikariat.se": Ret("Se vikariater, og arbejde som vikar", ALLE | AUDITOR, relation=UDEN_SAG),
    "opret_vikariat": Ret(
        "Sætte en vikar: for sig selv, og som leder for andre", ALLE | AUDITOR, relation=UDEN_SAG
    ),
    "afslut_vikariat": Ret("Afslutte et vikariat før tid", ALLE | AUDITOR, relation=UDEN_SAG),
    # … in an emergency
    "tag_noedadgang": Ret("Åbne en sag med nødadgang", ALLE, relation=UDEN_SAG),
    "noedadgang_sag.se": Ret("Se en sag med nødadgang", ALLE, relation=I_NOED),
    "noedadgang_dokumenter.se": Ret("Åbne sagens dokumenter med nødadgang", ALLE, relation=I_NOED),
    "afslut_noedadgang": Ret("Afslutte en nødadgang", ALLE | AUDITOR, relation=UDEN_SAG),
    "noedadgang.se": Ret("Se husets nødadgange", OPSYN, relation=UDEN_SAG),
    "kvitter_noedadgang": Ret("Kvittere for at have set en nødadgang", OPSYN, relation=UDEN_SAG),
    # … the region
    "fordel_til_koordinator": Ret(
        "Give sagen til en sundhedskoordinator",
        frozenset({SEKRETARIAT}),
        frozenset({T.SENDT, T.HOS_KOORDINATOR}),
        relation=DELT,
    ),
    "spoerg_kommunen": Ret(
        "Stille kommunen et spørgsmål om en sag",
        frozenset({SEKRETARIAT}),
        frozenset({T.SENDT, T.HOS_KOORDINATOR}),
        relation=DELT,
    ),
    "regionsspoergsmaal.se": Ret("Se Klinisk Funktions spørgsmål og kommunens svar", ALLE, relation=INDE),
    "svar_regionen": Ret(
        "Svare Klinisk Funktion på et spørgsmål", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET, relation=EGEN
    ),
    "tag_stilling": Ret(
        "Tage en sag, der kom for sent, med eller flytte den",
        frozenset({SEKRETARIAT}),
        frozenset({T.SENDT, T.HOS_KOORDINATOR}),
        relation=DELT,
    ),
    "moededage.se": Ret(
        "Se alle kommunernes mødedage, og hvem regionen har sat på dem",
        frozenset({SEKRETARIAT}),
        relation=UDEN_SAG,
    ),
    "fravaer.se": Ret("Se, hvornår sundhedskoordinatorerne er væk", REGIONEN, relation=UDEN_SAG),
    "registrer_fravaer": Ret(
        "Skrive, hvornår en sundhedskoordinator er væk", frozenset({SEKRETARIAT}), relation=UDEN_SAG
    ),
    "afslut_fravaer": Ret("Tage et fravær tilbage", frozenset({SEKRETARIAT}), relation=UDEN_SAG),
    "giv_til_stedfortraeder": Ret(
        "Give den fraværendes sager til hendes stedfortræder",
        frozenset({SEKRETARIAT}),
        frozenset({T.HOS_KOORDINATOR}),
        relation=DELT,
    ),
    # … what region and kommune have agreed
    "aftale.se": Ret("Se samarbejdsaftalen mellem region og kommune", ALLE, relation=UDEN_SAG),
    "registrer_aftale": Ret(
        "Skrive en ny samarbejdsaftale med en kommune", frozenset({SEKRETARIAT}), relation=UDEN_SAG
    ),
    "ledelsestal.se": Ret("Se husets tal, uden personer", LEDELSEN | AUDITOR, relation=UDEN_SAG),
    "afregning.se": Ret("Se og hente afregningen mellem region og kommune", LEDELSEN, relation=UDEN_SAG),
    "opgoer_afregning": Ret("Opgøre en måneds afregning", LEDELSEN, relation=UDEN_SAG),
    "ret_afregning": Ret(
        "Rette en afregning med en ny linje, eller afklare en linje uden kendt pris",
        LEDELSEN,
        relation=UDEN_SAG,
    ),
    "godkend_afregning": Ret("Godkende en måneds afregning", LEDELSEN, relation=UDEN_SAG),
    "skriv_notat": Ret("Skrive notat", frozenset({KOORDINATOR}), relation=GIVET),
    "underskriv_notat": Ret("Underskrive notat", frozenset({KOORDINATOR}), relation=GIVET),
    # … the meeting and after
    "indkald": Ret(
        "Indkalde til mødet i en sag, og sige til, når det flyttes eller aflyses",
        MYNDIGHED | {MOEDELEDER},
        FOER_INDSTILLING,
        relation=EGEN,
    ),
    "indkald_team": Ret(
        "Indkalde teamet til en mødedag", frozenset({MOEDELEDER, LEDER, SAGSBEHANDLER}), relation=EGEN
    ),
    "skriv_laesenote": Ret(
        "Skrive sin egen note til læsningen, som ingen anden ser",
        KOMMUNEN - {LEDER},
        IKKE_AFSLUTTET,
        relation=EGEN,
    ),
    "slet_laesenote": Ret("Slette sin egen note til læsningen", KOMMUNEN - {LEDER}, relation=EGEN),
    "skriv_margennote": Ret(
        "Skrive sin egen note ved en side i et dokument, som ingen anden ser",
        ALLE,
        IKKE_AFSLUTTET,
        relation=INDE,
    ),
    "slet_margennote": Ret("Slette sin egen note ved en side, før den er delt", ALLE, relation=INDE),
    "del_margennote": Ret(
        "Dele sin note ved en side med kolleger i sit eget hus", ALLE, FOER_INDSTILLING, relation=INDE
    ),
    "traek_margennote_tilbage": Ret(
        "Trække sin delte note ved en side tilbage", ALLE, IKKE_AFSLUTTET, relation=INDE
    ),
    "registrer_deltagere": Ret(
        "Notere, hvem der er til stede", frozenset({MOEDELEDER}), FOER_INDSTILLING, relation=EGEN
    ),
    "skriv_indstilling": Ret(
        "Skrive på indstillingen", frozenset({MOEDELEDER}), FOER_INDSTILLING, relation=EGEN
    ),
    "afgiv_indstilling": Ret(
        "Afgive teamets indstilling", frozenset({MOEDELEDER}), FOER_INDSTILLING, relation=EGEN
    ),
    "aftal_opgave": Ret(
        "Aftale på mødet, hvem der gør hvad", frozenset({MOEDELEDER}), IKKE_AFSLUTTET, relation=EGEN
    ),
    "skriv_referat": Ret(
        "Skrive mødets referat af sagen", frozenset({MOEDELEDER}), IKKE_AFSLUTTET, relation=EGEN
    ),
    "godkend_referat": Ret(
        "Godkende mødets referat af sagen", frozenset({MOEDELEDER}), IKKE_AFSLUTTET, relation=EGEN
    ),
    "afgoerelse.se": Ret("Se kommunens afgørelse og brevene om den", KOMMUNEN, relation=EGEN),
    "traef_afgoerelse": Ret(
        "Træffe kommunens afgørelse", MYNDIGHED, frozenset({T.FORBEREDES, T.INDSTILLET}), relation=EGEN
    ),
    "skriv_indsatsplan": Ret(
        "Skrive kommunens indsatsplan", MYNDIGHED, frozenset({T.INDSTILLET, T.AFGJORT}), relation=EGEN
    ),
    "laeg_indsatsplan": Ret("Gøre indsatsplanen færdig", MYNDIGHED, frozenset({T.AFGJORT}), relation=EGEN),
    "skriv_brev": Ret(
        "Lave et brev om afgørelsen til borgeren eller den praktiserende læge",
        MYNDIGHED,
        IKKE_AFSLUTTET - FOER_INDSTILLING,
        relation=EGEN,
    ),
    "registrer_start": Ret(
        "Registrere, at en indsats i planen er begyndt", MYNDIGHED, frozenset({T.PLAN_LAGT}), relation=EGEN
    ),
    "min_plan.se": Ret("Hente planen, så den kan skrives ind i Min Plan", MYNDIGHED, relation=EGEN),
    "afslut_sag": Ret("Afslutte en sag med et resultat", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN),
    "genaabn_sag": Ret("Åbne en afsluttet sag igen", MYNDIGHED, frozenset({T.AFSLUTTET}), relation=EGEN),
    "overdragelse.se": Ret("Hente pakken med en sag, der er overdraget", MYNDIGHED, relation=EGEN),
    "overdrag_sag": Ret("Overdrage en sag til en anden kommune", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN),
    "modtag_overdragelse": Ret("Modtage en sag fra en anden kommune", MYNDIGHED, relation=EGEN),
}
