"""Keeping somebody out in a test, and what she then sees, table by table."""

from django.db import connection, connections, transaction

from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.udelukkelse import OM_BORGEREN
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Rolle, Sag
from tests.verden import Verden

GRUND = {"grund": "slaegt", "begrundelse": "Fætter."}


def ser(hvem: Aktoer, borger_id: object) -> dict[str, int]:
    """Rows about one citizen by table, as this person's database role sees them; tables she has no way to left out."""
    fundne = {}
    for tabel, vej in OM_BORGEREN.items():
        led = {
            "id": "id = %s",
            "borger_id": "borger_id = %s",
            "forloeb_id": "forloeb_id IN (SELECT f.id FROM sager_forloeb f WHERE f.borger_id = %s)",
            "sag_id": "sag_id IN (SELECT s.id FROM sager_sag s WHERE s.borger_id = %s)",
        }[vej]
        if not any(dor.vaeg == hvem.vaeg and dor.laeser and not dor.sete_kolonner for dor in TABELLER[tabel]):
            continue
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {tabel} WHERE {led}", [borger_id])
            fundne[tabel] = cursor.fetchone()[0]
    return fundne


def kolonnen(borger_id: object) -> set[tuple[str, tuple[object, ...]]]:
    """What stands in the column on every row about the citizen, read past all walls."""
    fundet = set()
    with transaction.atomic("vedligehold"), connections["vedligehold"].cursor() as cursor:
        for tabel, vej in OM_BORGEREN.items():
            led = {
                "id": "id = %s",
                "borger_id": "borger_id = %s",
                "forloeb_id": "forloeb_id IN (SELECT f.id FROM sager_forloeb f WHERE f.borger_id = %s)",
                "sag_id": "sag_id IN (SELECT s.id FROM sager_sag s WHERE s.borger_id = %s)",
            }[vej]
            cursor.execute(f"SELECT DISTINCT udelukkede FROM {tabel} WHERE {led}", [borger_id])
            fundet |= {(tabel, tuple(r[0])) for r in cursor.fetchall()}
    return fundet


def luk_ude(v: Verden, hvem: Aktoer, sag: Sag) -> None:
    """Whoever decides in her house keeps this person out."""
    beslutter = v.leder if hvem.organisation_id == v.kommune.id else v.sekretariat
    ny = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny").medarbejder_id
    v.goer(
        beslutter,
        udeluk_medarbejder,
        sag.borger_id,
        medarbejder_id=hvem.medarbejder_id,
        ny_sagsbehandler_id=ny,
        **GRUND,
    )
