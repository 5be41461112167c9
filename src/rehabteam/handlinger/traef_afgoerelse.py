"""The kommune's decision: its own act after every indstilling, and in the cases it handles without a team.

The team recommends, the kommune decides (BEK § 7, stk. 4). Going against the indstilling waits until the team has
been asked again; what is granted and refused, and why, is told the citizen in a letter.
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import UENIG, Afgoerelse, Sag
from rehabteam.sager.sagsfakta.afgoerelse import NAVNE, Grundlag, grundlag
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from . import afgiv_indstilling
from .afgoerelsespapir import afgoerelsesbrev
from .datoer import kraev, rimelig
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .mangler import mangler
from .opret_forloeb import begynd
from .papir import laeg_paa_sagen
from .planpapir import forberedende_papir
from .sagslukning import luk

RESSOURCEFORLOEB = "ressourceforloeb"
# The rules of the cases the kommune handles alone (§§ 12-14).
UDEN_TEAM = frozenset({"bek2408.par12", "bek2408.par13", "bek2408.par14"})


def svar(sag: Sag, g: Grundlag) -> Vurdering:
    """What the law says of the basis: of the indstilling, or of the papers where the kommune decides alone."""
    if g.indstilling:
        vurdering = afgiv_indstilling.svar(sag, g.indstilling)
        assert vurdering is not None  # it was given
        return vurdering
    alle = mangler(sag).vurderinger
    return next((v for v in alle if v.regel in UDEN_TEAM), alle[-1])


def begynder_forloeb(sag: Sag, udfald: str, bevilget: bool) -> bool:
    """A ressourceforløb that is granted begins on a day; in a re-submission it has begun already."""
    return udfald == RESSOURCEFORLOEB and bevilget and sag.forloeb_id is None


@handling("traef_afgoerelse")
def traef_afgoerelse(
    anledning: Anledning,
    sag_id: UUID,
    *,
    begrundelse: str,
    naeste: str,
    klagevejledning: str,
    foelger: bool | None = None,
    udfald: str = "",
    bevilget: bool | None = None,
    forloeb_start: date | None = None,
    mangler_grund: str = "",
) -> Afgoerelse:
    """Decide, once; the letter is made with it. Raises KanIkke per field, FindesIkke, IngenRet.

    `foelger` where a team has recommended: True takes over its outcome, and `udfald` and `bevilget` are not asked for.
    `forloeb_start`: the first day of a ressourceforløb that is granted. `mangler_grund`: why the basis suffices,
    where no team was asked and the law misses something in it.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "traef_afgoerelse", sag)
    g = grundlag(sag)
    if g is None:
        raise KanIkke({"": _("Sagen skal for rehabiliteringsteamet, før kommunen kan afgøre den.")})
    if g.indstilling and foelger:
        udfald, bevilget = g.udfald, True
    elif g.indstilling is None:
        foelger, udfald = None, g.udfald
    _efterproev(
        anledning,
        sag,
        g,
        foelger=foelger,
        udfald=udfald,
        bevilget=bevilget,
        forloeb_start=forloeb_start,
        tekster={"begrundelse": begrundelse, "naeste": naeste, "klagevejledning": klagevejledning},
        mangler_grund=mangler_grund,
    )
    assert bevilget is not None
    begynder = begynder_forloeb(sag, udfald, bevilget)
    afgoerelse = Afgoerelse(
        kommune_id=sag.kommune_id,
        sag=sag,
        foelger=foelger,
        udfald=udfald,
        bevilget=bevilget,
        begrundelse=begrundelse.strip(),
        naeste=naeste.strip(),
        klagevejledning=klagevejledning.strip(),
        forloeb_start=forloeb_start if begynder else None,
        mangler_grund="" if g.indstilling else mangler_grund.strip(),
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    vurdering = svar(sag, g)
    if g.indstilling is None:
        forberedende_papir(anledning, sag)  # what it was decided on, as it stood
    afgoerelse.dokument = laeg_paa_sagen(
        anledning,
        sag,
        afgoerelsesbrev(anledning, sag, afgoerelse, g.indstilling),
        titel="Kommunens afgørelse",
        slags="afgoerelse",
        dato=anledning.dag,
        filnavn="afgoerelse.pdf",
    )
    afgoerelse.save(force_insert=True)
    if begynder:
        assert forloeb_start is not None
        sag.forloeb = begynd(anledning, sag.borger, forloeb_start, sag.sagsbehandler_id)
    sag.tilstand = Sag.Tilstand.AFGJORT
    sag.version += 1
    sag.save(update_fields=["forloeb", "tilstand", "version"])
    haendelse(
        anledning,
        "traef_afgoerelse",
        _saetning(afgoerelse),
        sag=sag,
        vurdering=vurdering,
        data={"afgoerelse": str(afgoerelse.id)},
    )
    _luk_den_foerste(anledning, sag)
    return afgoerelse


def _efterproev(
    anledning: Anledning,
    sag: Sag,
    g: Grundlag,
    *,
    foelger: bool | None,
    udfald: str,
    bevilget: bool | None,
    forloeb_start: date | None,
    tekster: dict[str, str],
    mangler_grund: str,
) -> None:
    fejl: dict[str, str] = {}
    if g.venter_paa:
        raise KanIkke(
            {
                "": _("Afgørelsen venter: teamet er spurgt igen i sag %(nummer)s.")
                % {"nummer": g.venter_paa.nummer}
            }
        )
    if g.indstilling and foelger is None:
        fejl["foelger"] = _("Svar på, om kommunen følger indstillingen.")
    elif foelger is False and not g.kan_gaa_imod:
        fejl["foelger"] = _(
            "Kommunen kan ikke gå imod indstillingen endnu. Lad først teamet se på sagen igen, og sig hvorfor."
        )
    elif udfald not in NAVNE:
        fejl["udfald"] = _("Vælg, hvad der afgøres.")
    if bevilget is None and (foelger is not None or g.indstilling is None):
        fejl["bevilget"] = _("Svar på, om det bevilges eller afslås.")
    hvad = {
        "begrundelse": _("Skriv, hvorfor afgørelsen er, som den er."),
        "naeste": _("Skriv, hvad der sker nu, så borgeren ved det."),
        "klagevejledning": _("Skriv kommunens klagevejledning: hvem, hvordan og inden hvornår."),
    }
    fejl |= {felt: hvad[felt] for felt, tekst in tekster.items() if not tekst.strip()}
    if bevilget and begynder_forloeb(sag, udfald, bevilget):
        fejl["forloeb_start"] = _starten(anledning, sag, forloeb_start)
    if g.indstilling is None and not mangler_grund.strip() and mangler(sag).antal:
        fejl["mangler_grund"] = _("Noget mangler i grundlaget. Skriv, hvorfor sagen kan afgøres alligevel.")
    kraev(fejl)


def _starten(anledning: Anledning, sag: Sag, start: date | None) -> str:
    if start is None:
        return _("Skriv, hvilken dag ressourceforløbet begynder.")
    if synlige_forloeb(anledning.aktoer).filter(borger_id=sag.borger_id, slut=None).exists():
        return _(
            "Borgeren har allerede et ressourceforløb her. Afslut det først, eller genoptag sagen derfra."
        )
    return rimelig(start, sag.borger.foedselsdato, anledning.dag, fremtid=True)


def _saetning(a: Afgoerelse) -> str:
    hvad = f"Kommunen {'bevilgede' if a.bevilget else 'gav afslag på'} {NAVNE[a.udfald]}"
    if a.foelger is None:
        return f"{hvad}. Sagen blev afgjort uden rehabiliteringsteamet."
    if a.foelger:
        return f"{hvad}. Afgørelsen følger teamets indstilling."
    return f"{hvad}. Afgørelsen går imod teamets indstilling, som er hørt igen."


def _luk_den_foerste(anledning: Anledning, sag: Sag) -> None:
    """The case in which the kommune would not follow waited for this one, and is over with it."""
    if sag.undertype != UENIG or sag.udspringer_af_id is None:
        return
    foerste = hent_sag(anledning, sag.udspringer_af_id)
    if foerste.tilstand == Sag.Tilstand.INDSTILLET:
        luk(anledning, foerste, "anden_sag", f"Afgjort i sag {sag.nummer}.")
        haendelse(
            anledning,
            "traef_afgoerelse",
            f"Sagen blev afsluttet: den er afgjort i sag {sag.nummer}.",
            sag=foerste,
        )
