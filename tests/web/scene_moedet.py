"""The stage's cases at the meeting and after: written about, decided, planned, closed, handed over, asked again."""

import uuid
from datetime import date

from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.overdrag_sag import overdrag_sag
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.aftaler import SYGEDAGPENGE, Vilkaar
from rehabteam.sager.models import Afregningslinje, Sag
from tests.efter_moedet import sager
from tests.verden import Verden
from tests.web.scene_spurgt import bedt


def paa_moedet(v: Verden, navn: str) -> Sag:
    """A case the team has met about, with an indstilling that is written and not given."""
    sag = v.hos_koordinator(v.sendt(v.genoptaget(v.forloeb(navn=navn))))
    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", navn, True)])
    v.skrevet(sag)
    return sag


def aftalt_og_opgjort(v: Verden) -> uuid.UUID:
    """An agreement without prices, the cases of June settled by it; the id of a line that nobody knows the price of."""
    v.goer(
        v.sekretariat,
        registrer_aftale,
        v.kommune.id,
        gaelder_fra=date(2026, 1, 1),
        vilkaar=Vilkaar(frist_hverdage={SYGEDAGPENGE: 5}),
        begrundelse="",
        foer_nr=0,
    )
    afregning = v.goer(
        v.sekretariat, opgoer_afregning, v.kommune.id, maaned=date(2026, 6, 1), dag=date(2026, 7, 2)
    )
    with kontekst.arbejder_som(v.sekretariat):
        return Afregningslinje.objects.filter(afregning=afregning).values_list("id", flat=True)[0]


def efter_moedet(v: Verden, indstillet: Sag) -> dict[str, tuple[Sag, ...]]:
    """Cases the kommune has decided, planned, closed, handed over, or asked the team about again; by their pages."""
    afgjort, spurgt = (
        v.indstillet(v.sendt(v.genoptaget(v.forloeb(navn=navn))))
        for navn in ("Afrodite Afgjort", "Spurgfried Spurgt")
    )
    v.afgjort(afgjort)
    bedt(v, afgjort)
    v.goer(v.sagsbehandler, genoptag_uenig, spurgt.id, grund="Lægen siger noget andet nu.")
    planlagt = sager.indstillet(v, "jaf_nyt", "nyt_jobafklaringsforloeb")
    v.goer(v.sagsbehandler, traef_afgoerelse, planlagt.id, foelger=True, **sager.ORDENE)
    v.goer(v.sagsbehandler, skriv_indsatsplan, planlagt.id, version=0, indhold=sager.plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, planlagt.id, version=1)
    alene, lukket, overdraget = (sager.ny_sag(v, "revalidering") for _ in range(3))
    v.goer(v.sagsbehandler, afslut_sag, lukket.id, resultat="bortfaldet", grund="Borgeren er i arbejde.")
    v.goer(v.sagsbehandler, overdrag_sag, overdraget.id, til="Nabo Kommune", grund="Flyttet.")
    return {
        "afgoerelse": (indstillet, afgjort, spurgt),
        "traef_afgoerelse": (indstillet, alene),
        "forelaeg_igen": (indstillet,),
        "brev_uenig": (spurgt,),
        "brev_laege": (afgjort,),
        "indsatsplan": (afgjort, indstillet, planlagt),
        "indsatsplan_faerdig": (planlagt,),
        "min_plan": (planlagt,),
        "indsats_start": (planlagt,),
        "afslut_sag": (planlagt,),
        "genaabn_sag": (lukket,),
        "overdrag_sag": (alene,),
        "overdragelse": (overdraget,),
    }
