"""The læge's assessment of a case, as the facts of § 4: what was found in the papers that came."""

from collections.abc import Mapping

from django.db.models import Prefetch, QuerySet

from rehabteam.lov.bek2408_2021 import par04

from ..models import Laegevurdering, Sag
from .skoen import svar as svar_paa

SPOERGSMAAL = ("overgang", "foerste_jaf", "kommunens_vurdering_tilstraekkelig")
"""What a human answers that § 4, stk. 2 asks about."""


def _nyeste() -> "QuerySet[Laegevurdering]":
    """The newest on each paper, the latest written first."""
    return Laegevurdering.objects.select_related("dokument").order_by("-tid", "-id")


def med_laege(sager: "QuerySet[Sag]") -> "QuerySet[Sag]":
    """The same cases with what was found in their certificates: one more query, however many cases."""
    return sager.prefetch_related(
        Prefetch("laegevurdering_raekker", _nyeste(), to_attr="gaeldende_laegevurderinger")
    )


def gaeldende(sag: Sag) -> list[Laegevurdering]:
    """What governs for each paper, the latest first. A withdrawn paper, and one that is no assessment, say nothing."""
    hentet: list[Laegevurdering] | None = getattr(sag, "gaeldende_laegevurderinger", None)
    pr_papir: dict[object, Laegevurdering] = {}
    for vurdering in _nyeste().filter(sag=sag) if hentet is None else hentet:
        pr_papir.setdefault(vurdering.dokument_id, vurdering)
    return [v for v in pr_papir.values() if v.kilde and v.dokument.trukket_tilbage_tid is None]


def seneste(sag: Sag) -> Laegevurdering | None:
    """The one § 4 is asked about: the newest ordinary certificate; without one, the newest of the first talk."""
    fundne = gaeldende(sag)
    return next((v for v in fundne if v.kilde == par04.ORDINAER), fundne[0] if fundne else None)


def pl_vurdering(sag: Sag) -> par04.PlVurdering:
    """The certificate as the law sees it; `kilde` None when none has been read and marked off."""
    vurdering = seneste(sag)
    if vurdering is None:
        return par04.PlVurdering(kilde=None)
    return par04.PlVurdering(
        kilde=vurdering.kilde,
        konsultation=vurdering.konsultation,
        nr=tuple(sorted(vurdering.punkter)) if vurdering.kilde == par04.ORDINAER else None,
    )


def fakta(sag: Sag, svar: Mapping[str, object] | None = None) -> par04.Par04:
    """All that § 4 asks about a case. `svar`: what is answered (skoen.svar), asked for when not given."""
    pl, svar = pl_vurdering(sag), svar_paa(sag) if svar is None else svar
    valgfri = {noegle: svar[noegle] for noegle in SPOERGSMAAL if noegle in svar}
    return par04.Par04(
        sagstype=sag.sagstype,
        laegelig_kilde=pl.kilde,  # type: ignore[arg-type]
        konsultation=pl.konsultation,
        nr=pl.nr,
        **valgfri,  # type: ignore[arg-type]
    )


def foerste_samtale_aaben(sag: Sag, svar: Mapping[str, object] | None = None) -> bool:
    """May the certificate of the first talk stand instead of the ordinary one in this kind of case (§ 4, stk. 2)?"""
    f = fakta(sag, svar)
    return par04.stk2(f.sagstype, f.overgang, f.foerste_jaf)
