"""The calculator of the deadline before a meeting: the procedure's answer, ready to be shown."""

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.love import gaeldende
from rehabteam.lov.procedure.genforelaeggelse import FristDetaljer, Kalenderdag
from rehabteam.lov.vurdering import Grund, Vurdering

from .byggesten import datoer, fristmaerke
from .byggesten.dagstrip import Dagstrip, dagstrip
from .byggesten.fristmaerke import Fristmaerke
from .formularer.beregn import Moedefristform
from .fristboks import hverdage_til

DOMME = {"RETTIDIG": "Sagen er oprettet i tide", "FOR_SENT": "Sagen er oprettet for sent"}


@dataclass(frozen=True, slots=True)
class Moedeberegning:
    """The answer about the meeting; `dag` is the day of the reader, `oprettet` None where the case is not created."""

    moede: date
    oprettet: date | None
    dag: date
    vurdering: Vurdering
    detaljer: FristDetaljer

    @property
    def seneste(self) -> date:
        return self.detaljer.seneste_oprettelsesdato

    @property
    def overskrift(self) -> str:
        return DOMME.get(self.vurdering.status) or f"Opret sagen senest {datoer.saetning(self.seneste)}"

    @property
    def manchet(self) -> Grund:
        """What stands under the heading, which has the last day already when the case is not created."""
        return self.vurdering.grunde[0] if self.oprettet else self.samme_dag

    @property
    def fem_hverdage(self) -> Grund:
        return self._grund("fem_hverdage")

    @property
    def samme_dag(self) -> Grund:
        return self._grund("samme_dag")

    def _grund(self, kode: str) -> Grund:
        return next(g for g in self.vurdering.grunde if g.kode == kode)

    @property
    def maerke(self) -> Fristmaerke:
        dag = datoer.tabel_med_ugedag(self.seneste)
        if self.vurdering.status == "RETTIDIG":
            return Fristmaerke("ok", "Rettidig", f"senest {dag}")
        if self.vurdering.status == "FOR_SENT":
            return Fristmaerke("over", "For sent", f"fristen var {dag}")
        return fristmaerke.hverdage(self.seneste, hverdage_til(self.seneste, self.dag))

    @property
    def strip(self) -> Dagstrip:
        return dagstrip(self.detaljer.dage, self.seneste, self.moede, None if self.oprettet else self.dag)

    @property
    def fridage(self) -> list[Kalenderdag]:
        """The days in between that are no hverdage, each with its name."""
        return [d for d in self.detaljer.dage if not d.hverdag and d.dato != self.moede]

    @property
    def moedet_paa_fridag(self) -> str:
        """Why the day of the meeting is no hverdag; empty if it is one."""
        return self.detaljer.dage[-1].navn


def beregn(moede: date, oprettet: date | None, dag: date) -> Moedeberegning:
    """Ask the procedure about a meeting."""
    v = gaeldende("frist", moede).funktion(moede, oprettet)
    return Moedeberegning(moede, oprettet, dag, v, v.detaljer)


def af_form(form: Moedefristform, dag: date) -> Moedeberegning:
    """The answer to a valid form."""
    return beregn(form.cleaned_data["moede"], form.cleaned_data.get("oprettet"), dag)


EKSEMPEL_PAR = (("moede", "11.06.2026"),)
"""The worked example of the empty page: Grundlovsdag lies between."""


def eksempel() -> Moedeberegning:
    return beregn(date(2026, 6, 11), None, date(2026, 5, 27))
