"""The reading of a document: ordered, read once, copied where the same bytes come again, and told of when it fails."""

import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections

from rehabteam import breve
from rehabteam.cli import dokumentlaesning
from rehabteam.dokumenter import omdan, sidebilledlager
from rehabteam.dokumenter.laest import Laest, Sidetekst, laes
from rehabteam.dokumenter.omdan import mur
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.gennemgaa_dokument import gennemgaa_dokument
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Dokumentside, Gennemgang, Haendelse, Sag
from tests.verden import DAG, PDF, Verden

LAEST = Laest(
    (
        Sidetekst(1, 595, 842, "Lægen skriver om skånehensyn", ((10, 20, 60, 30, "Lægen"),), False),
        Sidetekst(2, 595, 842, "", (), False),
    ),
    soegbar=b"%PDF-1.7 en anden udgave",
)


def _her_er_en_mur() -> bool:
    try:
        mur.maade()
    except omdan.OmdanNede:
        return False
    return True


MUR = pytest.mark.skipif(not _her_er_en_mur(), reason="her er ingen mur at læse dokumenter bag (bwrap)")


@pytest.fixture(autouse=True)
def eget_lager(settings: object, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    dokumentlaesning._sprunget_over.clear()
    dokumentlaesning._tegnes.clear()
    dokumentlaesning._hviler_til = 0.0
    yield


def laeg(v: Verden, sag: Sag, data: bytes = PDF) -> Dokument:
    fundet: Dokument = v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="p.pdf",
        data=data,
        titel="Attest",
        slags="laegeattest",
        dato=DAG,
    )
    return fundet


def gennemgangen(d: Dokument) -> Gennemgang:
    return Gennemgang.objects.using("vedligehold").get(dokument_id=d.id)


def test_et_nyt_dokument_venter_paa_at_blive_laest(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    g = gennemgangen(d)
    assert (g.tilstand, g.bestilt_af_id) == ("venter", v.sagsbehandler.medarbejder_id)


def test_siderne_gemmes_en_gang_og_kan_soeges(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    g = gennemgangen(d)
    v.goer(v.sagsbehandler, gennemgaa_dokument, g.id, LAEST)
    g = gennemgangen(d)
    assert (g.tilstand, g.sider_uden_tekst, len(g.soegbar_sha256)) == ("faerdig", 1, 64)
    with kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
        cursor.execute(
            "SELECT nr, ord FROM sager_dokumentside WHERE soegning @@ adgang.soegespoergsmaal('skanehensyn')"
        )
        assert len(cursor.fetchall()) == 1
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, gennemgaa_dokument, g.id, LAEST)
    (post,) = Haendelse.objects.using("vedligehold").filter(handling="gennemgaa_dokument")
    assert post.sag_id is None and post.borger_id is None  # nobody did it: it is not the case's history


def test_samme_indhold_laeses_ikke_igen(verden: Verden) -> None:
    """Carried over to a resumed case, or put on another case of the same kommune: the pages are there at once."""
    v = verden
    sag = v.genoptaget()
    foerste = laeg(v, sag)
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(foerste).id, LAEST)
    igen = laeg(v, v.genoptaget(v.forloeb()))
    g = gennemgangen(igen)
    assert (g.tilstand, g.soegbar_sha256) == ("faerdig", gennemgangen(foerste).soegbar_sha256)
    sider = Dokumentside.objects.using("vedligehold").filter(dokument_id=igen.id).order_by("nr")
    assert [(s.nr, s.tekst, s.sag_id) for s in sider] == [
        (1, LAEST.sider[0].tekst, igen.sag_id),
        (2, "", igen.sag_id),
    ]


def test_der_ventede_to_med_samme_indhold(verden: Verden) -> None:
    v = verden
    en, to = laeg(v, v.genoptaget()), laeg(v, v.genoptaget(v.forloeb()))
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(en).id, LAEST)
    assert dokumentlaesning.tag_en([g.id for g in _andre(to)])
    assert gennemgangen(to).tilstand == "faerdig"


def _andre(d: Dokument) -> list[Gennemgang]:
    return list(Gennemgang.objects.using("vedligehold").exclude(dokument_id=d.id))


def test_naboens_dokument_med_samme_indhold_er_ikke_laest(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(d).id, LAEST)
    with kontekst.arbejder_som(v.naboen):
        assert not Dokumentside.objects.exists() and not Gennemgang.objects.exists()


def test_siderne_foelger_sagen_til_regionen_og_laeses_ikke_af_en_der_er_holdt_ude(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    d = laeg(v, sag)
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(d).id, LAEST)
    with kontekst.arbejder_som(v.sekretariat):
        assert not Dokumentside.objects.exists()
    v.sendt(sag)
    with kontekst.arbejder_som(v.sekretariat):
        assert Dokumentside.objects.filter(dokument_id=d.id).count() == 2
    v.udelukket(v.teammedlem, sag.borger_id)
    with kontekst.arbejder_som(v.teammedlem):
        assert not Dokumentside.objects.exists()


def test_det_laeste_kan_ikke_skrives_om(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(d).id, LAEST)
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.sagsbehandler):
        Dokumentside.objects.filter(dokument_id=d.id).update(tekst="andet")
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.sagsbehandler):
        Gennemgang.objects.filter(dokument_id=d.id).update(soegbar_sha256="0" * 64)
    # Nor by the one who owns the tables and passes all policies.
    for sql in (
        "UPDATE sager_dokumentside SET tekst = 'andet' WHERE dokument_id = %s",
        "UPDATE sager_gennemgang SET grund = 'andet' WHERE dokument_id = %s",
    ):
        with pytest.raises(DatabaseError), connections["vedligehold"].cursor() as cursor:
            cursor.execute(sql, [d.id])


