"""THE table of rights: which role may see what and do what, and in which state of the case.

Every route and every Handling names one line here (tests/arkitektur holds them to it). PostgreSQL's walls
(vaegge.py) stand behind and know nothing of roles, only of organisations and people.
"""

from dataclasses import dataclass

from ..models import Rolle, Sag
from .aktoer import Aktoer

SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER = (
    Rolle.SAGSBEHANDLER,
    Rolle.MOEDELEDER,
    Rolle.TEAMMEDLEM,
    Rolle.LEDER,
)
SEKRETARIAT, KOORDINATOR = Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR
AUDITOR = frozenset({Rolle.AUDITOR})

KOMMUNEN = frozenset({SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER})
REGIONEN = frozenset({SEKRETARIAT, KOORDINATOR})
ALLE = KOMMUNEN | REGIONEN
MYNDIGHED = frozenset({SAGSBEHANDLER, LEDER})  # those who carry the kommune's casework

T = Sag.Tilstand
FOER_INDSTILLING = frozenset({T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR})
IKKE_AFSLUTTET = frozenset(T) - {T.AFSLUTTET}


@dataclass(frozen=True, slots=True)
class Ret:
    """One line: what it is, who has it, and the states of the case in which it may be used (None = any)."""

    hvad: str
    roller: frozenset[Rolle]
    tilstande: frozenset[Sag.Tilstand] | None = None


AABEN = Ret("Kan ses uden at være logget ind", frozenset())

RETTIGHEDER: dict[str, Ret] = {
    # What one may see
    "mit_arbejde.se": Ret("Se sin arbejdsliste", KOMMUNEN),
    "forloeb.se": Ret("Se et ressourceforløb og svaret på de seks måneder", KOMMUNEN),
    "sag.se": Ret("Se en sag", ALLE),
    "dokumenter.se": Ret("Åbne sagens dokumenter", ALLE),
    "cpr.se": Ret("Se hele CPR-nummeret", ALLE),
    "borger.soeg": Ret("Søge efter en borger", KOMMUNEN),
    "log.se": Ret("Se, hvem der har set sagen", frozenset({LEDER})),
    "borgerlog.se": Ret("Se, hvem der har brugt en borgers oplysninger, uden navne", MYNDIGHED),
    "indbakke.se": Ret("Se Klinisk Funktions indbakke", frozenset({SEKRETARIAT})),
    "mine_sager.se": Ret("Se de sager, man er givet", frozenset({KOORDINATOR})),
    "moede.se": Ret("Se mødedagen og dens sager", frozenset({MOEDELEDER, SAGSBEHANDLER, TEAMMEDLEM, LEDER})),
    "loggennemgang.se": Ret("Se ugens stikprøve af loggen", AUDITOR),
    "hjaelp.se": Ret("Læse hjælp og regler", ALLE),
    # What one may do: the forløb and its facts
    "indlaes_sag": Ret("Overtage en tidligere sag fra et andet system", MYNDIGHED),
    "genberegn_frister": Ret("Spørge loven igen om alle forløb", frozenset({LEDER})),
    "opret_forloeb": Ret("Registrere en borger med et ressourceforløb", MYNDIGHED),
    "registrer_indsats": Ret("Registrere en indsats", MYNDIGHED),
    "registrer_indsatsens_gang": Ret(
        "Registrere, at en indsats er bevilget, begyndt eller skrevet ind", MYNDIGHED
    ),
    "registrer_undtaget_periode": Ret("Registrere en periode, der holdes ude", MYNDIGHED),
    "afslut_undtaget_periode": Ret("Sætte slutdato på en periode", MYNDIGHED),
    "registrer_timer": Ret("Registrere lønnede timer", MYNDIGHED),
    "registrer_spaend": Ret("Registrere løntilskud efter § 15 eller STU", MYNDIGHED),
    "tilbagekald_oplysning": Ret("Tage en oplysning tilbage med en grund", MYNDIGHED),
    "beslut_saerlige_grunde": Ret("Beslutte, at særlige grunde taler imod", MYNDIGHED),
    # … the case
    "genoptag_sag": Ret("Genoptage sagen til genforelæggelse", MYNDIGHED),
    "opret_moede": Ret("Oprette en mødedag", frozenset({MOEDELEDER, LEDER, SAGSBEHANDLER})),
    "vaelg_moede": Ret("Vælge eller flytte mødet", MYNDIGHED | {MOEDELEDER}, FOER_INDSTILLING),
    "skriv_resume": Ret("Skrive resumé", MYNDIGHED, FOER_INDSTILLING),
    "tilfoej_dokument": Ret("Tilføje et dokument", MYNDIGHED | {MOEDELEDER}, IKKE_AFSLUTTET),
    "traek_dokument_tilbage": Ret("Trække et dokument tilbage med en grund", MYNDIGHED, IKKE_AFSLUTTET),
    "vurder_aendringer": Ret("Vurdere, om situationen er ændret væsentligt", MYNDIGHED, FOER_INDSTILLING),
    "send_til_region": Ret("Sende sagen til Klinisk Funktion", MYNDIGHED, frozenset({T.FORBEREDES})),
    # … the log
    "udtag_stikproeve": Ret("Tage ugens stikprøve af loggen ud", AUDITOR),
    "gennemgaa_log": Ret("Gennemgå et opslag i loggen", AUDITOR),
    "udlever_log": Ret("Give borgeren et udtræk af loggen", MYNDIGHED),
    # … the region
    "fordel_til_koordinator": Ret(
        "Give sagen til en sundhedskoordinator",
        frozenset({SEKRETARIAT}),
        frozenset({T.SENDT, T.HOS_KOORDINATOR}),
    ),
    "skriv_notat": Ret("Skrive notat", frozenset({KOORDINATOR})),
    "underskriv_notat": Ret("Underskrive notat", frozenset({KOORDINATOR})),
    # … the meeting and after
    "registrer_deltagere": Ret("Notere, hvem der er til stede", frozenset({MOEDELEDER}), FOER_INDSTILLING),
    "skriv_indstilling": Ret("Skrive på indstillingen", frozenset({MOEDELEDER}), FOER_INDSTILLING),
    "afgiv_indstilling": Ret("Afgive teamets indstilling", frozenset({MOEDELEDER}), FOER_INDSTILLING),
    "skriv_indsatsplan": Ret("Skrive kommunens indsatsplan", MYNDIGHED, frozenset({T.INDSTILLET})),
    "laeg_indsatsplan": Ret("Gøre indsatsplanen færdig", MYNDIGHED, frozenset({T.INDSTILLET})),
}


class IngenRet(Exception):
    """The person may not do this. `forklaring` is Danish and may be shown."""

    def __init__(self, forklaring: str) -> None:
        super().__init__(forklaring)
        self.forklaring = forklaring


def har_ret(aktoer: Aktoer, navn: str, sag: Sag | None = None) -> bool:
    """True if the role has the right and the case, if given, is in a state where it may be used."""
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        return False
    return sag is None or ret.tilstande is None or sag.tilstand in ret.tilstande


def kraev_ret(aktoer: Aktoer, navn: str, sag: Sag | None = None) -> None:
    """Raise IngenRet, with a sentence for the screen, unless `har_ret`."""
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres i rollen {aktoer.rolle.label.lower()}.")
    if not har_ret(aktoer, navn, sag) and sag is not None:
        tilstand = Sag.Tilstand(sag.tilstand).label.lower()
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres nu: sagens tilstand er »{tilstand}«.")
