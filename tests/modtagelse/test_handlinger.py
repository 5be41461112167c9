"""Files on their way in: begun, sent, examined, laid on the case, and removed; and who may do what with them."""

import io
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError

from rehabteam.dokumenter import modtagelse
from rehabteam.handlinger.afslut_modtagelse import afslut_modtagelse
from rehabteam.handlinger.begynd_modtagelse import Begyndt, Valgt, begynd_modtagelse
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.genoptag_sag import foelg_alle_med
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.handlinger.opgiv_modtagelse import opgiv_modtagelse
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Haendelse, ModtagetFil, Sag
from rehabteam.sager.testnumre import testnumre
from tests.modtagelse.hjaelp import SAGT, begyndelser, begyndt, klar, sendt, stand
from tests.verden import PDF, Verden


def test_hele_vejen(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag, "LÆ 265 12.03.2026.pdf")
    fil = stand(v, fil_id)
    assert (fil.slags, fil.mime, fil.sider) == ("pdf", "application/pdf", 1)
    assert (fil.foreslaaet_slags, fil.foreslaaet_dato) == ("laegeattest", date(2026, 3, 12))
    assert not fil.virusscannet  # no scanner in the demo
    d = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    assert (d.titel, d.slags, d.sha256, d.original_sha256) == ("Opfølgning", "dokumentation", fil.sha256, "")
    assert stand(v, fil_id).tilstand == "lagt" and modtagelse.naaet(settings.DATA, fil_id) == 0
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    with kontekst.arbejder_som(v.sagsbehandler):
        haendelser = Haendelse.objects.filter(sag=sag, handling__contains="mod")
        assert [h.handling for h in haendelser] == ["laeg_modtaget"]


def test_valgt_igen_gaar_den_videre(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = begyndt(v, sag, "lang.pdf")
    assert _valgt_igen(v, sag, PDF, 0).fil.id == fil_id  # stopped before its first byte
    modtagelse.laeg_stykke(settings.DATA, fil_id, 0, io.BytesIO(PDF[:50]), 50, len(PDF))
    with pytest.raises(KanIkke, match="Hele filen er ikke kommet"):
        v.goer(v.sagsbehandler, afslut_modtagelse, sag.id, fil_id)
    (spurgt,) = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[Valgt("lang.pdf", len(PDF))])
    assert (spurgt.fil, spurgt.spoerg) == (None, (50,))
    igen = _valgt_igen(v, sag, PDF, 50)
    assert igen.fil.id == fil_id and igen.naaet == 50 and not (igen.ny or igen.anden)
    # It has grown since she was asked: what is known to be the same is where she goes on.
    modtagelse.laeg_stykke(settings.DATA, fil_id, 50, io.BytesIO(PDF[50:80]), 30, len(PDF))
    assert _valgt_igen(v, sag, PDF, 50).naaet == 50
    # another's of the same name, or hers of another size, is another file
    assert begyndt(v, sag, "lang.pdf", hvem=v.moedeleder) != fil_id
    assert begyndt(v, sag, "lang.pdf", PDF + b"\n") != fil_id


def _valgt_igen(v: Verden, sag: Sag, data: bytes, *laengder: int) -> Begyndt:
    valgt = Valgt("lang.pdf", len(data), begyndelser=begyndelser(data, *laengder))
    (svar,) = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[valgt])
    return svar


