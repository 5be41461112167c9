"""Which rules a page's answers were given by: always said, once per edition."""

from collections.abc import Iterable
from datetime import date

from rehabteam.lov.bek2408_2021.par07 import GENBEHANDLING
from rehabteam.lov.love import udgave
from rehabteam.lov.udgaver import for_proceduren, udateret
from rehabteam.lov.vurdering import Udgave
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.models import Sag


def regellinje(udgaver: Iterable[Udgave]) -> list[Udgave]:
    """One per name. Where the answers came under it for different reasons, the reason is left to each case."""
    fundne: dict[str, Udgave] = {}
    for u in udgaver:
        kendt = fundne.get(u.navn)
        if kendt is None:
            fundne[u.navn] = u
        elif kendt != u:
            hvorfor = u.hvorfor if u.hvorfor == kendt.hvorfor else ""
            fundne[u.navn] = Udgave(u.navn, hvorfor, tuple(dict.fromkeys(kendt.forbehold + u.forbehold)))
    return list(fundne.values())


def sagens(aktoer: Aktoer, sag: Sag, dag: date) -> list[Udgave]:
    """The editions of a case: of a re-submission the order by the forløb's own dates (the kommune's to see), and the
    procedure; of another the order as it stands."""
    if sag.sagstype != GENBEHANDLING:
        return [udateret("indstilling")]
    if aktoer.vaeg == Vaeg.KOMMUNE and sag.forloeb:
        bekendtgoerelsen = udgave(sag.forloeb.start, dag)
    else:
        bekendtgoerelsen = udateret("par19")
    return regellinje((bekendtgoerelsen, for_proceduren("frist", sag.moede.dato if sag.moede else dag)))
