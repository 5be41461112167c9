"""The strip is below what the reader sees, upright, and the page above it is pixel for pixel as it was."""

from __future__ import annotations

import io
import re
import subprocess

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from rehabteam import breve
from rehabteam.dokumenter.samling import Bilag, byg
from rehabteam.dokumenter.samling_vaerk.stempel import HOEJDE
from tests.breve.eksempler import MAPPE
from tests.dokumenter import korpus

FORSIDE = {**MAPPE, "dato": "2026-06-04"}


def mal(
    doc: pikepdf.Pdf, mediebox: list[float], drejet: int, klip: list[float] | None, indhold: bytes
) -> None:
    side = doc.pages[0]
    side.obj.MediaBox = Array(mediebox)
    if klip:
        side.obj.CropBox = Array(klip)
    side.obj.Rotate = drejet
    side.Contents = doc.make_stream(indhold)


def firkanter(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Four coloured corners and a line along the edge, well over it on all sides."""
    b, h = x1 - x0, y1 - y0
    return (
        f"1 0 0 rg {x0} {y0} {b / 4} {h / 4} re f 0 1 0 rg {x1 - b / 4} {y0} {b / 4} {h / 4} re f "
        f"0 0 1 rg {x0} {y1 - h / 4} {b / 4} {h / 4} re f 1 1 0 rg {x1 - b / 4} {y1 - h / 4} {b / 4} {h / 4} re f "
        f"0 G 9 w {x0 - 50} {y0} m {x1 + 50} {y0} l S {x0} {y0 - 50} m {x0} {y1 + 50} l S "
        f"{x1} {y0 - 50} m {x1} {y1 + 50} l S {x0 - 50} {y1} m {x1 + 50} {y1} l S"
    ).encode()


def vis(pdf: bytes, side: int = 1) -> Image.Image:
    """One pixel per point, by poppler."""
    svar = subprocess.run(
        ["pdftoppm", "-r", "72", "-cropbox", "-f", str(side), "-l", str(side), "-png", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return Image.open(io.BytesIO(svar.stdout)).convert("RGB")


def stemplet(data: bytes) -> tuple[bytes, int]:
    s = byg([Bilag("a", "Helbred", None, "læge", data, "application/pdf")], FORSIDE, breve.bundt)
    return s.pdf, s.indholdssider + 1


def ord_(pdf: bytes, side: int) -> dict[str, tuple[float, float, float, float]]:
    svar = subprocess.run(
        ["pdftotext", "-bbox", "-cropbox", "-f", str(side), "-l", str(side), "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    fundet = re.findall(
        r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]+)<', svar.stdout.decode()
    )
    return {o: (float(a), float(b), float(c), float(d)) for a, b, c, d, o in reversed(fundet)}


SIDER: dict[str, tuple[list[float], list[float] | None]] = {
    "A4": ([0, 0, 595, 842], None),
    "A4 på tværs": ([0, 0, 842, 595], None),
    "skæv oprindelse": ([-100, 50, 495, 892], None),
    "klippet": ([0, 0, 595, 842], [100, 200, 500, 742]),
    "klip større end papiret": ([0, 0, 595, 842], [-50, -50, 900, 900]),
    "hjørner byttet": ([595, 842, 0, 0], None),
    "A3": ([0, 0, 842, 1191], None),
    "kvittering": ([0, 0, 200, 700], None),
}


@pytest.mark.parametrize("drejet", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("navn", SIDER)
def test_siden_er_som_foer_og_striben_staar_under_den(navn: str, drejet: int) -> None:
    medie, klip = SIDER[navn]
    hel = [min(medie[0], medie[2]), min(medie[1], medie[3]), max(medie[0], medie[2]), max(medie[1], medie[3])]
    if klip:
        hel = [max(hel[0], klip[0]), max(hel[1], klip[1]), min(hel[2], klip[2]), min(hel[3], klip[3])]
    data = korpus.pdf(1, lambda d: mal(d, medie, drejet, klip, firkanter(*hel)))
    foer = vis(data)
    pdf, side = stemplet(data)
    efter = vis(pdf, side)
    assert efter.width == foer.width
    stribe = efter.height - foer.height
    assert HOEJDE * 0.3 <= stribe <= HOEJDE * 1.6
    # A strip of a fraction of a point moves the raster by less than a pixel: two rows of slack at the edges.
    top = efter.crop((3, 3, foer.width - 3, foer.height - 3))
    forskel = ImageChops.difference(top, foer.crop((3, 3, foer.width - 3, foer.height - 3)))
    skaev = sum(forskel.convert("L").point(lambda p: (p > 60 and 1) or 0).get_flattened_data())
    assert skaev <= 3 * (foer.width + foer.height)
    # Nothing of the page runs into the strip, though it draws far below its own edge.
    bund = efter.crop((0, foer.height + 2, efter.width, efter.height))
    maettet = [p for p in bund.get_flattened_data() if max(p) - min(p) > 120]
    assert not maettet and sum(p == (0, 0, 0) for p in bund.get_flattened_data()) == 0
    fundet = ord_(pdf, side)
    for tekst in ("Bilag", "Sag"):
        x0, y0, x1, y1 = fundet[tekst]
        assert y0 >= foer.height - 1 and y1 <= efter.height + 1 and x0 >= 0 and x1 <= efter.width
        assert x1 - x0 > y1 - y0 or tekst == "Sag"  # upright: wider than it is high
    assert fundet["Bilag"][0] < foer.width * 0.2
    assert fundet["2026-01847"][0] > foer.width * 0.3


UORDEN = {
    "manglende Q": b"q q 0.1 0 0 0.1 300 300 cm 1 0 0 rg",
    "for mange Q": b"Q Q Q 0 0 1 rg 0 0 50 50 re f",
    "hvid skrift": b"1 1 1 rg 1 1 1 RG 3 Tr",
    "slut uden mellemrum": b"BT /F 9 Tf 9 9 Td (x) Tj ET",
    "klip til intet": b"0 0 1 1 re W n",
    "tom": b"",
    "vrøvl": b"\xff\xfe ikke pdf )( >> <<",
}


@pytest.mark.parametrize("navn", UORDEN)
def test_uorden_i_siden_naar_ikke_striben(navn: str) -> None:
    ren = vis(*stemplet(korpus.pdf(1, lambda d: mal(d, [0, 0, 595, 842], 0, None, b""))))
    urent = vis(*stemplet(korpus.pdf(1, lambda d: mal(d, [0, 0, 595, 842], 0, None, UORDEN[navn]))))
    stribe = (0, 843, 595, 866)
    assert ImageChops.difference(ren.crop(stribe), urent.crop(stribe)).getbbox() is None


def test_arvede_kendetegn_og_faelles_ressourcer() -> None:
    """Box, rotation and resources on the tree above the pages; one resource dictionary for all."""

    def arv(doc: pikepdf.Pdf) -> None:
        doc.Root.Pages.MediaBox, doc.Root.Pages.Rotate = Array([0, 0, 400, 800]), 90
        doc.Root.Pages.Resources = doc.make_indirect(doc.pages[0].Resources)
        for side in doc.pages:
            for noegle in ("/MediaBox", "/Resources", "/Rotate"):
                if noegle in side.obj:
                    del side.obj[noegle]

    pdf, side = stemplet(korpus.pdf(3, arv))
    assert vis(pdf, side).size == (800, 400 + HOEJDE)
    for nr in range(3):
        assert {"Bilag", "Side"} <= set(ord_(pdf, side + nr))


def test_sider_uden_ressourcer_og_indhold() -> None:
    def tom(doc: pikepdf.Pdf) -> None:
        for noegle in ("/Resources", "/Contents"):
            del doc.pages[0].obj[noegle]

    pdf, side = stemplet(korpus.pdf(1, tom))
    assert "Bilag" in ord_(pdf, side)


def test_indhold_i_flere_stroemme_bevares() -> None:
    def delt(doc: pikepdf.Pdf) -> None:
        doc.pages[0].Contents = Array(
            [doc.make_stream(b"BT /F 14 Tf 60 700 Td (Del"), doc.make_stream(b"t) Tj ET")]
        )
        doc.pages[0].Resources.Font = Dictionary(
            F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )

    pdf, side = stemplet(korpus.pdf(1, delt))
    assert any(o.startswith("Del") for o in ord_(pdf, side))


@pytest.mark.parametrize("sag", ["2026/07 (Åse)", "a\\b", "日本", "()" * 9])
def test_sagsnummeret_kan_ikke_oedelaegge_siden(sag: str) -> None:
    s = byg(
        [Bilag("a", "Helbred", None, "læge", korpus.pdf(), "application/pdf")],
        {**FORSIDE, "sagsnummer": sag},
        breve.bundt,
    )
    assert "Bilag" in ord_(s.pdf, s.indholdssider + 1)
