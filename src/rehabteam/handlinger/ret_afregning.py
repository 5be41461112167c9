"""Correct a line by a new one, or settle a line without a known price, with a reason. The old line stays."""

from decimal import Decimal
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.afregning import stillinger
from rehabteam.sager.models import Afregning, Afregningslinje
from rehabteam.sager.udtraek import afregning as udtraek

from .datoer import kraev
from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .opgoer_afregning import kraev_indblik

HOEJST = Decimal("9999999.99")


@handling("ret_afregning")
def ret_afregning(anledning: Anledning, linje_id: UUID, *, beloeb: Decimal, grund: str) -> Afregningslinje:
    """A new line on what `linje_id` is about: what is added or taken off (below nought), or, where no price is known,
    what the parties have agreed it costs. Raises KanIkke per field, FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "ret_afregning")
    linje = Afregningslinje.objects.filter(
        id=linje_id, afregning__in=udtraek.synlige_afregninger(aktoer)
    ).first()
    if linje is None:
        raise FindesIkke
    afregning = Afregning.objects.select_for_update().get(id=linje.afregning_id)
    linjer = udtraek.maanedens_linjer(afregning.kommune_id, afregning.maaned)
    kraev_indblik(anledning, linjer)
    aaben = stillinger(linjer)[linje.noegle].aaben
    kraev(
        {
            "": _("Afregningen er godkendt af begge parter og kan ikke ændres.")
            if afregning.laast_tid
            else "",
            "beloeb": _beloebet(beloeb, aaben),
            "grund": _("Skriv hvorfor. Den anden part læser det.") if not grund.strip() else "",
        }
    )
    foerste = next(li for li in linjer if li.noegle == linje.noegle)
    ny = Afregningslinje(
        kommune_id=afregning.kommune_id,
        region_id=afregning.region_id,
        afregning=afregning,
        nr=(afregning.linjer.aggregate(hoejest=Max("nr"))["hoejest"] or 0) + 1,
        noegle=linje.noegle,
        slags=linje.slags,
        kategori=linje.kategori,
        sag_id=linje.sag_id,
        moede_id=linje.moede_id,
        dato=linje.dato,
        afbud_dag=linje.afbud_dag,
        aftale_id=linje.aftale_id,
        beloeb=beloeb,
        oprindelse=Afregningslinje.Oprindelse.AFKLARET if aaben else Afregningslinje.Oprindelse.RETTET,
        retter=foerste,
        grund=grund.strip(),
        tid=anledning.nu,
        af=aktoer.signatur,
    )
    ny.save(force_insert=True)
    haendelse(
        anledning,
        "ret_afregning",
        f"{afregning.maaned:%m.%Y}, linje {foerste.nr}: {'sat til' if aaben else 'rettet med'} {beloeb} kr. "
        f"Grund: {ny.grund}",
        organisation_id=aktoer.organisation_id,
        data={"afregning": str(afregning.id), "linje": ny.nr, "beloeb": str(beloeb)},
    )
    return ny


def _beloebet(beloeb: Decimal, aaben: bool) -> str:
    if not abs(beloeb) <= HOEJST or beloeb != round(beloeb, 2):
        return _("Skriv et beløb i kroner og øre, for eksempel 3250,00.")
    if aaben and beloeb < 0:
        return _("Skriv, hvad det koster: nul eller mere.")
    return "" if aaben or beloeb else _("Skriv, hvor meget der lægges til eller trækkes fra.")
