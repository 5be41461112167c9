"""The only periods figures are made for: whole quarters that are over. Free dates "
"would let two answers be subtracted."""

from dataclasses import dataclass
from datetime import date, timedelta

VALGBARE, VIST = 8, 5  # quarters one may choose; the chosen one, three before it, and the same a year ago


@dataclass(frozen=True, slots=True, order=True)
class Kvartal:
    aar: int
    nr: int

    @property
    def foerste(self) -> date:
        return date(self.aar, 3 * self.nr - 2, 1)

    @property
    def sidste(self) -> date:
        return self.naeste.foerste - timedelta(days=1)

    @property
    def naeste(self) -> "Kvartal":
        return Kvartal(self.aar + self.nr // 4, self.nr % 4 + 1)

    @property
    def forrige(self) -> "Kvartal":
        return Kvartal(self.aar - (self.nr == 1), (self.nr - 2) % 4 + 1)

    @property
    def noegle(self) -> str:
        return f"{self.aar}-{self.nr}"


def af(dag: date) -> Kvartal:
    return Kvartal(dag.year, (dag.month + 2) // 3)


def tilbage(fra: Kvartal, antal: int) -> list[Kvartal]:
    """`fra` and those before it, the latest first."""
    fundne = [fra]
    while len(fundne) < antal:
        fundne.append(fundne[-1].forrige)
    return fundne


def valgbare(dag: date) -> list[Kvartal]:
    """The quarters that are over on `dag`, the latest first."""
    return tilbage(af(dag).forrige, VALGBARE)
