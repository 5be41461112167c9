"""Forty files as a caseworker has them: of all kinds, with the names people give them; and those that may not come in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pikepdf

from tests.dokumenter.clamd import EICAR
from tests.dokumenter.korpus import billede, javascript_ved_aabning, pdf
from tests.dokumenter.korpus_billeder import HEIC
from tests.dokumenter.korpus_ole import msg, vedhaeftet
from tests.dokumenter.omdan.filer import docx, odt

MB = 1024 * 1024


def _tung(antal: int) -> Callable[[pikepdf.Pdf], None]:
    """Random bytes in a stream that no page draws: a scan's weight without its pixels."""

    def goer(doc: pikepdf.Pdf) -> None:
        doc.Root.PieceInfo = pikepdf.Dictionary(
            Scan=pikepdf.Dictionary(Private=doc.make_stream(os.urandom(antal)))
        )

    return goer


def mail(emne: str, *bilag: tuple[str, bytes]) -> bytes:
    besked = EmailMessage()
    besked["Subject"], besked["From"], besked["To"] = emne, "praksis@example.test", "sag@example.test"
    besked["Date"] = "Wed, 04 Mar 2026 10:00:00 +0100"
    besked.set_content("Hermed det aftalte.\n\nVenlig hilsen\nPraksis")
    for navn, data in bilag:
        besked.add_attachment(data, maintype="application", subtype="octet-stream", filename=navn)
    return besked.as_bytes()


def smitsom() -> bytes:
    """A PDF like any other; the scanner is told to know it (see `kendetegn`)."""
    return pdf(4)


def kendetegn(data: bytes) -> str:
    """A line of clamd's own list of files it knows."""
    return f"{hashlib.md5(data, usedforsecurity=False).hexdigest()}:{len(data)}:Proeve-Smitte\n"


def skriv(mappe: Path) -> list[Path]:
    """The forty, in `mappe`."""
    alle: dict[str, bytes] = {
        "LÆ 265 fra egen læge 12.03.2026.pdf": pdf(3),
        "CV Poul Erik.docx": docx("Curriculum vitae", "Poul Erik Stampe"),
        "Epikrise_med_et_langt_navn_som_ingen_kan_overskue_paa_en_telefon_2026-02-11.docx": docx(
            "Epikrise", "Set den 11. februar 2026."
        ),
        "plan for foråret.odt": odt("Plan", "Tre timer om dagen."),
        "scan0001.tiff": billede("TIFF", (620, 877)),
        "IMG_2041.HEIC": HEIC,
        "20260304_101500.jpg": billede("JPEG", (1200, 900)),
        "skærmbillede.png": billede("PNG", (400, 300)),
        "Status på praktik.eml": mail(
            "Status på praktik", ("praktikrapport.pdf", pdf(2)), ("udstyr.jpg", billede())
        ),
        "Svar fra lægen.msg": msg("Svar fra lægen", bilag=[vedhaeftet("journal.pdf", pdf(5))]),
        "smittet.pdf": smitsom(),
        "mail med virus.eml": mail("Se her", ("faktura.com", EICAR)),
        "kører noget.pdf": pdf(1, javascript_ved_aabning),
        "program.pdf": b"MZ" + os.urandom(400),
        "tom.pdf": b"",
        "tung scanning.pdf": pdf(2, _tung(12 * MB)),
    }
    for nr in range(len(alle), 40):
        alle[f"Opfølgningsnotat {nr:02d}.01.2026.pdf"] = pdf(1 + nr % 6, _tung(nr))
    stier = []
    for navn, data in alle.items():
        (mappe / navn).write_bytes(data)
        stier.append(mappe / navn)
    return stier
