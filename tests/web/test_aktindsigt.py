"""Aktindsigt: the clock, a choice about every part, one archive that stays as it was, and who may."""

import hashlib
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError
from django.urls import reverse

from rehabteam.dokumenter import arkiv
from rehabteam.handlinger.afgoer_aktindsigt import afgoer_aktindsigt
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_aktindsigt import registrer_aktindsigt
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.ret_adresse import ret_adresse
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.handlinger.underret_om_aktindsigt import underret_om_aktindsigt
from rehabteam.handlinger.vaelg_udlevering import Valg, vaelg_udlevering
from rehabteam.sager.models import Adgangspost, Aktindsigt, Dokument, Haendelse, Sag, Udlevering
from rehabteam.sager.udtraek.aktindsigt import stykker
from tests.breve import aflaes
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import ark, indsend, tekst

HVORFOR = "Notatet er kun skrevet til kommunens eget brug."


def anmodning(v: Verden, sag: Sag, **felter: Any) -> Aktindsigt:
    givne = {"modtaget": date(2026, 5, 22), "fra_hvem": "borger", "hvad": "Alt i min sag."} | felter
    return v.goer(v.sagsbehandler, registrer_aktindsigt, sag.id, **givne)


def noegler(v: Verden, a: Aktindsigt) -> list[str]:
    return v.goer(v.sagsbehandler, lambda _a: [s.noegle for s in stykker(a)])


def valgt(v: Verden, a: Aktindsigt, *inde: str) -> None:
    valg = [
        Valg(n, n not in inde, "FVL_12" if n in inde else "", HVORFOR if n in inde else "")
        for n in noegler(v, a)
    ]
    v.goer(v.sagsbehandler, vaelg_udlevering, a.id, valg=valg)


def frisk(a: Aktindsigt) -> Aktindsigt:
    return Aktindsigt.objects.using("vedligehold").get(id=a.id)


def sag_med_bilag(v: Verden) -> Sag:
    sag = v.genoptaget(v.forloeb(navn="Asta Aktindsigt"))
    for nr in (1, 2):
        felter = {"filnavn": f"{nr}.pdf", "titel": f"Bilag {nr}", "slags": "brev", "dato": date(2026, 5, nr)}
        v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=ark(nr), **felter)
    return sag


def test_fra_anmodning_til_arkiv(verden: Verden) -> None:
    """The whole way in the browser, without JavaScript; then the archive is looked into."""
    v = verden
    sag = sag_med_bilag(v)
    klient = v.klient(v.sagsbehandler)
    ny = reverse("web:aktindsigt_ny", args=[sag.id])
    assert indsend(klient, ny, modtaget="22.05.2026", fra_hvem="repraesentant", hvad="").status_code == 422
    svar = indsend(klient, ny, modtaget="22.05.2026", fra_hvem="borger", hvad="Alt i min sag.")
    side = klient.get(svar["Location"])
    assert "onsdag 3. juni 2026" in tekst(side)
    a = Aktindsigt.objects.using("vedligehold").get(sag_id=sag.id)
    dele = noegler(v, a)
    valg = reverse("web:aktindsigt_valg", args=[a.id])
    svaret = reverse("web:aktindsigt_svar", args=[a.id])
    assert "mangler et valg" in tekst(klient.get(svaret))
    fejl = indsend(klient, valg, gem="valg", **{f"{dele[0]}-valg": "nej"})
    assert fejl.status_code == 422 and "Vælg den bestemmelse" in tekst(fejl)
    felter = {
        f"{dele[0]}-valg": "nej",
        f"{dele[0]}-hjemmel": "FVL_12",
        f"{dele[0]}-begrundelse": HVORFOR,
    }
    assert indsend(klient, valg, gem="alle", **felter).status_code == 302
    assert HVORFOR in tekst(klient.get(svaret))
    assert indsend(klient, svaret).status_code == 302
    hent = klient.get(reverse("web:aktindsigt_hent", args=[a.id]))
    assert (
        hent["Content-Type"] == "application/zip" and f"sag {sag.nummer}.zip" in hent["Content-Disposition"]
    )
    _se_i_arkivet(v, sag, hent.content, udeladt=dele[0])
    a = frisk(a)
    assert hashlib.sha256(hent.content).hexdigest() == a.arkiv_sha256
    post = Adgangspost.objects.using("vedligehold").filter(rute="aktindsigt.se", art="eksport").latest("id")
    assert (post.aftryk, post.antal, post.objekt) == (a.arkiv_sha256, a.udleveret, a.id)
    assert post.borgere == [sag.borger_id]
    h = Haendelse.objects.using("vedligehold").get(handling="afgoer_aktindsigt", sag_id=sag.id)
    assert h.vurdering["status"] == "RETTIDIG" and h.data["sha256"] == a.arkiv_sha256


