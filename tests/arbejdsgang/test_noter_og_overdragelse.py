"""Notes that name a colleague, reminders, units, and handing over many cases at once."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connections

from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.luk_paamindelse import luk_paamindelse
from rehabteam.handlinger.overdrag_sager import overdrag_sager
from rehabteam.handlinger.saet_enhed import saet_enhed
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Forloeb, Haendelse, Paamindelse, Rolle, Sag
from tests.forberedende.planen import sag_af
from tests.verden import DAG, Verden

VED = "vedligehold"


def test_den_omtalte_faar_besked_til_hun_har_laest(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget(v.forloeb(navn="Naja Note"))
    lone = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Lone Friis Madsen")
    lone_berg = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Lone Berg")
    note = v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="@Lone Friis Madsen, ringer du? Se a@b.dk")
    assert note.omtalte == [lone.medarbejder_id]
    klient = v.klient(lone)
    forside = klient.get("/mit-arbejde/").content.decode()
    assert "Sanne Sagsbehandler skriver til dig" in forside and "Noter om Naja Note" in forside
    assert "skriver til dig" not in v.klient(lone_berg).get("/mit-arbejde/").content.decode()
    side = klient.get(f"/sag/{sag.id}/noter/").content.decode()
    assert "ringer du?" in side and "Til dig" in side
    assert "skriver til dig" not in klient.get("/mit-arbejde/").content.decode()
    for tekst, fejl in (
        ("@Lone", "Flere kolleger"),
        ("@Ukendt Person", "Ingen kollega"),
        (" ", "Skriv noten"),
    ):
        with pytest.raises(KanIkke, match=fejl):
            v.goer(v.sagsbehandler, skriv_note, sag.id, tekst=tekst)
    v.udelukket(lone, sag.borger_id)
    with pytest.raises(KanIkke, match="inhabil"):
        v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="@Lone Friis Madsen, se her")


def test_en_note_rettes_og_slettes_aldrig(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    note = v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Mødet er udsat en uge")
    ny = v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Mødet er udskudt fjorten dage", retter_id=note.id)
    with pytest.raises(KanIkke, match="allerede rettet"):
        v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Igen", retter_id=note.id)
    side = v.klient(v.sagsbehandler).get(f"/sag/{sag.id}/noter/").content.decode()
    assert "udsat en uge" in side and "udskudt fjorten dage" in side and "Rettet af Sanne" in side
    with pytest.raises(DatabaseError), connections[VED].cursor() as cursor:
        cursor.execute("UPDATE sager_note SET tekst = 'x' WHERE id = %s", [ny.id])
    # The region has the case, and neither the notes nor their words.
    klient = v.klient(v.sekretariat)
    assert klient.get(f"/sag/{sag.id}/noter/").status_code == 403
    assert "fjorten dage" not in klient.get(f"/sag/{sag.id}/historik/").content.decode()
    assert v.klient(v.naboen).get(f"/sag/{sag.id}/noter/").status_code == 404


def test_en_paamindelse_kommer_paa_dagen_og_lukkes_af_sin_egen(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2026, 3, 1), "Pia Påmind")
    p = v.goer(v.sagsbehandler, saet_paamindelse, forloeb_id=f.id, naar=DAG, tekst="Ring til lægen")
    v.goer(v.sagsbehandler, saet_paamindelse, forloeb_id=f.id, naar=DAG + timedelta(days=1), tekst="I morgen")
    klient = v.klient(v.sagsbehandler)
    forside = klient.get("/mit-arbejde/").content.decode().split('id="husk"')[1]
    assert "Ring til lægen" in forside and "I morgen" not in forside
    assert "I morgen" in klient.get("/paamindelser/").content.decode()
    assert "I morgen" not in v.klient(v.leder).get("/paamindelser/").content.decode()
    with pytest.raises(IngenRet):
        v.goer(v.leder, luk_paamindelse, p.id)
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, luk_paamindelse, p.id)
    svar = klient.post(f"/paamindelser/{p.id}/luk/", {"noegle": str(uuid.uuid4())})
    assert svar.status_code == 302
    assert "Ring til lægen" not in klient.get("/mit-arbejde/").content.decode()
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, saet_paamindelse, forloeb_id=f.id, naar=DAG - timedelta(days=1), tekst="Gået")


def test_alt_overdrages_med_en_linje_i_hver_historik(verden: Verden) -> None:
    v = verden
    ny = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny")
    sag = v.genoptaget(v.forloeb(navn="Olga Overdraget"))
    andet = v.forloeb(navn="Otto Overdraget")
    v.goer(v.sagsbehandler, saet_paamindelse, sag_id=sag.id, naar=DAG, tekst="Følger med")
    klient = v.klient(v.leder)
    url = f"/enheden/{v.sagsbehandler.medarbejder_id}/"
    side = klient.get(url).content.decode()
    assert "Olga Overdraget" in side and "Otto Overdraget" in side
    felter = {"hvad": "alle", "til": str(ny.medarbejder_id), "grund": ""}
    assert klient.post(url, felter | {"noegle": str(uuid.uuid4())}).status_code == 422
    felter["grund"] = "Sanne går på barsel."
    svar = klient.post(url, felter | {"noegle": str(uuid.uuid4())})
    assert svar.status_code == 302, svar.content.decode()
    assert Sag.objects.using(VED).get(id=sag.id).sagsbehandler_id == ny.medarbejder_id
    assert Forloeb.objects.using(VED).get(id=andet.id).sagsbehandler_id == ny.medarbejder_id
    assert Paamindelse.objects.using(VED).get(sag_id=sag.id).medarbejder_id == ny.medarbejder_id
    linjer = Haendelse.objects.using(VED).filter(kommune_id=v.kommune.id, handling="overdrag_sager")
    assert linjer.count() == 3 and {h.sag_id or h.forloeb_id for h in linjer} >= {sag.id, andet.id}
    assert all("Sanne går på barsel." in h.tekst and "Nina Ny" in h.tekst for h in linjer)


def test_hvem_der_ikke_kan_faa_dem(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget(v.forloeb(navn="Ida Inhabil"))
    til = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Ingolf")

    def overdrag(hvem: uuid.UUID, sager: list[uuid.UUID]) -> int:
        return v.goer(v.leder, overdrag_sager, sager=sager, forloeb=[], til_id=hvem, grund="Ferie")

    with pytest.raises(KanIkke, match="hver sags historik"):
        v.goer(v.leder, overdrag_sager, sager=[sag.id], forloeb=[], til_id=til.medarbejder_id, grund=" ")
    v.udelukket(til, sag.borger_id)
    with pytest.raises(KanIkke, match="inhabil i 1"):
        overdrag(til.medarbejder_id, [sag.id])
    for udenfor in (v.naboen, v.teammedlem, v.sekretariat):
        with pytest.raises(KanIkke):
            overdrag(udenfor.medarbejder_id, [sag.id])
    with pytest.raises(FindesIkke):
        overdrag(v.leder.medarbejder_id, [sag.id, uuid.uuid4()])
    assert Sag.objects.using(VED).get(id=sag.id).sagsbehandler_id == v.sagsbehandler.medarbejder_id
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, overdrag_sager, sager=[sag.id], forloeb=[], til_id=None, grund="x")


def test_enheden_er_en_anden_liste_end_kommunens(verden: Verden) -> None:
    v = verden
    kollega = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Kaj Kollega")
    v.forloeb(navn="Min Egen")
    v.forloeb(navn="Kajs Egen", hvem=kollega)
    v.forloeb(navn="Lederens Egen", hvem=v.leder)
    for hvem in (v.sagsbehandler, kollega):
        v.goer(v.leder, saet_enhed, hvem.medarbejder_id, enhed="  Team  Nord ")
    klient = v.klient(v.sagsbehandler)

    def navne(hvem: str) -> set[str]:
        side = klient.get("/mit-arbejde/", {"hvem": hvem}).content.decode()
        return {n for n in ("Min Egen", "Kajs Egen", "Lederens Egen") if n in side}

    assert navne("mine") == {"Min Egen"}
    assert navne("enhed") == {"Min Egen", "Kajs Egen"}
    assert navne("alle") == {"Min Egen", "Kajs Egen", "Lederens Egen"}
    # What was chosen stays, and the address says it without a word about anybody's citizen.
    svar = klient.post("/mit-arbejde/visning/", {"side": "arbejde", "hvem": "enhed", "orden": "navn"})
    assert svar.status_code == 302 and svar["Location"].endswith("?hvem=enhed&orden=navn")
    assert navne("") == {"Min Egen", "Kajs Egen"}
    side = v.klient(v.leder).get("/enheden/").content.decode()
    assert "Team Nord" in side and "Kaj Kollega" in side
    assert v.klient(v.sagsbehandler).get("/enheden/").status_code == 403


def test_en_slags_sag_ad_gangen(verden: Verden) -> None:
    v = verden
    sag_af(v, "fleksjob")
    v.genoptaget(v.forloeb(navn="Gerda Genoptaget"))
    v.forloeb(navn="Vera Venter")
    klient = v.klient(v.sagsbehandler)

    def navne(art: str) -> set[str]:
        side = klient.get("/mit-arbejde/", {"art": art}).content.decode()
        return {n for n in ("Planmund Plan", "Gerda Genoptaget", "Vera Venter") if n in side}

    assert navne("fleksjob") == {"Planmund Plan"}
    # A forløb that nobody has taken up again becomes a re-submission, and stands with those.
    assert navne("genforelaeggelse") >= {"Gerda Genoptaget", "Vera Venter"}
    assert navne("revalidering") == set()


def test_dansk_orden_og_beskyttede_sidst(verden: Verden) -> None:
    v = verden
    for navn in ("Åse Å", "Aage A", "Øjvind", "Zita", "Ærlig", "Abel"):
        v.forloeb(date(2025, 10, 1), navn)
    side = v.klient(v.sagsbehandler).get("/mit-arbejde/", {"orden": "navn"}).content.decode()
    begynd, tabel = side.split("<table", 1)
    fundne = sorted(
        (n for n in ("Åse Å", "Aage A", "Øjvind", "Zita", "Ærlig") if n in tabel), key=tabel.index
    )
    assert fundne == ["Zita", "Ærlig", "Øjvind", "Aage A", "Åse Å"] and "Abel" in begynd


def test_kalenderen_har_det_der_forfalder_dag_for_dag(verden: Verden) -> None:
    v = verden
    v.forloeb(date(2025, 12, 10), "Frida Frist")
    kollega = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Kaj Kollega")
    sag = v.genoptaget(v.forloeb(navn="Magda Møde"))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(date(2026, 6, 11)).id)
    v.goer(v.sagsbehandler, saet_paamindelse, sag_id=sag.id, naar=date(2026, 6, 4), tekst="Husk resuméet")
    klient = v.klient(v.sagsbehandler)
    side = klient.get("/kalender/", {"fra": "2026-06-15"}).content.decode()
    dage = [d.split("</tbody>")[0] for d in side.split("<tbody>")[1:]]
    assert len(dage) == 4
    for dag, indhold in zip(
        dage,
        (
            ("3. juni", "Sidste dag at sende", "Magda Møde"),
            ("4. juni", "Din påmindelse", "Husk resuméet"),
            ("10. juni", "Seks måneder", "Frida Frist"),
            ("11. juni", "Møde i teamet", "09.00"),
        ),
        strict=True,
    ):
        assert all(ord_ in dag for ord_ in indhold), dag
    assert (
        "Magda"
        not in v.klient(kollega).get("/kalender/", {"hvem": "mine", "fra": "2026-06-15"}).content.decode()
    )
    uge = klient.get("/kalender/", {"vis": "uge", "fra": "2026-06-04"}).content.decode()
    assert "Husk resuméet" in uge and "Frida Frist" not in uge
    assert klient.get("/kalender/", {"fra": "vrøvl"}).status_code == 200
    assert "Magda" not in v.klient(v.naboen).get("/kalender/", {"fra": "2026-06-15"}).content.decode()
