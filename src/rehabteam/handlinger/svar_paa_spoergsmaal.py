"""A human's answer to what the law leaves to a human: the value, the reason, the name and the day."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag, Skoen
from rehabteam.sager.sagsfakta.skoen import OMFANG, SPOERGSMAAL

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("svar_paa_spoergsmaal")
def svar_paa_spoergsmaal(
    anledning: Anledning, sag_id: UUID, *, noegle: str, vaerdi: bool | str | None, grund: str = ""
) -> Skoen:
    """A new answer; the earlier ones stay. `noegle`: a key of sagsfakta.skoen.SPOERGSMAAL; None takes back.

    Raises KanIkke at `vaerdi` or `grund`, FindesIkke (also for a question there is not).
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "svar_paa_spoergsmaal", sag)
    spoergsmaal = SPOERGSMAAL.get(noegle)
    if spoergsmaal is None:
        raise FindesIkke
    if not spoergsmaal.tager(vaerdi):
        raise KanIkke({"vaerdi": _("Vælg et af svarene.")})
    if noegle in OMFANG and sag.tilstand != Sag.Tilstand.FORBEREDES:
        raise KanIkke({"vaerdi": _("Sagen er sendt. Det, der afgør dens vej, kan ikke ændres nu.")})
    if spoergsmaal.med_grund and not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvad du lægger vægt på i vurderingen.")})
    skoen = skriv_svar(anledning, sag, noegle, vaerdi, grund)
    haendelse(
        anledning,
        "svar_paa_spoergsmaal",
        f"Svarede »{spoergsmaal.ord(vaerdi)}« på »{spoergsmaal.tekst}«"
        + (f" Begrundelse: {skoen.grund}" if skoen.grund else ""),
        sag=sag,
        data={"noegle": noegle, "vaerdi": vaerdi, "version": skoen.version},
    )
    return skoen


def skriv_svar(
    anledning: Anledning, sag: Sag, noegle: str, vaerdi: bool | str | None, grund: str = ""
) -> Skoen:
    """The row itself, on a case that is locked; for the Handlinger that answer along with something else."""
    sidste = sag.skoen_raekker.filter(noegle=noegle).order_by("-version").first()
    return Skoen.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        noegle=noegle,
        vaerdi=vaerdi,
        grund=grund.strip(),
        af=anledning.aktoer.navn,
        rolle=anledning.aktoer.rolle,
        dag=anledning.dag,
        tid=anledning.nu,
        version=(sidste.version if sidste else 0) + 1,
    )