def _se_i_arkivet(v: Verden, sag: Sag, data: bytes, udeladt: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        navne = z.namelist()
        indhold = {n: z.read(n) for n in navne}
    summer = dict(reversed(linje.split("  ")) for linje in indhold["SHA256SUMS.txt"].decode().splitlines())
    assert summer == {n: hashlib.sha256(b).hexdigest() for n, b in indhold.items() if n != "SHA256SUMS.txt"}
    paa_sagen = {
        d.sha256 for d in Dokument.objects.using("vedligehold").filter(sag_id=sag.id) if d.id.hex != udeladt
    }
    assert {
        hashlib.sha256(b).hexdigest() for n, b in indhold.items() if n.startswith("dokumenter/")
    } == paa_sagen
    assert not any(c.isupper() or c == " " for n in navne if n != "SHA256SUMS.txt" for c in n)
    brev = aflaes.tekst(indhold["00-svar.pdf"])
    assert "Asta Aktindsigt" in brev and HVORFOR in brev and "Ankestyrelsen" in brev and "Bilag 2" in brev
    log = aflaes.tekst(next(b for n, b in indhold.items() if n.endswith("-log.pdf")))
    assert "Hvem har brugt dine oplysninger" in log and v.sagsbehandler.navn not in log
    assert "Sagen blev genoptaget" in aflaes.tekst(next(b for n, b in indhold.items() if "historik" in n))


def test_noter_versioner_og_svar_er_med_uden_kollegers_navne(verden: Verden) -> None:
    """What stands beside the documents, in its own papers; a case without any has no such part."""
    v = verden
    sag = v.goer(
        v.sagsbehandler, opret_sag, art="fleksjob", borger_id=v.forloeb(navn="Asta Aktindsigt").borger_id
    )
    a = anmodning(v, sag)
    assert noegler(v, a) == ["historik", "log"]
    v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Ring til lægehuset.")
    for nr, ord_ in enumerate(("Gartner.", "Gartner i tolv år.")):
        indhold = Indhold(ord_, "Jeg kan lide planter.")
        v.goer(v.sagsbehandler, skriv_plandel, sag.id, noegle="stk1_nr1", version=nr, indhold=indhold)
    v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle="fuldt_oplyst", vaerdi=True)
    assert noegler(v, a) == ["historik", "noter", "tekster", "log"]
    klient = v.klient(v.sagsbehandler)
    assert indsend(klient, reverse("web:aktindsigt_valg", args=[a.id]), gem="alle").status_code == 302
    assert indsend(klient, reverse("web:aktindsigt_svar", args=[a.id])).status_code == 302
    with zipfile.ZipFile(io.BytesIO(klient.get(reverse("web:aktindsigt_hent", args=[a.id])).content)) as z:
        papir = {n.partition("-")[2]: aflaes.tekst(z.read(n)) for n in z.namelist() if n[0] != "S"}
    assert "Ring til lægehuset." in papir["noter.pdf"]
    for ord_ in (
        "Gartner.",
        "Gartner i tolv år.",
        "Borgerens egne ord: Jeg kan lide planter.",
        "fuldt oplyst",
    ):
        assert ord_ in papir["tekster.pdf"], ord_
    assert not any(v.sagsbehandler.navn in papir[n] for n in ("noter.pdf", "tekster.pdf", "historik.pdf"))
    v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Kom bagefter.")
    assert noegler(v, frisk(a)) == ["historik", "noter", "tekster", "log"]


