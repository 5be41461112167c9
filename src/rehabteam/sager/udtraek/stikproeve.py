"""The log of one's own organisation, as its reviewer needs it: the uses of the last fourteen days, and one of them."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..adgang.log import Art
from ..models import Adgangspost, Borger, Forloeb, Logstikproeve, Medarbejder, Moede, Organisation, Rolle, Sag
from .logrisiko import Brug, Gruppe, Viden, grupper

DAGE = 14
NOEDLINJER = frozenset(
    {"tag_noedadgang", "noedadgang_sag.se", "noedadgang_dokumenter.se"}
)  # purposes of an emergency
SKREV = 90  # days: whoever has written about a citizen has had to do with her


UDENFOR = (Rolle.BORGER, Rolle.BISIDDER)  # what a citizen sees of her own is not for us to review


def _her() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def ugen(nu: datetime) -> date:
    """The Monday of the week."""
    dag = nu.astimezone(_her()).date()
    return dag - timedelta(days=dag.weekday())


def brug(aktoer: Aktoer, nu: datetime) -> list[Gruppe]:
    """Every use of the last fourteen days, with its score."""
    poster = list(
        Adgangspost.objects.filter(
            organisation_id=aktoer.organisation_id,
            medarbejder_id__isnull=False,
            tid__gte=nu - timedelta(days=DAGE),
        )
        .exclude(rolle__in=UDENFOR)
        .values_list("medarbejder_id", "rolle", "tid", "art", "borgere", "rute", "vikar_for")
    )
    linjer = [
        Brug(
            *(m, rolle, tid.astimezone(_her()), art, borgere[0] if len(borgere) == 1 else None),
            vikar_for=vikar_for,
            noed=rute in NOEDLINJER,
        )
        for m, rolle, tid, art, borgere, rute, vikar_for in poster
    ]
    return grupper(linjer, _viden(aktoer, {b.borger for b in linjer if b.borger}, nu))


# Orders are dropped below: the reviewer may read the named columns only, and none to sort by.
def _viden(aktoer: Aktoer, borgere: set[UUID], nu: datetime) -> Viden:
    sager = list(
        Sag.objects.order_by()
        .filter(borger_id__in=borgere)
        .values_list("borger_id", "sagsbehandler_id", "koordinator_id", "moede_id")
    )
    ledere = dict(
        Moede.objects.order_by()
        .filter(id__in={s[3] for s in sager if s[3]})
        .values_list("id", "moedeleder_id")
    )
    opgaver = {(hvem, s[0]) for s in sager for hvem in (s[1], s[2], ledere.get(s[3])) if hvem}
    if aktoer.organisation_slags == Organisation.Slags.KOMMUNE:
        forloeb = (
            Forloeb.objects.order_by()
            .filter(borger_id__in=borgere)
            .values_list("sagsbehandler_id", "borger_id")
        )
        opgaver |= {(hvem, borger) for hvem, borger in forloeb if hvem}
    skrev = Adgangspost.objects.filter(
        organisation_id=aktoer.organisation_id,
        art=Art.SKRIV,
        udfald__lt=400,
        tid__gte=nu - timedelta(days=SKREV),
    ).values_list("medarbejder_id", "borgere")
    opgaver |= {(hvem, b) for hvem, fundne in skrev if hvem for b in fundne}
    return Viden(
        medarbejdere=navne(aktoer),
        borgere={b.id: (b.fuldt_navn, b.er_beskyttet) for b in _borgere(borgere)},
        opgaver=opgaver,
    )


def navne(aktoer: Aktoer) -> dict[UUID, str]:
    return dict(Medarbejder.objects.filter(organisation_id=aktoer.organisation_id).values_list("id", "navn"))


def borgernavne(borgere: set[UUID]) -> dict[UUID, str]:
    return {b.id: b.navn for b in _borgere(borgere)}


def _borgere(borgere: set[UUID]) -> "QuerySet[Borger]":
    kendte = Borger.objects.order_by().filter(id__in=borgere)
    return kendte.only("id", "fuldt_navn", "beskyttet_adresse", "beskyttet_til")


def stikproever(aktoer: Aktoer) -> "QuerySet[Logstikproeve]":
    """One's own organisation's samples, the newest week and the highest score first."""
    return Logstikproeve.objects.filter(organisation_id=aktoer.organisation_id).order_by(
        "-uge", "-score", "id"
    )


def er_part(aktoer: Aktoer, proeve: Logstikproeve) -> bool:
    """Is it her own use, or that of the one she stands in for, or a use made in her stead?"""
    selv = {aktoer.medarbejder_id, aktoer.sager_for}
    return proeve.medarbejder_id in selv or linjer(proeve).filter(vikar_for__in=selv).exists()


def linjer(proeve: Logstikproeve) -> "QuerySet[Adgangspost]":
    """The rows a sample is made of."""
    fra = datetime.combine(proeve.dag, time(), _her()).astimezone(UTC)
    return Adgangspost.objects.filter(
        organisation_id=proeve.organisation_id,
        medarbejder_id=proeve.medarbejder_id,
        borgere=[proeve.borger_id],
        tid__gte=fra,
        tid__lt=fra + timedelta(days=1),
    ).order_by("tid", "id")