def test_en_anden_fil_med_samme_navn_og_stoerrelse_er_en_ny(verden: Verden) -> None:
    """What has come of the one is not given to the other, however often they are chosen in turn."""
    v, sag = verden, verden.genoptaget()
    andre = PDF[:20] + bytes(reversed(PDF[20:]))
    en = begyndt(v, sag, "lang.pdf")
    modtagelse.laeg_stykke(settings.DATA, en, 0, io.BytesIO(PDF[:50]), 50, len(PDF))
    anden = _valgt_igen(v, sag, andre, 50)
    assert anden.ny and anden.anden and anden.naaet == 0 and anden.fil.id != en
    modtagelse.laeg_stykke(settings.DATA, anden.fil.id, 0, io.BytesIO(andre[:40]), 40, len(andre))
    for data, fil_id in ((PDF, en), (andre, anden.fil.id)):
        (spurgt,) = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[Valgt("lang.pdf", len(PDF))])
        assert spurgt.spoerg == (40, 50)
        assert _valgt_igen(v, sag, data, *spurgt.spoerg).fil.id == fil_id
    # Both at once: each its own. And a browser that cannot tell begins anew.
    valgt = [Valgt("lang.pdf", len(PDF), begyndelser=begyndelser(d, 40, 50)) for d in (andre, PDF)]
    to = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=valgt)
    assert [b.fil.id for b in to] == [anden.fil.id, en]
    uvidende = _valgt_igen(v, sag, PDF)
    assert uvidende.ny and not uvidende.anden


def test_hvad_der_afvises_foer_en_byte_er_sendt(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()
    cpr = next(iter(testnumre()))
    valgte = [Valgt(f"attest {cpr}.pdf", 10), Valgt("tom.pdf", 0), Valgt("stor.pdf", 50 * 1024 * 1024 + 1)]
    god, tom, stor = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=valgte)
    assert god.navn.endswith("-xxxx.pdf") and god.fil.filnavn == god.navn
    assert tom.fil is None and "Filen er tom." in tom.grund
    assert stor.fil is None and "over 50 MB" in stor.grund
    with pytest.raises(KanIkke, match="500 filer"):
        v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[Valgt(f"{n}.pdf", 1) for n in range(500)])
    fire = [Valgt(f"{n}.pdf", 50 * 1024 * 1024) for n in range(41)]
    with pytest.raises(KanIkke, match="2 GB"):
        v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=fire)
    monkeypatch.setattr(modtagelse, "MINDST_FRI", 1.1)
    with pytest.raises(KanIkke, match="ikke plads"):
        v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[Valgt("a.pdf", 1)])


def test_fjernet_er_den_vaek(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag)
    v.goer(v.sagsbehandler, opgiv_modtagelse, sag.id, fil_id)
    assert stand(v, fil_id).tilstand == "opgivet" and modtagelse.naaet(settings.DATA, fil_id) == 0
    for handling, mere in ((opgiv_modtagelse, {}), (laeg_modtaget, SAGT)):
        with pytest.raises(FindesIkke):
            v.goer(v.sagsbehandler, handling, sag.id, fil_id, **mere)


def test_et_menneske_siger_hvad_den_er(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag)
    for felt, vaerdi in (
        ("titel", " "),
        ("slags", "hvadsomhelst"),
        ("dato", date(2026, 5, 28)),
        ("dato", date(1890, 1, 1)),
    ):
        with pytest.raises(KanIkke) as nej:
            v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **(SAGT | {felt: vaerdi}))
        assert felt in nej.value.felter
    assert stand(v, fil_id).tilstand == "klar"


def test_ikke_klar_kan_ikke_laegges(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    for fil_id in (begyndt(v, sag), sendt(v, sag, "b.pdf")):
        with pytest.raises(FindesIkke):
            v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)


def test_aendret_paa_disken_laegges_ikke(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag)
    modtagelse.sti(settings.DATA, fil_id).write_bytes(PDF + b"\n")
    with pytest.raises(KanIkke, match="ændret"):
        v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    modtagelse.sti(settings.DATA, fil_id).unlink()
    with pytest.raises(KanIkke, match="er væk"):
        v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    assert stand(v, fil_id).tilstand == "klar"


