"""Consents and requests as the case's page shows them: each with the law's own answer for the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.retssikkerhedsloven.undtagelse import UNDTAGELSER
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.fakta_samtykke import anmodningen
from rehabteam.sager.models import FORMER, Anmodning, Sag, Samtykke
from rehabteam.sager.udtraek.samtykker import standsede

NYT = timedelta(days=30)
"""How long a stopped request is told on the case's first page."""
TILSTANDE = {
    Anmodning.Tilstand.SENDT: "ikke_begyndt",
    Anmodning.Tilstand.MODTAGET: "klar",
    Anmodning.Tilstand.STANDSET: "fejl",
    Anmodning.Tilstand.ANNULLERET: "ikke_angivet",
}


@dataclass(frozen=True, slots=True)
class Samtykkerad:
    """A consent: does it hold on the day, in a word; and what the law finds lacking."""

    samtykke: Samtykke
    status: str
    ord: str
    svar: Vurdering

    @property
    def gaelder(self) -> bool:
        return self.status == "klar"


@dataclass(frozen=True, slots=True)
class Anmodningsrad:
    """A request: what, from whom, on what ground, and how it stands."""

    anmodning: Anmodning
    hvad: str
    grundlag: str
    status: str
    ord: str

    @property
    def aaben(self) -> bool:
        return self.anmodning.tilstand == Anmodning.Tilstand.SENDT


def svaret(sag: Sag, samtykke: Samtykke, dag: date) -> Vurdering:
    """The law about asking for just what the consent says: is there anything wrong with the consent itself?"""
    fakta = anmodningen(
        sag, dag, til=samtykke.kilde, oplysninger=samtykke.oplysninger, samtykke=samtykke, daekker=True
    )
    return gaeldende("par11a", dag).funktion(fakta)


def samtykkerad(sag: Sag, samtykke: Samtykke, dag: date) -> Samtykkerad:
    svar = svaret(sag, samtykke, dag)
    koder = {m.kode for m in svar.mangler}
    if "TILBAGEKALDT" in koder:
        return Samtykkerad(samtykke, "fejl", _("Trukket tilbage"), svar)
    if "UDLOEBET" in koder:
        return Samtykkerad(samtykke, "fejl", _("Udløbet"), svar)
    if koder:
        return Samtykkerad(samtykke, "fejl", _("Kan ikke bruges"), svar)
    return Samtykkerad(samtykke, "klar", _("Gælder"), svar)


def anmodningsrad(anmodning: Anmodning) -> Anmodningsrad:
    tilstand = Anmodning.Tilstand(anmodning.tilstand)
    if anmodning.samtykke:
        grundlag = _("Samtykke")
    else:
        grundlag = str(UNDTAGELSER[anmodning.undtagelse])
    return Anmodningsrad(
        anmodning,
        FORMER[anmodning.form] or _("Oplysninger"),
        grundlag,
        TILSTANDE[tilstand],
        _("Standset") if tilstand == Anmodning.Tilstand.STANDSET else _(str(tilstand.label)),
    )


def anmodningsrader(anmodninger: Iterable[Anmodning]) -> list[Anmodningsrad]:
    return [anmodningsrad(a) for a in anmodninger]


def nyligt_standset(aktoer: Aktoer, sag: Sag, dag: date) -> list[Anmodning]:
    """What has stopped in the last days; the kommune's to see."""
    if aktoer.vaeg != Vaeg.KOMMUNE:
        return []
    return list(standsede(aktoer, sag).filter(lukket_dag__gte=dag - NYT))
