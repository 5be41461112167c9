"""Who is asked to a meeting, and whether what they were told is still so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..kalenderfil import ny_uid
from ..models import Fuldmagt, Invitation, Medarbejder, Moede, Moedemedlem, Sag
from .moeder import dagens_sager, teamet

M = Invitation.Modtager
EN_SAG = timedelta(minutes=30)  # set aside for one case in agenda and calendar; the meeting may say otherwise
BREVE = frozenset({M.BORGER, M.BISIDDER, M.LAEGE})


class Stand(StrEnum):
    """How one receiver's latest invitation stands against the meeting."""

    MANGLER = "mangler"  # there is a meeting, and she is not asked
    RIGTIG = "rigtig"
    FORKERT = "forkert"  # asked to something else than what it now is
    AFLYSES = "aflyses"  # asked, and there is no meeting for her any more
    INTET = "intet"  # no meeting, and nobody is asked


@dataclass(frozen=True, slots=True)
class Tid:
    """What a receiver is told. `linjer`: to one of the team, each case of the day as ("09.30", its number)."""

    moede_id: UUID
    dato: date
    kl: time
    slut: time
    sted: str
    video: bool
    linjer: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plads:
    """One receiver, what she is to be told now, and the latest she was told."""

    modtager: str
    uid: str
    tid: Tid | None
    seneste: Invitation | None
    navn: str = ""
    medarbejder: Medarbejder | None = None

    @property
    def stand(self) -> Stand:
        gaelder = self.seneste is not None and not self.seneste.aflyst
        if self.tid is None:
            return Stand.AFLYSES if gaelder else Stand.INTET
        if not gaelder or self.seneste is None:
            return Stand.MANGLER
        return Stand.RIGTIG if sagt(self.seneste) == self.tid else Stand.FORKERT

    @property
    def naeste(self) -> int:
        return self.seneste.sekvens + 1 if self.seneste else 0


def sagt(i: Invitation) -> Tid:
    """What this invitation told."""
    linjer = tuple((kl, nummer) for kl, nummer in i.linjer)
    return Tid(i.moede_id, i.dato, i.kl, i.slut, i.sted, i.video, linjer)


def efter_en_sag(kl: time) -> time:
    """Half an hour on, and never past the end of the day."""
    om = datetime.combine(date.min, kl) + EN_SAG
    return om.time() if om.date() == date.min else time(23, 59)


def sagens_tid(sag: Sag) -> Tid | None:
    """The meeting of a case as it is now; None where it has none, or the day is cancelled."""
    moede = sag.moede
    if moede is None or moede.aflyst_tid is not None:
        return None
    kl = sag.moede_kl or moede.kl
    return Tid(moede.id, moede.dato, kl, efter_en_sag(kl), moede.sted, moede.form == Moede.Form.VIDEO)


def dagens_tid(moede: Moede, sager: Iterable[Sag], medarbejder_id: UUID) -> Tid | None:
    """The whole day to one of the team, without the cases she is kept out of; None when the day is cancelled."""
    if moede.aflyst_tid is not None:
        return None
    hendes = [s for s in sager if medarbejder_id not in s.udelukkede]
    tider = sorted((s.moede_kl or moede.kl, s.nummer) for s in hendes)
    sidst = efter_en_sag(max((kl for kl, _ in tider), default=moede.kl))
    linjer = tuple((f"{kl:%H.%M}", nummer) for kl, nummer in tider)
    return Tid(moede.id, moede.dato, moede.kl, sidst, moede.sted, moede.form == Moede.Form.VIDEO, linjer)


def sagens_pladser(sag: Sag, dag: date) -> list[Plads]:
    """Those one may ask to the meeting of a case, and those who were asked and no longer should be."""
    tid = sagens_tid(sag)
    hvem: list[dict[str, Any]] = [
        {"modtager": M.BORGER},
        {"modtager": M.BISIDDER, "navn": bisidder(sag, dag)},
        {"modtager": M.SAGSBEHANDLER, "medarbejder": sag.sagsbehandler, "navn": sag.sagsbehandler.navn},
        *_koordinator(sag),
        {"modtager": M.LAEGE},
    ]
    return _pladser(sag.id, hvem, lambda _hvem: tid, sag.invitationer.select_related("medarbejder"))


