"""The rows that a certificate's way is written in; what they have in common."""

from datetime import date, time

from rehabteam.sager.models import Anmodning, Attestskridt, Dokument

from .handling import Anledning


def skriv(
    anledning: Anledning,
    anmodning: Anmodning,
    slags: str,
    dag: date,
    *,
    kl: time | None = None,
    dokument: Dokument | None = None,
    fortryder: Attestskridt | None = None,
    grund: str = "",
) -> Attestskridt:
    """One step, as it is written and never changed."""
    return Attestskridt.objects.create(
        kommune_id=anmodning.kommune_id,
        borger_id=anmodning.borger_id,
        sag_id=anmodning.sag_id,
        anmodning=anmodning,
        slags=slags,
        dag=dag,
        kl=kl,
        dokument=dokument,
        fortryder=fortryder,
        grund=grund,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )


def luk_modtaget(anledning: Anledning, anmodning: Anmodning, dag: date) -> None:
    Anmodning.objects.filter(id=anmodning.id).update(
        tilstand=Anmodning.Tilstand.MODTAGET,
        lukket_tid=anledning.nu,
        lukket_dag=dag,
        lukket_af=anledning.aktoer.signatur,
    )


def aabn_igen(anmodning: Anmodning) -> None:
    """The answer was noted by mistake: it is waited for again."""
    Anmodning.objects.filter(id=anmodning.id).update(
        tilstand=Anmodning.Tilstand.SENDT, lukket_tid=None, lukket_dag=None, lukket_af="", lukket_grund=""
    )
