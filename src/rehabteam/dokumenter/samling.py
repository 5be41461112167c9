"""The button »Åbn alle dokumenter«: every document of a case in one PDF, in one pass.

Contents first (set by the caller's `tryk`), then each document in order; every page gets a strip below its
own content saying which document and which page it is. Nothing is written to disk. The same documents
give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf

from rehabteam.dokumenter.billedside import BilledFejl, laeg_billede_til
from rehabteam.dokumenter.formular import FormularFejl, fladgoer
from rehabteam.dokumenter.stempel import Stempel

NYT = "Nyt til dette møde"
HENVISNING = "rehabteam:bilag/"
PLADSHOLDER = "rehabteam:pladsholder/"
AKTIVE = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm"),
        *("/Rendition", "/Movie", "/Sound", "/GoToE", "/GoToR"),
    )
)

SIDENS_EGNE = frozenset({"/AA", "/StructParents", "/Tabs"})

Tryk = Callable[[Any], bytes]  # breve.bundt: dict → PDF of the contents and of the pages standing in
Opstilling = list[tuple[str, list[tuple[int, "Bilag"]]]]


@dataclass(frozen=True, slots=True)
class Bilag:
    """One document. `slags`: the heading it stands under ("Helbred"). `data`: bytes, or a path to them."""

    titel: str
    slags: str
    dato: date | str | None
    kilde_tekst: str
    data: bytes | Path
    mime: str
    nyt: bool = False
    fulgte_med: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """Where a document ended up. Pages count from 1 after the contents.

    `hvorfor_ikke`: why it cannot be shown; then `antal` is the one page standing in for it. `maerket`: the document's
    own file is tagged for a screen reader, which the collected one is not.
    """

    nr: int
    gruppe: str
    titel: str
    foerste: int
    antal: int
    hvorfor_ikke: str | None
    maerket: bool = False

    @property
    def sider(self) -> str:
        """As written in a list: "37–40"."""
        return f"{self.foerste}–{self.foerste + self.antal - 1}" if self.antal > 1 else str(self.foerste)


@dataclass(frozen=True, slots=True)
class Samlet:
    """The file, where each document is in it, and how many pages the documents and the contents have."""

    pdf: bytes
    poster: tuple[Post, ...]
    sider: int
    indholdssider: int


def saml(bilag: Sequence[Bilag], forside: Mapping[str, Any], tryk: Tryk) -> bytes:
    """The collected PDF alone; see `byg`."""
    return byg(bilag, forside, tryk).pdf


def opstil(bilag: Sequence[Bilag]) -> Opstilling:
    """Groups with their numbered documents: what is new first, then by kind as they first come."""
    grupper: dict[str, list[Bilag]] = {NYT: []}
    for b in bilag:
        grupper.setdefault(NYT if b.nyt else b.slags, []).append(b)
    ude: Opstilling = []
    nr = 0
    for navn, indhold in grupper.items():
        if indhold:
            ude.append((navn, [(nr + i, b) for i, b in enumerate(indhold, 1)]))
            nr += len(indhold)
    return ude


def byg(bilag: Sequence[Bilag], forside: Mapping[str, Any], tryk: Tryk) -> Samlet:
    """Collect the documents.

    `forside`: {"afsender": {"navn", "linjer"}, "sagsnummer", "borger": {"navn", "cpr_maskeret"}, "dato": ISO,
    "moededato"?, "til"?, "demo"?}; `til`: the receiver outside the house that a selection is for. `tryk`:
    breve.bundt. A document that cannot be shown keeps its place with a page that says so. Raises what `tryk` raises.
    """
    opstilling = opstil(bilag)
    with ExitStack() as aabne:
        aabnede = {nr: _aabn(b, aabne) for _, gruppe in opstilling for nr, b in gruppe}
        poster = _poster(opstilling, aabnede)
        sider = sum(p.antal for p in poster)
        data = _bundt(poster, {nr: b for _, gruppe in opstilling for nr, b in gruppe}, forside, sider)
        # Typst lets go of Python while it sets the contents, so the documents are put together meanwhile.
        trykning = aabne.enter_context(ThreadPoolExecutor(1)).submit(tryk, data)
        ud = pikepdf.new()
        aabne.callback(ud.close)
        stempel = Stempel(ud, f"Sag {forside['sagsnummer']}", sider)
        for post in poster:
            if isinstance(kilde := aabnede[post.nr], pikepdf.Pdf):
                ud.pages.extend(kilde.pages)
        viste = iter(list(ud.pages))
        for post in poster:
            if post.hvorfor_ikke is None:
                _stempl(stempel, post, islice(viste, post.antal))
        forrest = pikepdf.open(io.BytesIO(trykning.result()))
        aabne.callback(forrest.close)
        indhold, pladsholdere = _del(forrest)
        for post in poster:
            if post.nr in pladsholdere:
                ud.pages.insert(post.foerste - 1, pladsholdere[post.nr])
                _stempl(stempel, post, [ud.pages[post.foerste - 1]])
        for nr, side in enumerate(indhold):
            ud.pages.insert(nr, side)
            _goer_passiv(ud.pages[nr])
        _henvis(ud, poster, len(indhold))
        _bogmaerker(ud, poster, len(indhold))
        _kendetegn(ud, forside, len(indhold))
        buffer = io.BytesIO()
        # The documents' own streams are packed already; packing 400 stamps would cost more than it saves.
        ud.save(buffer, deterministic_id=True, compress_streams=False)
    return Samlet(buffer.getvalue(), tuple(poster), sider, len(indhold))


def _stempl(stempel: Stempel, post: Post, sider: Iterable[pikepdf.Page]) -> None:
    for nr, side in enumerate(sider):
        _goer_passiv(side)
        stempel.saet(side, f"Bilag {post.nr} · side {nr + 1} af {post.antal}", post.foerste + nr)


def _aabn(bilag: Bilag, aabne: ExitStack) -> pikepdf.Pdf | str:
    """The document as PDF, or the reason why not."""
    try:
        data = bilag.data if isinstance(bilag.data, bytes) else bilag.data.read_bytes()
        if bilag.mime == "application/pdf":
            pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        elif bilag.mime in ("image/jpeg", "image/png"):
            pdf = pikepdf.new()
            laeg_billede_til(pdf, data)
        else:
            return "Filen er ikke en PDF, et JPEG- eller et PNG-billede."
        aabne.callback(pdf.close)
        if not len(pdf.pages):
            return "Der er ingen sider i filen."
        fladgoer(pdf)
        return pdf
    except FormularFejl:
        return "Svarene i formularen kan kun vises i det program, den er udfyldt i."
    except pikepdf.PasswordError:
        return "Filen er låst med en kode."
    except (pikepdf.PdfError, BilledFejl, ValueError, RuntimeError):
        return "Filen er beskadiget og kan ikke læses."
    except OSError:
        return "Filen kunne ikke hentes."


def _poster(opstilling: Opstilling, aabnede: Mapping[int, pikepdf.Pdf | str]) -> list[Post]:
    poster, foerste = [], 1
    for navn, gruppe in opstilling:
        for nr, bilag in gruppe:
            kilde = aabnede[nr]
            fejl = kilde if isinstance(kilde, str) else None
            antal = 1 if isinstance(kilde, str) else len(kilde.pages)
            maerket = isinstance(kilde, pikepdf.Pdf) and _er_maerket(kilde)
            poster.append(Post(nr, navn, bilag.titel, foerste, antal, fejl, maerket))
            foerste += antal
    return poster


def _er_maerket(pdf: pikepdf.Pdf) -> bool:
    return "/StructTreeRoot" in pdf.Root and bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False))


def _bundt(
    poster: Sequence[Post], bilag: Mapping[int, Bilag], forside: Mapping[str, Any], sider: int
) -> dict[str, Any]:
    grupper: dict[str, list[dict[str, Any]]] = {}
    for p in poster:
        b = bilag[p.nr]
        grupper.setdefault(p.gruppe, []).append(
            {
                "nr": p.nr,
                "titel": p.titel,
                "dato": b.dato.isoformat() if isinstance(b.dato, date) else b.dato,
                "kilde_tekst": b.kilde_tekst,
                "sider": p.sider,
                "nyt": b.nyt,
                "fulgte_med": b.fulgte_med,
                "kan_ikke_vises": p.hvorfor_ikke,
                "maerket": p.maerket,
            }
        )
    return {
        **forside,
        "dokumenter": len(poster),
        "sider": sider,
        "grupper": [{"slags": navn, "poster": liste} for navn, liste in grupper.items()],
    }


def _del(forrest: pikepdf.Pdf) -> tuple[list[pikepdf.Page], dict[int, pikepdf.Page]]:
    """The contents pages, and the pages standing in for a document, by its number."""
    indhold, pladsholdere = [], {}
    for side in forrest.pages:
        numre = [
            int(adresse.removeprefix(PLADSHOLDER))
            for adresse in map(_adresse, side.get("/Annots", []))
            if adresse.startswith(PLADSHOLDER)
        ]
        if numre:
            pladsholdere[numre[0]] = side
        else:
            indhold.append(side)
    return indhold, pladsholdere


def _adresse(annotation: pikepdf.Object) -> str:
    handling = annotation.get("/A")
    return str(handling.get("/URI", "")) if isinstance(handling, pikepdf.Dictionary) else ""


def _henvis(ud: pikepdf.Pdf, poster: Sequence[Post], indholdssider: int) -> None:
    """Turn the contents' own addresses into links to pages, and the stand-ins' into links back."""
    maal = {f"{HENVISNING}{p.nr}": indholdssider + p.foerste - 1 for p in poster}
    maal |= {f"{PLADSHOLDER}{p.nr}": 0 for p in poster if p.hvorfor_ikke}
    egne = [*range(indholdssider), *(indholdssider + p.foerste - 1 for p in poster if p.hvorfor_ikke)]
    for sidenr in egne:
        for annotation in ud.pages[sidenr].get("/Annots", []):
            adresse = _adresse(annotation)
            if adresse in maal:
                del annotation["/A"]
                annotation["/Dest"] = pikepdf.Array([ud.pages[maal[adresse]].obj, pikepdf.Name.Fit])


def _goer_passiv(side: pikepdf.Page) -> None:
    """No actions but links, and no references to tags that are not there."""
    noegler = side.obj.keys()
    for noegle in SIDENS_EGNE & noegler:
        del side.obj[noegle]
    for annotation in side.obj["/Annots"] if "/Annots" in noegler else ():
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        handling = annotation.get("/A")
        if isinstance(handling, pikepdf.Dictionary) and (
            str(handling.get("/S")) in AKTIVE or "/Next" in handling
        ):
            del annotation["/A"]
        for noegle in ("/AA", "/StructParent"):
            if noegle in annotation:
                del annotation[noegle]


def _bogmaerker(ud: pikepdf.Pdf, poster: Sequence[Post], indholdssider: int) -> None:
    with ud.open_outline() as oversigt:
        oversigt.root.append(pikepdf.OutlineItem("Indhold", 0))
        gruppe: pikepdf.OutlineItem | None = None
        for p in poster:
            side = indholdssider + p.foerste - 1
            if gruppe is None or gruppe.title != p.gruppe:
                gruppe = pikepdf.OutlineItem(p.gruppe, side)
                oversigt.root.append(gruppe)
            gruppe.children.append(pikepdf.OutlineItem(f"{p.nr}. {p.titel}", side))


def _kendetegn(ud: pikepdf.Pdf, forside: Mapping[str, Any], indholdssider: int) -> None:
    """Title, language, page labels (i, ii … for the contents, then 1, 2 …), bookmarks shown."""
    rod = ud.Root
    rod.Lang = pikepdf.String("da")
    rod.PageMode = pikepdf.Name.UseOutlines
    rod.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    romertal, tal = pikepdf.Dictionary(S=pikepdf.Name.r), pikepdf.Dictionary(S=pikepdf.Name.D, St=1)
    rod.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, romertal, indholdssider, tal]))
    hvad = "Dokumenter fra" if forside.get("til") else "Alle dokumenter,"
    ud.docinfo["/Title"] = pikepdf.String(f"{hvad} sag {forside['sagsnummer']}")
    ud.docinfo["/Producer"] = pikepdf.String("Rehabteam")
    ud.docinfo["/CreationDate"] = pikepdf.String(f"D:{forside['dato'][:10].replace('-', '')}000000Z")
