"""The documents of a case put into one PDF: opened, stamped, marked, and saved to an open file.

Two halves: `aabn` says how many pages there are, so that the contents can be set elsewhere meanwhile; `saml` and
`saet_foran` do the rest. The same documents give the same bytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

import pikepdf

from rehabteam.dokumenter.omdan.vaerk.rentfoto import uden_oplysninger

from .billedside import BilledFejl, laeg_billede_til
from .formular import FormularFejl, fladgoer
from .stempel import Stempel

HENVISNING = "rehabteam:bilag/"
PLADSHOLDER = "rehabteam:pladsholder/"
AKTIVE = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm"),
        *("/Rendition", "/Movie", "/Sound", "/GoToE", "/GoToR"),
    )
)
SIDENS_EGNE = frozenset({"/AA", "/StructParents", "/Tabs"})


@dataclass(slots=True)
class Aabnet:
    """A document with its number and where its pages begin (from 1, the contents not counted). `fejl`: a code of
    samling.HVORFOR_IKKE; then it has the one page that stands in for it.
    """

    nr: int
    titel: str
    gruppe: str
    foerste: int
    antal: int = 1
    fejl: str = ""
    maerket: bool = False
    pdf: pikepdf.Pdf | None = None


class Samler:
    """`sagt`: {"sag", "dokumenter": [{"titel", "gruppe"}], "titel", "dato", "til_andre"}; see samling.byg."""

    def __init__(self, sagt: dict[str, Any], aabne: ExitStack) -> None:
        self._sagt = sagt
        self._aabne = aabne
        self.poster: list[Aabnet] = []

    @property
    def bestilt(self) -> list[dict[str, str]]:
        dokumenter: list[dict[str, str]] = self._sagt["dokumenter"]
        return dokumenter

    def aabn(self, fil: BinaryIO | None, hvad: str) -> None:
        """The next document and its kind (hoved.PDF, BILLEDE, ANDET); None when it could not be had, and why."""
        nr = len(self.poster)
        d = self.bestilt[nr]
        forrige = self.poster[-1] if nr else None
        post = Aabnet(nr + 1, d["titel"], d["gruppe"], forrige.foerste + forrige.antal if forrige else 1)
        self.poster.append(post)
        svar = _aabn(fil, hvad, self._aabne) if fil else hvad
        if fil:
            fil.close()  # the map stays, and there may be more documents than a process may have files
        if isinstance(svar, str):
            post.fejl = svar
        else:
            post.pdf, post.antal, post.maerket = svar, len(svar.pages), _er_maerket(svar)

    @property
    def sider(self) -> int:
        return self.poster[-1].foerste + self.poster[-1].antal - 1 if self.poster else 0

    def saml(self) -> None:
        """The documents after one another, each page stamped."""
        self._ud = pikepdf.new()
        self._aabne.callback(self._ud.close)
        self._stempel = Stempel(self._ud, self._sagt["sag"], self.sider)
        for post in self.poster:
            if post.pdf:
                self._ud.pages.extend(post.pdf.pages)
        viste = iter(list(self._ud.pages))
        for post in self.poster:
            if post.pdf:
                self._stempl(post, islice(viste, post.antal))

    def saet_foran(self, indhold: BinaryIO, ud: BinaryIO) -> int:
        """The contents first, a page where a document is lacking, links and bookmarks; saved. How many contents pages."""
        forrest = pikepdf.open(io.BytesIO(indhold.read()))
        self._aabne.callback(forrest.close)
        sider, pladsholdere = _del(forrest)
        for post in self.poster:
            if post.nr in pladsholdere:
                self._ud.pages.insert(post.foerste - 1, pladsholdere[post.nr])
                self._stempl(post, [self._ud.pages[post.foerste - 1]])
        for nr, side in enumerate(sider):
            self._ud.pages.insert(nr, side)
            _goer_passiv(self._ud.pages[nr])
        _henvis(self._ud, self.poster, len(sider))
        _bogmaerker(self._ud, self.poster, len(sider))
        _kendetegn(self._ud, self._sagt, len(sider))
        if self._sagt["til_andre"]:
            rens(self._ud)
        # The documents' own streams are packed already; packing 400 stamps would cost more than it saves.
        self._ud.save(ud, deterministic_id=True, compress_streams=False)
        return len(sider)

    def _stempl(self, post: Aabnet, sider: Iterable[pikepdf.Page]) -> None:
        for nr, side in enumerate(sider):
            _goer_passiv(side)
            self._stempel.saet(side, f"Bilag {post.nr} · side {nr + 1} af {post.antal}", post.foerste + nr)


def _aabn(fil: BinaryIO, slags: str, aabne: ExitStack) -> pikepdf.Pdf | str:
    """The document as PDF, or why not."""
    try:
        if slags == "p":
            # Mapped: a bundle of large scans is read from the disk as it is saved, and never held whole.
            pdf = pikepdf.open(fil, suppress_warnings=True, access_mode=pikepdf.AccessMode.mmap_only)
        elif slags == "i":
            pdf = pikepdf.new()
            laeg_billede_til(pdf, fil.read())
        else:
            return "slags"
        aabne.callback(pdf.close)
        if not len(pdf.pages):
            return "ingen_sider"
        fladgoer(pdf)
        return pdf
    except FormularFejl:
        return "formular"
    except pikepdf.PasswordError:
        return "laast"
    except (pikepdf.PdfError, BilledFejl, ValueError, RuntimeError):
        return "beskadiget"
    except OSError:
        return "hentes"


def _er_maerket(pdf: pikepdf.Pdf) -> bool:
    return "/StructTreeRoot" in pdf.Root and bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False))


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


def _henvis(ud: pikepdf.Pdf, poster: Sequence[Aabnet], indholdssider: int) -> None:
    """Turn the contents' own addresses into links to pages, and the stand-ins' into links back."""
    maal = {f"{HENVISNING}{p.nr}": indholdssider + p.foerste - 1 for p in poster}
    maal |= {f"{PLADSHOLDER}{p.nr}": 0 for p in poster if p.fejl}
    egne = [*range(indholdssider), *(indholdssider + p.foerste - 1 for p in poster if p.fejl)]
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


def _bogmaerker(ud: pikepdf.Pdf, poster: Sequence[Aabnet], indholdssider: int) -> None:
    with ud.open_outline() as oversigt:
        oversigt.root.append(pikepdf.OutlineItem("Indhold", 0))
        gruppe: pikepdf.OutlineItem | None = None
        for p in poster:
            side = indholdssider + p.foerste - 1
            if gruppe is None or gruppe.title != p.gruppe:
                gruppe = pikepdf.OutlineItem(p.gruppe, side)
                oversigt.root.append(gruppe)
            gruppe.children.append(pikepdf.OutlineItem(f"{p.nr}. {p.titel}", side))


def _kendetegn(ud: pikepdf.Pdf, sagt: dict[str, Any], indholdssider: int) -> None:
    """Title, language, page labels (i, ii … for the contents, then 1, 2 …), bookmarks shown."""
    rod = ud.Root
    rod.Lang = pikepdf.String("da")
    rod.PageMode = pikepdf.Name.UseOutlines
    rod.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    romertal, tal = pikepdf.Dictionary(S=pikepdf.Name.r), pikepdf.Dictionary(S=pikepdf.Name.D, St=1)
    rod.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, romertal, indholdssider, tal]))
    ud.docinfo["/Title"] = pikepdf.String(sagt["titel"])
    ud.docinfo["/Producer"] = pikepdf.String("Rehabteam")
    ud.docinfo["/CreationDate"] = pikepdf.String(f"D:{sagt['dato'].replace('-', '')}000000Z")


def rens(pdf: pikepdf.Pdf) -> None:
    """What stands beside the pages: where and with what a photo was taken, and what programs wrote for themselves."""
    for objekt in pdf.objects:
        if not isinstance(objekt, pikepdf.Stream | pikepdf.Dictionary):
            continue
        for noegle in ("/Metadata", "/PieceInfo"):
            if noegle in objekt:
                del objekt[noegle]
        if isinstance(objekt, pikepdf.Stream) and (data := _foto(objekt)):
            objekt.write(uden_oplysninger(data), filter=pikepdf.Name.DCTDecode)


def _foto(objekt: pikepdf.Stream) -> bytes:
    """The JPEG in the stream, if that is what it is."""
    filter_ = objekt.get("/Filter")
    led = [str(f) for f in filter_] if isinstance(filter_, pikepdf.Array) else [str(filter_)]
    if led == ["/DCTDecode"]:
        return objekt.read_raw_bytes()
    return zlib.decompress(objekt.read_raw_bytes()) if led == ["/FlateDecode", "/DCTDecode"] else b""
