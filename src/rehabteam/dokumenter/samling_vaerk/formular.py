"""A form's answers, made part of the page: forms are not merged, but what was filled in must be read."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

KENDTE = (pikepdf.Name.WinAnsiEncoding, pikepdf.Name.MacRomanEncoding)


class FormularFejl(ValueError):
    """The answers cannot be drawn as they were written."""


def fladgoer(pdf: pikepdf.Pdf) -> None:
    """Draw what was filled in on the pages, and leave no fields. Raises FormularFejl.

    A form that asks the viewer to draw its answers (NeedAppearances) is drawn by qpdf, which puts "?" for a
    letter outside ASCII unless the font says how letters are numbered; æ, ø and å must not become "?".
    """
    formular = pdf.Root.get("/AcroForm")
    if not isinstance(formular, pikepdf.Dictionary):
        return
    if formular.get("/NeedAppearances"):
        skrifter = [s for s in _skrifter(formular) if s.get("/Encoding") not in KENDTE]
        for skrift in skrifter:
            if "/FontDescriptor" not in skrift:  # one of the standard fonts: it has our letters
                skrift["/Encoding"] = pikepdf.Name.WinAnsiEncoding
        sikre = all(s.get("/Encoding") in KENDTE for s in skrifter)
        if not all(_kan_tegnes(svar, sikre) for svar in _svar(formular.get("/Fields", []), 0)):
            raise FormularFejl
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")


def _skrifter(formular: pikepdf.Dictionary) -> list[pikepdf.Object]:
    skrifter = formular.get("/DR", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    return [s for _, s in skrifter.items() if isinstance(s, pikepdf.Dictionary)]


def _svar(felter: pikepdf.Object | list[pikepdf.Object], dybde: int) -> Iterator[str]:
    for felt in felter if dybde < 20 else []:
        vaerdi = felt.get("/V")
        if isinstance(vaerdi, pikepdf.String):
            yield str(vaerdi)
        yield from _svar(felt.get("/Kids", []), dybde + 1)


def _kan_tegnes(svar: str, sikre_skrifter: bool) -> bool:
    try:
        svar.encode("cp1252" if sikre_skrifter else "ascii")
    except UnicodeEncodeError:
        return False
    return True
