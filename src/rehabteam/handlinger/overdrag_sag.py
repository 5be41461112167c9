"""Hand a case over to another kommune: it closes here, and all of it is one sealed package to be fetched and sent."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.dokumenter import pakke
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overdragelse, Sag
from rehabteam.sager.udtraek.samtykker import synlige_samtykker

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb, hent_sag
from .lageret import gem, lager
from .overdragelsespakke import FORMAT, SAG, UDGAVE, indhold, som_json
from .sagslukning import luk


@handling("overdrag_sag")
def overdrag_sag(
    anledning: Anledning, sag_id: UUID, *, til: str, grund: str, samtykker: Sequence[UUID] = ()
) -> Overdragelse:
    """`samtykker`: those the citizen gave also for the new kommune; no others go along.

    The forløb ends here with its last open case. Raises KanIkke at `til`, `grund`, `samtykker`, FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "overdrag_sag", sag)
    fejl = {}
    if not til.strip():
        fejl["til"] = _("Skriv, hvilken kommune sagen overdrages til.")
    elif til.strip().casefold() == anledning.aktoer.organisation_navn.casefold():
        fejl["til"] = _("Det er jeres egen kommune. Brug overdragelse til en kollega i stedet.")
    if not grund.strip():
        fejl["grund"] = _("Skriv, hvorfor sagen overdrages, fx at borgeren er flyttet.")
    valgte = list(
        synlige_samtykker(anledning.aktoer)
        .filter(sag=sag, id__in=samtykker, tilbagekaldt_tid=None)
        .order_by("givet")
    )
    if len(valgte) != len(set(samtykker)):
        fejl["samtykker"] = _("Et af samtykkerne gælder ikke længere. Vælg igen.")
    if fejl:
        raise KanIkke(fejl)
    dokumenter = list(
        sag.dokument_raekker.filter(trukket_tilbage_tid=None).order_by("tilfoejet_tid", "dato", "id")
    )
    data, navne = indhold(sag, dokumenter, valgte)
    try:
        filer = {navne[d.id]: lager().laes(d.sha256) for d in dokumenter}
        bytes_ = pakke.pak(
            {
                "format": FORMAT,
                "udgave": UDGAVE,
                "fra": anledning.aktoer.organisation_navn,
                "til": til.strip(),
                "nummer": sag.nummer,
                "lavet": anledning.nu.isoformat(),
            },
            {SAG: som_json(data), **filer},
        )
        blob = gem(bytes_)
    except LagerFejl as lagerfejl:
        raise KanIkke({"": str(lagerfejl)}) from None
    overdragelse = Overdragelse.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        retning=Overdragelse.Retning.UD,
        modpart=til.strip(),
        sha256=blob.sha256,
        stoerrelse=blob.stoerrelse,
        samtykker=len(valgte),
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    luk(anledning, sag, "overdraget", f"Overdraget til {til.strip()}. {grund.strip()}")
    haendelse(
        anledning,
        "overdrag_sag",
        f"Sagen blev overdraget til {til.strip()} med {len(dokumenter)} dokumenter. Begrundelse: {grund.strip()}",
        sag=sag,
        data={"resultat": "overdraget", "segl": blob.sha256},
    )
    _slut_forloebet(anledning, sag)
    return overdragelse


def _slut_forloebet(anledning: Anledning, sag: Sag) -> None:
    """With the last open case the six months go on at the new kommune, and no longer here."""
    if sag.forloeb_id is None:
        return
    forloeb = hent_forloeb(anledning, sag.forloeb_id)
    if forloeb.slut is None and not forloeb.sager.exclude(tilstand=Sag.Tilstand.AFSLUTTET).exists():
        forloeb.slut = max(anledning.dag, forloeb.start)
        forloeb.version += 1
        forloeb.save(update_fields=["slut", "version"])
