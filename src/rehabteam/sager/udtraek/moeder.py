"""Meeting days, and the cases on them."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Medarbejder, Moede, Moedemedlem, Rolle, Sag
from .synlige import synlige_moeder, synlige_sager

T = Sag.Tilstand
FAERDIGE = (T.INDSTILLET, T.AFGJORT, T.PLAN_LAGT, T.AFSLUTTET)


def moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    """The kommune's meeting days with the number of cases, and of those given (`antal_sager`, `antal_afgivne`)."""
    afgivet = Q(sager__tilstand__in=FAERDIGE)
    return (
        synlige_moeder(aktoer)
        .select_related("moedeleder")
        .annotate(antal_sager=Count("sager"), antal_afgivne=Count("sager", filter=afgivet))
        .order_by("dato", "kl", "sted")
    )


def sager_paa(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The cases of one meeting day in the order they come up."""
    return dagens_sager(aktoer, moede).select_related("borger", "moede", "sagsbehandler")


def dagens_sager(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The same without the citizens, for a page that must not know the others' names."""
    return synlige_sager(aktoer).filter(moede=moede).order_by("moede_kl", "nummer")


def moedeledere(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.MOEDELEDER, aktiv=True
    ).order_by("navn")


def teamet(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """The members of the kommune's own team, by area."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.TEAMMEDLEM, aktiv=True
    ).order_by("fagomraade", "navn")


def kan_bytte(aktoer: Aktoer, sag: Sag, dag: date) -> "QuerySet[Sag]":
    """The cases on other meeting days ahead that this one may change with: not yet before the team."""
    return (
        synlige_sager(aktoer)
        .filter(
            moede__dato__gte=dag,
            moede__aflyst_tid=None,
            tilstand__in=(T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR),
        )
        .exclude(moede_id=sag.moede_id)
        .select_related("borger", "moede")
        .order_by("moede__dato", "moede_kl", "nummer")
    )


def kan_sidde(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """Those of one's own house who may sit in a team: the region's sundhedskoordinatorer, the kommune's people."""
    roller = (
        (Rolle.SUNDHEDSKOORDINATOR,)
        if aktoer.vaeg == Vaeg.REGION
        else (Rolle.TEAMMEDLEM, Rolle.MOEDELEDER, Rolle.LEDER, Rolle.SAGSBEHANDLER)
    )
    egne = Medarbejder.objects.filter(organisation_id=aktoer.organisation_id, aktiv=True)
    return egne.filter(rolle__in=roller).order_by("navn")


def pladserne_i_teamet(moede: Moede) -> list[tuple[str, Moedemedlem | None]]:
    """Every area, with who is named for it on the day."""
    kendte = {m.fagomraade: m for m in Moedemedlem.objects.filter(moede=moede)}
    return [(str(navn), kendte.get(kode)) for kode, navn in Moedemedlem.Fagomraade.choices]
