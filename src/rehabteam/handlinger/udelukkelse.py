"""What the verbs about inhabilitet share: hand the case on, leave the trace, and write the row that shuts."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.models import Borger, Forloeb, Inhabilitet, Medarbejder, Sag
from rehabteam.sager.udtraek import inhabilitet
from rehabteam.sager.udtraek.synlige import synlige_forloeb, synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning

Hvor = tuple[Sag | None, Forloeb | None]


def hvor(aktoer: Aktoer, borger: Borger) -> Hvor:
    """Where the Hændelse is written: the kommune on the forløb, which is its own; the others on the case they share."""
    forloeb = synlige_forloeb(aktoer).filter(borger=borger).order_by("-start").first()
    sag = None if forloeb else synlige_sager(aktoer).filter(borger=borger).order_by("-oprettet").first()
    if forloeb is None and sag is None:
        raise FindesIkke
    return sag, forloeb


def luk_ude(
    anledning: Anledning,
    borger: Borger,
    medarbejder: Medarbejder,
    *,
    grund: str,
    begrundelse: str,
) -> Inhabilitet:
    """Write the row. From here on PostgreSQL shows her nothing about the citizen, so it is the last that is done."""
    return Inhabilitet.objects.create(
        kommune_id=borger.kommune_id,
        borger=borger,
        organisation_id=medarbejder.organisation_id,
        medarbejder=medarbejder,
        grund=grund,
        begrundelse=begrundelse.strip(),
        dag=anledning.dag,
        tid=anledning.nu,
        erklaeret_af=anledning.aktoer.signatur,
    )


def kraev_grund(grund: str, begrundelse: str) -> None:
    fejl = {}
    if grund not in Inhabilitet.Grund.values:
        fejl["grund"] = _("Vælg, hvad det drejer sig om.")
    if not begrundelse.strip():
        fejl["begrundelse"] = _("Skriv med få ord, hvad forbindelsen er.")
    if fejl:
        raise KanIkke(fejl)


def giv_videre(
    anledning: Anledning, borger: Borger, medarbejder: Medarbejder, ny_sagsbehandler_id: UUID | None
) -> str:
    """The running forløb and cases of hers go to a colleague. Returns the sentence about it, or nothing.

    Raises KanIkke at `ny_sagsbehandler` where somebody must be named and is not.
    """
    aktoer = anledning.aktoer
    if aktoer.vaeg != Vaeg.KOMMUNE or not inhabilitet.har_sagen(aktoer, borger, medarbejder.id):
        return ""
    afloeser = (
        inhabilitet.afloesere(aktoer, borger, medarbejder.id).filter(id=ny_sagsbehandler_id).first()
        if ny_sagsbehandler_id
        else None
    )
    if afloeser is None:
        raise KanIkke(
            {"ny_sagsbehandler": _("Vælg, hvem der overtager sagen. Den kan ikke stå uden en sagsbehandler.")}
        )
    for forloeb in synlige_forloeb(aktoer).filter(borger=borger, sagsbehandler=medarbejder, slut=None):
        forloeb.sagsbehandler = afloeser
        forloeb.version += 1
        forloeb.save(update_fields=["sagsbehandler", "version"])
    hendes = synlige_sager(aktoer).filter(borger=borger, sagsbehandler=medarbejder)
    for sag in hendes.exclude(tilstand=Sag.Tilstand.AFSLUTTET):
        sag.sagsbehandler = afloeser
        sag.version += 1
        sag.save(update_fields=["sagsbehandler", "version"])
    return f" {afloeser.navn} er sagsbehandler nu."
