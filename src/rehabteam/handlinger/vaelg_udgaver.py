"""Choose which edition of each document a receiver gets, and why something goes though it was found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Forsendelse
from rehabteam.sager.udtraek.forsendelser import forsendelser, linjer
from rehabteam.sager.udtraek.overstregninger import gaeldende

from .beskyttede_ord import se_efter, skal_ses_efter
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

MINDST = 20  # characters of a reason


@dataclass(frozen=True, slots=True)
class Udgavevalg:
    """`overstregning_id` None: the document itself. `trods`: why it goes as it is; "" where there is no need."""

    dokument_id: UUID
    overstregning_id: UUID | None
    trods: str = ""


@handling("vaelg_udgaver")
def vaelg_udgaver(anledning: Anledning, forsendelse_id: UUID, *, valg: Sequence[Udgavevalg]) -> Forsendelse:
    """The lines named; each is looked through anew. A reason given for one edition does not hold for another.

    Raises KanIkke at `<document's hex>-udgave`/`-trods`, FindesIkke (also if it is given), IngenRet.
    """
    forsendelse = hent_aaben(anledning, forsendelse_id)
    sag = hent_sag(anledning, forsendelse.sag_id)
    kraev_ret(anledning.aktoer, "vaelg_udgaver", sag)
    udgaver = gaeldende(sag)
    valgt = {v.dokument_id: v for v in valg}
    beskyttet = skal_ses_efter(sag, forsendelse.modtager)
    fejl = {}
    for linje in linjer(forsendelse):
        v = valgt.get(linje.dokument_id)
        if v is None:
            continue
        noegle = linje.dokument_id.hex
        nye = {o.id: o for o in udgaver.get(linje.dokument_id, ())}
        if v.overstregning_id and v.overstregning_id not in nye:
            fejl[f"{noegle}-udgave"] = _("Udgaven er trukket tilbage. Vælg en anden.")
            continue
        samme = linje.overstregning_id == v.overstregning_id
        linje.overstregning = nye[v.overstregning_id] if v.overstregning_id else None
        linje.fund = se_efter(sag.borger, linje.dokument, linje.overstregning) if beskyttet else {}
        trods = v.trods.strip() if samme or v.trods.strip() != linje.trods else ""
        if trods and len(trods) < MINDST:
            fejl[f"{noegle}-trods"] = _("Skriv grunden, så en kollega kan forstå den.")
        linje.trods = trods if linje.fund.get("sider") or linje.fund.get("ulaest") else ""
        linje.save(update_fields=["overstregning", "fund", "trods"])
    if fejl:
        raise KanIkke(fejl)
    haendelse(
        anledning,
        "vaelg_udgaver",
        "Der blev valgt udgaver af dokumenter til en modtager.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"forsendelse": str(forsendelse.id)},
    )
    return forsendelse


def hent_aaben(anledning: Anledning, forsendelse_id: UUID) -> Forsendelse:
    """One that is not given yet, locked: two at once take turns. Raises FindesIkke."""
    laast = forsendelser(anledning.aktoer).select_for_update(of=("self",))
    fundet = laast.filter(id=forsendelse_id, udleveret_tid=None, opgivet_tid=None).first()
    if fundet is None:
        raise FindesIkke
    return fundet
