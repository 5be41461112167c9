"""Requests to see a case's papers: those that wait, and the parts of a case a person must choose about."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import (
    Aktindsigt,
    Dokument,
    Note,
    Overstregning,
    Plandel,
    Regionsspoergsmaal,
    Sag,
    Skoen,
    Udlevering,
)
from .margennoter import delte
from .synlige import synlige_sager

Del = Udlevering.Del


@dataclass(frozen=True, slots=True)
class Stykke:
    """One thing that is handed over or held back; `valg` None: nobody has chosen yet.

    `dokument` with `valg.overstregning`: that edition is handed over in its place.
    """

    noegle: str
    titel: str
    dokument: Dokument | None
    del_navn: str
    valg: Udlevering | None


def anmodninger(aktoer: Aktoer) -> "QuerySet[Aktindsigt]":
    """The requests about the cases one may see, with case and citizen."""
    return Aktindsigt.objects.filter(sag__in=synlige_sager(aktoer)).select_related(
        "sag__borger", "sag__kommune"
    )


def aabne(aktoer: Aktoer, mine: bool) -> "QuerySet[Aktindsigt]":
    """Not answered yet, the oldest first."""
    egne = Q(sag__sagsbehandler_id=aktoer.medarbejder_id) if mine else Q()
    return (
        anmodninger(aktoer)
        .filter(egne, afgjort=None)
        .select_related("sag__sagsbehandler")
        .order_by("modtaget", "registreret_tid")
    )


def paa_sagen(aktoer: Aktoer, sag: Sag) -> list[Aktindsigt]:
    return list(anmodninger(aktoer).filter(sag=sag))


def stykker(anmodning: Aktindsigt) -> list[Stykke]:
    """Every document of the case, those withdrawn too, and what it holds beside them, with what has been chosen.

    Before the answer, a choice of a redacted edition that was withdrawn meanwhile is no choice.
    """
    valgt: dict[UUID | str, Udlevering] = {
        u.dokument_id or u.del_navn: u
        for u in Udlevering.objects.filter(aktindsigt=anmodning).select_related("overstregning")
        if anmodning.afgjort or not (u.overstregning and u.overstregning.trukket_tilbage_tid)
    }
    papirer = Dokument.objects.filter(sag_id=anmodning.sag_id).select_related("sag__borger")
    dokumenter = papirer.order_by("dato", "tilfoejet_tid", "id")
    if anmodning.afgjort:  # what came later was no part of it
        dokumenter = dokumenter.filter(id__in=[i for i in valgt if isinstance(i, UUID)])
    fundne = [Stykke(d.id.hex, d.vist_titel, d, Udlevering.Del.DOKUMENT, valgt.get(d.id)) for d in dokumenter]
    dele = [d for d in Del if d.value in valgt] if anmodning.afgjort else _dele(anmodning.sag_id)
    fundne += [Stykke(str(d), str(d.label), None, d, valgt.get(d.value)) for d in dele if d != Del.DOKUMENT]
    return fundne


def _dele(sag_id: UUID) -> list[Udlevering.Del]:
    """The history and the log always; notes and what is written in the case, where there are any."""
    noter = Note.objects.filter(sag_id=sag_id).exists() or delte(sag_id).exists()
    skrevet = (Plandel, Skoen, Regionsspoergsmaal)
    tekster = any(slags.objects.filter(sag_id=sag_id).exists() for slags in skrevet)
    return [
        Del.HISTORIK,
        *([Del.NOTER] if noter else []),
        *([Del.TEKSTER] if tekster else []),
        Del.LOG,
    ]


def laeses(stykke: Stykke) -> bool:
    """Its redacted edition has not got its text yet: it is given to nobody half made."""
    o = stykke.valg.overstregning if stykke.valg else None
    return o is not None and o.laesning == Overstregning.Laesning.VENTER
