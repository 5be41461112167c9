"""Settle a month: a line for everything to be paid for, and a new line for whatever has changed since."""

from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from rehabteam.lov.tid import plus_maaneder
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.afregning import Forskel, forskelle
from rehabteam.sager.models import Afregning, Afregningslinje
from rehabteam.sager.udtraek import afregning as udtraek

from .datoer import kraev
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur


@handling("opgoer_afregning")
def opgoer_afregning(anledning: Anledning, kommune_id: UUID, *, maaned: date) -> Afregning:
    """Make the month's settlement, or add to it what it now costs that is not in it. Nothing is ever rewritten.

    A locked one stays as it is: what came since is settled in the next of the month. Raises KanIkke (nothing to add;
    the month has not begun; a case one is kept out of), FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "opgoer_afregning")
    kommune = udtraek.kommuner(aktoer).filter(id=kommune_id).first()
    if kommune is None or kommune.region_id is None or maaned.day != 1:
        raise FindesIkke
    kraev({"": _("Måneden er ikke begyndt.") if maaned > anledning.dag else ""})
    efter_tur("afregning", kommune_id)
    linjer = udtraek.maanedens_linjer(kommune_id, maaned)
    kraev_indblik(anledning, linjer)
    fundet = [f for f in forskelle(udtraek.poster(aktoer, kommune_id, maaned), linjer) if f.kan_rettes]
    if not fundet:
        raise KanIkke({"": _("Der er ikke noget nyt at afregne i måneden.")})
    afregning = _aabne(anledning, kommune_id, maaned, kommune.region_id)
    nr = afregning.linjer.aggregate(hoejest=Max("nr"))["hoejest"] or 0
    foerste: dict[str, Afregningslinje] = {}
    for linje in linjer:
        foerste.setdefault(linje.noegle, linje)
    Afregningslinje.objects.bulk_create(
        _linje(anledning, afregning, nr + i, f, foerste.get(f.noegle)) for i, f in enumerate(fundet, 1)
    )
    rettelser = sum(not f.ny for f in fundet)
    haendelse(
        anledning,
        "opgoer_afregning",
        f"{maaned:%m.%Y}, {kommune.navn}: {len(fundet)} linjer kom til, heraf {rettelser} rettelser.",
        organisation_id=aktoer.organisation_id,
        data={"afregning": str(afregning.id), "linjer": len(fundet), "rettelser": rettelser},
    )
    return afregning


def kraev_indblik(anledning: Anledning, linjer: list[Afregningslinje]) -> None:
    """Whoever is kept out of a case can neither recompute nor approve what it costs."""
    synlige = udtraek.numre(anledning.aktoer, linjer)
    if any(linje.sag_id and linje.sag_id not in synlige for linje in linjer):
        raise KanIkke(
            {"": _("Der er en sag i afregningen, som du ikke kan se. En anden skal gøre det for jer.")}
        )


def _aabne(anledning: Anledning, kommune_id: UUID, maaned: date, region_id: UUID) -> Afregning:
    """The month's open settlement, locked here until we are done; a new one when there is none."""
    seneste = (
        Afregning.objects.select_for_update()
        .filter(kommune_id=kommune_id, maaned=maaned)
        .order_by("-nr")
        .first()
    )
    if seneste and seneste.laast_tid is None:
        return seneste
    ny = Afregning(
        kommune_id=kommune_id,
        region_id=region_id,
        maaned=maaned,
        nr=seneste.nr + 1 if seneste else 1,
        oprettet_tid=anledning.nu,
        oprettet_af=anledning.aktoer.signatur,
    )
    ny.save(force_insert=True)
    return ny


def _linje(
    anledning: Anledning, afregning: Afregning, nr: int, f: Forskel, foerste: Afregningslinje | None
) -> Afregningslinje:
    hvad = f.post or foerste
    assert hvad is not None
    return Afregningslinje(
        kommune_id=afregning.kommune_id,
        region_id=afregning.region_id,
        afregning=afregning,
        nr=nr,
        noegle=f.noegle,
        slags=hvad.slags,
        kategori=hvad.kategori,
        sag_id=hvad.sag_id,
        moede_id=hvad.moede_id,
        dato=hvad.dato,
        afbud_dag=hvad.afbud_dag,
        aftale_id=hvad.aftale_id,
        pris=f.post.pris if f.post else None,
        procent=f.post.procent if f.post else None,
        beloeb=f.beloeb,
        retter=foerste,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )


def maaned_slut(maaned: date) -> date:
    """The first day after the month."""
    return plus_maaneder(maaned, 1)
