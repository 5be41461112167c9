"""A mail set as paper. Its texts are data to the template, never markup."""

from __future__ import annotations

from typing import Any

import typst
from svar import svar

SKRIFTER = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=True, font_paths=["/usr/share/fonts"]
)


def saet(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """`data`: JSON with emne, linjer [[name, value]], afsnit [text], bilag [name] → the PDF."""
    valg: dict[str, Any] = {"font_paths": SKRIFTER, "sys_inputs": {"mail": data.decode()}, "root": "/vaerk"}
    try:
        return {}, [typst.compile("/vaerk/mail.typ", pdf_standards=["ua-1"], **valg)]
    except typst.TypstError:  # a character no font has: the paper shows a box, and is not called accessible
        return {}, [typst.compile("/vaerk/mail.typ", **valg)]


def main() -> None:
    svar(saet)
