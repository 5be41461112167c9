"""A small reader of HTML, so that two pieces of markup can be compared by what they say, not how they are set."""

from __future__ import annotations

from html.parser import HTMLParser

TOMME = {"input", "img", "link", "meta", "br", "hr", "source", "col"}
Knude = tuple[str, tuple[tuple[str, str], ...], tuple["Knude | str", ...]]


class _Laeser(HTMLParser):
    def __init__(self, uden: frozenset[str]) -> None:
        super().__init__()
        self.uden = uden
        self.stak: list[tuple[str, tuple[tuple[str, str], ...], list[Knude | str]]] = [("", (), [])]

    def handle_starttag(self, navn: str, attrs: list[tuple[str, str | None]]) -> None:
        rene = tuple(sorted((k, " ".join((v or "").split())) for k, v in attrs if k not in self.uden))
        if navn in TOMME:
            self.stak[-1][2].append((navn, rene, ()))
        else:
            self.stak.append((navn, rene, []))

    def handle_startendtag(self, navn: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(navn, attrs)
        if navn not in TOMME:
            self.handle_endtag(navn)

    def handle_endtag(self, navn: str) -> None:
        aabent, attrs, boern = self.stak.pop()
        assert aabent == navn, f"</{navn}> lukker <{aabent}>"
        self.stak[-1][2].append((aabent, attrs, tuple(boern)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.stak[-1][2].append(" ".join(data.split()))


def trae(html: str, uden: frozenset[str] = frozenset()) -> tuple[Knude | str, ...]:
    """The tree of an HTML fragment, without the attributes named; fails on tags that do not match."""
    laeser = _Laeser(uden)
    laeser.feed(html)
    laeser.close()
    assert len(laeser.stak) == 1, f"<{laeser.stak[-1][0]}> er ikke lukket"
    return tuple(laeser.stak[0][2])


def alle(html: str, navn: str) -> list[dict[str, str]]:
    """Attributes of every element of that name."""
    fundet: list[dict[str, str]] = []

    def gaa(knuder: tuple[Knude | str, ...]) -> None:
        for knude in knuder:
            if not isinstance(knude, str):
                if knude[0] == navn:
                    fundet.append(dict(knude[1]))
                gaa(knude[2])

    gaa(trae(html))
    return fundet