def test_hvem_der_maa(verden: Verden) -> None:
    v, sag, anden = verden, verden.genoptaget(), verden.genoptaget()
    fil_id = klar(v, sag)
    goer: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
        (begynd_modtagelse, (sag.id,), {"filer": [Valgt("a.pdf", 1)]}),
        (afslut_modtagelse, (sag.id, fil_id), {}),
        (opgiv_modtagelse, (sag.id, fil_id), {}),
        (laeg_modtaget, (sag.id, fil_id), SAGT),
    ]
    for handling, om, mere in goer:
        with pytest.raises(FindesIkke):
            v.goer(v.naboen, handling, *om, **mere)
        for hvem in (v.teammedlem, v.sekretariat, v.koordinator):
            with pytest.raises(IngenRet):
                v.goer(hvem, handling, *om, **mere)
    for handling, om, mere in goer[1:]:
        with pytest.raises(FindesIkke):  # a file is asked for on its own case only
            v.goer(v.sagsbehandler, handling, anden.id, *om[1:], **mere)
    assert stand(v, fil_id).tilstand == "klar"


def test_den_afsluttede_sag_tager_ikke_imod(verden: Verden) -> None:
    v = verden
    gammel = v.genoptaget().udspringer_af
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, begynd_modtagelse, gammel.id, filer=[Valgt("a.pdf", 1)])


def test_lagt_er_laast_ogsaa_for_databasens_ejer(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag)
    d = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, fil_id, **SAGT)
    with pytest.raises(DatabaseError):
        ModtagetFil.objects.using("vedligehold").filter(id=fil_id).update(tilstand="klar")
    for felt in ("original_sha256", "original_mime", "original_filnavn"):
        with pytest.raises(DatabaseError):
            Dokument.objects.using("vedligehold").filter(id=d.id).update(**{felt: "x"})
    with pytest.raises(DatabaseError):
        Dokument.objects.using("vedligehold").filter(id=d.id).update(del_af=d.id)


def test_det_der_kom_i_en_mail_foelger_mailen(verden: Verden) -> None:
    """Carried over to another case, an attachment hangs on the link to the mail there; a withdrawn mail is let go."""
    v, sag, anden = verden, verden.genoptaget(), verden.genoptaget()
    mail_id, bilag_id, sent_id = klar(v, sag, "mail.pdf"), klar(v, sag, "bilag.pdf"), klar(v, sag, "sent.pdf")
    with kontekst.arbejder_som(v.sagsbehandler):
        ids = {
            "sag_id": sag.id,
            "kommune_id": sag.kommune_id,
            "medarbejder_id": v.sagsbehandler.medarbejder_id,
        }
        for fil_id in (bilag_id, sent_id):
            fil = ModtagetFil.objects.get(id=fil_id)
            ModtagetFil.objects.filter(id=fil_id).update(tilstand="opgivet")
            nyt = ModtagetFil(
                **ids, filnavn=fil.filnavn, stoerrelse=fil.stoerrelse, tilstand="klar", del_af_id=mail_id
            )
            for felt in ("slags", "mime", "sider", "sha256", "begyndt_tid", "aendret_tid"):
                setattr(nyt, felt, getattr(fil, felt))
            nyt.save(force_insert=True)
            modtagelse.gem_hel(settings.DATA, nyt.id, PDF)
            bilag_id, sent_id = (nyt.id, sent_id) if fil_id == bilag_id else (bilag_id, nyt.id)
    mail = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, mail_id, **SAGT)
    bilag = v.goer(v.sagsbehandler, laeg_modtaget, sag.id, bilag_id, **SAGT)
    assert bilag.del_af_id == mail.id
    with kontekst.arbejder_som(v.sagsbehandler):
        nye = foelg_alle_med(
            Anledning(v.sagsbehandler, date(2026, 5, 27), mail.tilfoejet_tid), anden, [bilag, mail]
        )
        assert nye[bilag.id].del_af_id == nye[mail.id].id and nye[bilag.id].sag_id == anden.id
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, mail.id, grund="Forkert borger.")
    assert v.goer(v.sagsbehandler, laeg_modtaget, sag.id, sent_id, **SAGT).del_af_id is None
