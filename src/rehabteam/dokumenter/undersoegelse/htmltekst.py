"""The words of an HTML mail. Nothing is fetched, run or kept of its form but the lines."""

from __future__ import annotations

import re
from html.parser import HTMLParser

TAVSE = frozenset(("script", "style", "head", "title", "template", "noscript", "object", "svg", "math"))
LINJER = frozenset(
    (
        *("p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("blockquote", "section", "article", "header", "footer", "pre", "address", "dl", "dt", "dd"),
    )
)
LUFT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote"))


class _Laeser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ud: list[str] = []
        self.tavs: list[str] = []
        self.link = ""
        self.linktekst: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in TAVSE:
            self.tavs.append(tag)
        elif tag in LINJER:
            self.ud.append("\n\n" if tag in LUFT else "\n")
            if tag == "li":
                self.ud.append("- ")
        elif tag in ("td", "th"):
            self.ud.append("  ")
        elif tag == "a":
            self.link, self.linktekst = str(dict(attrs).get("href") or "").strip(), []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAVSE:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.tavs:
            del self.tavs[self.tavs.index(tag) :]
        elif tag in LUFT:
            self.ud.append("\n\n")
        elif tag == "a":
            self._hvorhen()

    def handle_data(self, data: str) -> None:
        if not self.tavs:
            ord_ = re.sub(r"[ \t\r\n\f]+", " ", data)
            self.ud.append(ord_)
            self.linktekst.append(ord_)

    def _hvorhen(self) -> None:
        """A link says where it leads, when its words do not."""
        vises = "".join(self.linktekst).strip()
        if self.link.lower().startswith(("http:", "https:")) and self.link.rstrip("/") != vises.rstrip("/"):
            self.ud.append(f" <{self.link[:500]}>")
        self.link = ""


def tekst(html: str) -> str:
    """Plain text, paragraphs apart."""
    laeser = _Laeser()
    laeser.feed(html)
    laeser.close()
    linjer = [
        " ".join(linje.split(" ")).strip() for linje in "".join(laeser.ud).replace("\xa0", " ").split("\n")
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(linjer)).strip()
