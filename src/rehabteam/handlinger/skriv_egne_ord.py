"""The citizen's own words to the team: they stand first in the meeting room."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_borgeren_selv

HOEJST = 4000


@handling("skriv_egne_ord")
def skriv_egne_ord(anledning: Anledning, borger_id: UUID, *, tekst: str) -> None:
    """Empty takes them back. The Hændelse says that they were written, not what. Raises KanIkke at `tekst`."""
    aktoer = anledning.aktoer
    borger, forloeb = hent_borgeren_selv(aktoer, borger_id)
    kraev_ret(aktoer, "skriv_egne_ord", borger)
    tekst = tekst.strip()
    if len(tekst) > HOEJST:
        raise KanIkke({"tekst": _("Skriv højst 4000 tegn. Har du mere, så tag det med til mødet.")})
    borger.egne_ord = tekst
    borger.save(update_fields=["egne_ord"])
    hvad = "skrev med egne ord til teamet" if tekst else "tog sine egne ord tilbage"
    haendelse(anledning, "skriv_egne_ord", f"Borgeren {hvad}.", forloeb=forloeb)
