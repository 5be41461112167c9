"""Files behind the wall against the same programs with no wall: `python -m bench.omdan`.

The wall is the price paid for a hostile file reaching nothing. Pictures: the first three pages of a scan in 300 dpi,
and of a printed document, against pdfium and Pillow in a bare process. Word: our conversion against LibreOffice
started straight, with a profile it already has.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.tabel import Maaling, meld
from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan import barn, kontor
from tests.dokumenter.omdan import filer

GANGE, BREDDE, SIDER = 9, 1200, [1, 2, 3]
BAR = """
import io, sys
import pypdfium2
pdf = pypdfium2.PdfDocument(sys.stdin.buffer.read())
for nr in range(3):
    side = pdf[nr]
    billede = side.render(scale=1200 / side.get_width(), rev_byteorder=True).to_pil()
    billede.save(io.BytesIO(), "WEBP", quality=80, method=1)
"""


def skiftevis(vores: Callable[[], object], bar: Callable[[], object]) -> tuple[float, float, float]:
    """Medians in milliseconds, and the median of the ratios pair by pair."""
    tider: tuple[list[float], list[float]] = ([], [])
    for gang in range(-1, GANGE):
        for liste, goer in zip(tider, (vores, bar), strict=True):
            foer = time.perf_counter()
            goer()
            if gang >= 0:
                liste.append((time.perf_counter() - foer) * 1000)
    forhold = statistics.median(a / b for a, b in zip(*tider, strict=True))
    return statistics.median(tider[0]), statistics.median(tider[1]), forhold


def _meld(hvad: str, mod: str, tal: tuple[float, float, float], maal: float) -> None:
    vores, bare, forhold = tal
    meld(Maaling(hvad, f"{vores:.0f} ms", f"{mod}: {bare:.0f} ms", forhold, maal, mindst=False))


def maal_billeder(hvad: str, pdf: bytes) -> None:
    pakker = str(next(sti for sti, til in barn.det_der_laeses().items() if til == "/pakker"))

    def bar() -> None:
        kode = f"import sys; sys.path.append({pakker!r})\n{BAR}"
        subprocess.run([str(barn.PYTHON), "-I", "-S", "-c", kode], input=pdf, check=True)

    tal = skiftevis(lambda: omdan.sidebilleder(pdf, "application/pdf", SIDER, BREDDE), bar)
    _meld(f"De tre første sidebilleder, {hvad}", "uden mur", tal, 1.5)


def maal_word() -> None:
    soffice, data = kontor.soffice(), filer.docx(*filer.LINJER * 40)
    if soffice is None:
        print("LibreOffice er ikke installeret: Word er ikke målt.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as mappe:
        (Path(mappe) / "a.docx").write_bytes(data)
        program = [soffice, "--headless", f"-env:UserInstallation=file://{mappe}/p", "--convert-to", "pdf",
                   "--outdir", mappe, f"{mappe}/a.docx"]  # fmt: skip

        def bar() -> None:
            while subprocess.run(program, capture_output=True, env={"HOME": mappe}).returncode == 81:
                pass  # it has made its profile, and would like to be started again

        _meld(
            "Word til PDF, 240 linjer",
            "LibreOffice alene",
            skiftevis(lambda: omdan.til_pdf("docx", data), bar),
            1.5,
        )


def main() -> None:
    scan = filer.scannet(*[filer.ark(dpi=300).convert("RGB")] * 12, dpi=300)
    maal_billeder("scannet i 300 dpi", scan)
    maal_billeder("Word-dokument", omdan.til_pdf("docx", filer.docx(*filer.LINJER * 40)))
    maal_word()


if __name__ == "__main__":
    main()