def _koordinator(sag: Sag) -> list[dict[str, Any]]:
    """The region's person, once the case or the day has one. The kommune knows her by what the region has written."""
    medlem = None
    if sag.moede_id:
        medlem = Moedemedlem.objects.filter(
            moede_id=sag.moede_id, fagomraade=Moedemedlem.Fagomraade.SUNDHEDSKOORDINATOR
        ).first()
    if sag.koordinator_id is None and medlem is None:
        return []
    return [{"modtager": M.SUNDHEDSKOORDINATOR, "navn": medlem.navn if medlem else ""}]


def dagens_pladser(aktoer: Aktoer, moede: Moede) -> list[Plads]:
    """The team of a meeting day: who leads it, who is named to it and their substitutes; else the kommune's team."""
    sager = list(dagens_sager(aktoer, moede))
    hvem = [
        {"modtager": M.TEAM, "medarbejder": m, "navn": m.navn}
        for m in _uden_gengangere([moede.moedeleder, *_navngivne(aktoer, moede)])
    ]
    invitationer = moede.invitationer.filter(sag=None).select_related("medarbejder")
    return _pladser(moede.id, hvem, lambda m: dagens_tid(moede, sager, m.id) if m else None, invitationer)


def _navngivne(aktoer: Aktoer, moede: Moede) -> list[Medarbejder]:
    medlemmer = moede.medlemmer.filter(organisation_id=moede.kommune_id).select_related(
        "medarbejder", "stedfortraeder"
    )
    valgte = [m for medlem in medlemmer for m in (medlem.medarbejder, medlem.stedfortraeder) if m]
    return valgte or list(teamet(aktoer))


def _uden_gengangere(folk: Iterable[Medarbejder]) -> list[Medarbejder]:
    return list({m.id: m for m in folk}.values())


def _pladser(
    om: UUID, hvem: Iterable[dict[str, Any]], tid: Any, raekker: "QuerySet[Invitation]"
) -> list[Plads]:
    efter_uid: dict[str, list[Invitation]] = {}
    for i in raekker.order_by("sekvens"):
        efter_uid.setdefault(i.uid, []).append(i)
    pladser = []
    for felter in hvem:
        medarbejder = felter.get("medarbejder")
        uid = ny_uid(om, M(felter["modtager"]).value, medarbejder.id if medarbejder else None)
        hendes = efter_uid.pop(uid, [])
        pladser.append(Plads(**felter, uid=uid, tid=tid(medarbejder), seneste=hendes[-1] if hendes else None))
    # Asked, and not among them any more: a caseworker before this one, one who has left the team.
    for uid, gamle in efter_uid.items():
        sidste = gamle[-1]
        if not sidste.aflyst:
            pladser.append(Plads(sidste.modtager, uid, None, sidste, sidste.navn, sidste.medarbejder))
    return pladser


def bisidder(sag: Sag, dag: date) -> str:
    """The bisidder she has given a fuldmagt that holds on the day, or the one noted on her; "" if none."""
    fuldmagt = (
        Fuldmagt.objects.filter(borger_id=sag.borger_id, tilbagekaldt_tid=None, fra__lte=dag, til__gte=dag)
        .order_by("-givet_tid")
        .first()
    )
    return fuldmagt.bisidder_navn if fuldmagt else sag.borger.bisidder


def forkerte(sag: Sag, dag: date) -> int:
    """How many of a case's invitations tell something that is no longer so."""
    if not sag.invitationer.exists():
        return 0
    return sum(p.stand in (Stand.FORKERT, Stand.AFLYSES) for p in sagens_pladser(sag, dag))


def synlige_indkaldelser(aktoer: Aktoer) -> "QuerySet[Invitation]":
    """The kommune's own, but for what is about a citizen she is kept out from."""
    return Invitation.objects.filter(kommune_id=aktoer.organisation_id).exclude(
        udelukkede__contains=[aktoer.medarbejder_id]
    )


def min_indkaldelser(aktoer: Aktoer, moeder: Iterable[UUID]) -> dict[UUID, Invitation]:
    """The latest invitation she has to each of these days, as one of the team."""
    raekker = Invitation.objects.filter(
        moede_id__in=list(moeder), sag=None, medarbejder_id=aktoer.sager_for
    ).order_by("sekvens")
    return {i.moede_id: i for i in raekker}
