"""LAB § 113, stk. 2: the Act behind the six-month rule, and its exception for særlige grunde.

https://www.retsinformation.dk/eli/lta/2024/280
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.fakta import SaerligeGrunde
from rehabteam.lov.ord import dag
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.vurdering import Grund, Grundslag, Hjemmel, SkalVurderes

STK2_PKT1 = Hjemmel("LAB", "113", 2, pkt=1)
STK2_PKT2 = Hjemmel("LAB", "113", 2, pkt=2)

PLIGT = Grundslag(
    "pligt",
    STK2_PKT1,
    lambda fra: f"Sagen skal derfor for rehabiliteringsteamet igen. Pligten opstod {dag(fra)}.",
)
BESLUTTET = Grundslag(
    "saerlige_grunde",
    STK2_PKT2,
    lambda hvem, dato: (
        f"Særlige grunde taler imod at forelægge sagen igen. Det besluttede {hvem} {dag(dato)}."
    ),
)
UFULDSTAENDIG = Grundslag(
    "saerlige_grunde_ufuldstaendig",
    STK2_PKT2,
    lambda mangler: f"Beslutningen om særlige grunde tæller ikke endnu, for den mangler {mangler}.",
)
BESLUTTES_SENERE = Grundslag(
    "saerlige_grunde_senere",
    STK2_PKT2,
    lambda dato, pr: f"Beslutningen om særlige grunde er dateret {dag(dato)} og var ikke truffet {dag(pr)}.",
)
SKOEN = SkalVurderes(
    "saerlige_grunde",
    "Er der særlige grunde, som taler imod at forelægge sagen igen? En snarlig start er ikke nok i sig "
    "selv. Svaret skal være skriftligt begrundet, med navn og dato.",
    STK2_PKT2,
)

_DELE = {
    "besluttet": "selve beslutningen",
    "begrundelse": "en begrundelse",
    "beslutningstager": "navnet på den, der har besluttet",
    "dato": "en dato",
}


uden_funktion(
    STK2_PKT1,
    "Et ressourceforløb skal for teamet igen, når ingen indsats er begyndt inden seks måneder.",
    "Bekendtgørelsens § 17 gentager reglen og udfylder den, og dér ligger funktionerne.",
)


@stykke(
    STK2_PKT2,
    "Sagen skal ikke for teamet igen, når et menneske skriftligt har begrundet, at særlige grunde taler "
    "imod.",
)
def stk2_pkt2(beslutning: SaerligeGrunde | None, pr: date) -> tuple[bool, Grund | None, tuple[str, ...]]:
    """The duty falls away when a person has decided, in writing, that særlige grunde speak against it (T12).

    Returns whether the exception is open on `pr`, the ground (None where nothing was decided), and the names of
    the parts of the decision that are empty.
    """
    if beslutning is None or beslutning.besluttet is False:
        return False, None, ()
    tomme = tuple(navn for navn in _DELE if not _udfyldt(getattr(beslutning, navn)))
    if tomme or beslutning.dato is None:
        return False, UFULDSTAENDIG(" og ".join(_DELE[navn] for navn in tomme)), tomme
    if beslutning.dato > pr:
        return False, BESLUTTES_SENERE(beslutning.dato, pr), ()
    return True, BESLUTTET(beslutning.beslutningstager, beslutning.dato), ()


def _udfyldt(del_: object) -> bool:
    return bool(del_.strip()) if isinstance(del_, str) else del_ is not None


uden_funktion(
    Hjemmel("LAB", "113", 3),
    "Borgeren kan få en samtale med sundhedskoordinator og sagsbehandler, hvis et tilbud ikke ser ud "
    "til at passe til helbredet.",
    "Borgeren beder selv om samtalen, og ordlyden er kun kendt fra lovforslaget.",
)