def test_ens_indhold_giver_ens_arkiv() -> None:
    filer = [("00-svar.pdf", b"%PDF"), ("dokumenter/01-brev.pdf", b"x" * 1000)]
    ud = []
    for _ in range(2):
        fil = io.BytesIO()
        arkiv.pak(iter(filer), fil)
        ud.append(fil.getvalue())
    assert ud[0] == ud[1]
    for navn in (
        "../ud.pdf",
        "a/b/c.pdf",
        "/rod.pdf",
        "to gange.pdf",
        ".skjult",
        "æ.pdf",
        "a\\b.pdf",
        "SHA256SUMS.txt",
    ):
        with pytest.raises(ValueError, match="archive"):
            arkiv.pak([(navn, b"")], io.BytesIO())


@pytest.mark.parametrize(
    ("modtaget", "status"), [(date(2026, 5, 15), "RETTIDIG"), (date(2026, 5, 13), "FOR_SENT")]
)
def test_for_sent_skal_have_en_grund_og_standser_intet(verden: Verden, modtaget: date, status: str) -> None:
    """27 May is the seventh hverdag after 15 May (Whit Monday in between), and too late after the 13th."""
    v = verden
    a = anmodning(v, v.genoptaget(), modtaget=modtaget)
    valgt(v, a)
    if status == "FOR_SENT":
        with pytest.raises(KanIkke) as fejl:
            v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
        assert "for_sent_grund" in fejl.value.felter and frisk(a).afgjort is None
    v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id, for_sent_grund="Sagsbehandleren var syg.")
    h = Haendelse.objects.using("vedligehold").get(handling="afgoer_aktindsigt", sag_id=a.sag_id)
    assert h.vurdering["status"] == status
    assert frisk(a).for_sent_grund == ("Sagsbehandleren var syg." if status == "FOR_SENT" else "")


def test_intet_gives_foer_der_er_valgt(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    a = anmodning(v, sag)
    with pytest.raises(KanIkke, match="mangler et valg"):
        v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    valgt(v, a)
    felter = {"filnavn": "n.pdf", "titel": "Nyt", "slags": "brev", "dato": date(2026, 5, 1)}
    v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=ark(3), **felter)
    with pytest.raises(KanIkke, match="1 del"):
        v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)


@pytest.mark.parametrize(
    ("hjemmel", "grund", "felt"),
    [("", HVORFOR, "hjemmel"), ("FVL_12", "Nej.", "begrundelse"), ("ANDEN", HVORFOR, "begrundelse")],
)
def test_tilbage_kun_med_bestemmelse_og_begrundelse(
    verden: Verden, hjemmel: str, grund: str, felt: str
) -> None:
    v = verden
    a = anmodning(v, v.genoptaget())
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, vaelg_udlevering, a.id, valg=[Valg("log", False, hjemmel, grund)])
    assert list(fejl.value.felter) == [f"log-{felt}"]
    v.goer(v.sagsbehandler, vaelg_udlevering, a.id, valg=[Valg("log", False, "ANDEN", f"{HVORFOR} § 15 a.")])


def test_det_der_er_trukket_tilbage_er_ogsaa_en_del_af_sagen(verden: Verden) -> None:
    v = verden
    sag = sag_med_bilag(v)
    d = Dokument.objects.using("vedligehold").get(sag_id=sag.id, titel="Bilag 1")
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, d.id, grund="Lagt på ved en fejl.")
    a = anmodning(v, sag)
    assert d.id.hex in noegler(v, a)
    assert "Lagt på ved en fejl." in tekst(
        v.klient(v.sagsbehandler).get(reverse("web:aktindsigt", args=[a.id]))
    )


def test_besked_i_tide_flytter_fristen(verden: Verden) -> None:
    v = verden
    a = anmodning(v, v.genoptaget(), modtaget=date(2026, 5, 19))
    klient = v.klient(v.sagsbehandler)
    adresse = reverse("web:aktindsigt_besked", args=[a.id])
    grund = "Der er fire tusind sider, og nogle handler om andre."
    assert (
        indsend(klient, adresse, underrettet="27.05.2026", ventes="20.05.2026", grund=grund).status_code
        == 422
    )
    assert (
        indsend(klient, adresse, underrettet="27.05.2026", ventes="19.06.2026", grund=grund).status_code
        == 302
    )
    side = tekst(klient.get(reverse("web:aktindsigt", args=[a.id])))
    assert "fredag 19. juni 2026" in side and grund in side
    sent = anmodning(v, v.genoptaget(), modtaget=date(2026, 5, 11))
    svar = v.goer(
        v.sagsbehandler,
        underret_om_aktindsigt,
        sent.id,
        underrettet=DAG,
        ventes=date(2026, 6, 19),
        grund=grund,
    )
    assert svar.status == "OVERSKREDET" and svar.frist == date(2026, 5, 21)


