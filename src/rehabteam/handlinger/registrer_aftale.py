"""A new version of the agreement between the region and one of its kommuner, in force from a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.aftaler import KATEGORIER, SAERLIGE_NAVNE, Vilkaar, af_version, aftalebog, blade
from rehabteam.sager.models import Organisation, Samarbejdsaftale
from rehabteam.sager.sagsarter import ARTER

from .datoer import FREM, dansk, kraev
from .fejl import AendretAfAnden, FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur

HOEJESTE_PRIS = Decimal("9999999.99")
FLEST_DAGE = {"frist": 60, "maal": 999, "sager": 99}


@handling("registrer_aftale")
def registrer_aftale(
    anledning: Anledning,
    kommune_id: UUID,
    *,
    gaelder_fra: date,
    vilkaar: Vilkaar,
    begrundelse: str,
    foer_nr: int,
    opdigtet: bool = False,
) -> Samarbejdsaftale:
    """Write one version; the earlier ones stay. `foer_nr`: the version it was written from (0 = there was none).

    What has been may be filled in afterwards, never changed: from a day that is gone a known term must stand as it
    was. Raises KanIkke per field, FindesIkke, AendretAfAnden, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "registrer_aftale")
    kommune = Organisation.objects.filter(id=kommune_id, region_id=aktoer.organisation_id).first()
    if kommune is None:
        raise FindesIkke
    efter_tur("aftale", kommune_id)
    seneste = Samarbejdsaftale.objects.filter(kommune_id=kommune_id).order_by("-nr").first()
    if seneste and seneste.nr != foer_nr:
        raise AendretAfAnden(
            seneste.oprettet_af, seneste.oprettet_tid, seneste.nr, blade(af_version(seneste))
        )
    kraev(
        {
            "gaelder_fra": _("Datoen %(dato)s ligger mere end fem år ude i fremtiden. Er årstallet rigtigt?")
            % {"dato": dansk(gaelder_fra)}
            if gaelder_fra > anledning.dag + FREM
            else "",
            "begrundelse": _("Skriv, hvorfor aftalen ændres.") if seneste and not begrundelse.strip() else "",
        }
        | dict(_forkerte(vilkaar))
    )
    _aendrer(anledning, kommune_id, gaelder_fra, vilkaar, foerste=seneste is None)
    aftale = Samarbejdsaftale(
        kommune=kommune,
        region_id=aktoer.organisation_id,
        nr=seneste.nr + 1 if seneste else 1,
        gaelder_fra=gaelder_fra,
        vilkaar=vilkaar.som_json(),
        opdigtet=opdigtet,
        begrundelse=begrundelse.strip(),
        oprettet_tid=anledning.nu,
        oprettet_af=aktoer.signatur,
    )
    aftale.save(force_insert=True)
    haendelse(
        anledning,
        "registrer_aftale",
        f"Samarbejdsaftalen med {kommune.navn}, version {aftale.nr}, gælder fra {dansk(gaelder_fra)}.",
        organisation_id=aktoer.organisation_id,
        data={"aftale": str(aftale.id), "kommune": str(kommune_id), "nr": aftale.nr},
    )
    return aftale


def _aendrer(anledning: Anledning, kommune_id: UUID, fra: date, ny: Vilkaar, *, foerste: bool) -> None:
    """Something must be new; and what was agreed for days that are gone stays as it was."""
    foer = blade(aftalebog([kommune_id]).vilkaar(kommune_id, fra))
    efter = blade(replace(ny, gaelder_fra=None, nr=0))
    if foer == efter and not foerste:
        raise KanIkke({"": _("Der er ikke ændret noget. Ret et vilkår, eller gå tilbage.")})
    if fra < anledning.dag and any(efter.get(felt) != vaerdi for felt, vaerdi in foer.items()):
        raise KanIkke(
            {
                "gaelder_fra": _(
                    "Dagen er gået, og møder beholder de vilkår, de blev holdt på. Skriv i dag eller senere. Fra en "
                    "tidligere dag kan du kun udfylde det, der ikke var angivet."
                )
            }
        )


def _forkerte(v: Vilkaar) -> Iterator[tuple[str, str]]:
    """Field → what is wrong with it. What is not given is never wrong."""
    for felt, kategorier, mindst, flest in (
        ("frist_hverdage", v.frist_hverdage, 0, FLEST_DAGE["frist"]),
        ("sager_per_dag", v.sager_per_dag, 1, FLEST_DAGE["sager"]),
    ):
        for kategori, antal in kategorier.items():
            if kategori not in KATEGORIER or (antal is not None and not mindst <= antal <= flest):
                yield (
                    f"{felt}_{kategori}",
                    _("Skriv et tal fra %(mindst)d til %(flest)d, eller lad feltet stå tomt.")
                    % {"mindst": mindst, "flest": flest},
                )
    priser = {
        **{f"pris_per_sag_{k}": pris for k, pris in v.pris_per_sag.items()},
        "pris_per_moede": v.pris_per_moede,
        "pris_per_dag": v.pris_per_dag,
    }
    for felt, pris in priser.items():
        if pris is not None and not (0 <= pris <= HOEJESTE_PRIS and pris == round(pris, 2)):
            yield felt, _("Skriv et beløb i kroner og øre, for eksempel 3250,00.")
    if v.senest_maal_dage is not None and not 1 <= v.senest_maal_dage <= FLEST_DAGE["maal"]:
        yield "senest_maal_dage", _("Skriv et tal fra 1 til 999, eller lad feltet stå tomt.")
    trin = v.afbud or ()
    if len({foer for foer, _procent in trin}) != len(trin) or any(
        not (0 <= foer <= FLEST_DAGE["frist"] and 0 <= procent <= 100) for foer, procent in trin
    ):
        yield "afbud", _("Skriv hvert antal hverdage én gang, og procenter fra 0 til 100.")
    if len({dag for dag, _navn in v.lukkedage or ()}) != len(v.lukkedage or ()):
        yield "lukkedage", _("Skriv hver lukkedag én gang.")
    if not set(v.kategorier.values()) <= KATEGORIER.keys() or not v.kategorier.keys() <= ARTER.keys():
        yield "kategorier", _("Vælg en kategori på listen.")
    if not v.dokumenter.keys() <= ARTER.keys() or not v.saerlige_dage.keys() <= SAERLIGE_NAVNE.keys():
        yield "dokumenter", _("Vælg en sagsart på listen.")
