"""The citizen, or somebody who speaks for her, asks to see the papers of her case."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Aktindsigt

from .aktindsigtsfrist import frist
from .datoer import dansk, kraev, rimelig
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("registrer_aktindsigt")
def registrer_aktindsigt(
    anledning: Anledning, sag_id: UUID, *, modtaget: date, fra_hvem: str, hvad: str, repraesentant: str = ""
) -> Aktindsigt:
    """From the day it came the clock runs. Raises KanIkke per field, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "registrer_aktindsigt", sag)
    fejl = {"modtaget": rimelig(modtaget, sag.borger.foedselsdato, anledning.dag, fremtid=False)}
    if fra_hvem not in Aktindsigt.Hvem.values:
        fejl["fra_hvem"] = _("Vælg, hvem der beder om at se sagen.")
    if fra_hvem == Aktindsigt.Hvem.REPRAESENTANT and not repraesentant.strip():
        fejl["repraesentant"] = _(
            "Skriv, hvem der beder på borgerens vegne, og se efter, at der er en fuldmagt."
        )
    if not hvad.strip():
        fejl["hvad"] = _("Skriv, hvad der bedes om. Er det hele sagen, så skriv det.")
    kraev(fejl)
    anmodning = Aktindsigt.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        modtaget=modtaget,
        hvem=fra_hvem,
        repraesentant=repraesentant.strip() if fra_hvem == Aktindsigt.Hvem.REPRAESENTANT else "",
        hvad=hvad.strip(),
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    svar = frist(anmodning, anledning.dag)
    assert svar.frist is not None
    haendelse(
        anledning,
        "registrer_aktindsigt",
        f"Der er bedt om aktindsigt {dansk(modtaget)}. Svaret skal gives senest {dansk(svar.frist)}.",
        sag=sag,
        vurdering=svar,
        data={"aktindsigt": str(anmodning.id)},
    )
    return anmodning
