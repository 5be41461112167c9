"""Register that an effort was granted, agreed, begun, entered in the indsatsdel or ended."""

from datetime import date
from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsats

from .fejl import AendretAfAnden, FindesIkke
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb
from .registrer_indsats import efterproev_indsats, hvad_er_nyt

FELTER = (
    "bevilget",
    "aftalt_start",
    "paabegyndt",
    "afsluttet",
    "i_indsatsdel",
    "optaget_i_indsatsdel",
)


@handling("registrer_indsatsens_gang")
def registrer_indsatsens_gang(
    anledning: Anledning,
    forloeb_id: UUID,
    indsats_id: UUID,
    *,
    version: int,
    bevilget: date | None,
    aftalt_start: date | None,
    paabegyndt: date | None,
    afsluttet: date | None,
    i_indsatsdel: bool,
    optaget_i_indsatsdel: date | None,
) -> Svarskifte:
    """New dates on an effort. `version` is the forløb's, from the form. Raises KanIkke, AendretAfAnden, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_indsatsens_gang", forloeb)
    try:
        indsats = Indsats.objects.get(id=indsats_id, forloeb=forloeb, tilbagekaldt_tid=None)
    except Indsats.DoesNotExist:
        raise FindesIkke from None
    nye = {
        "bevilget": bevilget,
        "aftalt_start": aftalt_start,
        "paabegyndt": paabegyndt,
        "afsluttet": afsluttet,
        "i_indsatsdel": i_indsatsdel,
        "optaget_i_indsatsdel": optaget_i_indsatsdel,
    }
    gamle = {felt: getattr(indsats, felt) for felt in FELTER}
    if version != forloeb.version and gamle != nye:
        sidst = forloeb.haendelser.order_by("-tid").first()
        hvem = sidst.aktoer_navn if sidst else ""
        raise AendretAfAnden(hvem, sidst.tid if sidst else None, forloeb.version, gamle)
    foer = vurder(forloeb, anledning.dag)
    for felt, vaerdi in nye.items():
        setattr(indsats, felt, vaerdi)
    efterproev_indsats(indsats, forloeb.borger.foedselsdato, anledning.dag)
    indsats.save(update_fields=FELTER)
    skifte = genberegn(forloeb, anledning.dag, foer, hvad_er_nyt(indsats))
    aendret = {
        felt: [str(gamle[felt] or ""), str(nye[felt] or "")] for felt in FELTER if gamle[felt] != nye[felt]
    }
    haendelse(
        anledning,
        "registrer_indsatsens_gang",
        skifte.tekst,
        forloeb=forloeb,
        vurdering=skifte.efter,
        data={"indsats": str(indsats.id), "aendret": aendret},
    )
    return skifte
