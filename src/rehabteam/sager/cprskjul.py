"""CPR numbers where they do not belong: in titles and file names, which travel further than the page."""

import re

from .cpr import CprFejl, laes_cpr

MULIG = re.compile(r"(?<![0-9A-Za-z])[0-9]{6}[\s-]?[0-9A-Za-z]{4}(?![0-9A-Za-z])", re.ASCII)


def har_cpr(tekst: str) -> bool:
    """Is there something in the text that is read as a CPR number?"""
    return any(_er_cpr(fund) for fund in MULIG.findall(tekst))


def uden_cpr(tekst: str) -> str:
    """The text with the last four places of each CPR number hidden."""
    return MULIG.sub(lambda fund: f"{fund[0][:6]}-xxxx" if _er_cpr(fund[0]) else fund[0], tekst)


def _er_cpr(tekst: str) -> bool:
    try:
        laes_cpr(tekst)
    except CprFejl:
        return False
    return True
