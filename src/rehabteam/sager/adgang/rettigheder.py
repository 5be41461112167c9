"""THE table of rights: which role may see what and do what, in which state of the case, bound to it how.

Every route and every Handling names one line here (tests/arkitektur holds them to it). docs/rettigheder.md and the
page /rettigheder/ are made from it. PostgreSQL's walls (vaegge/) stand behind and know nothing of roles, only of
organisations and people.
"""

from dataclasses import dataclass, field

from ..models import Rolle, Sag
from .aktoer import Aktoer
from .relation import ORD, Om, Relation, relation

SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER = (
    Rolle.SAGSBEHANDLER,
    Rolle.MOEDELEDER,
    Rolle.TEAMMEDLEM,
    Rolle.LEDER,
)
SEKRETARIAT, KOORDINATOR = Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR
AUDITOR = frozenset({Rolle.AUDITOR})
OPSYN = frozenset({LEDER, SEKRETARIAT}) | AUDITOR  # who sees to what is out of the ordinary

KOMMUNEN = frozenset({SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER})
REGIONEN = frozenset({SEKRETARIAT, KOORDINATOR})
ALLE = KOMMUNEN | REGIONEN
MYNDIGHED = frozenset({SAGSBEHANDLER, LEDER})  # those who carry the kommune's casework
LEDELSEN = frozenset({LEDER, SEKRETARIAT})  # those who decide for their house
BORGEREN = frozenset({Rolle.BORGER})
BORGERSIDEN = BORGEREN | {Rolle.BISIDDER}
DRIFT = frozenset({Rolle.DRIFT})
FAGSYSTEM = MYNDIGHED | {Rolle.INTEGRATION}  # what another system of the kommune may write as well
LOGGET_IND = ALLE | AUDITOR | BORGERSIDEN | DRIFT

T = Sag.Tilstand
FOER_INDSTILLING = frozenset({T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR})
IKKE_AFSLUTTET = frozenset(T) - {T.AFSLUTTET}

# What must bind one to the case. A line names every bond that will do; a role can only have one of them.
EGEN = frozenset({Relation.ORGANISATION})
DELT = frozenset({Relation.SAGENS_REGION})
GIVET = frozenset({Relation.TILDELT})
INDE = EGEN | DELT | GIVET
UDEN_SAG = frozenset({Relation.INGEN})
HENDES = frozenset({Relation.BORGEREN_SELV})
MED_FULDMAGT = HENDES | {Relation.FULDMAGT}
I_NOED = frozenset({Relation.NOED})


@dataclass(frozen=True, slots=True)
class Ret:
    """One line: what it is, who has it, in which states of the case (None = any), and what must bind one to it."""

    hvad: str
    roller: frozenset[Rolle]
    tilstande: frozenset[Sag.Tilstand] | None = None
    relation: frozenset[Relation] = field(kw_only=True)


RETTIGHEDER: dict[str, Ret] = {
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


# Under a nødadgang: what is asked for, and the line it falls under instead. Everything else waits until it is over.
UNDER_NOEDADGANG = {
    "sag.se": "noedadgang_sag.se",
    "dokumenter.se": "noedadgang_dokumenter.se",
    "hjaelp.se": "hjaelp.se",
}
KUN_LAESE = "Med nødadgang kan du kun læse den ene sag. Afslut nødadgangen, og prøv igen."


def linje(aktoer: Aktoer, navn: str) -> str:
    """Which line of the table a right is asked for under: its own, except in an emergency. "" if under none."""
    return UNDER_NOEDADGANG.get(navn, "") if aktoer.noed else navn


class IngenRet(Exception):
    """The person may not do this. `forklaring` is Danish and may be shown."""

    def __init__(self, forklaring: str) -> None:
        super().__init__(forklaring)
        self.forklaring = forklaring


def har_ret(aktoer: Aktoer, navn: str, om: Om | None = None) -> bool:
    """True if the role has the right and, where a case is given, is bound to it as asked and it is in a state for it.

    `om`: the case, forløb, citizen or meeting day it is about.
    """
    if not (navn := linje(aktoer, navn)):
        return False
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        return False
    return om is None or (_bundet(aktoer, ret, om) and _i_tide(ret, om))


def kraev_ret(aktoer: Aktoer, navn: str, om: Om | None = None) -> None:
    """Raise IngenRet, with a sentence for the screen, unless `har_ret`."""
    if not (navn := linje(aktoer, navn)):
        raise IngenRet(KUN_LAESE)
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres i rollen {aktoer.rolle.label.lower()}.")
    if om is None:
        return
    if not _bundet(aktoer, ret, om):
        baand = " eller ".join(ORD[r] for r in Relation if r in ret.relation)
        raise IngenRet(f"»{ret.hvad}« kan kun gøres, når {baand}.")
    if isinstance(om, Sag) and not _i_tide(ret, om):
        tilstand = Sag.Tilstand(om.tilstand).label.lower()
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres nu: sagens tilstand er »{tilstand}«.")


def _bundet(aktoer: Aktoer, ret: Ret, om: Om) -> bool:
    return ret.relation == UDEN_SAG or relation(aktoer, om) in ret.relation


def _i_tide(ret: Ret, om: Om) -> bool:
    return ret.tilstande is None or not isinstance(om, Sag) or om.tilstand in ret.tilstande
