"""An effort of the plan has begun, in a case without a ressourceforløb: granted is not begun (BEK § 5, stk. 3)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsatsstart
from rehabteam.sager.udtraek.opfoelgning import planlagte

from .datoer import dansk, kraev, rimelig
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("registrer_start")
def registrer_start(
    anledning: Anledning, sag_id: UUID, *, nr: int, begyndt: date | None, fortryd_grund: str = ""
) -> Indsatsstart:
    """The day effort `nr` of the plan began. `begyndt` None takes the registered start back, with `fortryd_grund`.

    Raises KanIkke at `begyndt` and `fortryd_grund`, FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "registrer_start", sag)
    if sag.forloeb_id:
        raise KanIkke({"": _("Registrér starten på borgerens forløb, så de seks måneder bliver regnet om.")})
    indsats = next((i for i in planlagte(sag) if i.nr == nr), None)
    if indsats is None:
        raise FindesIkke
    gaeldende = Indsatsstart.objects.filter(sag=sag, nr=nr, tilbagekaldt_tid=None).first()
    if begyndt is None:
        return _tag_tilbage(anledning, gaeldende, indsats.navn, fortryd_grund.strip())
    if gaeldende:
        raise KanIkke(
            {"begyndt": _("Starten er allerede registreret. Tag den tilbage først, hvis den er forkert.")}
        )
    kraev({"begyndt": rimelig(begyndt, sag.borger.foedselsdato, anledning.dag, fremtid=False)})
    start = Indsatsstart.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        nr=nr,
        begyndt=begyndt,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    haendelse(
        anledning,
        "registrer_start",
        f"»{indsats.navn}« begyndte {dansk(begyndt)}.",
        sag=sag,
        data={"nr": nr, "begyndt": begyndt.isoformat()},
    )
    return start


def _tag_tilbage(anledning: Anledning, start: Indsatsstart | None, navn: str, grund: str) -> Indsatsstart:
    if start is None:
        raise KanIkke({"begyndt": _("Skriv den dag, indsatsen begyndte.")})
    if not grund:
        raise KanIkke({"fortryd_grund": _("Skriv, hvorfor starten tages tilbage.")})
    start.tilbagekaldt_tid, start.tilbagekaldt_grund = anledning.nu, grund
    start.save(update_fields=["tilbagekaldt_tid", "tilbagekaldt_grund"])
    haendelse(
        anledning,
        "registrer_start",
        f"Starten på »{navn}« blev taget tilbage. Begrundelse: {grund}",
        sag=start.sag,
        data={"nr": start.nr},
    )
    return start