def test_arbejdslisten_viser_hvem_der_venter(verden: Verden) -> None:
    v = verden
    over_sag = v.genoptaget(v.forloeb(navn="Ove Over"))
    anmodning(v, over_sag, modtaget=date(2026, 5, 11))
    anmodning(v, v.genoptaget(v.forloeb(navn="Rita Rolig")), modtaget=date(2026, 5, 26))
    side = v.klient(v.sagsbehandler).get(reverse("web:mit_arbejde"))
    vist = tekst(side)
    assert "Ove Over" in vist and "Rita Rolig" in vist and "over svar" not in vist
    assert "Fristen er overskredet. Svaret kan gives alligevel." in vist and "3 hverdage over" in vist
    assert {over_sag.borger_id} <= side.wsgi_request.spor.borgere
    assert "Svar inden syv hverdage" not in tekst(v.klient(v.teammedlem).get(reverse("web:mit_arbejde")))


def test_svaret_kan_ikke_laves_om(verden: Verden) -> None:
    """Not by the site, and not by the owner of the tables; before the answer the same updates pass."""
    v = verden
    a, aaben = anmodning(v, v.genoptaget()), anmodning(v, v.genoptaget())
    for x in (a, aaben):
        valgt(v, x)
    v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    with pytest.raises(KanIkke):
        valgt(v, a)
    for x, laast in ((aaben, False), (a, True)):
        for tabel in (Aktindsigt.objects.filter(id=x.id), Udlevering.objects.filter(aktindsigt_id=x.id)):
            felter = {"hvad": "Andet"} if tabel.model is Aktindsigt else {"begrundelse": "Andet"}
            if laast:
                with pytest.raises(DatabaseError):
                    tabel.using("vedligehold").update(**felter)
            else:
                assert tabel.using("vedligehold").update(**felter)


def test_hvem_der_maa(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    a = anmodning(v, sag)
    side = reverse("web:aktindsigt", args=[a.id])
    assert v.klient(v.leder).get(side).status_code == 200
    for hvem, status in ((v.teammedlem, 403), (v.moedeleder, 403), (v.sekretariat, 403), (v.naboen, 404)):
        assert v.klient(hvem).get(side).status_code == status
    assert (
        v.klient(v.leder).get(reverse("web:aktindsigt_hent", args=[a.id])).status_code == 404
    )  # no answer yet

    def antal(_anledning: object) -> int:
        return Aktindsigt.objects.filter(id=a.id).count()

    assert v.goer(v.sagsbehandler, antal) == 1 and v.goer(v.naboen, antal) == 0
    with pytest.raises(DatabaseError):
        v.goer(v.sekretariat, antal)


@pytest.mark.parametrize("beskyttet", [True, False])
def test_adressen_staar_kun_i_brevet_naar_den_ikke_er_beskyttet(verden: Verden, beskyttet: bool) -> None:
    v = verden
    f = v.forloeb(navn="Bodil Brevmodtager")
    v.goer(v.sagsbehandler, ret_adresse, f.id, linjer="Brevvej 3\n9000 Aalborg")
    sag = v.genoptaget(f)
    if beskyttet:
        v.goer(v.sagsbehandler, registrer_beskyttelse, f.id, fra=DAG)
    a = anmodning(v, sag)
    valgt(v, a)
    v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    data = v.klient(v.sagsbehandler).get(reverse("web:aktindsigt_hent", args=[a.id])).content
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        brev = aflaes.tekst(z.read("00-svar.pdf"))
    assert ("Brevvej 3" in brev, "Bodil Brevmodtager" in brev) == (not beskyttet, not beskyttet)
    assert (f"Navn beskyttet, sag {sag.nummer}" in brev) == beskyttet
