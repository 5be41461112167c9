"""Mit arbejde: each thing that waits stands once, with its reason, its date and one next step."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Forloeb
from tests.verden import DAG, Verden

URL = "/mit-arbejde/"


def _side(v: Verden, hvem: Aktoer | None = None, **query: str) -> str:
    svar = v.klient(hvem or v.sagsbehandler).get(URL, query)
    assert svar.status_code == 200
    return svar.content.decode()


def _gruppe(side: str, navn: str) -> str:
    """The part of the page under one heading."""
    return side.split(f'<section aria-labelledby="{navn}">')[1].split("</section>")[0]


def test_begynd_her_er_den_aeldste_og_staar_kun_en_gang(verden: Verden) -> None:
    v = verden
    v.forloeb(date(2025, 11, 20), "Yngre Overskredet")
    aeldst = v.forloeb(date(2025, 9, 20), "Ældst Overskredet")
    v.forloeb(date(2021, 5, 1), "Uklar Udgave")
    skal = _gruppe(_side(v), "skal")
    assert "3 forløb" in skal
    begynd, tabel = skal.split("<table")
    assert "Ældst Overskredet" in begynd and "Ældst Overskredet" not in tabel
    assert reverse("web:genoptag", args=[aeldst.id]) in begynd
    assert "udløb fredag 20. marts 2026" in begynd
    assert "Yngre Overskredet" in tabel and "7 dage over" in tabel
    assert "Uklar Udgave" in tabel and "Du skal vurdere" in tabel
    assert "Ingen indsats er registreret." in tabel


def test_naermer_sig_med_grund_og_skridt(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 12, 1), "Amira Aftalt")
    v.goer(
        v.sagsbehandler,
        registrer_indsats,
        f.id,
        navn="Genoptræning",
        hjemmel="SUNDHEDSLOV_KOMMUNAL",
        bevilget=date(2026, 5, 4),
        i_indsatsdel=True,
    )
    stille = v.forloeb(date(2025, 12, 30), "Poul Pause")
    v.fritaget(stille.id, date(2026, 3, 2), None)
    v.forloeb(date(2026, 1, 31), "Langt Væk")
    snart = _gruppe(_side(v), "snart")
    assert "»Genoptræning« er bevilget; begynder den senest 1. juni, kan den tælle med." in snart
    assert "5 dage" in snart and "Registrér start" in snart
    assert "Fritaget siden 2. marts uden slutdato: 61 dage er talt, 121 er tilbage." in snart
    assert "Står stille" in snart
    assert "Langt Væk" not in snart


def test_en_frist_der_er_gaaet_siden_sidst_staar_blandt_de_overskredne(verden: Verden) -> None:
    """The cache was written on an earlier day; the page asks the law again."""
    v = verden
    f = v.forloeb(date(2025, 11, 20), "Gået I Mellemtiden")
    Forloeb.objects.using("vedligehold").filter(id=f.id).update(frist_status="IKKE_UDLOEBET")
    skal = _gruppe(_side(v), "skal")
    assert "Gået I Mellemtiden" in skal and "7 dage over" in skal


def test_en_genoptaget_sag_flytter_sig_gennem_grupperne(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget(v.forloeb(navn="Gitte Genoptaget"))
    side = _side(v)
    assert "Gitte Genoptaget" not in _gruppe(side, "skal")
    dokument = _gruppe(side, "dokument")
    assert "Gitte Genoptaget" in dokument and "mangler" in dokument and "Genforelæggelse" in dokument
    v.sendt(sag)
    side = _side(v)
    assert "Gitte Genoptaget" not in _gruppe(side, "dokument")
    moede = _gruppe(side, "moede")
    assert "Møde torsdag 11. juni kl. 09.00: sagen er sendt til regionen." in moede
    v.hos_koordinator(sag)
    side = _side(v)
    assert "hos sundhedskoordinatoren" in _gruppe(side, "moede")
    assert "Sagen blev givet til Karen Koordinator" in side.split('id="nyt"')[1]
    assert "Grundlovsdag 5. juni tæller ikke som hverdag" in side


def test_mine_og_enhedens(verden: Verden) -> None:
    v = verden
    v.forloeb(navn="Min Egen")
    v.forloeb(navn="Lederens Egen", hvem=v.leder)
    assert "Lederens Egen" not in _side(v)
    enhed = v.klient(v.sagsbehandler).get(URL, {"hvem": "enhed"}).content.decode()
    assert "Lederens Egen" in enhed and "Min Egen" in enhed
    lederens = _side(v, v.leder)
    assert "Min Egen" in lederens and 'class="skifter"' not in lederens


def test_uden_ret_er_der_ingen_handlinger(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    for hvem in (v.teammedlem, v.moedeleder):
        assert "Birthe Borger" not in _side(v, hvem), "deres eget er møderne"
        side = v.klient(hvem).get(URL, {"hvem": "alle"}).content.decode()
        assert "Birthe Borger" in side and "Åbn forløb" in side
        assert "Genoptag sag" not in side
        assert reverse("web:genoptag", args=[f.id]) not in side


def test_regionen_har_sin_egen_side_og_naboen_ser_intet(verden: Verden) -> None:
    v = verden
    v.forloeb(navn="Kun Vores")
    assert v.klient(v.sekretariat).get(URL).status_code == 403
    assert v.klient(v.koordinator).get(URL).status_code == 403
    nabo = _side(v, v.naboen)
    assert "Kun Vores" not in nabo and "Intet haster" in nabo


def test_hvad_der_er_godt_naar_alt_er_tomt(verden: Verden) -> None:
    verden.forloeb(date(2026, 1, 31), "Langt Væk")
    side = _side(verden)
    assert "Intet haster" in side and "Næste frist er fredag 31. juli 2026." in side


def test_loggen_har_alle_der_blev_vist(verden: Verden) -> None:
    v = verden
    vist = {v.forloeb(navn=f"Borger {nr}").borger_id for nr in range(3)}
    v.forloeb(date(2026, 1, 31), "Ikke Vist")
    _side(v)
    post = Adgangspost.objects.using("vedligehold").filter(medarbejder_id=v.sagsbehandler.medarbejder_id)
    sidste = post.latest("id")
    assert (sidste.rute, set(sidste.borgere)) == ("mit_arbejde.se", vist)


def _mange(v: Verden, antal: int) -> None:
    """Overdue and approaching forløb as rows alone: many are quicker that way."""
    moenster = v.forloeb(navn="Mønster")
    rows = [
        Forloeb(
            kommune_id=moenster.kommune_id,
            borger_id=moenster.borger_id,
            sagsbehandler_id=moenster.sagsbehandler_id,
            start=DAG - timedelta(days=150 + nr),
            naeste_frist=DAG + timedelta(days=30 - nr),
            frist_status="IKKE_UDLOEBET",
        )
        for nr in range(antal)
    ]
    Forloeb.objects.using("vedligehold").bulk_create(rows)


def _foresporgsler(v: Verden, **query: str) -> int:
    klient = v.klient(v.sagsbehandler)
    klient.get(URL)
    with CaptureQueriesContext(connection) as fanget:
        assert klient.get(URL, query).status_code == 200
    return len(fanget)


def test_lige_mange_foresporgsler_med_30_og_120(verden: Verden) -> None:
    v = verden
    v.genoptaget(v.forloeb(navn="Med Sag"))
    v.sendt()
    _mange(v, 30)
    faa = _foresporgsler(v)
    _mange(v, 90)
    assert _foresporgsler(v) == faa
    assert _foresporgsler(v, alle="skal") == faa
    assert faa <= 60


def test_vis_alle(verden: Verden) -> None:
    _mange(verden, 100)
    side = _side(verden)
    assert side.count('<th scope="row">') <= 3 * 25
    assert "alle=skal#skal" in side
    assert _side(verden, alle="skal").count('<th scope="row">') > side.count('<th scope="row">')
