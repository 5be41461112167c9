"""From the case is made to the meeting where the team gives its indstilling."""

from datetime import date

from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import DAGEKAEDE, TRIN, Figur, Raekke, dage, taelt


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    sager = hvad_taelles.delte(aktoer).filter(
        moede__dato__range=(fra, til), indstilling_raekker__afgivet_dag__isnull=False
    )
    hvem = "sagsbehandler_id" if med_enhed else ""
    return taelt(sager, dage("oprettet", "moede__dato"), "moede__dato", hvem)


FIGUR = Figur(
    "ventetid",
    _("Ventetid til mødet"),
    _("sager på et møde"),
    TRIN,
    DAGEKAEDE,
    (
        _(
            "Sager, der er sendt til regionen, og som teamet har afgivet indstilling i, efter det kvartal mødet lå i."
        ),
        _("Dagene er kalenderdage fra den dag, sagen blev oprettet eller genoptaget, til mødets dag."),
        _(
            "Svaret er den gruppe, den midterste sag ligger i. Den nøjagtige midte vises ikke: den "
            "kunne pege på én sag."
        ),
    ),
    raa,
)
