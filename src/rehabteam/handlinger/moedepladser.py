"""What booking, moving, swapping and cancelling share: the place, who is told, and the trace settlement reads.

The order is the same everywhere: the cases first (by id), then the meetings (by id). So planners at once take turns and
never wait for each other in a ring.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.aftaler import KATEGORIER, vilkaar
from rehabteam.sager.models import Moede, Moedeplads, Paamindelse, Sag
from rehabteam.sager.sagsfakta.samlet import frist_kendt
from rehabteam.sager.udtraek.indkaldelser import efter_en_sag
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning
from .hent import efter_tur


def hent_moede(anledning: Anledning, moede_id: UUID) -> Moede:
    """A meeting day one may book on. Raises FindesIkke, and KanIkke at `moede` when it is cancelled or over."""
    try:
        moede = synlige_moeder(anledning.aktoer).get(id=moede_id)
    except Moede.DoesNotExist:
        raise FindesIkke from None
    if moede.aflyst_tid:
        raise KanIkke({"moede": _("Mødet %(dato)s er aflyst. Vælg et andet.") % {"dato": dansk(moede.dato)}})
    if moede.dato < anledning.dag:
        raise KanIkke({"moede": _("Mødet %(dato)s er holdt. Vælg et senere.") % {"dato": dansk(moede.dato)}})
    return moede


def tag_tur(moeder: Iterable[UUID]) -> None:
    """One at a time on each of these days, until the transaction ends."""
    for moede_id in sorted(set(moeder)):
        efter_tur("moedepladser", moede_id)


def slip_plads(sag: Sag) -> None:
    """The place the case has, if any, is free again."""
    Moedeplads.objects.filter(sag=sag).update(sag=None, kl=None)


def tid_paa_dagen(sag: Sag, moede: Moede) -> time:
    """When the case comes up, where nobody has said: as it stands on that day, else after the last of the others."""
    if sag.moede_id == moede.id and sag.moede_kl:
        return sag.moede_kl
    # The region sees the places of the cases it has not been sent yet, and not the cases.
    tider = (
        Sag.objects.filter(moede=moede).exclude(id=sag.id).aggregate(sidst=Max("moede_kl")),
        Moedeplads.objects.filter(moede=moede).exclude(sag=sag).aggregate(sidst=Max("kl")),
    )
    taget = [t["sidst"] for t in tider if t["sidst"]]
    return max(moede.kl, efter_en_sag(max(taget))) if taget else moede.kl


def tag_plads(sag: Sag, moede: Moede, kl: time) -> Moedeplads | None:
    """A place of the case's category on the day; None where the day has no number for it. The turn is taken.

    Raises KanIkke at `moede` when all of them are taken.
    """
    kategori = vilkaar(moede.kommune_id, moede.dato).kategori(sag)
    if kategori is None:
        return None
    pladser = list(Moedeplads.objects.filter(moede=moede, aftalekategori=kategori).order_by("nr"))
    plads = next((p for p in pladser if p.sag_id is None), None)
    if plads is None and pladser:
        tekst = ngettext(
            "Den ene plads %(dato)s i kategorien »%(kategori)s« er taget. Vælg en anden dag, eller byt.",
            "Alle %(antal)s pladser %(dato)s i kategorien »%(kategori)s« er taget. Vælg en anden dag, eller byt.",
            len(pladser),
        )
        navn = _(KATEGORIER.get(kategori, kategori))
        raise KanIkke({"moede": tekst % {"antal": len(pladser), "dato": dansk(moede.dato), "kategori": navn}})
    if plads:
        plads.sag, plads.kl = sag, kl
        plads.save(update_fields=["sag", "kl"])
    return plads


def afbud(anledning: Anledning, moede: Moede, grund: str) -> dict[str, object]:
    """What settlement reads of a case that leaves a meeting: which, and how many days before."""
    return {
        "moede_id": str(moede.id),
        "moede_dato": moede.dato.isoformat(),
        "dage_foer": (moede.dato - anledning.dag).days,
        "grund": grund,
    }


def sig_til(anledning: Anledning, sag: Sag, tekst: str) -> bool:
    """The case's own caseworker is reminded today, unless she did it herself. True if somebody was told."""
    if sag.sagsbehandler_id in (anledning.aktoer.medarbejder_id, anledning.aktoer.sager_for):
        return False
    Paamindelse.objects.create(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag=sag,
        medarbejder_id=sag.sagsbehandler_id,
        dag=anledning.dag,
        tekst=tekst[:200],
        oprettet_tid=anledning.nu,
        oprettet_af=anledning.aktoer.signatur,
    )
    return True