def test_hvad_der_ikke_kan_laeses_siges_med_grund(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    v.goer(v.sagsbehandler, gennemgaa_dokument, gennemgangen(d).id, Laest(grund="Kan ikke læses."))
    assert (gennemgangen(d).tilstand, gennemgangen(d).grund) == ("umulig", "Kan ikke læses.")


def test_tre_gange_galt_saa_er_det_slut(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader itself breaks: the document is tried three times, then told of; the worker goes on meanwhile."""
    v = verden
    d = laeg(v, v.genoptaget())

    def gaar_i_stykker(*a: object) -> Laest:
        raise ZeroDivisionError

    monkeypatch.setattr(dokumentlaesning, "laes", gaar_i_stykker)
    andre = [g.id for g in _andre(d)]
    for _ in range(3):
        assert dokumentlaesning.tag_en(andre)
    assert gennemgangen(d).tilstand == "umulig" and gennemgangen(d).forsoeg == 3
    assert not dokumentlaesning.tag_en(andre)


def test_naar_maskinen_ikke_kan_venter_dokumentet(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v = verden
    d = laeg(v, v.genoptaget())

    def nede(*a: object) -> Laest:
        raise omdan.OmdanNede("Tesseract er ikke installeret.")

    monkeypatch.setattr(dokumentlaesning, "laes", nede)
    andre = [g.id for g in _andre(d)]
    assert dokumentlaesning.tag_en(andre) and not dokumentlaesning.tag_en(andre)
    assert gennemgangen(d).tilstand == "venter"


def test_uden_en_mur_hviler_laeseren_og_begynder_selv_igen(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the same for every document: none is passed over, and none is tried again and again."""
    v = verden
    d = laeg(v, v.genoptaget())
    forsoeg: list[int] = []

    def uden_mur(*a: object) -> Laest:
        forsoeg.append(1)
        raise omdan.MurNede("Installér bubblewrap.")

    monkeypatch.setattr(dokumentlaesning, "laes", uden_mur)
    andre = [g.id for g in _andre(d)]
    assert not dokumentlaesning.tag_en(andre) and not dokumentlaesning.tag_en(andre)
    assert len(forsoeg) == 1
    monkeypatch.setattr(dokumentlaesning, "laes", lambda *a: LAEST)
    monkeypatch.setattr(dokumentlaesning, "_hviler_til", 0.0)
    assert dokumentlaesning.tag_en(andre) and gennemgangen(d).tilstand == "faerdig"


def test_hvad_der_blev_sprunget_over_proeves_igen(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v = verden
    d = laeg(v, v.genoptaget())
    andre = [g.id for g in _andre(d)]
    monkeypatch.setattr(dokumentlaesning, "laes", lambda *a: LAEST)
    monkeypatch.setitem(dokumentlaesning._sprunget_over, gennemgangen(d).id, time.monotonic())
    assert not dokumentlaesning.tag_en(andre)
    monkeypatch.setattr(dokumentlaesning, "IGEN", -1.0)
    assert dokumentlaesning.tag_en(andre) and gennemgangen(d).tilstand == "faerdig"


def test_det_nyeste_venter_ikke_paa_bunken_og_ord_kommer_foer_billeder(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    v = verden
    sag = v.genoptaget()
    alle = [laeg(v, sag, PDF + b"\n" * nr) for nr in range(1, 6)]
    tegnet: list[str] = []
    monkeypatch.setattr(dokumentlaesning, "laes", lambda *a: LAEST)
    monkeypatch.setattr(sidebilledlager, "varm", lambda rod, sha256, *a: tegnet.append(sha256))
    andre = [g.id for g in _andre(alle[0]) if g.dokument_id not in {d.id for d in alle}]
    for _ in range(2):
        assert dokumentlaesning.tag_en(andre)
    assert [gennemgangen(d).tilstand for d in alle] == ["faerdig", "venter", "venter", "venter", "faerdig"]
    while dokumentlaesning.tag_en(andre):
        assert not tegnet
    while dokumentlaesning.tegn_en():
        pass
    # of the edition that can be searched, where there is one: a sheet that lay is upright there
    assert tegnet == [gennemgangen(alle[0]).soegbar_sha256]


@MUR
def test_et_rigtigt_dokument_hele_vejen(verden: Verden) -> None:
    """Our own letter, read behind the wall: its words and where they stand; no searchable edition is needed."""
    v = verden
    brev = breve.dokument(
        {
            "afsender": {"navn": "Nordby Kommune", "linjer": []},
            "sagsnummer": "2026-00001",
            "borger": {"navn": "Birgitte Holm", "cpr_maskeret": "070880-••••"},
            "dato": "2026-06-04",
            "titel": "Udtalelse",
            "slags": "Brev",
            "afsnit": [{"overskrift": "Skånehensyn", "tekst": f"Hun kan sidde ned {uuid.uuid4().hex}."}],
        }
    )
    d = laeg(v, v.genoptaget(), brev)
    while gennemgangen(d).tilstand == "venter":
        assert dokumentlaesning.tag_en([g.id for g in _andre(d)])
    g = gennemgangen(d)
    assert (g.tilstand, g.soegbar_sha256) == ("faerdig", "")
    (side,) = Dokumentside.objects.using("vedligehold").filter(dokument_id=d.id)
    assert "Skånehensyn" in side.tekst and not side.ocr
    (sted,) = [o for o in side.ord if o[4] == "Skånehensyn"]
    assert 0 < sted[0] < sted[2] < side.bredde and 0 < sted[1] < sted[3] < side.hoejde


@MUR
def test_en_fil_der_ikke_kan_laeses_er_et_svar() -> None:
    assert laes(b"%PDF-1.7 intet", "application/pdf").grund
