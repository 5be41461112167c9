"""The address of an S3 store, and a server that is not there: what needs no server to be tried."""

import pytest

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.lager_s3 import S3Lager, Sted


def test_adressen() -> None:
    assert Sted.laes("s3://spand") == Sted("spand")
    assert Sted.laes("s3://spand/a/b/?endpoint=https://s3.x.dk:9000&region=dk") == Sted(
        "spand", "a/b/", "https://s3.x.dk:9000", "dk"
    )


@pytest.mark.parametrize(
    "adresse", ["http://spand", "s3://", "s3://noegle:kode@spand", "s3://spand?endepunkt=x", "s3://spand?x"]
)
def test_en_forkert_adresse_siges(adresse: str) -> None:
    with pytest.raises(ValueError):
        Sted.laes(adresse)


def test_et_blobnavn_er_et_blobnavn() -> None:
    lager = S3Lager(Sted("spand", endpoint="http://127.0.0.1:9"), "x", "y")
    with pytest.raises(ValueError):
        lager.laes("../../etc/passwd")


def test_en_server_der_ikke_er_der_er_et_nej_i_ord(monkeypatch: pytest.MonkeyPatch) -> None:
    lager = S3Lager(Sted("spand", endpoint="http://127.0.0.1:9"), "x", "y")
    for goer in (lambda: lager.gem(b"x"), lambda: lager.laes("0" * 64), lambda: list(lager.alle())):
        with pytest.raises(LagerFejl, match="svarer ikke"):
            goer()
