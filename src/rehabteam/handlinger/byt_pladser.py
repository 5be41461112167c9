"""Let two cases change meetings."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.udtraek.synlige import synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .moedepladser import hent_moede, saet_paa, slip_plads, tag_tur


@handling("byt_pladser")
def byt_pladser(anledning: Anledning, sag_id: UUID, *, med_id: UUID, grund: str) -> None:
    """Both move or none; each keeps the other's hour. Raises KanIkke at `med`/`grund`/`moede`, FindesIkke, IngenRet."""
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor de to bytter. Det står i begge sagers historik.")})
    laaste = synlige_sager(anledning.aktoer).select_for_update().filter(id__in=[sag_id, med_id])
    if sag_id == med_id or len(laaste.order_by("id").values("id")) != 2:
        raise FindesIkke
    sager = synlige_sager(anledning.aktoer).select_related("borger", "moede", "kommune")
    en, anden = sager.get(id=sag_id), sager.get(id=med_id)
    for sag in (en, anden):
        kraev_ret(anledning.aktoer, "byt_pladser", sag)
    if en.moede_id is None or anden.moede_id is None:
        raise KanIkke({"med": _("Begge sager skal have en dag, før de kan bytte.")})
    if en.moede_id == anden.moede_id:
        raise KanIkke({"med": _("De to sager er på samme møde. Ret i stedet klokkeslættene på mødets side.")})
    moeder = {sag.id: hent_moede(anledning, sag.moede_id) for sag in (en, anden) if sag.moede_id}
    tag_tur(m.id for m in moeder.values())
    kl = {en.id: en.moede_kl, anden.id: anden.moede_kl}
    slip_plads(en)
    slip_plads(anden)
    for sag, fra in ((en, anden), (anden, en)):
        skift = saet_paa(anledning, sag, moeder[fra.id], kl[fra.id], grund.strip())
        haendelse(anledning, "byt_pladser", skift.tekst, sag=sag, vurdering=skift.svar, data=skift.data)
