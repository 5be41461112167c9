"""A Hændelse as people say it: who did what, on which day and at what time – and, if the law was asked, its answer.

The words are Danish, like the stored text they stand beside. Each Handling has its verb here (tests/web/test_historik
holds the list to HANDLINGER); an act that is no longer in the program still reads as a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Borger, Haendelse, Rolle

from .byggesten import datoer
from .cprvagt import uden_cpr

# The kinds one can filter by, in the order they are shown.
SLAGS: dict[str, str | Promise] = {
    "frist": _("Frist og oplysninger"),
    "sagen": _("Sagens gang"),
    "dokumenter": _("Dokumenter og tekster"),
    "laege": _("Samtykke og læge"),
    "region": _("Regionen"),
    "moede": _("Møde og indstilling"),
    "efter": _("Efter mødet"),
    "borger": _("Borgeren"),
    "adgang": _("Adgang og aktindsigt"),
}


@dataclass(frozen=True, slots=True)
class Udsagn:
    """What somebody did, as it follows a name. `moenster`: where the stored sentence says the same with more in it.

    The groups of the pattern go into `med`; a group named `rest` is shown below the sentence.
    """

    slags: str
    gjorde: str
    moenster: str = ""
    med: str = ""
    selv: str = ""  # when it is the citizen who does it


def _helt(slags: str, gjorde: str, moenster: str, med: str = "") -> Udsagn:
    return Udsagn(slags, gjorde, moenster, med or gjorde)


UDSAGN: dict[str, Udsagn] = {
    # The forløb and its facts
    "opret_forloeb": _helt(
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
    "importer_raekker": _helt(
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
    "indlaes_sag": _helt(
        "sagen",
        "overtog en tidligere sag",
        r"Den tidligere sag (\S+) blev overtaget med (.+)\.",
        "overtog den tidligere sag {0} med {1}",
    ),
    "send_til_region": _helt(
        "sagen",
        "sendte sagen til Klinisk Funktion",
        r"Sagen blev sendt til Klinisk Funktion ([^.]+)\.(?: (?P<rest>.+))?",
        "sendte sagen til Klinisk Funktion {0}",
    ),
    # What is written and added
    "tilfoej_dokument": _helt(
        "dokumenter",
        "tilføjede et dokument",
        r"Dokumentet (».+«) blev tilføjet \((.+)\)\.",
        "tilføjede dokumentet {0} ({1})",
    ),
    "gennemgaa_dokument": _helt(
        "dokumenter",
        "fik teksten i et dokument læst, så den kan søges",
        r"Teksten i dokumentet (».+«) kan søges.*\.",
        "fik teksten i dokumentet {0} læst, så den kan søges",
    ),
    "laeg_modtaget": _helt(
        "dokumenter",
        "tilføjede et dokument",
        r"Dokumentet (».+«) blev tilføjet \((.+)\)\.",
        "tilføjede dokumentet {0} ({1})",
    ),
    "begynd_modtagelse": Udsagn("dokumenter", "begyndte at sende filer"),
    "afslut_modtagelse": Udsagn("dokumenter", "sendte en fil"),
    "behandl_modtaget": Udsagn("dokumenter", "lod en fil undersøge"),
    "opgiv_modtagelse": Udsagn("dokumenter", "fjernede en fil, der ikke var lagt på sagen"),
    "traek_dokument_tilbage": _helt(
        "dokumenter", "trak et dokument tilbage", r"Et dokument blev trukket tilbage\."
    ),
    "skriv_resume": _helt(
        "dokumenter",
        "skrev på resuméet",
        r"Resuméet blev (.+) \(version (\d+)\)\.",
        "skrev på resuméet: det blev {0} (version {1})",
    ),
    "skriv_plandel": _helt(
        "dokumenter",
        "skrev på den forberedende del",
        r"Skrev på den forberedende del: »(.+)« \(fra version (\d+)\)\.",
        "skrev på »{0}« i den forberedende del (fra version {1})",
    ),
    "gendan_plandel": _helt(
        "dokumenter",
        "hentede en ældre version af den forberedende del frem",
        r"Hentede version (\d+) af »(.+)« frem igen \(nu version (\d+)\)\.",
        "hentede version {0} af »{1}« frem igen (nu version {2})",
    ),
    "afkryds_planbilag": _helt(
        "dokumenter",
        "satte hak ved, hvad et dokument rummer af den forberedende del",
        r"Satte hak i, at »(.+)« rummer (\d+) dele af den forberedende del\.",
        "satte hak ved, at »{0}« rummer {1} dele af den forberedende del",
    ),
    # Consent and certificates
    "registrer_samtykke": _helt(
        "laege",
        "registrerede borgerens samtykke",
        r"Borgerens samtykke til at spørge (.+) blev registreret\.",
        "registrerede borgerens samtykke til at spørge {0}",
    ),
    "tilbagekald_samtykke": Udsagn("laege", "trak et samtykke tilbage"),
    "anmod_om_oplysninger": Udsagn("laege", "bad andre om oplysninger"),
    "annuller_anmodning": _helt(
        "laege",
        "annullerede en anmodning",
        r"Anmodningen til (.+) blev annulleret\.",
        "annullerede anmodningen til {0}",
    ),
    "modtag_oplysninger": _helt(
        "laege",
        "modtog svar på en anmodning",
        r"Svaret fra (.+) er modtaget\.",
        "modtog svaret fra {0}",
    ),
    "registrer_attestskridt": Udsagn("laege", "noterede, hvor en lægeattest er"),
    "fortryd_attestskridt": Udsagn("laege", "fortrød det, der var noteret om en lægeattest"),
    "vurder_laegeattest": Udsagn("laege", "krydsede af, hvad en lægeattest indeholder"),
    # Who is asked to the meeting, and one's own reading before it
    "indkald": _helt(
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
    "skriv_note": _helt(
        "dokumenter",
        "skrev en intern note",
        r"En intern note blev (skrevet|rettet)\.",
        "gjorde noget ved en intern note: den blev {0}",
    ),
    "saet_paamindelse": _helt(
        "sagen", "satte en påmindelse", r"En påmindelse blev sat til (\S+)\.", "satte en påmindelse til {0}"
    ),
    "luk_paamindelse": _helt("sagen", "lukkede en påmindelse", r"En påmindelse blev lukket\."),
    "overdrag_sager": _helt(
        "sagen",
        "overdrog sagen til en kollega",
        r"(?:Sagen|Forløbet) blev overdraget fra (.+?) til (.+?): (?P<rest>.+)",
        "overdrog sagen fra {0} til {1}",
    ),
    "saet_enhed": Udsagn("adgang", "sagde, hvilken enhed en kollega er i"),
    # The region
    "fordel_til_koordinator": _helt(
        "region",
        "gav sagen til en sundhedskoordinator",
        r"Sagen blev givet til (.+)\.",
        "gav sagen til {0}",
    ),
    "spoerg_kommunen": _helt(
        "region",
        "stillede kommunen et spørgsmål",
        r"Klinisk Funktion stillede kommunen et spørgsmål\.",
    ),
    "svar_regionen": _helt(
        "region",
        "svarede på et spørgsmål fra Klinisk Funktion",
        r"Kommunen svarede på et spørgsmål fra Klinisk Funktion\.",
    ),
    "tag_stilling": _helt(
        "region",
        "tog stilling til, at sagen kom for sent",
        r"Sagen kom for sent og (tages med|flyttes) (.+?)\. Begrundelse: (?P<rest>.+)",
        "tog stilling til, at sagen kom for sent: den {0} {1}",
    ),
    "giv_til_stedfortraeder": _helt(
        "region",
        "gav sagen til en stedfortræder",
        r"Sagen gik fra (.+?) til (.+?)\. Begrundelse: (?P<rest>.+)",
        "gav sagen fra {0} til {1}",
    ),
    "registrer_fravaer": Udsagn("region", "skrev, hvornår en sundhedskoordinator er væk"),
    "afslut_fravaer": Udsagn("region", "tog et fravær tilbage"),
    "skriv_notat": _helt(
        "region",
        "gemte en kladde til sit notat",
        r"Sundhedskoordinatoren gemte en kladde til sit notat\.",
    ),
    "underskriv_notat": _helt(
        "region", "underskrev et notat", r"(.+) blev underskrevet\.", "underskrev: {0}"
    ),
    # The meeting and the recommendation
    "opret_moede": _helt(
        "moede",
        "oprettede en mødedag",
        r"Mødedagen (\S+) i (.+) blev oprettet\.",
        "oprettede mødedagen {0} i {1}",
    ),
    "opret_moedeserie": Udsagn("moede", "oprettede en serie af mødedage"),
    "laeg_pladser": Udsagn("moede", "lagde mødedagens pladser"),
    "saet_moedemedlem": Udsagn("moede", "skrev, hvem der er med på en mødedag"),
    "vaelg_moede": Udsagn("moede", "valgte møde"),
    "godkend_plan": Udsagn("moede", "godkendte planlæggerens forslag"),
    "byt_pladser": Udsagn("moede", "lod to sager bytte møde"),
    "aflys_sag": Udsagn("moede", "tog sagen af mødet"),
    "aflys_moede": Udsagn("moede", "aflyste en mødedag"),
    "svar_paa_moede": Udsagn("moede", "svarede på indkaldelsen til mødet"),
    "registrer_deltagere": Udsagn("moede", "noterede, hvem der er til stede"),
    "skriv_indstilling": _helt(
        "moede",
        "skrev på indstillingen",
        r"Der blev skrevet på indstillingen \(version (\d+)\)\.",
        "skrev på indstillingen (version {0})",
    ),
    "afgiv_indstilling": Udsagn("moede", "afgav teamets indstilling"),
    "aftal_opgave": _helt(
        "moede",
        "aftalte en opgave på mødet",
        r"På mødet blev det aftalt, at (.+) har næste opgave\.",
        "aftalte på mødet, at {0} har næste opgave",
    ),
    "skriv_referat": _helt("moede", "skrev på referatet", r"Der blev skrevet på referatet\."),
    "godkend_referat": Udsagn("moede", "godkendte referatet"),
    # After it
    "skriv_indsatsplan": _helt(
        "efter",
        "skrev på indsatsplanen",
        r"Der blev skrevet på indsatsplanen \(version (\d+)\)\.",
        "skrev på indsatsplanen (version {0})",
    ),
    "laeg_indsatsplan": Udsagn("efter", "gjorde indsatsplanen færdig"),
    "traef_afgoerelse": Udsagn("efter", "traf kommunens afgørelse"),
    "skriv_brev": _helt("efter", "lavede et brev", r"Brevet »(.+)« blev lavet\.", "lavede brevet »{0}«"),
    "registrer_start": Udsagn("efter", "skrev, om en indsats er begyndt"),
    "afslut_sag": Udsagn("efter", "afsluttede sagen"),
    "genaabn_sag": Udsagn("efter", "åbnede sagen igen"),
    "overdrag_sag": Udsagn("efter", "overdrog sagen til en anden kommune"),
    "modtag_overdragelse": Udsagn("sagen", "modtog sagen fra en anden kommune"),
    # The citizen
    "giv_fuldmagt": Udsagn(
        "borger", "skrev en fuldmagt til en bisidder ind", selv="gav en bisidder fuldmagt"
    ),
    "tilbagekald_fuldmagt": _helt(
        "borger",
        "tog en fuldmagt tilbage",
        r"Fuldmagten til (.+) som bisidder blev taget tilbage\.",
        "tog fuldmagten til {0} tilbage",
    ),
    "skriv_egne_ord": Udsagn("borger", "skrev med egne ord"),
    "ret_adresse": _helt("borger", "skrev borgerens adresse", r"Borgerens adresse blev skrevet\."),
    "registrer_beskyttelse": Udsagn("borger", "registrerede beskyttelse af navn og adresse"),
    "ophaev_beskyttelse": Udsagn("borger", "registrerede, at beskyttelsen er løftet"),
    "vis_beskyttet": Udsagn("borger", "fik et beskyttet navn at se"),
    # Who may see, and who has seen
    "erklaer_inhabil": Udsagn("adgang", "meldte sig inhabil"),
    "udeluk_medarbejder": Udsagn("adgang", "udelukkede en kollega, der er inhabil"),
    "ophaev_inhabilitet": Udsagn("adgang", "ophævede en udelukkelse"),
    "registrer_aktindsigt": Udsagn("adgang", "registrerede, at der er bedt om aktindsigt"),
    "vaelg_udlevering": Udsagn("adgang", "valgte, hvad der udleveres"),
    "underret_om_aktindsigt": Udsagn("adgang", "noterede, at borgeren ved, hvorfor svaret venter"),
    "afgoer_aktindsigt": Udsagn("adgang", "svarede på aktindsigt"),
    "marker_overstregning": Udsagn("adgang", "markerede i et dokument, hvad en modtager ikke må se"),
    "overstreg_dokument": Udsagn("adgang", "lavede en overstreget udgave af et dokument"),
    "laes_overstregning": Udsagn("adgang", "fik en overstreget udgave gjort søgbar"),
    "undlad_laesning": Udsagn("adgang", "valgte at bruge en overstreget udgave uden tekst"),
    "traek_overstregning_tilbage": Udsagn("adgang", "trak en overstreget udgave tilbage"),
    "lav_udvalg": Udsagn("adgang", "valgte dokumenter til en modtager"),
    "vaelg_udgaver": Udsagn("adgang", "valgte udgaver til en modtager"),
    "udlever_udvalg": Udsagn("adgang", "udleverede dokumenter til en modtager"),
    "opgiv_udvalg": Udsagn("adgang", "opgav et udvalg af dokumenter"),
    "udlever_log": Udsagn("adgang", "gav borgeren et udtræk af loggen"),
    "udtag_stikproeve": Udsagn("adgang", "tog ugens stikprøve af loggen ud"),
    "gennemgaa_log": Udsagn("adgang", "gennemgik et opslag fra stikprøven"),
    "opgoer_afregning": Udsagn("region", "opgjorde en måneds afregning"),
    "ret_afregning": Udsagn("region", "rettede en afregning med en ny linje"),
    "godkend_afregning": Udsagn("region", "godkendte en afregning"),
    "registrer_aftale": Udsagn("region", "skrev en ny version af samarbejdsaftalen"),
    "opret_vikariat": Udsagn("adgang", "satte en vikar"),
    "afslut_vikariat": Udsagn("adgang", "afsluttede et vikariat"),
    "tag_noedadgang": _helt("adgang", "åbnede sagen med nødadgang", r"Sagen blev åbnet med nødadgang\."),
    "afslut_noedadgang": Udsagn("adgang", "afsluttede en nødadgang"),
    "kvitter_noedadgang": Udsagn("adgang", "kvitterede for at have set en nødadgang"),
}
# An act the program no longer knows: the stored text says what it was.
UKENDT = Udsagn("sagen", "ændrede noget")

# Reasons that are no part of the stored sentence. Why somebody is inhabil is never shown.
GRUNDE = {
    "traek_dokument_tilbage": "»{titel}«: {grund}",
    "ophaev_beskyttelse": "{grund}",
    "vis_beskyttet": "{ord}",
}


@dataclass(frozen=True, slots=True)
class Linje:
    """One act, ready to be shown. `gjorde` follows `hvem`; `mere` is what the sentence does not already say."""

    haendelse: Haendelse
    hvem: str
    hos: str
    gjorde: str
    mere: str
    grund: str
    tid: datetime

    @property
    def dag(self) -> date:
        return self.tid.date()

    @property
    def klokken(self) -> str:
        return f"kl. {self.tid.hour}.{self.tid.minute:02}"

    @property
    def saetning(self) -> str:
        """ "Mette Sand skrev på resuméet onsdag 27. maj 2026 kl. 9.30."."""
        komma = "," if self.gjorde[-1:].isdigit() else ""
        return f"{self.hvem} {self.gjorde}{komma} {datoer.saetning(self.dag)} {self.klokken}."

    @property
    def spurgt_en_anden_dag(self) -> bool:
        """The law was asked about another day than the clock's."""
        return bool(self.haendelse.vurdering) and self.haendelse.dag != self.dag


