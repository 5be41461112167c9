"""Aktindsigt with a redacted edition in the document's place: chosen by a person, said why, in the archive, logged."""

import io
import zipfile

import pytest
from django.db import DatabaseError, connections, transaction
from django.urls import reverse
from django.utils import timezone

from rehabteam.handlinger.afgoer_aktindsigt import afgoer_aktindsigt
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.lageret import gem, lager
from rehabteam.handlinger.traek_overstregning_tilbage import traek_overstregning_tilbage
from rehabteam.handlinger.vaelg_udlevering import Valg, vaelg_udlevering
from rehabteam.sager.models import Aktindsigt, Dokument, Haendelse, Overstregning, Sag, Udlevering
from tests.breve import aflaes
from tests.dokumenter.tekstpdf import tekst_pdf
from tests.verden import Verden
from tests.web.sagshjaelp import indsend, tekst
from tests.web.test_aktindsigt import anmodning, noegler, sag_med_bilag

VED = "vedligehold"
HVORFOR = "Oplysningerne handler om borgerens bror."
SORT = tekst_pdf("Sort felt")


def udgave(v: Verden, d: Dokument, **felter: object) -> Overstregning:
    """A row of what was made (the making: tests/handlinger/test_overstregning.py)."""
    with transaction.atomic():
        blob = gem(SORT)
    return Overstregning.objects.using(VED).create(
        kommune_id=d.kommune_id, sag_id=d.sag_id, dokument=d, nr=1, felter=[[1, 0.1, 0.1, 0.5, 0.2]],
        kilde_sha256=d.sha256, kilde_mime=d.mime, begyndt_tid=timezone.now(), begyndt_af="Sanne",
        grund="Om en bror.", lavet_tid=timezone.now(), lavet_af="Sanne", sha256=blob.sha256,
        stoerrelse=blob.stoerrelse, sider=1, soegbar=True, **felter,
    )  # fmt: skip


def opstillet(v: Verden, **felter: object) -> tuple[Sag, Aktindsigt, Dokument, Overstregning]:
    """A case with two papers, of which the first has a redacted edition, and a request."""
    sag = sag_med_bilag(v)
    d = Dokument.objects.using(VED).get(sag_id=sag.id, titel="Bilag 1")
    return sag, anmodning(v, sag), d, udgave(v, d, **felter)


def valgt(v: Verden, a: Aktindsigt, d: Dokument, o: Overstregning) -> None:
    valg = [
        Valg(n, True, "FVL_15B", HVORFOR, o.id) if n == d.id.hex else Valg(n, True) for n in noegler(v, a)
    ]
    v.goer(v.sagsbehandler, vaelg_udlevering, a.id, valg=valg)


def i_arkivet(a: Aktindsigt) -> dict[str, bytes]:
    sha = Aktindsigt.objects.using(VED).get(id=a.id).arkiv_sha256
    with zipfile.ZipFile(io.BytesIO(lager().laes(sha))) as z:
        return {n: z.read(n) for n in z.namelist()}


