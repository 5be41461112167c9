"""What the forberedende del of a case holds, as the facts of §§ 3 and 15, and which parts the rules want of it."""

from functools import lru_cache

from django.db.models import Prefetch, QuerySet

from rehabteam.lov.bek2408_2021 import par03, par15
from rehabteam.lov.love import gaeldende

from ..models import Planbilag, Plandel, Sag
from ..plandele import ALLE, BORGEREN, BORGERENS_SYN, INDHOLD, KOMMUNEN, KOMMUNENS_SYN, POSTFELTER, Del

PAR15 = "par15_"
LISTER = tuple(d.noegle for d in ALLE if d.liste)
CV = "stk1_nr1_cv"


def _nyeste() -> "QuerySet[Plandel]":
    return Plandel.objects.order_by("sag_id", "noegle", "-version").distinct("sag_id", "noegle")


def _nyeste_bilag() -> "QuerySet[Planbilag]":
    return (
        Planbilag.objects.select_related("dokument")
        .order_by("sag_id", "dokument_id", "-nr")
        .distinct("sag_id", "dokument_id")
    )


def _forhaands(versioner: bool) -> tuple[Prefetch, ...]:
    hak = Prefetch("planbilag_raekker", _nyeste_bilag(), to_attr="gaeldende_planbilag")
    return (
        (Prefetch("plandel_raekker", _nyeste(), to_attr="gaeldende_plandele"), hak) if versioner else (hak,)
    )


def med_plan(sager: "QuerySet[Sag]", versioner: bool = True) -> "QuerySet[Sag]":
    """The same cases with their plan fetched: two more queries, however many cases.

    `versioner` False outside the kommune, whose own they are: there the plan is the frozen paper and its ticks.
    """
    return sager.prefetch_related(*_forhaands(versioner))


def seneste(sag: Sag) -> dict[str, Plandel]:
    """The newest version of each part that somebody has written on; none where only the ticks were fetched."""
    hentet: list[Plandel] | None = getattr(sag, "gaeldende_plandele", None)
    if hentet is None and hasattr(sag, "gaeldende_planbilag"):
        return {}
    return {d.noegle: d for d in (_nyeste().filter(sag=sag) if hentet is None else hentet)}


def bilag(sag: Sag) -> list[Planbilag]:
    """What the documents hold of the plan, by the newest ticks; documents that were withdrawn hold nothing."""
    hentet: list[Planbilag] | None = getattr(sag, "gaeldende_planbilag", None)
    alle = _nyeste_bilag().filter(sag=sag) if hentet is None else hentet
    return [b for b in alle if b.dele and b.dokument.trukket_tilbage_tid is None]


@lru_cache(maxsize=64)
def kraevede(sagstype: str) -> tuple[Del, ...]:
    """The parts of a plan in this kind of case: those the rules miss when nothing is there (§ 3, § 15)."""
    tom3 = gaeldende("par03").funktion(par03.Par03(sagstype=sagstype, forberedende_del=()))
    tom15 = gaeldende("par15").funktion(par15.Par15(sagstype=sagstype, forberedende_del=(), par15=()))
    koder = {m.kode for m in (*tom3.mangler, *tom15.mangler)}
    return tuple(d for d in ALLE if d.hjemmel.kort in koder)


def udfyldt(del_: Del, indhold: Plandel | None) -> bool:
    """Is there what the part must hold? An explicit "none" is there; spaces are not."""
    if indhold is None:
        return False
    if del_.liste:
        return indhold.ingen or (bool(indhold.poster) and _alle(indhold.poster, INDHOLD))
    if del_.punkter:
        return all(str(indhold.punkter.get(navn, "")).strip() for navn, _ in del_.punkter)
    skrevet = {navn for navn in (KOMMUNEN, BORGEREN) if getattr(indhold, navn).strip()}
    return del_.kraever <= skrevet and bool(skrevet)


def mangler_i(del_: Del, indhold: Plandel | None) -> list[tuple[str, int]]:
    """What a part that somebody writes on still lacks: a field, and the row it stands in (0 = none, else 1, 2 …).

    Fields: kommunen, borgeren, a name of `punkter`, one of POSTFELTER; "ingen" = no effort, and not said that there
    was none.
    """
    if del_.liste:
        if indhold is None or not indhold.poster:
            return [] if indhold and indhold.ingen else [("ingen", 0)]
        return [
            (felt, nr)
            for nr, post in enumerate(indhold.poster, 1)
            for felt in POSTFELTER
            if not str(post.get(felt, "")).strip()
        ]
    if del_.punkter:
        punkter = indhold.punkter if indhold else {}
        return [(navn, 0) for navn, _ in del_.punkter if not str(punkter.get(navn, "")).strip()]
    if udfyldt(del_, indhold):
        return []
    felter = [f for f in (KOMMUNEN, BORGEREN) if f in del_.kraever] or [KOMMUNEN]
    return [(f, 0) for f in felter if indhold is None or not getattr(indhold, f).strip()]


def _alle(poster: list[dict[str, str]], felter: tuple[str, ...]) -> bool:
    return all(str(post.get(felt, "")).strip() for post in poster for felt in felter)


def der(sag: Sag) -> frozenset[str]:
    """The keys of the parts that are there, written here or held by a document."""
    skrevet = seneste(sag)
    fundet = {d.noegle for d in ALLE if udfyldt(d, skrevet.get(d.noegle))}
    fundet |= {noegle for b in bilag(sag) for noegle in b.dele}
    if any(d.slags == "cv" and d.trukket_tilbage_tid is None for d in sag.dokument_raekker.all()):
        fundet.add(CV)
    return frozenset(fundet)


def dele(sag: Sag) -> tuple[str, ...]:
    """`forberedende_del` of the law's questions: what is there, in the law's keys (par03.DELE)."""
    fundet = der(sag)
    lister = {noegle: d for noegle, d in seneste(sag).items() if noegle in LISTER and (d.ingen or d.poster)}
    poster = [post for d in lister.values() if not d.ingen for post in d.poster]
    i_papir = {noegle for b in bilag(sag) for noegle in b.dele}
    # Experience with efforts that only a document tells of must be ticked off there.
    paa_skaermen = bool(lister) and not (i_papir & set(LISTER)) - lister.keys()
    sande = {
        **{noegle: noegle in fundet for noegle in par03.STK1},
        "stk2_beskaeftigelse": "stk2_beskaeftigelse" in fundet,
        # The law has one item for the citizen and her family; the page asks about each.
        "stk2_social": {"stk2_social", "stk2_familie"} <= fundet,
        "stk2_erfaringer_kommune": "stk2_erfaringer_kommune" in i_papir
        or (paa_skaermen and _alle(poster, KOMMUNENS_SYN)),
        "stk2_erfaringer_borger": "stk2_erfaringer_borger" in i_papir
        or (paa_skaermen and _alle(poster, BORGERENS_SYN)),
    }
    return tuple(noegle for noegle, er_der in sande.items() if er_der)


def par15_dele(sag: Sag) -> tuple[str, ...]:
    """`par15` of the law's questions: nr1 … nr6, those that are there."""
    fundet = der(sag)
    return tuple(noegle for noegle in par15.STK1 if PAR15 + noegle in fundet)
