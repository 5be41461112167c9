"""Rows → facts of retssikkerhedsloven § 11 a."""

from datetime import date

from rehabteam.lov.retssikkerhedsloven import par11a
from rehabteam.lov.retssikkerhedsloven.undtagelse import Undtagelse

from .models import Sag, Samtykke


def samtykket(samtykke: Samtykke, sag: Sag) -> par11a.Samtykke:
    """The consent as the law sees it. `sag`: the case it was given for."""
    return par11a.Samtykke(
        oplysninger=samtykke.oplysninger,
        kilde=samtykke.kilde,
        sag=sag.nummer,
        givet=samtykke.givet,
        praecist=samtykke.praecist,
        konsekvenser_oplyst=samtykke.konsekvenser_oplyst,
        til=samtykke.til,
        tilbagekaldt=samtykke.tilbagekaldt_dag,
    )


def anmodningen(
    sag: Sag,
    dag: date,
    *,
    til: str,
    oplysninger: str,
    samtykke: Samtykke | None,
    daekker: bool | None,
    undtagelse: Undtagelse | None = None,
) -> par11a.Par11a:
    """What is asked of whom for this case, and what it rests on."""
    return par11a.Par11a(
        dag=dag,
        oplysninger=oplysninger,
        kilde=til,
        sag=sag.nummer,
        samtykke=samtykket(samtykke, samtykke.sag) if samtykke else None,
        daekker=daekker,
        undtagelse=undtagelse,
    )
