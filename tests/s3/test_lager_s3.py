"""The store in a real S3-compatible server: the promises of the disk's, and what happens when the server goes away."""

from __future__ import annotations

import hashlib
import io
import os
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from django.conf import settings as indstillinger

from rehabteam.cli.dokumenter import efterproev
from rehabteam.dokumenter.lager import BlobBeskadiget, BlobMangler, LagerFejl
from rehabteam.dokumenter.lager_s3 import S3Lager, Sted
from rehabteam.handlinger import lageret
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.models import Dokument
from tests.s3.server import HEMMELIG, NOEGLE, SPAND, Server, koerende
from tests.verden import DAG, PDF, Verden

pytestmark = pytest.mark.langsom
DATA = b"et dokument, " * 10_000
NAVN = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with koerende() as s:
        klient(s).create_bucket(Bucket=SPAND)
        yield s


def klient(s: Server) -> Any:
    return boto3.session.Session().client(
        "s3",
        endpoint_url=s.adresse,
        region_name="us-east-1",
        aws_access_key_id=NOEGLE,
        aws_secret_access_key=HEMMELIG,
    )


@pytest.fixture
def lager(server: Server, request: pytest.FixtureRequest) -> S3Lager:
    mappe = hashlib.sha256(request.node.name.encode()).hexdigest()[:12]
    return S3Lager(Sted.laes(server.lager(mappe)), NOEGLE, HEMMELIG)


def noegle(lager: S3Lager, sha: str) -> str:
    return f"{lager.sted.forstavelse}{sha[:2]}/{sha}"


def test_gemt_og_laest(lager: S3Lager) -> None:
    blob = lager.gem(DATA)
    assert (blob.sha256, blob.stoerrelse) == (NAVN, len(DATA))
    assert lager.laes(NAVN) == DATA and lager.findes(NAVN)
    assert list(lager.alle()) == lager.i_mappe(NAVN[:2]) == [NAVN] and not lager.findes("0" * 64)
    with pytest.raises(BlobMangler):
        lager.laes("0" * 64)


def test_en_aaben_fil_laeses_fra_hvor_den_staar(lager: S3Lager) -> None:
    fil = io.BytesIO(b"xxx" + DATA)
    fil.seek(3)
    assert lager.gem(fil).sha256 == NAVN


def test_en_stor_fil(lager: S3Lager) -> None:
    stor = os.urandom(1 << 20) * 20
    with lager.aaben(lager.gem(stor).sha256) as fil:
        assert fil.read(1 << 20) == stor[: 1 << 20]


def test_samme_indhold_to_gange_skrives_en_gang(lager: S3Lager, server: Server) -> None:
    """Also by many at once: the name is written by one of them, and all have the answer of a whole document."""
    lager.gem(DATA)
    foer = klient(server).head_object(Bucket=SPAND, Key=noegle(lager, NAVN))["LastModified"]
    svar: list[str] = []
    traade = [threading.Thread(target=lambda: svar.append(lager.gem(DATA).sha256)) for _ in range(8)]
    for t in traade:
        t.start()
    for t in traade:
        t.join()
    assert svar == [NAVN] * 8
    assert klient(server).head_object(Bucket=SPAND, Key=noegle(lager, NAVN))["LastModified"] == foer


def test_serveren_holder_betingelsen(lager: S3Lager, server: Server) -> None:
    """What the promise rests on: a name that is taken is not written again."""
    lager.gem(DATA)
    with pytest.raises(ClientError) as nej:
        klient(server).put_object(Bucket=SPAND, Key=noegle(lager, NAVN), Body=b"andet", IfNoneMatch="*")
    assert nej.value.response["ResponseMetadata"]["HTTPStatusCode"] == 412


def test_et_oedelagt_dokument_vises_ikke_og_helbredes_af_det_rigtige(lager: S3Lager, server: Server) -> None:
    lager.gem(DATA)
    klient(server).put_object(Bucket=SPAND, Key=noegle(lager, NAVN), Body=DATA[:-1])
    with pytest.raises(BlobBeskadiget):
        lager.laes(NAVN)
    lager.gem(DATA)
    assert lager.laes(NAVN) == DATA


@pytest.mark.parametrize(("hvem", "kode"), [(NOEGLE, "forkert"), ("ukendt", HEMMELIG)])
def test_forkert_underskrift_siges_og_intet_er_gemt(
    server: Server, lager: S3Lager, hvem: str, kode: str
) -> None:
    fremmed = S3Lager(lager.sted, hvem, kode)
    for goer in (lambda: fremmed.gem(DATA), lambda: fremmed.laes(NAVN)):
        with pytest.raises(LagerFejl, match="afviser programmets nøgle"):
            goer()
    assert not lager.findes(NAVN)


def test_spanden_findes_ikke(server: Server) -> None:
    forkert = S3Lager(Sted.laes(f"s3://findesikke?endpoint={server.adresse}"), NOEGLE, HEMMELIG)
    with pytest.raises(LagerFejl) as nej:
        forkert.gem(DATA)
    assert str(nej.value)


def test_fejning_paa_s3(lager: S3Lager) -> None:
    lager.gem(DATA)
    nu = datetime.now(UTC)
    assert lager.aeldre_end(NAVN[:2], nu - timedelta(days=7)) == []
    assert lager.aeldre_end(NAVN[:2], nu + timedelta(minutes=1)) == [NAVN]
    lager.fjern(NAVN)
    assert not lager.findes(NAVN)


def test_serveren_draebes_midt_i_det_hele(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the Handling: what was answered is there when the server is back; what was refused has no row."""
    v = verden
    sag = v.genoptaget()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", NOEGLE)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", HEMMELIG)
    with koerende() as s:
        klient(s).create_bucket(Bucket=SPAND)
        monkeypatch.setattr(indstillinger, "LAGER", s.lager("sager"))
        lovet, nej = [], []
        draeb = threading.Timer(0.02, s.draeb)
        for nr in range(9):
            if nr == 3:
                draeb.start()  # while the fourth is on its way
            if nr == 6:
                draeb.join()
            data = PDF.replace(b"xref\n", b"%%%d" % nr + b"%" * 2_000_000 + b"\nxref\n", 1)
            try:
                lovet.append(laeg(v, sag.id, data).sha256)
            except KanIkke as fejl:
                nej.append(str(fejl))
        assert len(lovet) >= 3 and len(nej) >= 3, (lovet, nej)
        assert all("Prøv igen om lidt." in n for n in nej), nej
        s.start()
        for sha in lovet:
            assert _laest_naar_den_er_oppe(sha)
        raekker = Dokument.objects.using("vedligehold").filter(sag=sag, slags="andet")
        assert sorted(raekker.values_list("sha256", flat=True)) == sorted(lovet)
        lovet.append(laeg(v, sag.id, PDF.replace(b"xref\n", b"%igen\nxref\n", 1)).sha256)
        svar = efterproev(lageret.lager())
        assert not svar.beskadiget and not set(lovet) & set(svar.mangler)


def _laest_naar_den_er_oppe(sha: str) -> bytes:
    """The server answers before its volumes have told it where they are; "not there" is never such an answer."""
    slut = time.monotonic() + 60
    while True:
        try:
            return lageret.lager().laes(sha)
        except BlobMangler:
            raise
        except LagerFejl:
            if time.monotonic() > slut:
                raise
            time.sleep(0.5)


def laeg(v: Verden, sag_id: object, data: bytes) -> Dokument:
    d: Dokument = v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag_id,
        filnavn="p.pdf",
        data=data,
        titel="P",
        slags="andet",
        dato=DAG,
    )
    return d
