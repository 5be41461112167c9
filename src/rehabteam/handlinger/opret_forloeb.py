"""Register a citizen with a ressourceforløb."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import Cpr
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Borger, Forloeb
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .borgeren import NyBorger, borgeren, foedselsdag
from .datoer import kraev, raekkefoelge, rimelig
from .fejl import KanIkke
from .frist import gem_frist, vurder
from .handling import Anledning, haendelse, handling

HAR_ALLEREDE = gettext_noop("Borgeren har allerede et ressourceforløb her. Søg efter borgeren i stedet.")


def efterproev_forloeb(start: date, slut: date | None, foedt: date, dag: date) -> None:
    """Days that cannot be true. Raises KanIkke at `start`/`slut`."""
    fejl = {"start": rimelig(start, foedt, dag, fremtid=True)}
    if slut:
        fejl["slut"] = rimelig(slut, foedt, dag, fremtid=False)
    kraev(fejl | dict(raekkefoelge("slut", start, slut)))


@handling("opret_forloeb")
def opret_forloeb(
    anledning: Anledning,
    *,
    cpr: Cpr,
    navn: str,
    foedselsdato: date | None,
    start: date,
    bisidder: str = "",
    tolk: str = "",
    telefon: str = "",
    beskyttet_adresse: bool = False,
    egne_ord: str = "",
) -> Forloeb:
    """A new forløb; the citizen's row is used again if the kommune already has one.

    Raises KanIkke at `foedselsdato` (needed for a replacement number), `start`, `cpr` (an open forløb exists).
    """
    kraev_ret(anledning.aktoer, "opret_forloeb")
    foedt = foedselsdag(anledning, cpr, foedselsdato)
    efterproev_forloeb(start, None, foedt, anledning.dag)
    hende = NyBorger(cpr, navn, foedt, telefon, bisidder, tolk, beskyttet_adresse, egne_ord)
    borger = borgeren(anledning, hende)
    if synlige_forloeb(anledning.aktoer).filter(borger=borger, slut=None).exists():
        raise KanIkke({"cpr": _(HAR_ALLEREDE)})
    return begynd(anledning, borger, start, anledning.aktoer.sager_for)


def begynd(anledning: Anledning, borger: Borger, start: date, sagsbehandler_id: UUID) -> Forloeb:
    """The forløb itself, with the law's first answer: also where the kommune's decision begins it."""
    ny = Forloeb.objects.create(
        kommune_id=borger.kommune_id, borger=borger, sagsbehandler_id=sagsbehandler_id, start=start
    )
    forloeb = med_fakta(Forloeb.objects.filter(id=ny.id)).get()
    svar = vurder(forloeb, anledning.dag)
    gem_frist(forloeb, svar)
    haendelse(
        anledning,
        "opret_forloeb",
        f"Ressourceforløbet blev registreret med start {start:%d.%m.%Y}.",
        forloeb=forloeb,
        vurdering=svar,
    )
    return forloeb
