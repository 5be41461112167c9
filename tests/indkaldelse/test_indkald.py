"""Who is asked to a meeting, what she is told, and that it is told anew when the meeting is not what it was."""

from datetime import date, time
from uuid import UUID

import pytest
from django.conf import settings

from rehabteam.dokumenter.lager import Lager
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.indkald_team import indkald_team
from rehabteam.handlinger.indkaldelsespapir import fil
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Invitation, Rolle, Sag, Samtykke
from rehabteam.sager.udtraek.indkaldelser import Plads, Stand, dagens_pladser, sagens_pladser
from tests.breve import aflaes
from tests.indkaldelse import ical
from tests.verden import DAG, Verden


def _sag(v: Verden, navn: str = "Birthe Borger") -> Sag:
    sag = v.genoptaget(v.forloeb(navn=navn))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)
    with kontekst.arbejder_som(v.moedeleder):
        return Sag.objects.select_related("moede__moedeleder", "borger").get(id=sag.id)


def _pladser(v: Verden, sag_id: UUID) -> dict[str, Plads]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return {p.modtager: p for p in sagens_pladser(Sag.objects.get(id=sag_id), DAG)}


def _indkald(v: Verden, sag_id: UUID, modtager: str, **felter: object) -> Invitation:
    uid = _pladser(v, sag_id)[modtager].uid
    return v.goer(v.sagsbehandler, indkald, sag_id, uid=uid, **felter)


def _brev(v: Verden, i: Invitation) -> str:
    with kontekst.arbejder_som(v.sagsbehandler):
        return " ".join(aflaes.tekst(Lager(settings.DATA).laes(i.dokument.sha256)).split())


def _kalender(v: Verden, i: Invitation) -> ical.Komponent:
    with kontekst.arbejder_som(v.sagsbehandler):
        return ical.laes(fil(Invitation.objects.get(id=i.id), v.kommune.navn))