def test_udgaven_ligger_i_arkivet_i_stedet_for_dokumentet(verden: Verden) -> None:
    """The whole way in the browser, without JavaScript."""
    v = verden
    sag, a, d, o = opstillet(v)
    klient = v.klient(v.sagsbehandler)
    n, valg = d.id.hex, reverse("web:aktindsigt_valg", args=[a.id])
    side = klient.get(reverse("web:aktindsigt", args=[a.id])).content.decode()
    assert side.count('value="delvis"') == 1 and str(o.id) in side  # only where there is an edition
    uden_grund = indsend(klient, valg, gem="valg", **{f"{n}-valg": "delvis", f"{n}-udgave": str(o.id)})
    assert uden_grund.status_code == 422 and "Vælg den bestemmelse" in tekst(uden_grund)
    uden_udgave = indsend(klient, valg, gem="valg", **{f"{n}-valg": "delvis", f"{n}-udgave": ""})
    assert uden_udgave.status_code == 422 and "Vælg, hvilken udgave" in tekst(uden_udgave)
    felter = {"valg": "delvis", "udgave": str(o.id), "hjemmel": "FVL_15B", "begrundelse": HVORFOR}
    assert indsend(klient, valg, gem="alle", **{f"{n}-{k}": x for k, x in felter.items()}).status_code == 302
    svar = reverse("web:aktindsigt_svar", args=[a.id])
    assert f"overstreget udgave 1 (åbner i ny fane) . {HVORFOR}" in tekst(klient.get(svar))
    assert indsend(klient, svar).status_code == 302
    indhold = i_arkivet(a)
    assert [x for navn, x in indhold.items() if navn.endswith("-2026-05-01-brev-overstreget.pdf")] == [SORT]
    assert lager().laes(d.sha256) not in indhold.values()  # the document itself is in no file of it
    brev = " ".join(aflaes.tekst(indhold["00-svar.pdf"]).split())
    for del_ in ("I ét dokument er noget streget over", "Bilag 1 (overstreget udgave)", HVORFOR, "Bilag 2"):
        assert del_ in brev, del_
    assert "Filerne er præcis dem" not in brev and "klage over at noget er holdt tilbage" in brev
    spor = Haendelse.objects.using(VED).get(handling="afgoer_aktindsigt", sag_id=sag.id)
    assert "heraf 1 med overstregning" in spor.tekst
    assert spor.data["overstreget"] == [{"dokument": str(d.id), "udgave": 1, "sha256": o.sha256}]
    assert "Overstreget udgave 1" in tekst(klient.get(reverse("web:aktindsigt", args=[a.id])))
    hent = reverse("web:aktindsigt_hent", args=[a.id])
    assert klient.get(hent).status_code == 200
    lager()._sti(Aktindsigt.objects.using(VED).get(id=a.id).arkiv_sha256).unlink()  # type: ignore[union-attr]
    assert klient.get(hent).status_code == 503


def test_kun_dokumentets_egen_udgave_og_ikke_en_der_er_trukket_tilbage(verden: Verden) -> None:
    v = verden
    sag, a, d, o = opstillet(v)
    andet = Dokument.objects.using(VED).get(sag_id=sag.id, titel="Bilag 2")
    with pytest.raises(KanIkke) as fejl:
        v.goer(
            *(v.sagsbehandler, vaelg_udlevering, a.id),
            valg=[Valg(andet.id.hex, True, "FVL_15B", HVORFOR, o.id)],
        )
    assert list(fejl.value.felter) == [f"{andet.id.hex}-udgave"]
    valgt(v, a, d, o)
    with pytest.raises(DatabaseError), transaction.atomic(using=VED):  # and PostgreSQL says so too
        Udlevering.objects.using(VED).filter(dokument=andet).update(
            overstregning=o, hjemmel="FVL_15B", begrundelse=HVORFOR
        )
        connections[VED].check_constraints()
    v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, o.id, grund="Et navn blev glemt.")
    with pytest.raises(KanIkke, match="mangler et valg for 1 del"):
        v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    v.goer(v.sagsbehandler, vaelg_udlevering, a.id, valg=[Valg(d.id.hex, True)])
    v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    assert lager().laes(d.sha256) in i_arkivet(a).values()


def test_en_udgave_der_bliver_gjort_soegbar_venter_svaret_paa(verden: Verden) -> None:
    v = verden
    _, a, d, o = opstillet(v, laesning="venter", bestilt_af_id=v.sagsbehandler.medarbejder_id)
    valgt(v, a, d, o)
    with pytest.raises(KanIkke, match="bliver gjort søgbar"):
        v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)
    side = v.klient(v.sagsbehandler).get(reverse("web:aktindsigt_svar", args=[a.id]))
    assert "Svaret kan gives, når det er gjort" in tekst(side) and "Giv svaret" not in tekst(side)
    Overstregning.objects.using(VED).filter(id=o.id).update(laesning="undladt")
    v.goer(v.sagsbehandler, afgoer_aktindsigt, a.id)


def test_det_der_er_valgt_siger_hvorfor_ogsaa_i_databasen(verden: Verden) -> None:
    v = verden
    _, a, d, o = opstillet(v)
    valgt(v, a, d, o)
    raekke = Udlevering.objects.using(VED).filter(dokument=d)
    for felter in ({"hjemmel": ""}, {"begrundelse": ""}, {"udleveres": False}, {"overstregning": None}):
        with pytest.raises(DatabaseError), transaction.atomic(using=VED):
            raekke.update(**felter)