@dataclass(frozen=True, slots=True)
class Skift:
    """A case that got a day or left one: the sentence for its history, what settlement reads, the deadline's answer."""

    tekst: str
    data: dict[str, object] | None
    svar: Vurdering | None = None
    besked: bool = False


def saet_paa(anledning: Anledning, sag: Sag, moede: Moede, kl: time | None, grund: str) -> Skift:
    """The locked case on the day: deadline, place, and word to the caseworker when it is moved.

    Raises KanIkke at `grund` (too late without one) and `moede` (full).
    """
    svar: Vurdering | None = None
    if frist_kendt(sag):
        svar = gaeldende("frist", moede.dato).funktion(moede.dato, anledning.dag)
    # A case that was sent in time stays in time when the meeting is only confirmed.
    for_sent = svar is not None and svar.status == "FOR_SENT" and sag.tilstand == Sag.Tilstand.FORBEREDES
    if for_sent and not grund:
        raise KanIkke(
            {"grund": _("Der er under fem hverdage til mødet. Skriv hvorfor, så vælges mødet alligevel.")}
        )
    foer = sag.moede if sag.moede_id != moede.id else None
    tag_tur([moede.id, *([foer.id] if foer else [])])
    slip_plads(sag)
    tid = kl or tid_paa_dagen(sag, moede)
    tag_plads(sag, moede, tid)
    sag.moede, sag.moede_kl = moede, tid
    sag.moede_sent_grund = grund if for_sent else ""
    sag.version += 1
    sag.save(update_fields=["moede", "moede_kl", "moede_sent_grund", "version"])
    flyttet = f", flyttet fra {dansk(foer.dato)}" if foer else ""
    hvorfor = (
        f" Valgt for sent. Begrundelse: {grund}" if for_sent else f" Begrundelse: {grund}" if foer else ""
    )
    tekst = f"Mødet er {dansk(moede.dato)} i {moede.sted}{flyttet}.{hvorfor}"
    if foer is None:
        return Skift(tekst, None, svar)
    besked = _("Mødet er flyttet fra %(fra)s til %(til)s: %(grund)s") % {
        "fra": dansk(foer.dato),
        "til": dansk(moede.dato),
        "grund": grund,
    }
    return Skift(tekst, afbud(anledning, foer, grund), svar, sig_til(anledning, sag, besked))


def tag_af(anledning: Anledning, sag: Sag, moede: Moede, hvad: str, grund: str) -> Skift:
    """The locked case off its meeting. `hvad`: what happened, as the history's sentence begins."""
    slip_plads(sag)
    sag.moede = sag.moede_kl = None
    sag.moede_sent_grund = ""
    sag.version += 1
    sag.save(update_fields=["moede", "moede_kl", "moede_sent_grund", "version"])
    besked = _("Mødet %(dato)s er aflyst for sagen, og den venter på en ny dag: %(grund)s") % {
        "dato": dansk(moede.dato),
        "grund": grund,
    }
    return Skift(
        f"{hvad} {dansk(moede.dato)} i {moede.sted}: {grund}",
        afbud(anledning, moede, grund),
        besked=sig_til(anledning, sag, besked),
    )
