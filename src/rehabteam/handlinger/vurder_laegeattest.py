"""A caseworker has read a certificate: of which kind it is, and which of § 4, stk. 3's points it holds."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.bek2408_2021.par04 import FOERSTE_SAMTALE, ORDINAER, STK3_NR
from rehabteam.lov.love import gaeldende
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Laegevurdering
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.udtraek import sagsbillede

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

KILDER = {
    ORDINAER: "den praktiserende læges attest til teamet",
    FOERSTE_SAMTALE: "attesten fra den første opfølgningssamtale",
    "": "ikke en af de attester, loven spørger om",
}


@handling("vurder_laegeattest")
def vurder_laegeattest(
    anledning: Anledning,
    sag_id: UUID,
    dokument_id: UUID,
    *,
    kilde: str,
    konsultation: bool | None = None,
    punkter: Sequence[int] = (),
) -> Laegevurdering:
    """A new mark-off of one paper; the newest governs, and the law is asked at once what then lacks (the receipt).

    `konsultation` and `punkter` are asked of the ordinary certificate only. Raises KanIkke at `kilde`, `konsultation`,
    `punkter`; FindesIkke for a paper that is not on the case.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "vurder_laegeattest", sag)
    dokument = next((d for d in sagsbillede.gyldige(sag) if d.id == dokument_id), None)
    if dokument is None:
        raise FindesIkke
    fejl = {}
    ordinaer = kilde == ORDINAER
    if kilde not in KILDER:
        fejl["kilde"] = _("Vælg, hvilken attest det er.")
    if ordinaer and konsultation is None:
        fejl["konsultation"] = _("Vælg, om attesten bygger på en konsultation med borgeren.")
    if not set(punkter) <= set(STK3_NR):
        fejl["punkter"] = _("Vælg punkter på listen.")
    if fejl:
        raise KanIkke(fejl)
    vurdering = Laegevurdering.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        dokument=dokument,
        kilde=kilde,
        konsultation=konsultation if ordinaer else None,
        punkter=sorted(set(punkter)) if ordinaer else [],
        dag=anledning.dag,
        tid=anledning.nu,
        forfatter=anledning.aktoer.signatur,
    )
    haendelse(
        anledning,
        "vurder_laegeattest",
        f"»{dokument.titel}« er læst: {KILDER[kilde]}{_fundet(vurdering)}.",
        sag=sag,
        vurdering=gaeldende("par04", anledning.dag).funktion(laege.fakta(sag)),
        data={"dokument": str(dokument.id), "laegevurdering": str(vurdering.id)},
    )
    return vurdering


def _fundet(vurdering: Laegevurdering) -> str:
    if vurdering.kilde != ORDINAER:
        return ""
    ude = "efter konsultation" if vurdering.konsultation else "uden konsultation"
    return f", {ude}, {len(vurdering.punkter)} af {len(STK3_NR)} punkter"
