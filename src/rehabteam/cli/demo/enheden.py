"""The unit's own days: notes to colleagues, reminders, substitutes, and a nødadgang that nobody has looked at yet."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.opret_vikariat import opret_vikariat
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.tag_noedadgang import tag_noedadgang
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Sag

from .dagbog import Dagbog
from .regionen import DemoRegion

# Who wrote, how many days ago, on whose case, and what.
NOTER = (
    (
        *("mette.nordby", 6, "Freja Lindskov Palle"),
        "@Bodil Hessellund, Freja spørger, om mødet kan holdes om formiddagen. Hun er dårligst efter tolv. Kan vi love det?",
    ),
    (
        *("bodil.nordby", 5, "Freja Lindskov Palle"),
        "Ja. Karsten lægger hende først på dagen. Skriv det i brevet til hende.",
    ),
    (
        *("samira.nordby", 2, "Bente Roslev Kjærgaard"),
        "@Jonas Tvilling Brandt, Bente har ringet, mens jeg var på kursus. Ringer du og siger, at attesten er bestilt?",
    ),
    (
        *("jonas.nordby", 1, "Malthe Sejersen Bukh"),
        "Skolen har bekræftet pladsen i august. @Bodil, vi mangler kun lægens svar.",
    ),
)
# Who, in how many days, on whose case, and of what.
PAAMINDELSER = (
    ("mette.nordby", 6, "Freja Lindskov Palle", "Spørg Freja, om hun har fået tid hos lægen."),
    ("jonas.nordby", 0, "Malthe Sejersen Bukh", "Ring til lægehuset om attesten."),
    (
        "bodil.nordby",
        9,
        "Bente Roslev Kjærgaard",
        "Hør, om borgeren er med på at tage sin datter med til mødet.",
    ),
)
NOED_SAG = "Bente Roslev Kjærgaard"
NOED_GRUND = "Borgeren ringede til vagten med et akut spørgsmål om sin medicin før mødet. Ingen i sekretariatet kunne nås."


def foer(dagbog: Dagbog, region: DemoRegion) -> None:
    """Everything on the days it happened; the cases must be there."""
    i_dag = region.demodag
    for hvem, siden, borger, tekst in NOTER:
        sag = _sag(dagbog, hvem, borger)
        dagbog.goer(hvem, i_dag - timedelta(days=siden), skriv_note, sag.id, tekst=tekst)
    for hvem, om, borger, tekst in PAAMINDELSER:
        sag = _sag(dagbog, hvem, borger)
        naar = i_dag + timedelta(days=om)
        dagbog.goer(hvem, i_dag - timedelta(days=1), saet_paamindelse, naar=naar, tekst=tekst, sag_id=sag.id)
    _vikariater(dagbog, i_dag)
    _noedadgang(dagbog, i_dag)


def _noedadgang(dagbog: Dagbog, i_dag: date) -> None:
    """Taken as the demo is put in: it lasts by the clock on the wall, and the walls go by that clock too."""
    sag, hvem = _sag(dagbog, "samira.nordby", NOED_SAG), dagbog.folk["lone.region"]
    with kontekst.arbejder_som(hvem):
        tag_noedadgang(
            Anledning(hvem, i_dag, timezone.now()),
            kommune_id=sag.kommune_id,
            nummer=sag.nummer,
            grund=NOED_GRUND,
        )


def _vikariater(dagbog: Dagbog, i_dag: date) -> None:
    """One that runs, and one that is to come."""
    for vaek, vikar, om, dage, grund in (
        ("rasmus.nordby", "nikolaj.nordby", 0, 16, "Rasmus er på orlov."),
        ("mette.nordby", "samira.nordby", 40, 21, "Mette har sommerferie."),
    ):
        fra = i_dag + timedelta(days=om)
        dagbog.goer(
            "bodil.nordby",
            i_dag - timedelta(days=1),
            opret_vikariat,
            for_hvem_id=dagbog.folk[vaek].medarbejder_id,
            vikar_id=dagbog.folk[vikar].medarbejder_id,
            fra=fra,
            til=fra + timedelta(days=dage),
            grund=grund,
        )


def _sag(dagbog: Dagbog, hvem: str, borger: str) -> Sag:
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        return Sag.objects.filter(borger__fuldt_navn=borger).latest("oprettet")
