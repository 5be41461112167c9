"""The virus scanner: clean is what clamd has read to the end and called clean, and nothing else."""

from __future__ import annotations

import io
import os
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabteam.dokumenter import scanner, scannerproeve
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.dokumenter.scanner import Fund, ScannerNede, scan
from rehabteam.opsaetning import start
from tests.dokumenter import korpus
from tests.dokumenter.clamd import EICAR, KRAEVER_CLAMD, koerende


@pytest.fixture(scope="module")
def clamd() -> Iterator[str]:
    with koerende() as sokkel:
        yield sokkel


@pytest.fixture
def med_clamd(clamd: str, settings: object) -> None:
    settings.CLAMD = clamd  # type: ignore[attr-defined]


def fil(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)


# --- A real clamd ------------------------------------------------------------------------------------------


@KRAEVER_CLAMD
@pytest.mark.usefixtures("med_clamd")
@pytest.mark.parametrize(
    ("data", "ren"),
    [
        (korpus.pdf(), True),
        (b"x", True),
        (b"", True),
        (EICAR, False),
        (korpus.zip_(**{"a.txt": b"a", "b.com": EICAR}), False),
    ],
)
def test_rent_og_inficeret(data: bytes, ren: bool) -> None:
    fundet = scan(fil(data))
    assert fundet.ren is ren and (fundet.navn == "") is ren
    assert ren or "Eicar" in fundet.navn


@KRAEVER_CLAMD
@pytest.mark.usefixtures("med_clamd")
def test_der_scannes_fra_hvor_filen_staar() -> None:
    aaben = fil(EICAR + b"resten")
    aaben.seek(len(EICAR))
    assert scan(aaben) == Fund(True)


@KRAEVER_CLAMD
@pytest.mark.usefixtures("med_clamd")
def test_den_siger_hvem_den_er_og_hvad_den_tager_imod() -> None:
    scanner.ping()
    assert scanner.udgave().program.startswith("ClamAV ")
    assert scanner.tager_imod(50 * 1024**2) and not scanner.tager_imod(70 * 1024**2)


@KRAEVER_CLAMD
def test_en_fil_der_er_for_stor_til_scanneren_er_aldrig_ren(settings: object) -> None:
    """Past StreamMaxLength, and past what it unpacks: a refusal, never a clean."""
    pakket = korpus.zip_(**{"a.bin": os.urandom(3 * 1024**2)})
    with koerende(StreamMaxLength="2M") as settings.CLAMD:  # type: ignore[attr-defined]
        with pytest.raises(Afvist, match="større, end virusscanneren"):
            scan(fil(os.urandom(30 * 1024**2)))
        assert scan(fil(os.urandom(1024**2))) == Fund(True)
        assert any("StreamMaxLength" in grund for grund in scannerproeve.efterproev())
    with (
        koerende(MaxFileSize="1M", MaxScanSize="2M") as settings.CLAMD,  # type: ignore[attr-defined]
        pytest.raises(Afvist, match="kan ikke gemmes uskannet"),
    ):
        scan(fil(pakket))


@KRAEVER_CLAMD
@pytest.mark.langsom
def test_en_scanner_der_kan_bruges_bestaar_proeven(settings: object) -> None:
    with koerende() as settings.CLAMD:  # type: ignore[attr-defined]
        assert list(scannerproeve.efterproev()) == []


@KRAEVER_CLAMD
@pytest.mark.langsom
def test_en_scanner_der_kalder_det_ulaeste_rent_kan_ikke_bruges(settings: object) -> None:
    with koerende(MaxFileSize="5M", AlertExceedsMax="no") as settings.CLAMD:  # type: ignore[attr-defined]
        assert ["AlertExceedsMax" in grund for grund in scannerproeve.efterproev()] == [True]


@KRAEVER_CLAMD
def test_en_scanner_uden_signaturer_kan_ikke_bruges(settings: object) -> None:
    anden = "0" * 32 + ":68:En-Anden\n"
    with koerende(anden) as settings.CLAMD:  # type: ignore[attr-defined]
        assert ["ingen signaturer" in grund for grund in scannerproeve.efterproev()] == [True]


@KRAEVER_CLAMD
def test_uden_scanner_er_det_kun_en_demo_der_tager_imod(clamd: str, settings: object) -> None:
    settings.CLAMD, settings.DEMO = "", True  # type: ignore[attr-defined]
    assert scanner.kraev_ren(EICAR) is False
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(ScannerNede):
        scanner.kraev_ren(b"x")
    settings.CLAMD = clamd  # type: ignore[attr-defined]
    assert scanner.kraev_ren(b"x") is True
    with pytest.raises(Afvist, match="skadelig kode"):
        scanner.kraev_ren(EICAR)


