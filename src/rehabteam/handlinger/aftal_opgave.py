"""Before anyone leaves the meeting: who does what next, and by when. It becomes that person's reminder."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Paamindelse, Sag
from rehabteam.sager.udtraek.moederummet import kan_faa_opgave

from .datoer import kraev
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .saet_paamindelse import LAENGST


@handling("aftal_opgave")
def aftal_opgave(
    anledning: Anledning, sag_id: UUID, *, hvad: str, hvem_id: UUID | None, inden: date | None
) -> Paamindelse:
    """One task for one of the kommune's own. Raises KanIkke at `hvad`, `hvem`, `inden`; FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "aftal_opgave", sag)
    if sag.moede is None:
        raise KanIkke({"": _("Sagen er ikke på et møde.")})
    hvem = _den_valgte(sag, hvem_id)
    kraev(
        {
            "hvad": "" if hvad.strip() else _("Skriv, hvad der skal gøres."),
            "hvem": "" if hvem else _("Vælg, hvem der gør det."),
            "inden": _om_dagen(inden, anledning.dag),
        }
    )
    assert hvem is not None and inden is not None
    opgave = Paamindelse.objects.create(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag=sag,
        moede_id=sag.moede_id,
        medarbejder=hvem,
        dag=inden,
        tekst=" ".join(hvad.split()),
        oprettet_tid=anledning.nu,
        oprettet_af=anledning.aktoer.signatur,
    )
    haendelse(
        anledning,
        "aftal_opgave",
        f"På mødet blev det aftalt, at {hvem.navn} har næste opgave.",
        sag=sag,
        data={"paamindelse": str(opgave.id), "inden": inden.isoformat()},
    )
    return opgave


def _den_valgte(sag: Sag, hvem_id: UUID | None) -> Medarbejder | None:
    """One who may be given it: of the kommune, and not kept out of the citizen's case."""
    return next((m for m in kan_faa_opgave(sag) if m.id == hvem_id), None) if hvem_id else None


def _om_dagen(inden: date | None, dag: date) -> str:
    if inden is None:
        return _("Skriv, hvornår det skal være gjort.")
    if inden < dag:
        return _("Dagen er gået. Skriv i dag eller senere.")
    if inden > dag + LAENGST:
        return _("Dagen ligger over tre år ude i fremtiden. Er årstallet rigtigt?")
    return ""
