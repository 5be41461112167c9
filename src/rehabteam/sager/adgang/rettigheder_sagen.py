"""The table of rights, first half: what one may see, and what one may do with a forløb, a citizen's name and a case."""

from .rettighed import (
    ALLE,
    AUDITOR,
    BORGEREN,
    BORGERSIDEN,
    DELT,
    DRIFT,
    EGEN,
    FAGSYSTEM,
    FOER_INDSTILLING,
    GIVET,
    HENDES,
    IKKE_AFSLUTTET,
    INDE,
    KOMMUNEN,
    KOORDINATOR,
    LEDER,
    LOGGET_IND,
    MED_FULDMAGT,
    MOEDELEDER,
    MYNDIGHED,
    SAGSBEHANDLER,
    SEKRETARIAT,
    TEAMMEDLEM,
    UDEN_SAG,
    Ret,
    T,
)

SAGEN: dict[str, Ret] = {
    # What one may see
    "mit_arbejde.se": Ret("Se sin arbejdsliste", KOMMUNEN, relation=EGEN),
    "forloeb.se": Ret("Se et ressourceforløb og svaret på de seks måneder", KOMMUNEN, relation=EGEN),
    "sag.se": Ret("Se en sag", ALLE, relation=INDE),
    "dokumenter.se": Ret("Åbne sagens dokumenter", ALLE, relation=INDE),
    "noter.se": Ret("Læse kommunens egne noter på en sag", KOMMUNEN, relation=EGEN),
    "kalender.se": Ret("Se kalenderen og sine påmindelser", KOMMUNEN, relation=EGEN),
    "enheden.se": Ret("Se, hvem der har hvad", frozenset({LEDER}), relation=EGEN),
    "cpr.se": Ret("Se hele CPR-nummeret", ALLE, relation=INDE),
    "beskyttet.se": Ret(
        "Spørge efter et beskyttet navn og en beskyttet adresse",
        MYNDIGHED | {MOEDELEDER, KOORDINATOR},
        relation=EGEN | GIVET,
    ),
    "borger.soeg": Ret("Søge efter en borger", KOMMUNEN, relation=EGEN),
    "dokumenter.soeg": Ret(
        "Finde dokumenter på tværs af sager", KOMMUNEN | {KOORDINATOR}, relation=EGEN | GIVET
    ),
    "log.se": Ret("Se, hvem der har set sagen", frozenset({LEDER}), relation=EGEN),
    "aktindsigt.se": Ret("Se og hente svar på aktindsigt", MYNDIGHED, relation=EGEN),
    "borgerlog.se": Ret(
        "Se, hvem der har brugt en borgers oplysninger, uden navne", MYNDIGHED, relation=EGEN
    ),
    "indbakke.se": Ret("Se Klinisk Funktions indbakke", frozenset({SEKRETARIAT}), relation=DELT),
    "mine_sager.se": Ret("Se de sager, man er givet", frozenset({KOORDINATOR}), relation=GIVET),
    "inhabilitet.se": Ret("Se, hvem der er udelukket fra en borgers sager", ALLE, relation=INDE),
    "moede.se": Ret(
        "Se mødedagen og dens sager", frozenset({MOEDELEDER, SAGSBEHANDLER, TEAMMEDLEM, LEDER}), relation=EGEN
    ),
    "mine_moeder.se": Ret(
        "Se sine egne møder, sagerne på dem, og hvad man mangler at læse",
        KOMMUNEN - {LEDER} | {KOORDINATOR},
        relation=EGEN | GIVET,
    ),
    "indkaldelser.se": Ret("Se, hvem der er indkaldt til et møde", KOMMUNEN, relation=EGEN),
    "loggennemgang.se": Ret("Se ugens stikprøve af loggen", AUDITOR, relation=UDEN_SAG),
    "hjaelp.se": Ret("Læse hjælp og regler", ALLE, relation=UDEN_SAG),
    "rettigheder.se": Ret("Se, hvem der må hvad", LOGGET_IND, relation=UDEN_SAG),
    "drift.se": Ret("Se, hvordan systemet har det", DRIFT, relation=UDEN_SAG),
    # What the citizen may see, and the one she has given a fuldmagt
    "min_sag.se": Ret("Se, hvor ens egen sag er", BORGERSIDEN, relation=MED_FULDMAGT),
    "mine_papirer.se": Ret("Åbne de dokumenter, man selv har fået", BORGERSIDEN, relation=MED_FULDMAGT),
    "min_log.se": Ret("Se, hvem der har brugt oplysninger om en selv", BORGEREN, relation=HENDES),
    "mine_fuldmagter.se": Ret("Se og give fuldmagt til en bisidder", BORGEREN, relation=HENDES),
    "fuldmagter.se": Ret(
        "Se borgerens bisiddere, og skrive en fuldmagt på papir ind", MYNDIGHED, relation=EGEN
    ),
    # What one may do: the forløb and its facts
    "indlaes_sag": Ret("Overtage en tidligere sag fra et andet system", FAGSYSTEM, relation=EGEN),
    "import.se": Ret("Se, hvad der er indlæst fra kommunens andet system", MYNDIGHED, relation=EGEN),
    "modtag_import": Ret("Vælge filer fra kommunens andet system", MYNDIGHED, relation=EGEN),
    "efterse_import": Ret("Se filerne igennem, før de indlæses", MYNDIGHED, relation=EGEN),
    "bestil_import": Ret("Sætte en indlæsning i gang", MYNDIGHED, relation=EGEN),
    "fortryd_import": Ret("Fortryde eller standse en indlæsning", MYNDIGHED, relation=EGEN),
    "importer_raekker": Ret("Indlæse borgere, forløb og oplysninger i bunker", MYNDIGHED, relation=EGEN),
    "genberegn_frister": Ret("Spørge loven igen om alle forløb", frozenset({LEDER}), relation=EGEN),
    "opret_forloeb": Ret("Registrere en borger med et ressourceforløb", FAGSYSTEM, relation=EGEN),
    "registrer_indsats": Ret("Registrere en indsats", FAGSYSTEM, relation=EGEN),
    "registrer_indsatsens_gang": Ret(
        "Registrere, at en indsats er bevilget, begyndt eller skrevet ind", FAGSYSTEM, relation=EGEN
    ),
    "registrer_undtaget_periode": Ret("Registrere en periode, der holdes ude", FAGSYSTEM, relation=EGEN),
    "afslut_undtaget_periode": Ret("Sætte slutdato på en periode", FAGSYSTEM, relation=EGEN),
    "registrer_timer": Ret("Registrere lønnede timer", FAGSYSTEM, relation=EGEN),
    "registrer_spaend": Ret("Registrere løntilskud efter § 15 eller STU", FAGSYSTEM, relation=EGEN),
    "tilbagekald_oplysning": Ret("Tage en oplysning tilbage med en grund", MYNDIGHED, relation=EGEN),
    "beslut_saerlige_grunde": Ret("Beslutte, at særlige grunde taler imod", MYNDIGHED, relation=EGEN),
    # … the citizen's name and address
    "vis_beskyttet": Ret(
        "Få vist et beskyttet navn og en beskyttet adresse",
        MYNDIGHED | {MOEDELEDER, KOORDINATOR},
        relation=EGEN | GIVET,
    ),
    "registrer_beskyttelse": Ret(
        "Registrere eller forlænge beskyttelse af navn og adresse", MYNDIGHED, relation=EGEN
    ),
    "ophaev_beskyttelse": Ret("Registrere, at beskyttelsen er løftet", MYNDIGHED, relation=EGEN),
    "ret_adresse": Ret("Skrive borgerens adresse", MYNDIGHED, relation=EGEN),
    # … the case
    "genoptag_sag": Ret("Genoptage sagen til genforelæggelse", MYNDIGHED, relation=EGEN),
    "opret_sag": Ret("Oprette en sag", MYNDIGHED, relation=EGEN),
    "genoptag_uenig": Ret(
        "Forelægge sagen igen, når kommunen ikke vil følge indstillingen",
        MYNDIGHED,
        frozenset({T.INDSTILLET}),
        relation=EGEN,
    ),
    "skift_sagsart": Ret(
        "Føre en sag af en forkert slags videre som en ny sag",
        MYNDIGHED,
        frozenset({T.FORBEREDES}),
        relation=EGEN,
    ),
    "svar_paa_spoergsmaal": Ret(
        "Svare på det, et menneske skal vurdere i sagen",
        MYNDIGHED | {MOEDELEDER},
        IKKE_AFSLUTTET,
        relation=EGEN,
    ),
    "opret_moede": Ret("Oprette en mødedag", frozenset({MOEDELEDER, LEDER, SAGSBEHANDLER}), relation=EGEN),
    "planlaegning.se": Ret(
        "Se ventelisten og planlæggerens forslag", MYNDIGHED | {MOEDELEDER}, relation=EGEN
    ),
    "opret_moedeserie": Ret(
        "Oprette en serie af mødedage", frozenset({MOEDELEDER, LEDER, SAGSBEHANDLER}), relation=EGEN
    ),
    "laeg_pladser": Ret("Lægge en mødedags pladser efter aftalen", MYNDIGHED | {MOEDELEDER}, relation=EGEN),
    "moedemedlemmer.se": Ret(
        "Se, hvem der sidder i teamet på en mødedag", KOMMUNEN | {SEKRETARIAT}, relation=EGEN | DELT
    ),
    "saet_moedemedlem": Ret(
        "Sige, hvem fra ens eget hus der er med på en mødedag",
        frozenset({MOEDELEDER, LEDER, SEKRETARIAT}),
        relation=EGEN | DELT,
    ),
    "godkend_plan": Ret(
        "Godkende planlæggerens forslag", MYNDIGHED | {MOEDELEDER}, FOER_INDSTILLING, relation=EGEN
    ),
    "byt_pladser": Ret("Lade to sager bytte møde", MYNDIGHED | {MOEDELEDER}, FOER_INDSTILLING, relation=EGEN),
    "aflys_sag": Ret("Tage en sag af mødet igen", MYNDIGHED | {MOEDELEDER}, FOER_INDSTILLING, relation=EGEN),
    "aflys_moede": Ret("Aflyse en mødedag", frozenset({MOEDELEDER, LEDER}), relation=EGEN),
    "vaelg_moede": Ret("Vælge eller flytte mødet", MYNDIGHED | {MOEDELEDER}, FOER_INDSTILLING, relation=EGEN),
    "plan.se": Ret("Se den forberedende del, mens den skrives, og dens versioner", KOMMUNEN, relation=EGEN),
    "skriv_plandel": Ret(
        "Skrive på den forberedende del", MYNDIGHED, frozenset({T.FORBEREDES}), relation=EGEN
    ),
    "gendan_plandel": Ret(
        "Hente en ældre version af den forberedende del frem",
        MYNDIGHED,
        frozenset({T.FORBEREDES}),
        relation=EGEN,
    ),
    "afkryds_planbilag": Ret(
        "Sætte hak ved, hvad et dokument rummer af den forberedende del",
        MYNDIGHED,
        frozenset({T.FORBEREDES}),
        relation=EGEN,
    ),
    "skriv_resume": Ret("Skrive resumé", MYNDIGHED, FOER_INDSTILLING, relation=EGEN),
    "tilfoej_dokument": Ret("Tilføje et dokument", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET, relation=EGEN),
    "begynd_modtagelse": Ret(
        "Begynde at sende filer til en sag", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET, relation=EGEN
    ),
    "afslut_modtagelse": Ret(
        "Sige, at en hel fil er sendt", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET, relation=EGEN
    ),
    "behandl_modtaget": Ret(
        "Undersøge, virusscanne og omdanne en fil, man selv har sendt",
        MYNDIGHED | {MOEDELEDER},
        IKKE_AFSLUTTET,
        relation=EGEN,
    ),
    "foreslaa_modtaget": Ret(
        "Få første side af en scanning, man selv har sendt, læst til et forslag",
        MYNDIGHED | {MOEDELEDER},
        IKKE_AFSLUTTET,
        relation=EGEN,
    ),
    "laeg_modtaget": Ret(
        "Lægge en fil, der er sendt, på sagen", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET, relation=EGEN
    ),
    "opgiv_modtagelse": Ret(
        "Fjerne en fil, der ikke er lagt på sagen", MYNDIGHED | {MOEDELEDER}, relation=EGEN
    ),
    "gennemgaa_dokument": Ret(
        "Få teksten i et dokument læst, så den kan søges",
        FAGSYSTEM | {MOEDELEDER, TEAMMEDLEM, KOORDINATOR},
        relation=EGEN | GIVET,
    ),
    "traek_dokument_tilbage": Ret(
        "Trække et dokument tilbage med en grund", MYNDIGHED, IKKE_AFSLUTTET, relation=EGEN
    ),
    "vurder_aendringer": Ret(
        "Vurdere, om situationen er ændret væsentligt", MYNDIGHED, FOER_INDSTILLING, relation=EGEN
    ),
    "send_til_region": Ret(
        "Sende sagen til Klinisk Funktion", MYNDIGHED, frozenset({T.FORBEREDES}), relation=EGEN
    ),
}