@dataclass(frozen=True, slots=True)
class Dagen:
    """One day's acts, the latest first."""

    dag: date
    linjer: list[Linje] = field(default_factory=list)


def linje(haendelse: Haendelse, borger: Borger | None, *, i_kommunen: bool) -> Linje:
    """The act in words. `borger`: whose protected name must not stand in it. Reasons stay in the kommune, as ever."""
    udsagn = UDSAGN.get(haendelse.handling, UKENDT)
    gjorde, mere = udsagn.gjorde, haendelse.tekst
    if udsagn.selv and haendelse.aktoer_rolle == Rolle.BORGER:
        gjorde = udsagn.selv
    if udsagn.moenster and (fund := re.fullmatch(udsagn.moenster, haendelse.tekst, re.DOTALL)):
        navngivne = fund.groupdict()
        gjorde, mere = udsagn.med.format(*fund.groups()), navngivne.get("rest") or ""
    grund = _grund(haendelse) if i_kommunen else ""
    return Linje(
        haendelse,
        haendelse.aktoer_navn,
        haendelse.aktoer_organisation,
        *(_skjult(tekst, borger) for tekst in (gjorde, mere, grund)),
        timezone.localtime(haendelse.tid),
    )


def efter_dag(linjer: Iterable[Linje]) -> list[Dagen]:
    """The lines, which come in order of time, gathered by day."""
    return [Dagen(dag, list(dagens)) for dag, dagens in groupby(linjer, key=lambda en: en.dag)]


def handlinger_af(slags: str) -> list[str]:
    """The names of the acts of one kind."""
    return [navn for navn, udsagn in UDSAGN.items() if udsagn.slags == slags]


def _grund(haendelse: Haendelse) -> str:
    """A reason that is kept beside the text, because it may tell of others; its form is that of its own act."""
    form = GRUNDE.get(haendelse.handling)
    return form.format_map(defaultdict(str, haendelse.data)) if form else ""


def _skjult(tekst: str, borger: Borger | None) -> str:
    uden = uden_cpr(tekst)
    return borger.uden_navn(uden) if borger else uden
