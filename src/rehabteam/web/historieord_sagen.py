"""The history's verbs, first half: the forløb, the case, what is written, those who are asked, and colleagues."""

from .historieudsagn import Udsagn, helt

SAGEN: dict[str, Udsagn] = {
    # The forløb and its facts
    "opret_forloeb": helt(
        "frist",
        "registrerede ressourceforløbet",
        r"Ressourceforløbet blev registreret med start (\S+)\.",
        "registrerede ressourceforløbet med start {0}",
    ),
    "registrer_indsats": Udsagn("frist", "registrerede en indsats"),
    "registrer_indsatsens_gang": Udsagn("frist", "skrev, hvordan det går med en indsats"),
    "registrer_undtaget_periode": Udsagn("frist", "registrerede en periode, der kan holdes ude"),
    "afslut_undtaget_periode": Udsagn("frist", "satte slutdato på en periode"),
    "registrer_timer": Udsagn("frist", "registrerede lønnede timer"),
    "registrer_spaend": Udsagn("frist", "registrerede en periode med løntilskud eller STU"),
    "tilbagekald_oplysning": Udsagn("frist", "tog en oplysning tilbage"),
    "beslut_saerlige_grunde": Udsagn("frist", "skrev en beslutning om særlige grunde"),
    "modtag_import": Udsagn("frist", "valgte filer til indlæsning"),
    "efterse_import": Udsagn("frist", "lod filerne se igennem"),
    "bestil_import": Udsagn("frist", "satte en indlæsning i gang"),
    "fortryd_import": Udsagn("frist", "fortrød en indlæsning"),
    "importer_raekker": helt(
        "frist",
        "indlæste oplysninger fra kommunens andet system",
        r"Overført fra ([^:]+): (.+?)\. (?P<rest>.+)",
        "overførte fra {0}: {1}",
    ),
    "genberegn_frister": Udsagn("frist", "spurgte loven igen"),
    # The case
    "opret_sag": Udsagn("sagen", "oprettede sagen"),
    "genoptag_sag": Udsagn("sagen", "genoptog sagen"),
    "skift_sagsart": Udsagn("sagen", "førte sagen videre som en anden slags"),
    "genoptag_uenig": Udsagn("sagen", "genoptog sagen, fordi kommunen ikke vil følge indstillingen"),
    "svar_paa_spoergsmaal": Udsagn("sagen", "svarede på et spørgsmål om sagen"),
    "vurder_aendringer": Udsagn("sagen", "vurderede, om situationen er ændret"),
    "indlaes_sag": helt(
        "sagen",
        "overtog en tidligere sag",
        r"Den tidligere sag (\S+) blev overtaget med (.+)\.",
        "overtog den tidligere sag {0} med {1}",
    ),
    "send_til_region": helt(
        "sagen",
        "sendte sagen til Klinisk Funktion",
        r"Sagen blev sendt til Klinisk Funktion ([^.]+)\.(?: (?P<rest>.+))?",
        "sendte sagen til Klinisk Funktion {0}",
    ),
    # What is written and added
    "tilfoej_dokument": helt(
        "dokumenter",
        "tilføjede et dokument",
        r"Dokumentet (».+«) blev tilføjet \((.+)\)\.",
        "tilføjede dokumentet {0} ({1})",
    ),
    "gennemgaa_dokument": helt(
        "dokumenter",
        "fik teksten i et dokument læst, så den kan søges",
        r"Teksten i dokumentet (».+«) kan søges.*\.",
        "fik teksten i dokumentet {0} læst, så den kan søges",
    ),
    "laeg_modtaget": helt(
        "dokumenter",
        "tilføjede et dokument",
        r"Dokumentet (».+«) blev tilføjet \((.+)\)\.",
        "tilføjede dokumentet {0} ({1})",
    ),
    "begynd_modtagelse": Udsagn("dokumenter", "begyndte at sende filer"),
    "afslut_modtagelse": Udsagn("dokumenter", "sendte en fil"),
    "behandl_modtaget": Udsagn("dokumenter", "lod en fil undersøge"),
    "foreslaa_modtaget": Udsagn("dokumenter", "lod en fils første side læse til et forslag"),
    "opgiv_modtagelse": Udsagn("dokumenter", "fjernede en fil, der ikke var lagt på sagen"),
    "traek_dokument_tilbage": helt(
        "dokumenter", "trak et dokument tilbage", r"Et dokument blev trukket tilbage\."
    ),
    "skriv_resume": helt(
        "dokumenter",
        "skrev på resuméet",
        r"Resuméet blev (.+) \(version (\d+)\)\.",
        "skrev på resuméet: det blev {0} (version {1})",
    ),
    "skriv_plandel": helt(
        "dokumenter",
        "skrev på den forberedende del",
        r"Skrev på den forberedende del: »(.+)« \(fra version (\d+)\)\.",
        "skrev på »{0}« i den forberedende del (fra version {1})",
    ),
    "gendan_plandel": helt(
        "dokumenter",
        "hentede en ældre version af den forberedende del frem",
        r"Hentede version (\d+) af »(.+)« frem igen \(nu version (\d+)\)\.",
        "hentede version {0} af »{1}« frem igen (nu version {2})",
    ),
    "afkryds_planbilag": helt(
        "dokumenter",
        "satte hak ved, hvad et dokument rummer af den forberedende del",
        r"Satte hak i, at »(.+)« rummer (\d+) dele af den forberedende del\.",
        "satte hak ved, at »{0}« rummer {1} dele af den forberedende del",
    ),
    # Consent and certificates
    "registrer_samtykke": helt(
        "laege",
        "registrerede borgerens samtykke",
        r"Borgerens samtykke til at spørge (.+) blev registreret\.",
        "registrerede borgerens samtykke til at spørge {0}",
    ),
    "tilbagekald_samtykke": Udsagn("laege", "trak et samtykke tilbage"),
    "anmod_om_oplysninger": Udsagn("laege", "bad andre om oplysninger"),
    "annuller_anmodning": helt(
        "laege",
        "annullerede en anmodning",
        r"Anmodningen til (.+) blev annulleret\.",
        "annullerede anmodningen til {0}",
    ),
    "modtag_oplysninger": helt(
        "laege",
        "modtog svar på en anmodning",
        r"Svaret fra (.+) er modtaget\.",
        "modtog svaret fra {0}",
    ),
    "registrer_attestskridt": Udsagn("laege", "noterede, hvor en lægeattest er"),
    "fortryd_attestskridt": Udsagn("laege", "fortrød det, der var noteret om en lægeattest"),
    "vurder_laegeattest": Udsagn("laege", "krydsede af, hvad en lægeattest indeholder"),
    # Who is asked to the meeting, and one's own reading before it
    "indkald": helt(
        "moede",
        "indkaldte til mødet",
        r"(Indkaldelse|Ændret indkaldelse|Aflysning) til ([^:]+): mødet (.+)\.",
        "indkaldte til mødet: {0} til {1}, {2}",
    ),
    "indkald_team": Udsagn("moede", "lavede kalenderfiler til teamet"),
    "skriv_laesenote": Udsagn("dokumenter", "gemte en egen note til læsning"),
    "slet_laesenote": Udsagn("dokumenter", "slettede en egen note til læsning"),
    "skriv_margennote": Udsagn("dokumenter", "gemte en egen note ved en side"),
    "slet_margennote": Udsagn("dokumenter", "slettede en egen note ved en side"),
    "del_margennote": Udsagn("dokumenter", "delte en note ved en side med kolleger"),
    "traek_margennote_tilbage": Udsagn("dokumenter", "trak en delt note ved en side tilbage"),
    # What colleagues tell each other, and who has the work
    "skriv_note": helt(
        "dokumenter",
        "skrev en intern note",
        r"En intern note blev (skrevet|rettet)\.",
        "gjorde noget ved en intern note: den blev {0}",
    ),
    "saet_paamindelse": helt(
        "sagen", "satte en påmindelse", r"En påmindelse blev sat til (\S+)\.", "satte en påmindelse til {0}"
    ),
    "luk_paamindelse": helt("sagen", "lukkede en påmindelse", r"En påmindelse blev lukket\."),
    "overdrag_sager": helt(
        "sagen",
        "overdrog sagen til en kollega",
        r"(?:Sagen|Forløbet) blev overdraget fra (.+?) til (.+?): (?P<rest>.+)",
        "overdrog sagen fra {0} til {1}",
    ),
    "saet_enhed": Udsagn("adgang", "sagde, hvilken enhed en kollega er i"),
}
