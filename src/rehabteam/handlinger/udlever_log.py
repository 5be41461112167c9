"""An extract of the access log for the citizen (GDPR article 15): who has used my information, without names."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.udtraek.borgerlog import opslag, poster_om

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb
from .logpapir import HOEJST_PDF, som_csv, som_pdf

FORMATER = {"pdf": "application/pdf", "csv": "text/csv; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Logudtraek:
    data: bytes
    antal: int


@handling("udlever_log")
def udlever_log(anledning: Anledning, forloeb_id: UUID, *, format_: str) -> Logudtraek:
    """Every row of one's own organisation that names the citizen. Raises KanIkke, FindesIkke, IngenRet."""
    if format_ not in FORMATER:
        raise KanIkke({"": _("Vælg PDF eller regneark.")})
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "udlever_log", forloeb)
    raekker = opslag(anledning.aktoer, poster_om(anledning.aktoer, forloeb.borger_id))
    if format_ == "pdf" and len(raekker) > HOEJST_PDF:
        raise KanIkke({"": _("Der er for mange opslag til en PDF. Hent dem som regneark.")})
    data = som_pdf(anledning, forloeb.borger, raekker) if format_ == "pdf" else som_csv(raekker)
    haendelse(
        anledning,
        "udlever_log",
        f"Et udtræk af loggen blev lavet til borgeren: {len(raekker)} opslag.",
        forloeb=forloeb,
        data={"format": format_, "antal": len(raekker), "sha256": hashlib.sha256(data).hexdigest()},
    )
    return Logudtraek(data, len(raekker))
