"""Make a series of meeting days: the same weekday, place and time, every week or every so many weeks."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.aftaler import aftalebog
from rehabteam.sager.models import Moede

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .opret_moede import moedeleder, ny_dag, optaget, uegnet

FLEST = 60


@dataclass(frozen=True, slots=True)
class Serie:
    """The days made, and those passed over with the reason."""

    moeder: tuple[Moede, ...]
    sprunget_over: tuple[tuple[date, str], ...]


@handling("opret_moedeserie")
def opret_moedeserie(
    anledning: Anledning,
    *,
    fra: date,
    til: date,
    hver_uge: int,
    kl: time,
    sted: str,
    moedeleder_id: UUID,
    afholdes: str = Moede.Form.RUM,
) -> Serie:
    """From `fra` to and including `til`, every `hver_uge` weeks. Helligdage, the agreement's closing days and days with a
    meeting there already are passed over. Raises KanIkke at `fra`/`til`/`hver_uge`/`sted`/`moedeleder`, IngenRet.
    """
    kraev_ret(anledning.aktoer, "opret_moedeserie")
    fejl = {felt: tekst for felt, dag in (("fra", fra), ("til", til)) if (tekst := uegnet(anledning, dag))}
    if not 1 <= hver_uge <= 12:
        fejl["hver_uge"] = _("Skriv et tal fra 1 til 12.")
    elif not fejl and til < fra:
        fejl["til"] = _("Den sidste dag ligger før den første.")
    elif not fejl and (til - fra).days // (7 * hver_uge) + 1 > FLEST:
        fejl["til"] = _("Det bliver over %(antal)s mødedage. Lav serien i flere dele.") % {"antal": FLEST}
    if not sted.strip():
        fejl["sted"] = _("Skriv, hvor mødet holdes.")
    leder = moedeleder(anledning, moedeleder_id)
    if leder is None:
        fejl["moedeleder"] = _("Vælg en mødeleder på listen.")
    if fejl or leder is None:
        raise KanIkke(fejl)
    kommune_id = anledning.aktoer.organisation_id
    efter_tur("moede", kommune_id)
    aftaler, serie = aftalebog([kommune_id]), uuid4()
    moeder: list[Moede] = []
    over: list[tuple[date, str]] = []
    for nr in range((til - fra).days // (7 * hver_uge) + 1):
        dag = fra + timedelta(weeks=nr * hver_uge)
        if lukket := aftaler.vilkaar(kommune_id, dag).lukket(dag):
            over.append((dag, lukket))
        elif optaget(anledning, dag, kl, sted):
            over.append((dag, _("der er allerede et møde")))
        else:
            moeder.append(ny_dag(anledning, dag, kl, sted, leder, afholdes, serie))
    if not moeder:
        raise KanIkke(
            {"til": _("Ingen af dagene kan bruges: de er helligdage, lukkedage eller har allerede et møde.")}
        )
    haendelse(
        anledning,
        "opret_moedeserie",
        f"{len(moeder)} mødedage fra {dansk(moeder[0].dato)} til {dansk(moeder[-1].dato)} i {sted.strip()} blev oprettet.",
        organisation_id=kommune_id,
        data={"serie": str(serie), "moeder": [str(m.id) for m in moeder]},
    )
    return Serie(tuple(moeder), tuple(over))
