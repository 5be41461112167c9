"""Taking an older version of a part back: it becomes the newest, and what stood there stays as a version."""

from dataclasses import asdict
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Plandel

from .fejl import AendretAfAnden, FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .skriv_plandel import find_del, indhold_af, ny_version, seneste_version


@handling("gendan_plandel")
def gendan_plandel(anledning: Anledning, sag_id: UUID, *, noegle: str, gammel: int, version: int) -> Plandel:
    """Version `gammel` again, on top of `version`. Raises KanIkke, AendretAfAnden, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "gendan_plandel", sag)
    del_ = find_del(sag, noegle)
    sidste = seneste_version(sag, noegle)
    hentet = sag.plandel_raekker.filter(noegle=noegle, version=gammel).first()
    if sidste is None or hentet is None:
        raise FindesIkke
    indhold = indhold_af(hentet)
    if indhold == indhold_af(sidste):
        raise KanIkke({"": _("Den version er den, der gælder nu.")})
    if sidste.version != version:
        raise AendretAfAnden(sidste.forfatter, sidste.tid, sidste.version, asdict(indhold_af(sidste)))
    ny = ny_version(anledning, sag, noegle, indhold, sidste, hentet_fra=gammel)
    haendelse(
        anledning,
        "gendan_plandel",
        f"Hentede version {gammel} af »{del_.titel}« frem igen (nu version {ny.version}).",
        sag=sag,
        data={"noegle": noegle, "version": ny.version, "hentet_fra": gammel},
    )
    return ny
