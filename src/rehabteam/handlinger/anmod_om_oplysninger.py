"""Ask a doctor or another for a certificate or information, on the citizen's consent or a recorded exception."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.fuldstaendig import FULDSTAENDIG
from rehabteam.lov.love import gaeldende
from rehabteam.lov.retssikkerhedsloven.undtagelse import UNDTAGELSER, Undtagelse
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fakta_samtykke import anmodningen
from rehabteam.sager.models import FORMER, Anmodning

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_samtykke

FELTER = {
    "HVILKE_OPLYSNINGER": "oplysninger",
    "HOS_HVEM": "til",
    "ANDEN_KILDE": "til",
    "ANDRE_OPLYSNINGER": "daekker",
    "daekker": "daekker",
    "UNDTAGELSE_UFULDSTAENDIG": "begrundelse",
}
"""Where on the form each thing the law finds is mended; the rest concerns the consent itself."""


@handling("anmod_om_oplysninger")
def anmod_om_oplysninger(
    anledning: Anledning,
    sag_id: UUID,
    *,
    attest: str,
    til: str,
    oplysninger: str,
    samtykke_id: UUID | None = None,
    daekker: bool | None = None,
    undtagelse: str = "",
    begrundelse: str = "",
) -> Anmodning:
    """Send a request dated the day of the Anledning. Refused unless the law answers that it may be sent.

    It rests on the consent `samtykke_id` (`daekker`: the caseworker's judgement that it covers precisely this), or on
    the exception she has chosen, with its `begrundelse`. Raises KanIkke: what is missing and what to do.
    """
    samtykke = hent_samtykke(anledning, samtykke_id) if samtykke_id else None
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "anmod_om_oplysninger", sag)
    if samtykke and samtykke.borger_id != sag.borger_id:
        raise FindesIkke
    fejl = {}
    if attest not in FORMER:
        fejl["attest"] = _("Vælg, hvad du beder om.")
    if undtagelse and undtagelse not in UNDTAGELSER:
        fejl["undtagelse"] = _("Vælg, hvilken undtagelse du bruger.")
    if fejl:
        raise KanIkke(fejl)
    aktoer = anledning.aktoer
    valgt = None
    if undtagelse:
        valgt = Undtagelse(
            hjemmel=undtagelse, begrundelse=begrundelse, besluttet_af=aktoer.navn, dato=anledning.dag
        )
    fakta = anmodningen(
        sag,
        anledning.dag,
        til=til,
        oplysninger=oplysninger,
        samtykke=samtykke,
        daekker=daekker,
        undtagelse=valgt,
    )
    svar = gaeldende("par11a", anledning.dag).funktion(fakta)
    if svar.status != FULDSTAENDIG:
        raise KanIkke(_hvad_mangler(svar))
    anmodning = Anmodning.objects.create(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag=sag,
        form=attest,
        til=" ".join(til.split()),
        oplysninger=oplysninger.strip(),
        sendt=anledning.dag,
        samtykke=None if valgt else samtykke,
        undtagelse=undtagelse,
        undtagelse_grund=begrundelse.strip() if valgt else "",
        registreret_tid=anledning.nu,
        registreret_af=aktoer.signatur,
    )
    grundlag = f"efter {UNDTAGELSER[undtagelse]}, uden samtykke" if valgt else "på borgerens samtykke"
    haendelse(
        anledning,
        "anmod_om_oplysninger",
        f"{FORMER[attest] or 'Oplysninger'} er bedt om hos {anmodning.til} {grundlag}.",
        sag=sag,
        vurdering=svar,
        data={"anmodning": str(anmodning.id)},
    )
    return anmodning


def _hvad_mangler(svar: Vurdering) -> dict[str, str]:
    """Each thing the law found, at the field where it is mended, with where it stands."""
    felter: dict[str, list[str]] = {}
    for kode, tekst, hjemmel in (
        *((m.kode, m.tekst, m.hjemmel) for m in (*svar.fejl, *svar.mangler)),
        *((s.noegle, s.spoergsmaal, s.hjemmel) for s in svar.skal_vurderes),
    ):
        felter.setdefault(FELTER.get(kode, ""), []).append(f"{tekst} ({hjemmel})")
    if "" in felter:
        felter[""].append(_("Registrér et nyt samtykke, eller vælg en undtagelse med en begrundelse."))
    return {felt: " ".join(tekster) for felt, tekster in felter.items()}
