"""Read one page of a PDF with tesseract: which way it is turned, and its words as a layer no one sees."""

from __future__ import annotations

import io
import re
import subprocess
from typing import Any

from aabn import aabn_pdf, aabn_side
from svar import Nej, svar

PUNKT, HOEJST = 300 / 72, 4200  # 300 dpi; larger paper than A3 is read coarser
SIKKER = 3.0  # tesseract's own measure of how sure it is of which way is up
TESSERACT = "/usr/bin/tesseract"


def laes(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"nr", "sekunder", "sprog"} → {"drejet": degrees to turn it clockwise, "ord"}, and its text as a PDF page."""
    pdf = aabn_pdf(data)
    if not 1 <= sagt["nr"] <= len(pdf):
        raise Nej("ingen_sider")
    side = aabn_side(pdf, sagt["nr"])
    bredde, hoejde = side.get_size()
    skala = min(PUNKT, HOEJST / max(bredde, hoejde, 1))
    billede = side.render(scale=skala, grayscale=True).to_pil()
    punkt = round(72 * skala)
    side.close()
    pdf.close()
    drejet = _vej_op(billede, punkt, sagt["sekunder"])
    if drejet:
        billede = billede.rotate(-drejet, expand=True)
    lag = _tesseract(billede, punkt, sagt["sekunder"], "-l", sagt["sprog"], "--psm", "3",
                     "-c", "textonly_pdf=1", "stdout", "pdf")  # fmt: skip
    return {"drejet": drejet}, [lag]


def _vej_op(billede, punkt: int, sekunder: float) -> int:
    """Degrees clockwise that make the page upright; 0 where tesseract cannot tell."""
    lille = billede.reduce(2) if max(billede.size) > 2400 else billede
    try:
        svar_ = _tesseract(lille, punkt * lille.width // billede.width, sekunder, "--psm", "0", "stdout")
    except Nej:
        return 0
    fund = dict(re.findall(r"^(Rotate|Orientation confidence): ([\d.]+)$", svar_.decode(), re.M))
    if float(fund.get("Orientation confidence", 0)) < SIKKER:
        return 0
    return int(fund.get("Rotate", 0)) % 360


def _tesseract(billede, punkt: int, sekunder: float, *valg: str) -> bytes:
    ud = io.BytesIO()
    billede.save(ud, "PPM")
    foerst = [v for v in valg if v not in ("stdout", "pdf")]
    sidst = ["pdf"] if "pdf" in valg else []
    try:
        svar_ = subprocess.run(
            [TESSERACT, "stdin", "stdout", "--dpi", str(punkt), *foerst, *sidst],
            input=ud.getvalue(), capture_output=True, timeout=sekunder, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Nej("for_langsom") from None
    if svar_.returncode != 0:
        raise Nej("beskadiget")
    return svar_.stdout


def main() -> None:
    svar(laes)
