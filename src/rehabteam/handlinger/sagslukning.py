"""What is common to every way a case ends: the row that says how, and the closed case."""

from rehabteam.sager.models import Sag, Sagsskifte

from .handling import Anledning


def luk(anledning: Anledning, sag: Sag, resultat: str, grund: str) -> Sagsskifte:
    """Close a locked case. The act that closes it leaves the Hændelse."""
    skifte = Sagsskifte.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        art=Sagsskifte.Art.LUKKET,
        resultat=resultat,
        grund=grund,
        tilstand_foer=sag.tilstand,
        sagens_version=sag.version,
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    sag.tilstand = Sag.Tilstand.AFSLUTTET
    sag.afsluttet = anledning.dag
    sag.version += 1
    sag.save(update_fields=["tilstand", "afsluttet", "version"])
    return skifte
