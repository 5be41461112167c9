"""The handbook of docs/haandbog as pages: Markdown without HTML, links between pages turned into addresses.

Its pictures (docs/billeder, made by `make billeder`) are served as static files under haandbog/.
"""

import re
import struct
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

NAVN = re.compile(r"[a-z0-9-]{1,60}", re.ASCII)
INDHOLD = "README"
BILLEDE = re.compile(r"\.\./billeder/([a-z0-9-]{1,60}\.png)", re.ASCII)

# HTML in the text is shown as text, and of pictures only our own.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def mappe() -> Path:
    return Path(settings.ROD) / "docs" / "haandbog"


def side(navn: str) -> tuple[str, SafeString] | None:
    """Title and body of one page; None if there is no such page. `navn` comes from an address."""
    if navn != INDHOLD and not NAVN.fullmatch(navn):
        return None
    fil = mappe() / f"{navn}.md"
    try:
        return _tegn(fil, fil.stat().st_mtime_ns)
    except OSError:
        return None


def sider() -> list[tuple[str, str]]:
    """Name and title of every page but the contents."""
    navne = sorted(f.stem for f in mappe().glob("*.md") if NAVN.fullmatch(f.stem))
    fundet = [(navn, side(navn)) for navn in navne]
    return [(navn, indhold[0]) for navn, indhold in fundet if indhold]


@lru_cache(maxsize=64)
def _tegn(fil: Path, _aendret: int) -> tuple[str, SafeString]:
    tokens = _MARKDOWN.parse(fil.read_text(encoding="utf-8"))
    titel = fil.stem
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        titel, tokens = tokens[1].content, tokens[3:]
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "tabel")
        for barn in token.children or []:
            _ret_link(barn)
            _ret_billede(barn)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return titel, mark_safe(html)  # noqa: S308  (our own files, and html is off)


def _ret_link(token: Token) -> None:
    """`forloeb.md` is the page of that name; everything else is left as it is."""
    maal = str(token.attrGet("href") or "")
    navn, _, anker = maal.partition("#")
    if token.type == "link_open" and navn.endswith(".md"):
        stamme = navn.removeprefix("./").removesuffix(".md")
        adresse = reverse("web:hjaelp") if stamme == INDHOLD else reverse("web:hjaelp_side", args=[stamme])
        token.attrSet("href", adresse + (f"#{anker}" if anker else ""))


def _ret_billede(token: Token) -> None:
    """A picture of ours is shown at its own size, so that the text below does not jump; any other is its words."""
    if token.type != "image":
        return
    hit = BILLEDE.fullmatch(str(token.attrGet("src") or ""))
    fil = mappe().parent / "billeder" / hit[1] if hit else None
    if hit is None or fil is None or not fil.is_file():
        token.type, token.tag = "text", ""
        return
    bredde, hoejde = struct.unpack(">II", fil.read_bytes()[16:24])
    token.attrs = {
        "src": static(f"haandbog/{hit[1]}"),
        "alt": "",
        "width": bredde,
        "height": hoejde,
        "loading": "lazy",
        "class": "haandbog__billede",
    }
