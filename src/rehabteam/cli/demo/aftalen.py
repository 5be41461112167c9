"""What the demo's region has agreed with each kommune. Every number is invented, and is marked so on every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from rehabteam.handlinger.godkend_afregning import godkend_afregning
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.lov.tid import plus_maaneder
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE, Vilkaar
from rehabteam.sager.udtraek import afregning as udtraek

from .dagbog import Dagbog
from .regionen import DemoRegion

FRA = date(2025, 1, 1)
# Four kinds of case stand under the first; the others under the second; one is left as not given, as it may be.
KATEGORIER = {
    **dict.fromkeys(("jaf_foerste", "jaf_nyt", "sygedagpenge_kat3"), SYGEDAGPENGE),
    **dict.fromkeys(
        (
            "ressourceforloeb",
            "fleksjob",
            "tilskud_selvstaendig",
            "foertidspension",
            "ftp_12_team",
            "ftp_13_team",
        ),
        FLEKSJOB,
    ),
}
VILKAAR = Vilkaar(
    frist_hverdage={SYGEDAGPENGE: 5, FLEKSJOB: 10},
    skaeringstid=time(12),
    saerlige_dage={"grundlovsdag": False, "juleaftensdag": False, "nytaarsaftensdag": False},
    lukkedage=((date(2026, 5, 15), "Dagen efter Kristi himmelfart"),),
    sager_per_dag={SYGEDAGPENGE: 8, FLEKSJOB: 6},
    pris_per_sag={SYGEDAGPENGE: Decimal("3250.00"), FLEKSJOB: Decimal("4475.00")},
    pris_per_dag=Decimal("1800.00"),
    afbud=((1, 100), (5, 50)),
    dokumenter={
        "genforelaeggelse": ("Resumé siden sidste møde", "Opfølgning fra virksomheden"),
        "fleksjob": ("Forberedende del", "Lægeattest LÆ 265"),
        "foertidspension": ("Forberedende del", "Lægeattest LÆ 265", "Resultat af arbejdsprøvning"),
    },
    kategorier=KATEGORIER,
    afsnit={"frist_hverdage": "2.2.1", "sager_per_dag": "2.8", "pris_per_sag": "2.8", "dokumenter": "2.4"},
    senest_maal_dage=42,
)


def foer(dagbog: Dagbog, region: DemoRegion) -> None:
    """One agreement per kommune from before the first meeting, and a dearer one from the summer."""
    sekretaer = region.region.en("sekretariat").brugernavn
    with kontekst.arbejder_som(dagbog.folk[sekretaer]):
        kommuner = list(udtraek.kommuner(dagbog.folk[sekretaer]))
    sommer = date(region.demodag.year, 7, 1)
    dyrere = {SYGEDAGPENGE: Decimal("3325.00"), FLEKSJOB: Decimal("4475.00")}
    for kommune in kommuner:
        for nr, (dag, fra, priser, hvorfor) in enumerate(
            (
                (FRA - timedelta(days=14), FRA, VILKAAR.pris_per_sag, ""),
                (
                    region.demodag - timedelta(days=14),
                    sommer,
                    dyrere,
                    "Priserne er reguleret for andet halvår.",
                ),
            )
        ):
            dagbog.goer(
                sekretaer,
                dag,
                registrer_aftale,
                kommune.id,
                gaelder_fra=fra,
                vilkaar=replace(VILKAAR, pris_per_sag=priser),
                begrundelse=hvorfor,
                foer_nr=nr,
                opdigtet=True,
            )


def afregn(dagbog: Dagbog, region: DemoRegion) -> None:
    """Each month that is over and had something to pay for is settled. Both have approved the older; the latest waits."""
    sekretaer = region.region.en("sekretariat").brugernavn
    forrige = plus_maaneder(region.demodag.replace(day=1), -1)
    hende = dagbog.folk[sekretaer]
    with kontekst.arbejder_som(hende):
        fundne = sorted(
            (
                m
                for m in udtraek.maaneder(hende, region.demodag)
                if m[1] <= forrige and udtraek.poster(hende, *m)
            ),
            key=lambda m: (m[1], str(m[0])),
        )
    navne = {k.navn: k for k in region.kommuner}
    with kontekst.arbejder_som(hende):
        hvis = {k.id: navne[k.navn] for k in udtraek.kommuner(hende)}
    for kommune_id, maaned in fundne:
        dag = plus_maaneder(maaned, 1) + timedelta(days=4)
        opgjort = dagbog.goer(sekretaer, dag, opgoer_afregning, kommune_id, maaned=maaned)
        if (kommune_id, maaned) == fundne[-1]:
            continue
        for hvem in (sekretaer, hvis[kommune_id].en("leder").brugernavn):
            with kontekst.arbejder_som(dagbog.folk[hvem]):
                linjer = len(udtraek.maanedens_linjer(kommune_id, maaned))
            dagbog.goer(hvem, dag + timedelta(days=7), godkend_afregning, opgjort.id, linjer=linjer)
