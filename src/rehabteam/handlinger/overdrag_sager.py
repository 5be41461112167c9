"""Hand over many cases and forløb to a colleague at once, each with its own line in its history."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Forloeb, Medarbejder, Paamindelse, Sag
from rehabteam.sager.udtraek.huset import HAR_SAGER, kolleger
from rehabteam.sager.udtraek.synlige import synlige_forloeb, synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling


@handling("overdrag_sager")
def overdrag_sager(
    anledning: Anledning, *, sager: Sequence[UUID], forloeb: Sequence[UUID], til_id: UUID | None, grund: str
) -> int:
    """All or none. Open reminders of the old hand follow. Returns how many were handed over.

    What the colleague has already is left as it is. Raises KanIkke per field, FindesIkke for what cannot be seen or
    is closed, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "overdrag_sager")
    til = kolleger(aktoer, HAR_SAGER).filter(id=til_id).first() if til_id else None
    fejl = {}
    if til is None:
        fejl["til"] = _("Vælg den kollega, der skal have sagerne.")
    if not grund.strip():
        fejl["grund"] = _("Skriv, hvorfor sagerne overdrages. Det står i hver sags historik.")
    if not sager and not forloeb:
        fejl["valgte"] = _("Vælg mindst en sag eller et forløb.")
    if fejl or til is None:
        raise KanIkke(fejl)
    # In one order, so that two leaders at once take turns.
    tagne: list[Sag | Forloeb] = [
        *synlige_forloeb(aktoer).select_for_update().filter(id__in=forloeb, slut=None).order_by("id"),
        *synlige_sager(aktoer)
        .select_for_update()
        .filter(id__in=sager)
        .exclude(tilstand=Sag.Tilstand.AFSLUTTET)
        .order_by("id"),
    ]
    if len(tagne) != len({*sager, *forloeb}):
        raise FindesIkke
    _habil(til, tagne)
    flyttede = [t for t in tagne if t.sagsbehandler_id != til.id]
    fra = dict(
        Medarbejder.objects.filter(id__in={t.sagsbehandler_id for t in flyttede}).values_list("id", "navn")
    )
    for ting in flyttede:
        _overdrag(anledning, ting, fra.get(ting.sagsbehandler_id, ""), til, grund.strip())
    if not flyttede:
        raise KanIkke({"til": _("%(navn)s har allerede det, du har valgt.") % {"navn": til.navn}})
    return len(flyttede)


def _habil(til: Medarbejder, tagne: list[Sag | Forloeb]) -> None:
    if antal := sum(til.id in t.udelukkede for t in tagne):
        tekst = ngettext(
            "%(navn)s er inhabil i %(antal)s af dem. Vælg en anden, eller tag den fra.",
            "%(navn)s er inhabil i %(antal)s af dem. Vælg en anden, eller tag dem fra.",
            antal,
        )
        raise KanIkke({"til": tekst % {"navn": til.navn, "antal": antal}})


def _overdrag(anledning: Anledning, ting: Sag | Forloeb, fra: str, til: Medarbejder, grund: str) -> None:
    kraev_ret(anledning.aktoer, "overdrag_sager", ting)
    om = {"sag": ting} if isinstance(ting, Sag) else {"forloeb": ting}
    Paamindelse.objects.filter(**om, medarbejder_id=ting.sagsbehandler_id, lukket_tid=None).update(
        medarbejder_id=til.id
    )
    gammel = ting.sagsbehandler_id
    ting.sagsbehandler_id = til.id
    ting.save(update_fields=["sagsbehandler_id"])
    hvad = "Sagen" if isinstance(ting, Sag) else "Forløbet"
    haendelse(
        anledning,
        "overdrag_sager",
        f"{hvad} blev overdraget fra {fra} til {til.navn}: {grund}",
        sag=ting if isinstance(ting, Sag) else None,
        forloeb=ting if isinstance(ting, Forloeb) else None,
        data={"fra": str(gammel), "til": str(til.id)},
    )
