"""Register the citizen's consent to ask others about her (retssikkerhedsloven § 11 a, stk. 1)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.retssikkerhedsloven.par11a import VAGE_ORD, vagt
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Samtykke

from .datoer import kraev, raekkefoelge, rimelig
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

PAA_STEDET = (Samtykke.Maade.UNDERSKRIFT, Samtykke.Maade.MUNDTLIGT)
"""How a caseworker can have it. Digitally, it is the citizen herself who gives it."""


@handling("registrer_samtykke")
def registrer_samtykke(
    anledning: Anledning,
    sag_id: UUID,
    *,
    oplysninger: str,
    kilde: str,
    formaal: str,
    givet: date,
    maade: str,
    praecist: bool | None,
    konsekvenser_oplyst: bool | None,
    til: date | None = None,
) -> Samtykke:
    """A consent with its three parts. `praecist` is the caseworker's own judgement that they are precise.

    A consent that is too broad, or given without knowing what a no means, is not registered: nothing may rest on it.
    Raises KanIkke at the field.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "registrer_samtykke", sag)
    fejl = {
        "oplysninger": "" if oplysninger.strip() else _("Skriv, hvilke oplysninger der må hentes."),
        "kilde": "" if kilde.strip() else _("Skriv, hvem oplysningerne må hentes hos."),
        "formaal": "" if formaal.strip() else _("Skriv, hvad oplysningerne skal bruges til i sagen."),
        "givet": rimelig(givet, sag.borger.foedselsdato, anledning.dag, fremtid=False),
        "maade": "" if maade in PAA_STEDET else _("Vælg, hvordan borgeren gav samtykket."),
        "praecist": _praecist(praecist),
        "konsekvenser_oplyst": ""
        if konsekvenser_oplyst
        else _("Fortæl borgeren, hvad et nej betyder for sagen. Først derefter gælder samtykket."),
    }
    if til:
        fejl["til"] = rimelig(til, sag.borger.foedselsdato, anledning.dag, fremtid=True)
        fejl |= dict(raekkefoelge("til", givet, til))
    kraev(fejl)
    samtykke = Samtykke.objects.create(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag=sag,
        oplysninger=oplysninger.strip(),
        kilde=" ".join(kilde.split()),
        formaal=formaal.strip(),
        givet=givet,
        maade=maade,
        praecist=True,
        konsekvenser_oplyst=True,
        til=til,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.signatur,
    )
    haendelse(
        anledning,
        "registrer_samtykke",
        f"Borgerens samtykke til at spørge {samtykke.kilde} blev registreret.",
        sag=sag,
        data={
            "samtykke": str(samtykke.id),
            "raad": [VAGE_ORD.tekst] if vagt(oplysninger) else [],
        },
    )
    return samtykke


def _praecist(svar: bool | None) -> str:
    if svar:
        return ""
    if svar is None:
        return _("Tag stilling til, om samtykket er præcist.")
    return _(
        "Et samtykke, der ikke er præcist, kan ikke bruges. Bed borgeren om et, der siger hvilke oplysninger, "
        "hos hvem og til hvilken sag."
    )