def test_borgeren_faar_et_brev_og_et_nyt_naar_moedet_flyttes(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    foerste = _indkald(v, sag.id, "borger")
    tekst = _brev(v, foerste)
    assert "brug for en tolk (" not in tekst  # »Ingen« is noted on her
    assert "Birthe Borger" in tekst and "torsdag 11. juni 2026" in tekst and "Mogens Mødeleder" in tekst
    assert (foerste.sekvens, foerste.slags, foerste.navn) == (0, "brev", "")
    assert foerste.dokument.slags == "indkaldelse" and "Birthe" not in foerste.dokument.filnavn
    with pytest.raises(KanIkke, match="allerede lavet"):
        _indkald(v, sag.id, "borger")
    v.goer(
        v.sagsbehandler,
        vaelg_moede,
        sag.id,
        moede_id=v.moede(date(2026, 6, 18)).id,
        kl=time(10, 30),
        grund="Sygdom.",
    )
    assert _pladser(v, sag.id)["borger"].stand == Stand.FORKERT
    ny = _indkald(v, sag.id, "borger")
    assert (ny.sekvens, ny.uid) == (1, foerste.uid)
    assert "Det gamle gælder ikke længere" in _brev(v, ny) and "torsdag 18. juni 2026" in _brev(v, ny)
    aflyst = _indkald(v, sag.id, "borger", aflys=True)
    assert aflyst.aflyst and aflyst.sekvens == 2 and "bliver ikke til noget" in _brev(v, aflyst)
    assert _pladser(v, sag.id)["borger"].stand == Stand.MANGLER


def test_bisidderen_og_et_beskyttet_navn(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Hemmelig Hansen")
    with pytest.raises(KanIkke, match="bisidderens navn"):
        _indkald(v, sag.id, "bisidder")
    i = _indkald(v, sag.id, "bisidder", navn="Bo Bisidder")
    assert "Bo Bisidder" in _brev(v, i) and "Hemmelig" not in _brev(v, i)
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
    tekst = _brev(v, _indkald(v, sag.id, "borger"))
    assert "Hemmelig" not in tekst and f"Navn beskyttet, sag {sag.nummer}" in tekst


def test_laegen_kun_med_oenske_og_samtykke(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    with pytest.raises(KanIkke) as fejl:
        _indkald(v, sag.id, "laege", navn="Lægehuset")
    assert set(fejl.value.felter) == {"oensker", "samtykke_id"}
    hvad = {
        "oplysninger": "At der er møde",
        "formaal": "Til mødet.",
        "maade": "mundtligt",
        "kilde": "Lægehuset",
    }
    ja = {"givet": date(2026, 5, 20), "praecist": True, "konsekvenser_oplyst": True}
    samtykke: Samtykke = v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **hvad, **ja)
    med = {"navn": "Lægehuset", "oensker": True, "samtykke_id": samtykke.id}
    with pytest.raises(KanIkke, match="dækker"):
        _indkald(v, sag.id, "laege", **med)
    i = _indkald(v, sag.id, "laege", **med, daekker=True)
    tekst = _brev(v, i)
    assert i.samtykke_id == samtykke.id and "samtykke onsdag 20. maj 2026" in tekst and "Birthe" not in tekst


def test_sagsbehandlerens_kalenderfil_siger_kun_sagens_nummer(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    i = _indkald(v, sag.id, "sagsbehandler")
    kalender = _kalender(v, i)
    moede = kalender.en("VEVENT")
    assert kalender["METHOD"] == "REQUEST" and sag.nummer in moede.tekst("SUMMARY")
    assert (
        "Birthe" not in str(kalender)
        and "Borger" not in str(kalender)
        and sag.borger.cpr not in str(kalender)
    )
    aflyst = _kalender(v, _indkald(v, sag.id, "sagsbehandler", aflys=True))
    assert aflyst["METHOD"] == "CANCEL"
    assert aflyst.en("VEVENT")["UID"] == moede["UID"] and aflyst.en("VEVENT")["SEQUENCE"] == "1"


def test_teamet_faar_dagen_med_sagernes_numre(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    anden = v.genoptaget(v.forloeb(navn="Anden Andersen"))
    medlem, inhabil = v.teammedlem, v.person(Rolle.TEAMMEDLEM, v.kommune, "Inger Inhabil")
    v.goer(v.sagsbehandler, vaelg_moede, anden.id, moede_id=sag.moede_id, kl=time(9, 30))
    v.udelukket(inhabil, anden.borger_id)
    lavet = v.goer(v.moedeleder, indkald_team, sag.moede_id)
    filer = {i.navn: _kalender(v, i).en("VEVENT") for i in lavet}
    assert set(filer) == {"Mogens Mødeleder", medlem.navn, "Inger Inhabil"}
    assert filer["Mogens Mødeleder"].tekst("SUMMARY") == "Møde i rehabiliteringsteamet, 2 sager"
    assert f"kl. 09.30 sag {anden.nummer}" in filer[medlem.navn].tekst("DESCRIPTION")
    assert anden.nummer not in filer["Inger Inhabil"].tekst("DESCRIPTION")
    with pytest.raises(KanIkke, match="Alle er indkaldt"):
        v.goer(v.moedeleder, indkald_team, sag.moede_id)
    # The second case is moved away: those who were told of it are told anew, and the one who was not is not.
    v.goer(v.sagsbehandler, vaelg_moede, anden.id, moede_id=v.moede(date(2026, 6, 18)).id, grund="Sygdom.")
    nye = v.goer(v.moedeleder, indkald_team, sag.moede_id)
    assert {i.navn for i in nye} == {"Mogens Mødeleder", medlem.navn}
    assert {i.sekvens for i in nye} == {1}


def test_hvem_der_ikke_kan_indkalde(verden: Verden) -> None:
    v = verden
    sag = _sag(v)
    uid = _pladser(v, sag.id)["borger"].uid
    for hvem, fejl in ((v.teammedlem, IngenRet), (v.sekretariat, IngenRet), (v.naboen, FindesIkke)):
        with pytest.raises(fejl):
            v.goer(hvem, indkald, sag.id, uid=uid)
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, indkald, sag.id, uid="en-anden")
    with pytest.raises(IngenRet):
        v.goer(v.teammedlem, indkald_team, sag.moede_id)
    with kontekst.arbejder_som(v.naboen):
        assert not Invitation.objects.exists()
    with kontekst.arbejder_som(v.moedeleder):
        assert dagens_pladser(v.moedeleder, sag.moede)[0].stand == Stand.MANGLER