# --- Scanners that are not well ---------------------------------------------------------------------------


class Falsk:
    """Something at the other end of the line: reads what it is sent, then does as told."""

    def __init__(self, sti: Path, svar: bytes | None, laes: bool = True) -> None:
        self.sok = socket.socket(socket.AF_UNIX)
        self.sok.bind(str(sti))
        self.sok.listen()
        self.svar, self.laes = svar, laes
        self.modtaget = b""
        self.traad = threading.Thread(target=self._koer, daemon=True)
        self.traad.start()

    def _koer(self) -> None:
        linje, _ = self.sok.accept()
        with linje:
            while self.laes and not self.modtaget.endswith(struct.pack("!L", 0)):
                if not (mere := linje.recv(65536)):
                    break
                self.modtaget += mere
            if not self.laes:  # it answers, and takes no more
                linje.sendall(self.svar or b"")
                linje.shutdown(socket.SHUT_RD)
                threading.Event().wait(2)
            elif self.svar is None:
                self.sok.settimeout(5)
                linje.recv(1)
            else:
                linje.sendall(self.svar)


@pytest.mark.parametrize(
    "svar",
    [
        b"",
        b"stream: OK",
        b"UNKNOWN COMMAND\0",
        b"stream: Can't allocate memory ERROR\0",
        b"COMMAND READ TIMED OUT\0",
        b"stream: OK FOUNDIT\0",
        b"OK\0",
        b"x" * 9000,
    ],
)
def test_alt_andet_end_ren_og_fundet_er_en_scanner_der_er_nede(
    svar: bytes, tmp_path: Path, settings: object
) -> None:
    falsk = Falsk(tmp_path / "s", svar)
    settings.CLAMD = str(tmp_path / "s")  # type: ignore[attr-defined]
    with pytest.raises(ScannerNede):
        scan(fil(b"abc"))
    assert falsk.modtaget == b"zINSTREAM\0" + b"\0\0\0\3abc" + b"\0\0\0\0"


def test_en_scanner_der_haenger_standses(tmp_path: Path, settings: object) -> None:
    Falsk(tmp_path / "s", None)
    settings.CLAMD = str(tmp_path / "s")  # type: ignore[attr-defined]
    with pytest.raises(ScannerNede, match="i tide"):
        scan(fil(b"abc"), sekunder=0.2)


def test_en_scanner_der_laegger_paa_og_saa_siger_ok_bliver_ikke_troet(
    tmp_path: Path, settings: object
) -> None:
    Falsk(tmp_path / "s", b"stream: OK\0", laes=False)
    settings.CLAMD = str(tmp_path / "s")  # type: ignore[attr-defined]
    with pytest.raises(ScannerNede):
        scan(fil(bytes(40 * 1024**2)))


@pytest.mark.parametrize(
    "adresse", ["/findes/ikke", "127.0.0.1:1", "vrøvl", "vaert:", ":3310", "a:b", "x:99999"]
)
def test_ingen_i_den_anden_ende(adresse: str, settings: object) -> None:
    settings.CLAMD = adresse  # type: ignore[attr-defined]
    with pytest.raises(ScannerNede):
        scan(fil(b"abc"))
    assert len(list(scannerproeve.efterproev())) == 1


# --- The start --------------------------------------------------------------------------------------------


def test_i_drift_starter_siden_ikke_uden_en_scanner(database: str, settings: object) -> None:
    settings.DRIFT, settings.DEMO, settings.CLAMD = True, False, ""  # type: ignore[attr-defined]
    assert any("REHABTEAM_CLAMD mangler" in grund for grund in start.efterproev())
    settings.CLAMD = "/findes/ikke"  # type: ignore[attr-defined]
    grunde = [grund for grund in start.efterproev() if "irusscanner" in grund]
    assert grunde == [
        "Virusscanneren svarer ikke. REHABTEAM_CLAMD skal pege på en clamd, der kører. Se docs/virusscanner.md."
    ]
    assert scanner.er_sat_op()
    settings.DRIFT, settings.DEMO, settings.CLAMD = False, True, ""  # type: ignore[attr-defined]
    assert not any("irusscanner" in grund or "CLAMD" in grund for grund in start.efterproev())
