"""Open a closed case again, with a reason.

A closed case is frozen in PostgreSQL. It opens only where a row of its own says why and names the version it opens
(sager/adgang/deling.py), and only its state: everything else stays as it was closed.
"""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag, Sagsskifte

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

R = Sagsskifte.Resultat


def lukket(sag: Sag) -> Sagsskifte | None:
    """How the case was closed last; None where it was taken over closed from another system."""
    lukninger = Sagsskifte.objects.filter(sag=sag, art=Sagsskifte.Art.LUKKET)
    return lukninger.order_by("-sagens_version").first()


def hvorfor_ikke(sag: Sag) -> str:
    """Why it cannot be opened again, as a sentence; "" if it can."""
    skifte = lukket(sag)
    if skifte is None:
        return _(
            "Sagen er overtaget fra et andet system. Genoptag den fra borgerens forløb, eller opret en ny."
        )
    if skifte.resultat == R.OVERDRAGET:
        return _("Sagen er overdraget. Den kommune, der har den nu, kan sende den tilbage.")
    if skifte.resultat == R.ANDEN_SAG:
        return _("Sagen er afgjort i en anden sag. Åbn den i stedet.")
    return ""


@handling("genaabn_sag")
def genaabn_sag(anledning: Anledning, sag_id: UUID, *, grund: str) -> Sagsskifte:
    """Back to the state it was closed from. Raises KanIkke at `grund`, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "genaabn_sag", sag)
    if ikke := hvorfor_ikke(sag):
        raise KanIkke({"": ikke})
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor sagen åbnes igen.")})
    sidst = lukket(sag)
    assert sidst is not None
    skifte = Sagsskifte.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        art=Sagsskifte.Art.GENAABNET,
        grund=grund.strip(),
        tilstand_foer=sag.tilstand,
        sagens_version=sag.version,
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    sag.tilstand = sidst.tilstand_foer
    sag.afsluttet = None
    sag.version += 1
    try:
        with transaction.atomic():
            sag.save(update_fields=["tilstand", "afsluttet", "version"])
    except IntegrityError:
        raise KanIkke({"": _("Der er allerede en åben sag af samme slags. Arbejd videre i den.")}) from None
    haendelse(anledning, "genaabn_sag", f"Sagen blev åbnet igen. Begrundelse: {grund.strip()}", sag=sag)
    return skifte
