"""A mail and what is attached to it. The mail is read by the child with limits, never here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rehabteam.dokumenter import barn
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.dokumenter.modtag import MAKS_BYTES, POST

HOEJST_LAG = 5  # a mail in a mail in a mail …: the one who takes the attachments in counts, and stops here
HOEJST_HOVED = 32 * 1024 * 1024  # bytes of JSON: the mail's own words


@dataclass(frozen=True, slots=True)
class Vedhaeftet:
    """An attached file, not examined yet: put it through modtag.undersoeg as if a person had chosen it.

    `i_teksten`: a picture shown in the mail's own text (a signature's logo, most often).
    """

    navn: str
    data: bytes
    i_teksten: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """`fra` and `til` as they stand in the mail; `dato` None where it has none; `tekst` is plain text.

    `udeladt`: in words, what is in the mail and could not be taken out of it; say so to the reader.
    """

    emne: str
    fra: str
    til: tuple[str, ...]
    dato: datetime | None
    tekst: str
    bilag: tuple[Vedhaeftet, ...] = ()
    udeladt: tuple[str, ...] = ()


def laes(data: bytes, slags: str) -> Mail:
    """The mail of the kind undersoeg found ("eml" or "msg"). Raises Afvist."""
    if slags not in POST:
        raise ValueError(slags)
    ud = barn.raat_svar(f"laes-{slags}", data, HOEJST_HOVED + 2 * MAKS_BYTES)
    linje, _, rest = ud.partition(b"\n")
    hoved = barn.tolk(linje)
    try:
        return _mail(hoved, rest)
    except (KeyError, TypeError, ValueError):
        raise Afvist("beskadiget") from None


def _mail(hoved: dict[str, object], rest: bytes) -> Mail:
    bilag, sted = [], 0
    for navn, laengde, i_teksten in hoved["bilag"]:  # type: ignore[attr-defined]
        if not isinstance(laengde, int) or laengde < 0 or sted + laengde > len(rest):
            raise ValueError
        bilag.append(Vedhaeftet(str(navn), rest[sted : sted + laengde], bool(i_teksten)))
        sted += laengde
    return Mail(
        emne=str(hoved["emne"]),
        fra=str(hoved["fra"]),
        til=tuple(map(str, hoved["til"])),  # type: ignore[call-overload]
        dato=datetime.fromisoformat(str(hoved["dato"])) if hoved["dato"] else None,
        tekst=str(hoved["tekst"]),
        bilag=tuple(bilag),
        udeladt=tuple(map(str, hoved["udeladt"])),  # type: ignore[call-overload]
    )
