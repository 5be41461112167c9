"""Paper against its floor, measured in the same run: `python -m bench.pdf`.

The letter: our way against the same template and data put straight into Typst. The bundle: 40 documents of 10
pages against pikepdf alone doing one pass (append, bookmarks, a stamp on each page, save). Ours also compares each
document with its name, sets the contents pages, and is done by a child behind the wall: one that waits already, as when
the reader has been opened, and (the line below) one that is started first. Medians; the two take turns, so that noise
bothers both alike.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pikepdf
import typst

from bench.tabel import Maaling, meld
from rehabteam import breve
from rehabteam.breve import trykkeri
from rehabteam.dokumenter import samlebarn
from rehabteam.dokumenter.lager import Lager
from rehabteam.dokumenter.samling import Bilag, byg

GANGE_BREV = 60
GANGE_BUNDT = 9
DOKUMENTER, SIDER = 40, 10
SAG = {
    "afsender": {"navn": "Nordby Kommune", "linjer": ["Jobcenter"]},
    "sagsnummer": "2026-01847",
    "borger": {"navn": "Birgitte Holm Andresen", "cpr_maskeret": "070880-••••"},
    "dato": "2026-06-04",
}
AFSNIT = "Borgeren fortæller om arbejde, helbred og hverdag, og hvad der skal til for at komme i gang. " * 6


def brev(nr: int, afsnit: int) -> dict[str, Any]:
    """A letter of three pages for 14 sections; no two alike, so that nothing is remembered from the last."""
    return {
        **SAG,
        "titel": f"Rehabiliteringsplan {nr}",
        "slags": "Forberedende del",
        "afsnit": [{"overskrift": f"Emne {n}.{nr}", "tekst": f"{nr}: {AFSNIT}"} for n in range(afsnit)],
    }


def skiftevis(
    gange: int,
    vores: Callable[[int], object],
    bar: Callable[[int], object],
    foer_vores: Callable[[], object] = int,
) -> tuple[float, float, float]:
    """Medians in milliseconds of ours and the bare one, and the median of their ratios pair by pair. `foer_vores` is not
    counted.
    """
    tider: tuple[list[float], list[float]] = ([], [])
    for nr in range(-2, gange):
        for liste, goer in zip(tider, (vores, bar), strict=True):
            if goer is vores:
                foer_vores()
            foer = time.perf_counter()
            goer(nr)
            if nr >= 0:
                liste.append((time.perf_counter() - foer) * 1000)
    forhold = statistics.median(a / b for a, b in zip(*tider, strict=True))
    return statistics.median(tider[0]), statistics.median(tider[1]), forhold


def maal_brev() -> None:
    """Ours: from the caller's dict. Bare: the finished data straight to Typst with the same fonts."""
    faerdige: dict[int, str] = {}
    skabelon = trykkeri.SKABELONER / "dokument.typ"
    skrifter = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[breve.skriftmappe()]
    )
    aegte = trykkeri._saet

    def gem(navn: str, data: object, dato: date, mappe: Any) -> bytes:
        if navn == "dokument.typ":
            faerdige[len(faerdige)] = json.dumps(data)
        return b""

    # The bare letters are other letters than ours (numbers from 1000), or Typst would remember them.
    trykkeri._saet = gem
    for nr in range(GANGE_BREV + 2):
        breve.dokument(brev(1000 + nr, 14))
    trykkeri._saet = aegte
    stempel = datetime(2026, 6, 4, tzinfo=UTC)

    def bar(nr: int) -> bytes:
        return typst.compile(
            skabelon,
            root=trykkeri.SKABELONER,
            font_paths=skrifter,
            ignore_system_fonts=True,
            sys_inputs={"data": faerdige[nr + 2]},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=stempel,
        )

    with pikepdf.open(io.BytesIO(breve.dokument(brev(0, 14)))) as doc:
        sider = len(doc.pages)
    vores, bare, forhold = skiftevis(GANGE_BREV, lambda nr: breve.dokument(brev(nr, 14)), bar)
    meld(
        Maaling(
            f"Brev, {sider} sider",
            f"{vores:.1f} ms",
            f"Typst alene: {bare:.1f} ms",
            forhold,
            1.5,
            mindst=False,
        )
    )


def bar_samling(kilder: list[bytes]) -> bytes:
    """What pikepdf needs for the same at least: one pass, bookmarks, a line of text on each page."""
    ud = pikepdf.new()
    aabne = [pikepdf.open(io.BytesIO(k)) for k in kilder]
    for doc in aabne:
        ud.pages.extend(doc.pages)
    font = ud.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    ialt = len(ud.pages)
    for nr, side in enumerate(ud.pages, 1):
        side.contents_add(f"BT /S 8 Tf 40 12 Td (Sag 2026-01847, side {nr} af {ialt}) Tj ET".encode())
        side.Resources.Font["/S"] = font
    with ud.open_outline() as oversigt:
        for nr in range(len(kilder)):
            oversigt.root.append(pikepdf.OutlineItem(f"Bilag {nr + 1}", nr * SIDER))
    buffer = io.BytesIO()
    ud.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def ti_sider(nr: int) -> bytes:
    afsnit = 64
    while True:
        data = breve.dokument(brev(nr, afsnit))
        with pikepdf.open(io.BytesIO(data)) as doc:
            if len(doc.pages) == SIDER:
                return data
            afsnit += 1 if len(doc.pages) < SIDER else -1


def maal_bundt() -> None:
    kilder = [ti_sider(nr) for nr in range(DOKUMENTER)]
    lager = Lager(tempfile.mkdtemp(prefix="rehabteam-bench-"))
    navne = [lager.gem(k).sha256 for k in kilder]

    def vores_samling(gang: int) -> bytes:
        bilag = [
            Bilag(
                f"Dokument {nr}.{gang}",
                f"Slags {nr % 4}",
                date(2026, 5, 1),
                "Nordby",
                partial(lager.aaben, navn),
                "application/pdf",
            )
            for nr, navn in enumerate(navne)
        ]
        with byg(bilag, SAG, breve.bundt).fil as fil:
            return fil.read()

    def et_barn_venter() -> None:
        barn = samlebarn.Barn()
        assert barn.klar()
        samlebarn.VENTER._barn, samlebarn.VENTER._ejer = barn, os.getpid()

    hvad = f"Samlet PDF, {DOKUMENTER} dokumenter, {DOKUMENTER * SIDER} sider"
    for hvordan, foer, maal in (
        (", barnet venter", et_barn_venter, 1.3),
        (", barnet startes først", int, None),
    ):
        vores, bare, forhold = skiftevis(GANGE_BUNDT, vores_samling, lambda nr: bar_samling(kilder), foer)
        tal = (f"{vores:.0f} ms", f"pikepdf alene: {bare:.0f} ms", forhold, maal)
        meld(Maaling(hvad + hvordan, *tal, mindst=False))
    shutil.rmtree(lager.rod)


def main() -> None:
    maal_brev()
    maal_bundt()


if __name__ == "__main__":
    main()
