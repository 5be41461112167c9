"""Register a citizen with a ressourceforløb."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import Cpr
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Borger, Forloeb
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb

from .datoer import kraev, rimelig
from .fejl import KanIkke
from .frist import gem_frist, vurder
from .handling import Anledning, haendelse, handling
from .hent import efter_tur


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
    foedt = cpr.foedselsdato or foedselsdato
    if foedt is None:
        raise KanIkke({"foedselsdato": _("Et erstatnings-CPR siger ikke fødselsåret. Skriv fødselsdatoen.")})
    kraev(
        {
            "foedselsdato": rimelig(foedt, date(1900, 1, 1), anledning.dag, fremtid=False),
            "start": rimelig(start, foedt, anledning.dag, fremtid=True),
        }
    )
    kommune_id = anledning.aktoer.organisation_id
    efter_tur("borger", kommune_id)
    borger = synlige_borgere(anledning.aktoer).filter(cpr=cpr.nummer).first()
    if borger and synlige_forloeb(anledning.aktoer).filter(borger=borger, slut=None).exists():
        raise KanIkke(
            {"cpr": _("Borgeren har allerede et ressourceforløb her. Søg efter borgeren i stedet.")}
        )
    if borger is None:
        try:
            with transaction.atomic():
                borger = Borger.objects.create(
                    kommune_id=kommune_id,
                    cpr=cpr.nummer,
                    fuldt_navn=navn,
                    foedselsdato=foedt,
                    bisidder=bisidder,
                    tolk=tolk,
                    telefon=telefon,
                    beskyttet_adresse=beskyttet_adresse,
                    egne_ord=egne_ord,
                )
        except IntegrityError:
            # She is registered here, and this person is kept out of her cases.
            raise KanIkke({"cpr": _("Borgeren kan ikke registreres af dig. Tal med din leder.")}) from None
    forloeb = Forloeb.objects.create(
        kommune_id=kommune_id, borger=borger, sagsbehandler_id=anledning.aktoer.sager_for, start=start
    )
    forloeb = med_fakta(Forloeb.objects.filter(id=forloeb.id)).get()
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
