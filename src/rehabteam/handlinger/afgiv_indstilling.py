"""Give the team's recommendation: an outcome with all its parts (BEK §§ 7-11, 16), or § 19's efforts."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.bek2408_2021.indstilling import krav_til
from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.indstillingsdele import INDSATSER, SE_IGEN, dele, spoergsmaal, tekstdele
from rehabteam.sager.models import Indstilling, Sag
from rehabteam.sager.sagsfakta.indstilling import er_der, er_par19, fakta, fakta_par19, siges, valg

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .indstillingspapir import indstillingspapir
from .papir import laeg_paa_sagen
from .skriv_indstilling import kraev_teamet

VAELG_UDFALD = "udfald"


def svar(sag: Sag, indstilling: Indstilling | None) -> Vurdering | None:
    """What the law says of it as it stands: § 19, or §§ 7-11 and 16. None: no outcome is chosen yet."""
    start = sag.forloeb.start if sag.forloeb else None
    if er_par19(sag):
        return gaeldende("par19", start).funktion(fakta_par19(indstilling))
    if indstilling is None or not indstilling.udfald:
        return None
    return gaeldende("indstilling", start).funktion(fakta(sag, indstilling))


def hvad_mangler(sag: Sag, indstilling: Indstilling | None) -> dict[str, str]:
    """Field → what lacks before it can be given, in the order of the page."""
    if er_par19(sag):
        mangler = _par19(sag, indstilling)
    else:
        mangler = _udfald(sag, indstilling)
    if not sag.deltager_raekker.filter(til_stede=True).exists():
        mangler["deltagere"] = _("Notér, hvem der er til stede.")
    return mangler


def _par19(sag: Sag, indstilling: Indstilling | None) -> dict[str, str]:
    vurdering = svar(sag, indstilling)
    fundet = {m.kode: m.tekst for m in vurdering.mangler} if vurdering else {}
    mangler = {d.noegle: fundet[d.navn] for d in dele("") if d.navn in fundet}
    if indstilling is None or indstilling.se_igen is None:
        mangler[SE_IGEN] = _("Svar på, om teamet ønsker at se sagen igen.")
    return mangler


def _udfald(sag: Sag, indstilling: Indstilling | None) -> dict[str, str]:
    vurdering = svar(sag, indstilling)
    if indstilling is None or vurdering is None:
        return {VAELG_UDFALD: _("Vælg, hvad teamet indstiller.")}
    mangler = {}
    if mit := next((v for v in valg(sag) if v.navn == indstilling.udfald and not v.kan_vaelges), None):
        mangler[VAELG_UDFALD] = mit.grund.tekst
    fundet = {m.kode for m in vurdering.mangler}
    krav = krav_til(indstilling.udfald)
    for d in dele(indstilling.udfald):
        if krav[d.navn].kode in fundet and not er_der(indstilling, d):
            mangler[d.noegle] = f"{_(d.overskrift).rstrip('?')}: {krav[d.navn].tekst}"
    aabne = {s.noegle for s in vurdering.skal_vurderes}
    for s in spoergsmaal(indstilling.udfald):
        if s.flag in aabne:
            mangler[s.flag] = _("Svar ja eller nej: %(spoergsmaal)s") % {"spoergsmaal": _(s.overskrift)}
        elif indstilling.flag.get(s.flag) and not er_der(indstilling, s.del_):
            mangler[s.del_.noegle] = next(m.tekst for m in vurdering.mangler if m.hjemmel == s.hjemmel)
    return mangler


@handling("afgiv_indstilling")
def afgiv_indstilling(
    anledning: Anledning, sag_id: UUID, *, version: int, begrundelse_tilstraekkelig: bool = False
) -> Indstilling:
    """Freeze it, make the PDF, put it on the case. Raises KanIkke with each missing part, FindesIkke, IngenRet.

    `begrundelse_tilstraekkelig`: the mødeleder says that the reasons suffice to decide on (§ 7, stk. 4); an outcome
    is not given without it.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "afgiv_indstilling", sag)
    kraev_teamet(sag)
    indstilling = sag.indstilling_raekker.first()
    mangler = hvad_mangler(sag, indstilling)
    vurdering = svar(sag, indstilling)
    if indstilling is None or vurdering is None or mangler:
        raise KanIkke(mangler)
    if indstilling.version != version:
        raise KanIkke(
            {"": _("Indstillingen er ændret, siden du åbnede siden. Læs den igennem, og afgiv den så.")}
        )
    if indstilling.udfald and not begrundelse_tilstraekkelig:
        raise KanIkke(
            {
                "begrundelse_tilstraekkelig": _(
                    "Tag stilling til, om begrundelsen er god nok at afgøre sagen på."
                )
            }
        )
    _luk(indstilling, begrundelse_tilstraekkelig)
    indstilling.afgivet_tid = anledning.nu
    indstilling.afgivet_dag = anledning.dag
    indstilling.afgivet_af = anledning.aktoer.navn
    indstilling.dokument = laeg_paa_sagen(
        anledning,
        sag,
        indstillingspapir(anledning, sag, indstilling, vurdering),
        titel="Rehabiliteringsteamets indstilling",
        slags="indstilling",
        dato=anledning.dag,
        filnavn="indstilling.pdf",
    )
    indstilling.save()
    sag.tilstand = Sag.Tilstand.INDSTILLET
    sag.version += 1
    sag.save(update_fields=["tilstand", "version"])
    if sag.forloeb and er_par19(sag):
        sag.forloeb.genbehandlet = anledning.dag
        sag.forloeb.save(update_fields=["genbehandlet"])
    haendelse(
        anledning,
        "afgiv_indstilling",
        "Rehabiliteringsteamet afgav sin indstilling. Den er låst.",
        sag=sag,
        vurdering=vurdering,
    )
    return indstilling


def _luk(indstilling: Indstilling, begrundelse_tilstraekkelig: bool) -> None:
    """What is given is the chosen outcome and nothing else: drafts for other outcomes do not follow it out."""
    udfald = indstilling.udfald
    spurgt = {s.flag: s for s in spoergsmaal(udfald)}
    indstilling.flag = {f: v for f, v in indstilling.flag.items() if f in spurgt}
    sagt = {d.noegle for d in tekstdele(udfald) if not d.flag or siges(indstilling, d.flag)}
    indstilling.indhold = {n: t for n, t in indstilling.indhold.items() if n in sagt}
    egne = {d.noegle for d in dele(udfald)}
    if udfald:
        indstilling.begrundelse_tilstraekkelig = begrundelse_tilstraekkelig
        indstilling.aarsag = ""
        if INDSATSER not in egne:
            indstilling.indsatser, indstilling.opfoelgning, indstilling.se_igen = [], "", None
