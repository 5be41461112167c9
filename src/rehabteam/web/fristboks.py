"""The deadline before a meeting, ready to be shown: the procedure's answer, the days left, the strip of days."""

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.love import gaeldende
from rehabteam.lov.procedure.genforelaeggelse import FristDetaljer
from rehabteam.lov.tid import DAG, er_hverdag
from rehabteam.lov.vurdering import Vurdering
from rehabteam.web.byggesten import fristmaerke
from rehabteam.web.byggesten.dagstrip import Dagstrip, dagstrip
from rehabteam.web.byggesten.fristmaerke import Fristmaerke


@dataclass(frozen=True, slots=True)
class Fristboks:
    """`tilbage`: hverdage from the day asked about to the last day, below nought when it is passed."""

    svar: Vurdering
    seneste: date
    detaljer: FristDetaljer
    tilbage: int
    maerke: Fristmaerke
    strip: Dagstrip

    @property
    def for_sent(self) -> bool:
        return self.svar.status == "FOR_SENT"

    @property
    def sidste_dag(self) -> bool:
        """Asked about on the very last day: the procedure warns that nothing can be mended any more."""
        return bool(self.svar.advarsler)


def fristboks(moede: date, dag: date, *, sendt: bool = False) -> Fristboks:
    """Ask the procedure about a meeting, the case being sent on `dag`: today, or the day it was (`sendt`)."""
    svar = gaeldende("frist", moede).funktion(moede, dag)
    detaljer: FristDetaljer = svar.detaljer
    seneste = detaljer.seneste_oprettelsesdato
    tilbage = hverdage_til(seneste, dag)
    return Fristboks(
        svar,
        seneste,
        detaljer,
        tilbage,
        fristmaerke.hverdage(seneste, tilbage),
        dagstrip(detaljer.dage, seneste, moede, None if sendt else dag),
    )


def hverdage_til(seneste: date, dag: date) -> int:
    """Hverdage after `dag` up to and including `seneste`; as many below nought when it lies behind."""
    fra, til, fortegn = (dag, seneste, 1) if dag <= seneste else (seneste, dag, -1)
    antal = 0
    while fra < til:
        fra += DAG
        antal += er_hverdag(fra)
    # Late on a Saturday is still late, though no hverdag has passed.
    return fortegn * (antal or int(fortegn < 0))
