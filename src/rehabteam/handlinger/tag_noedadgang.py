"""Breaking the glass: open one case one's role does not open, to read it, for an hour, in view of everybody."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Noed
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Adgangspost, Noedadgang, Sag
from rehabteam.sager.models.noedadgang import HOEJST
from rehabteam.sager.udtraek.soegning import SAGSNUMMER
from rehabteam.sager.udtraek.synlige import synlige_sager

from .datoer import kraev
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling

FORSOEG, VINDUE = 10, timedelta(minutes=10)  # numbers that open nothing, before one must wait
KORTEST = 10  # letters: »test« is no reason


@handling("tag_noedadgang")
def tag_noedadgang(anledning: Anledning, *, kommune_id: UUID, nummer: str, grund: str) -> Noedadgang:
    """The case with exactly this number, within one's own organisation or shared with one's region.

    A number nobody has and one that lies elsewhere (or that one is kept out of) get the same answer.
    Raises KanIkke per field, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "tag_noedadgang")
    nummer = "".join(nummer.split())
    kraev(
        {
            "nummer": "" if SAGSNUMMER.fullmatch(nummer) else _("Skriv sagens nummer, fx 2026-00012."),
            "grund": ""
            if len(grund.strip()) >= KORTEST
            else _("Skriv, hvorfor du skal se sagen nu. Lederen læser det."),
        }
    )
    _ikke_for_mange(anledning)
    with kontekst.kun_nummeret(aktoer, nummer):
        sag = (
            Sag.objects.filter(kommune_id=kommune_id, nummer=nummer)
            .only("id", "kommune_id", "borger_id", "forloeb_id")
            .first()
        )
    if sag is None:
        raise KanIkke(
            {"nummer": _("Der er ingen sag med det nummer, som du kan åbne. Er det skrevet rigtigt?")}
        )
    if synlige_sager(aktoer).filter(id=sag.id).exists():
        raise KanIkke({"nummer": _("Sagen er åben for dig i forvejen. Søg den frem, som du plejer.")})
    noed = Noedadgang(
        organisation_id=aktoer.organisation_id,
        medarbejder_id=aktoer.medarbejder_id,
        rolle=aktoer.rolle,
        kommune_id=sag.kommune_id,
        sag=sag,
        borger_id=sag.borger_id,
        sagsnummer=nummer,
        grund=grund.strip(),
        tid=anledning.nu,
        udloeber=anledning.nu + HOEJST,
    )
    noed.save(force_insert=True)
    # Into the case's own history, which she can only reach as the one who broke the glass.
    kontekst.som(replace(aktoer, noed=Noed(noed.id, sag.id, sag.borger_id, noed.udloeber)))
    haendelse(
        anledning,
        "tag_noedadgang",
        "Sagen blev åbnet med nødadgang.",
        sag=sag,
        data={"noedadgang": str(noed.id), "indtil": noed.udloeber.isoformat()},
    )
    kontekst.som(aktoer)
    return noed


def _ikke_for_mange(anledning: Anledning) -> None:
    """Numbers are short: whoever tries one after the other is stopped. The log has each try."""
    forsoeg = Adgangspost.objects.filter(
        organisation_id=anledning.aktoer.organisation_id,
        medarbejder_id=anledning.aktoer.medarbejder_id,
        rute="tag_noedadgang",
        udfald=422,
        tid__gte=anledning.nu - VINDUE,
    )
    if forsoeg[:FORSOEG].count() >= FORSOEG:
        raise KanIkke({"": _("Du har prøvet for mange numre. Vent ti minutter, eller spørg din leder.")})
