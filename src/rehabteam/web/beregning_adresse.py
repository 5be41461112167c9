"""The calculators' addresses: dates and choices in the query, and nothing else that somebody might write there."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import QueryDict

from .cprvagt import har_cpr
from .formularer.beregn import HOEJST, RAEKKE

CPR, TILFOEJ, FJERN = "cpr", "tilfoej", "fjern"
"""Names of the query that are no fields: whose text was taken away, and the two small buttons."""


def adresse(sti: str, par: Iterable[tuple[str, str]]) -> str:
    """The address that asks the same again; commas and colons are legal in a query and easier to read."""
    forespoergsel = urlencode(list(par), safe=",:")
    return f"{sti}?{forespoergsel}" if forespoergsel else sti


def par(data: QueryDict) -> list[tuple[str, str]]:
    return [(navn, vaerdi) for navn, vaerdier in data.lists() for vaerdi in vaerdier]


def uden_cpr(data: QueryDict) -> list[tuple[str, str]] | None:
    """The query without what looks like a CPR number, and with the fields it stood in; None where there is none."""
    alle = par(data)
    ramte = [navn for navn, vaerdi in alle if har_cpr(vaerdi) or har_cpr(navn)]
    if not ramte:
        return None
    rene = [(navn, vaerdi) for navn, vaerdi in alle if navn not in ramte]
    return rene + [(CPR, navn) for navn in dict.fromkeys(ramte) if navn.isascii() and not har_cpr(navn)]


def numre(data: Mapping[str, str]) -> dict[str, list[int]]:
    """The numbers of the rows there are of each kind, in order; one more than there is room for is kept, to be told."""
    fundne: dict[str, set[int]] = {"p": set(), "i": set(), "u": set()}
    for navn in data:
        if m := RAEKKE.match(navn):
            fundne[m[1]].add(int(m[2]))
    return {slags: sorted(f)[: HOEJST + 1] for slags, f in fundne.items()}


def flyt(data: Mapping[str, str]) -> tuple[dict[str, str], dict[str, list[int]], str]:
    """What one of the two small buttons does: a row more or a row less, and where to go on.

    Returns the values typed, the rows, and the name of what shall have focus ("p2-hjemmel", or "tilfoej-p").
    """
    raekker = numre(data)
    fjernes, slags = data.get(FJERN, ""), data.get(TILFOEJ, "")
    for art, fundne in raekker.items():
        if (
            f"{art}{(nr := int(fjernes[1:]) if fjernes[1:].isdecimal() and len(fjernes) < 5 else 0)}"
            == fjernes
        ):
            raekker[art] = [n for n in fundne if n != nr]
            return (
                {n: v for n, v in data.items() if not n.startswith(f"{fjernes}-")},
                raekker,
                f"tilfoej-{art}",
            )
    if slags in raekker and len(raekker[slags]) < HOEJST:
        nyt = max(raekker[slags], default=0) + 1
        raekker[slags] = [*raekker[slags], nyt]
        return dict(data.items()), raekker, f"{slags}{nyt}-{'hvad' if slags == 'u' else 'hjemmel'}"
    return dict(data.items()), raekker, ""
