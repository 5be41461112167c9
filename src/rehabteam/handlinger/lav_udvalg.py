"""Choose documents for a receiver outside the house. Nothing is given yet."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, Forsendelse, Forsendelseslinje, Fuldmagt, Sag
from rehabteam.sager.udtraek import fuldmagter
from rehabteam.sager.udtraek.overstregninger import KAN_TEGNES, gaeldende

from .beskyttede_ord import se_efter, skal_ses_efter
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

M = Forsendelse.Modtager
NAVNGIVNE = frozenset({M.LAEGE, M.KOMMUNE, M.ANDEN})
UDEN_GRUND = frozenset(
    {M.BORGER, M.BISIDDER}
)  # it is her own case; the fuldmagt says what her bisidder may have
MINDST = 20  # characters of a reason


@handling("lav_udvalg")
def lav_udvalg(
    anledning: Anledning,
    sag_id: UUID,
    *,
    modtager: str,
    modtager_navn: str = "",
    fuldmagt_id: UUID | None = None,
    grundlag: str = "",
    dokumenter: Sequence[UUID],
) -> Forsendelse:
    """Where name and address are protected, each document is looked through, and its newest redacted edition proposed.

    Raises KanIkke at `modtager`, `modtager_navn`, `fuldmagt`, `grundlag`, `dokumenter`; FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "lav_udvalg", sag)
    valgte = _dokumenterne(sag, dokumenter)
    fuldmagt = modtagerens_fuldmagt(anledning, sag, modtager, fuldmagt_id)
    fejl = _fejl(modtager, modtager_navn, grundlag)
    if not valgte:
        fejl["dokumenter"] = _("Vælg mindst ét dokument.")
    if fejl:
        raise KanIkke(fejl)
    forsendelse = Forsendelse.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        modtager=modtager,
        modtager_navn=" ".join(modtager_navn.split()) if modtager in NAVNGIVNE else "",
        fuldmagt=fuldmagt,
        grundlag=grundlag.strip(),
        oprettet_tid=anledning.nu,
        oprettet_af=anledning.aktoer.navn,
    )
    udgaver = gaeldende(sag)
    for nr, dokument in enumerate(valgte, 1):
        overstregning = next(iter(udgaver.get(dokument.id, ())), None)
        fund = se_efter(sag.borger, dokument, overstregning) if skal_ses_efter(sag, modtager) else {}
        Forsendelseslinje.objects.create(
            kommune_id=sag.kommune_id,
            sag=sag,
            forsendelse=forsendelse,
            nr=nr,
            dokument=dokument,
            overstregning=overstregning,
            fund=fund,
        )
    # Not in the case's history before it is given.
    haendelse(
        anledning,
        "lav_udvalg",
        "Der blev valgt dokumenter til en modtager.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"forsendelse": str(forsendelse.id), "antal": len(valgte)},
    )
    return forsendelse


def modtagerens_fuldmagt(
    anledning: Anledning, sag: Sag, modtager: str, fuldmagt_id: UUID | None
) -> Fuldmagt | None:
    """The bisidder's, which must run today and cover the papers. Raises KanIkke at `fuldmagt`."""
    if modtager != M.BISIDDER:
        return None
    gaelder = fuldmagter.gaeldende(sag.borger_id, anledning.dag).filter(
        dokumenter=True, fra__lte=anledning.dag
    )
    fundet = gaelder.filter(id=fuldmagt_id).first() if fuldmagt_id else None
    if fundet is None:
        raise KanIkke({"fuldmagt": _("Vælg en bisidder, hvis fuldmagt gælder i dag og dækker dokumenterne.")})
    return fundet


def _dokumenterne(sag: Sag, dokumenter: Sequence[UUID]) -> list[Dokument]:
    """In the order they were chosen. Raises KanIkke at `dokumenter`."""
    fundne = {
        d.id: d
        for d in Dokument.objects.filter(sag=sag, id__in=dokumenter, trukket_tilbage_tid=None)
        .select_related("gennemgang")
        .order_by("dato")
    }
    if any(i not in fundne for i in dokumenter):
        raise KanIkke({"dokumenter": _("Et af dokumenterne er trukket tilbage imens. Vælg igen.")})
    if any(d.mime not in KAN_TEGNES for d in fundne.values()):
        tekst = _(
            "Et af dokumenterne er en fil fra et andet system, som ikke kan samles her. Hent den for sig."
        )
        raise KanIkke({"dokumenter": tekst})
    return [fundne[i] for i in dict.fromkeys(dokumenter)]


def _fejl(modtager: str, navn: str, grundlag: str) -> dict[str, str]:
    fejl = {}
    if modtager not in M.values:
        return {"modtager": _("Vælg, hvem der skal have dokumenterne.")}
    if modtager in NAVNGIVNE and not navn.strip():
        fejl["modtager_navn"] = _("Skriv, hvem modtageren er.")
    if modtager not in UDEN_GRUND and len(grundlag.strip()) < MINDST:
        fejl["grundlag"] = _(
            "Skriv, hvorfor modtageren må få dokumenterne, fx hvad borgeren har samtykket til."
        )
    return fejl
