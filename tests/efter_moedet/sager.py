"""Cases at the point where the kommune takes over from the team."""

from datetime import date
from typing import Any

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.borgeren import NyBorger
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.skriv_indsatsplan import Delmaal, Planindhold, Planlagt
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.indstillingsdele import tekstdele
from rehabteam.sager.models import Sag
from rehabteam.sager.testnumre import testnumre
from tests.verden import Verden

SENERE = iter(list(testnumre())[-40:])
FORNAVNE = (f"Bo{a}{b}dil" for a in "hjkl" for b in "mnprstvwxz")
ORDENE = {
    "begrundelse": "Du kan ikke arbejde nu, og flere slags hjælp skal spille sammen.",
    "naeste": "Sanne ringer på fredag.",
    "klagevejledning": "Skriv til os.",
}


def ny_sag(v: Verden, art: str, **felter: Any) -> Sag:
    ny = NyBorger(laes_cpr(next(SENERE)), f"{next(FORNAVNE)} Borger")
    return v.goer(v.sagsbehandler, opret_sag, art=art, ny=ny, **felter)


def indstillet(v: Verden, art: str, udfald: str) -> Sag:
    """A case of this kind in which the team has recommended this, with every part written."""
    sag = v.sendt(ny_sag(v, art))
    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "Bodil", True)])
    skrevet = v.goer(
        v.moedeleder,
        skriv_indstilling,
        sag.id,
        version=0,
        udfald=udfald,
        indhold={d.noegle: "Skrevet." for d in tekstdele(udfald)},
        indsatser=[Indstillet("Virksomhedspraktik", "Beskæftigelse", nr="1")],
        opfoelgning="Hver uge.",
        se_igen=False,
    )
    v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=skrevet.version, begrundelse_tilstraekkelig=True)
    return sag


def plan(**andet: Any) -> Planindhold:
    """A plan that lacks nothing."""
    felter: dict[str, Any] = {
        "placering": "saerskilt",
        "maal_art": "KONKRET",
        "maal": "Arbejde i genbrug.",
        "delmaalene": [Delmaal("Sundhed", "Styrke.", "Ryggen skal kunne holde.")],
        "indsatser": [
            Planlagt("Virksomhedspraktik", "LAB_KAP_11", "Beskæftigelse", "2026-06-15", maal="To timer")
        ],
        "plan_fra": date(2026, 6, 1),
        "plan_til": date(2026, 11, 30),
        "opfoelgning": "Hver fredag.",
        "mentor_behov": False,
    }
    return Planindhold(**felter | andet)


def igen(v: Verden, sag: Sag) -> Sag:
    """The case as it stands now."""
    with kontekst.arbejder_som(v.sagsbehandler):
        return Sag.objects.select_related("forloeb").get(id=sag.id)
