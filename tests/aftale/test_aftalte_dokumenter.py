"""The agreement's list of documents in a case's checklist: shown as agreed, found by name, and never in the way."""

from datetime import date

from rehabteam.handlinger.mangler import antal_mangler, mangler
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.aftaler import Vilkaar
from rehabteam.sager.models import Sag
from tests.afregning.scenen import Scene
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst

AFTALT = Vilkaar(
    dokumenter={"genforelaeggelse": ("Opfølgning fra virksomheden", "Kørselsplan")},
    afsnit={"dokumenter": "2.4"},
)


def _antal(v: Verden, sag: Sag) -> int:
    with kontekst.arbejder_som(v.sagsbehandler):
        return antal_mangler(mangler(Sag.objects.get(id=sag.id)))


def test_de_aftalte_dokumenter_staar_paa_sagen_og_spaerrer_intet(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, foer = v.klient(v.sagsbehandler), _antal(v, sag)
    assert "Aftalt med regionen" not in tekst(klient.get(adresse("sag", sag)))
    Scene(v).aftale(AFTALT)
    assert _antal(v, sag) == foer  # nothing more is missing
    side = tekst(klient.get(adresse("sag", sag)))
    assert "Aftalt med regionen" in side and "Aftalens afsnit 2.4." in side and "ikke et krav i loven" in side
    assert side.count("Ingen af sagens dokumenter hedder sådan.") == 2
    papir = {"filnavn": "a.pdf", "data": PDF, "slags": "dokumentation", "dato": date(2026, 5, 1)}
    titel = "Virksomheden: opfølgning fra maj"
    v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, titel=titel, **papir)
    side = tekst(klient.get(adresse("sag", sag)))
    assert f"På sagen Opfølgning fra virksomheden {titel}" in side
    assert side.count("Ingen af sagens dokumenter hedder sådan.") == 1
    v.sendt(sag)  # with a reason for what the law wants; what is agreed is not asked about
    assert "Sagen blev allerede sendt" in tekst(klient.get(adresse("send", sag), follow=True))
    anden = v.genoptaget(v.forloeb(navn="Anden Andersen"))
    assert indsend(klient, adresse("send", anden)).status_code == 422
    assert "Kørselsplan" in tekst(klient.get(adresse("send", anden)))
