"""Register an effort: granted, agreed, begun, entered in the indsatsdel (BEK § 17, stk. 1-2)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsats

from .datoer import dansk, kraev, raekkefoelge, rimelig
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb


def efterproev_indsats(indsats: Indsats, foedt: date, dag: date) -> None:
    """Dates that cannot be true, one message per field. Raises KanIkke."""
    fejl: dict[str, str] = {}
    for felt, fremtid in (
        ("bevilget", False),
        ("aftalt_start", True),
        ("paabegyndt", False),
        ("optaget_i_indsatsdel", False),
        ("afsluttet", False),
    ):
        dato = getattr(indsats, felt)
        if dato:
            fejl[felt] = rimelig(dato, foedt, dag, fremtid=fremtid)
    if indsats.paabegyndt and indsats.paabegyndt > dag:
        fejl["paabegyndt"] = _(
            "Startdatoen %(dato)s er ikke kommet endnu. Skriv den under »Aftalt start«."
        ) % {"dato": dansk(indsats.paabegyndt)}
    fejl |= dict(raekkefoelge("afsluttet", indsats.paabegyndt, indsats.afsluttet))
    if indsats.afsluttet and not indsats.paabegyndt:
        fejl["afsluttet"] = _(
            "En indsats kan ikke være afsluttet, før den er begyndt. Skriv, hvornår den begyndte."
        )
    if indsats.optaget_i_indsatsdel and not indsats.i_indsatsdel:
        fejl["i_indsatsdel"] = _(
            "Du har skrevet en dato for indsatsdelen. Sæt også kryds i, at indsatsen står der."
        )
    kraev(fejl)


def hvad_er_nyt(indsats: Indsats) -> str:
    """The registered fact as the end of a sentence: "»X« er begyndt 01.06.2026 og står i indsatsdelen"."""
    if indsats.paabegyndt:
        gang = f"er begyndt {dansk(indsats.paabegyndt)}"
    elif indsats.aftalt_start:
        gang = f"er aftalt til {dansk(indsats.aftalt_start)}, men ikke begyndt"
    elif indsats.bevilget:
        gang = f"er bevilget {dansk(indsats.bevilget)}, men ikke begyndt"
    else:
        gang = "er registreret, men ikke begyndt"
    return f"»{indsats.navn}« {gang} og {'står' if indsats.i_indsatsdel else 'står ikke'} i indsatsdelen"


@handling("registrer_indsats")
def registrer_indsats(
    anledning: Anledning,
    forloeb_id: UUID,
    *,
    navn: str,
    hjemmel: str,
    bevilget: date | None = None,
    aftalt_start: date | None = None,
    paabegyndt: date | None = None,
    afsluttet: date | None = None,
    genoptaget: date | None = None,
    i_indsatsdel: bool = False,
    optaget_i_indsatsdel: date | None = None,
    kilde: str = "",
) -> Svarskifte:
    """A new effort on the forløb. Raises KanIkke per field, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_indsats", forloeb)
    foer = vurder(forloeb, anledning.dag)
    indsats = Indsats(
        kommune_id=forloeb.kommune_id,
        forloeb=forloeb,
        navn=navn,
        hjemmel=hjemmel,
        bevilget=bevilget,
        aftalt_start=aftalt_start,
        paabegyndt=paabegyndt,
        afsluttet=afsluttet,
        genoptaget=genoptaget,
        i_indsatsdel=i_indsatsdel,
        optaget_i_indsatsdel=optaget_i_indsatsdel,
        kilde=kilde,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    efterproev_indsats(indsats, forloeb.borger.foedselsdato, anledning.dag)
    indsats.save(force_insert=True)
    skifte = genberegn(forloeb, anledning.dag, foer, hvad_er_nyt(indsats))
    haendelse(anledning, "registrer_indsats", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
