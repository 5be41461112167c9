"""Ask a doctor or another for a certificate or information, on the citizen's consent or a recorded exception."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.bek2408_2021 import par18
from rehabteam.lov.fuldstaendig import FULDSTAENDIG
from rehabteam.lov.love import gaeldende
from rehabteam.lov.retssikkerhedsloven.undtagelse import UNDTAGELSER, Undtagelse
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fakta_samtykke import anmodningen
from rehabteam.sager.models import FORMER, GENFORELAEGGELSE, Anmodning, Sag
from rehabteam.sager.udtraek.attester import former

from .datoer import FREM, dansk
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
NY_VURDERING = "LAE_265"
"""The form of the læge's assessment, which a case that comes again does not have made anew (BEK § 18)."""


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
    svarfrist: date | None = None,
    ny_attest_grund: str = "",
) -> Anmodning:
    """Send a request dated the day of the Anledning. Refused unless the law answers that it may be sent.

    It rests on the consent `samtykke_id` (`daekker`: the caseworker's judgement that it covers precisely this), or on
    the exception she has chosen, with its `begrundelse`. `svarfrist`: the last day for the consultation, where the form
    leaves it to the kommune. `ny_attest_grund`: why a case that comes again needs a new assessment.
    Raises KanIkke: what is missing and what to do.
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
    if skal_begrundes(sag, attest) and not ny_attest_grund.strip():
        fejl["ny_attest_grund"] = _(
            "Sagen kommer for teamet igen, og så hentes der ikke en ny vurdering fra lægen. Skriv, hvorfor du beder om den "
            "alligevel."
        )
    if attest in FORMER and (galt := _svarfristen(anledning, attest, svarfrist)):
        fejl["svarfrist"] = galt
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
        svarfrist=svarfrist,
        ny_attest_grund=ny_attest_grund.strip() if skal_begrundes(sag, attest) else "",
        registreret_tid=anledning.nu,
        registreret_af=aktoer.signatur,
    )
    grundlag = f"efter {UNDTAGELSER[undtagelse]}, uden samtykke" if valgt else "på borgerens samtykke"
    haendelse(
        anledning,
        "anmod_om_oplysninger",
        f"{FORMER[attest] or 'Oplysninger'} er bedt om hos {anmodning.til} {grundlag}."
        + (f" Sagen kommer igen: {anmodning.ny_attest_grund}" if anmodning.ny_attest_grund else ""),
        sag=sag,
        vurdering=svar,
        data={"anmodning": str(anmodning.id)},
    )
    return anmodning


def skal_begrundes(sag: Sag, attest: str) -> bool:
    """A new assessment in a case that comes again: only with a reason, where § 18 has none fetched."""
    igen = sag.undertype == GENFORELAEGGELSE and not par18.henter_nyt(sag.vaesentlige_aendringer)
    return igen and attest == NY_VURDERING


def _svarfristen(anledning: Anledning, attest: str, svarfrist: date | None) -> str:
    """What is wrong with the last day the kommune sets for the consultation; "" if nothing is."""
    if svarfrist is None:
        return ""
    form = former(anledning.aktoer.organisation_navn).get(attest)
    if form is None or form.kommunens_mindst is None:
        return _("Den dag sættes kun, hvor kommunen selv bestemmer den. Lad feltet være tomt.")
    mindst = anledning.dag + timedelta(days=form.kommunens_mindst)
    if svarfrist < mindst:
        return _("Lægen skal have mindst %(n)s dage. Den tidligste dag er %(dag)s.") % {
            "n": form.kommunens_mindst,
            "dag": dansk(mindst),
        }
    if svarfrist > anledning.dag + FREM:
        return _("Datoen ligger mere end fem år ude i fremtiden. Er årstallet rigtigt?")
    return ""


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
