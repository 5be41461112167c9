"""Somebody is away from one day to another. Why is not asked: that may be about health."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Fravaer, Rolle
from rehabteam.sager.udtraek.stedfortraedere import kolleger

from .datoer import dansk, kraev
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling

LAENGST = timedelta(days=365)


@handling("registrer_fravaer")
def registrer_fravaer(
    anledning: Anledning, *, hvem_id: UUID, fra: date, til: date, stedfortraeder_id: UUID | None = None
) -> Fravaer:
    """Of a sundhedskoordinator. Nothing moves by itself. Raises KanIkke per field, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "registrer_fravaer")
    folk = {m.id: m for m in kolleger(aktoer) if m.rolle == Rolle.SUNDHEDSKOORDINATOR}
    hvem = folk.get(hvem_id)
    if hvem is None:
        raise KanIkke({"hvem": _("Vælg, hvem der er væk.")})
    afloeser = folk.get(stedfortraeder_id) if stedfortraeder_id else None
    if stedfortraeder_id and (afloeser is None or afloeser.id == hvem.id):
        raise KanIkke({"stedfortraeder": _("Vælg en anden sundhedskoordinator, eller lad feltet stå tomt.")})
    kraev(
        {
            "fra": ""
            if fra <= anledning.dag + LAENGST
            else _("Dagen er over et år ude. Skriv en tidligere."),
            "til": _til(anledning.dag, fra, til),
        }
    )
    if Fravaer.objects.filter(medarbejder=hvem, slut=None, fra__lte=til, til__gte=fra).exists():
        raise KanIkke(
            {"fra": _("%(navn)s er allerede skrevet væk på nogle af dagene.") % {"navn": hvem.navn}}
        )
    fravaer = Fravaer(
        organisation_id=aktoer.organisation_id,
        medarbejder=hvem,
        fra=fra,
        til=til,
        stedfortraeder=afloeser,
        oprettet_tid=anledning.nu,
        oprettet_af=aktoer.signatur,
    )
    fravaer.save(force_insert=True)
    med = f" Stedfortræder: {afloeser.navn}." if afloeser else ""
    haendelse(
        anledning,
        "registrer_fravaer",
        f"{hvem.navn} er væk fra {dansk(fra)} til {dansk(til)}.{med}",
        organisation_id=aktoer.organisation_id,
        data={"fravaer": str(fravaer.id)},
    )
    return fravaer


def _til(dag: date, fra: date, til: date) -> str:
    if til < fra:
        return _("Den sidste dag ligger før den første. Ret en af dem.")
    if til < dag:
        return _("Dagene er gået. Skriv i dag eller senere.")
    return _("Et fravær kan højst vare et år. Skriv en tidligere dag.") if til - fra > LAENGST else ""
