"""Characters a letter can show, found before the letter is set.

Typst refuses a PDF/UA letter with a character no font has, but its message is English and comes late.
Here the same typesetter is asked once about each new character (the answer is remembered), so that
the person who wrote the text is told which character, where, and what to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

LINJESKIFT = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
SKRIVERETNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UDEN_BLAEK = frozenset(" \n\u200b\u200c\u200d\u00ad\ufeff\u200e\u200f\u2060")  # format, no glyph of its own
ERSTATNING = "□"
OMGIVELSE = 20  # characters shown on each side of the one that cannot be set


class TegnFejl(ValueError):
    """A character that no font of the letter can show.

    `tegn`: the character. `felt`: where in the data ("afsnit › 2 › tekst"). `str()`: Danish, for the user.
    """

    def __init__(self, tegn: str, felt: str = "", tekst: str = "") -> None:
        self.tegn = tegn
        self.felt = felt
        sted = f" i »{felt}«" if felt else ""
        omkring = _omkring(tekst, tegn)
        hvad = beskriv(tegn)
        super().__init__(
            f"{hvad[0].upper()}{hvad[1:]} kan ikke stå i et brev. Tegnet står{sted}{omkring}. "
            "Slet det, eller skriv det med ord."
        )


def beskriv(tegn: str) -> str:
    """Say in Danish what kind of character it is: "tegnet 😀 (et billedtegn, U+1F600)"."""
    kode = "".join(f" U+{ord(c):04X}" for c in tegn).strip()
    art = _art(tegn)
    return f"et usynligt tegn ({art}, {kode})" if _usynlig(tegn) else f"tegnet {tegn} ({art}, {kode})"


def ens(tekst: str) -> str:
    """Same text, one spelling: composed letters (NFC), one kind of line break, spaces for tabs."""
    return unicodedata.normalize("NFC", LINJESKIFT.sub("\n", tekst).replace("\t", " "))


def tekster(data: object, felt: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield every string in the data with the place it stands."""
    if isinstance(data, str):
        yield " › ".join(felt), data
    elif isinstance(data, dict):
        for navn, vaerdi in data.items():
            yield from tekster(vaerdi, (*felt, str(navn)))
    elif isinstance(data, list | tuple):
        for nr, vaerdi in enumerate(data, 1):
            yield from tekster(vaerdi, (*felt, str(nr)))


class Tegnproeve:
    """Remembers which characters the fonts have. `kan_saettes(text) -> bool` asks the typesetter."""

    def __init__(self, kan_saettes: Callable[[str], bool]) -> None:
        self._kan_saettes = kan_saettes
        self._kendte: set[str] = set(UDEN_BLAEK)
        self._umulige: set[str] = set()

    def undersoeg(self, data: object) -> None:
        """Raise TegnFejl for the first character that cannot be shown."""
        for felt, tekst in tekster(data):
            umulige = self._umulige_i(tekst)
            for tegn in tekst if umulige else "":
                if tegn in umulige:
                    raise TegnFejl(tegn, felt, tekst)

    def erstat(self, tekst: str) -> str:
        """The text with a visible box for each character that cannot be shown."""
        umulige = self._umulige_i(tekst)
        return "".join(ERSTATNING if c in umulige else c for c in tekst) if umulige else tekst

    def _umulige_i(self, tekst: str) -> set[str]:
        nye = set(tekst) - self._kendte
        if not nye:
            return set()
        self._proev(nye)
        return nye & self._umulige

    def _proev(self, nye: set[str]) -> None:
        mulige = {c for c in nye - self._umulige if not _forbudt(c)}
        self._umulige |= nye - mulige
        if not mulige:
            return
        if self._kan_saettes(" ".join(sorted(mulige))):
            self._kendte |= mulige
        elif len(mulige) == 1:
            self._umulige |= mulige
        else:
            halvt = sorted(mulige)
            self._proev(set(halvt[: len(halvt) // 2]))
            self._proev(set(halvt[len(halvt) // 2 :]))


def _forbudt(tegn: str) -> bool:
    """Control, private, unassigned and direction-changing characters are refused whatever the fonts say."""
    return (
        unicodedata.category(tegn) in {"Cc", "Co", "Cs", "Cn"}
        or tegn in SKRIVERETNING
        or 0xE0000 <= ord(tegn) <= 0xE0FFF
    )


def _usynlig(tegn: str) -> bool:
    return any(_forbudt(c) for c in tegn) or tegn.isspace()


def _art(tegn: str) -> str:
    c = tegn[0]
    kode, slags = ord(c), unicodedata.category(c)
    if c in SKRIVERETNING:
        return "vender skriveretningen"
    if slags == "Cc":
        return "et styretegn"
    if slags in {"Co", "Cn"} or kode >= 0xE0000:
        return "et tegn, der kun findes i et bestemt program"
    if slags == "Cs":
        return "et halvt tegn"
    if 0x1F000 <= kode <= 0x1FAFF or slags in {"So", "Sk"}:
        return "et billedtegn"
    if 0x2E80 <= kode <= 0xD7FF or 0x20000 <= kode <= 0x3FFFF:
        return "et østasiatisk skrifttegn"
    return "et bogstav eller tegn, som skrifterne ikke har"


def _omkring(tekst: str, tegn: str) -> str:
    sted = tekst.find(tegn)
    if sted < 0:
        return ""
    udsnit = tekst[max(0, sted - OMGIVELSE) : sted + len(tegn) + OMGIVELSE]
    synligt = "".join(ERSTATNING if _usynlig(c) and c != " " else c for c in udsnit).strip()
    return f" ved »{synligt}«" if synligt else ""
