"""What the contents pages of the one PDF are made from (bundt.py)."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from rehabteam.breve.former import Afsender, Borger


class Bundtpost(TypedDict):
    """One document in "Åbn alle dokumenter"."""

    nr: int
    titel: str
    dato: str | None
    kilde_tekst: str
    sider: str  # "37–40"
    nyt: bool
    fulgte_med: bool
    maerket: NotRequired[bool]  # its own file is tagged for a screen reader
    kan_ikke_vises: NotRequired[str | None]  # why; the document then has a page of its own at the end


class Bundtgruppe(TypedDict):
    slags: str
    poster: list[Bundtpost]


class Bundt(TypedDict):
    """The contents pages of the collected documents.

    Each row links to rehabteam:bilag/<nr>. Last comes one page for each document that cannot be shown, with a
    link to rehabteam:pladsholder/<nr>, so that the pages can be told apart.
    """

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str  # made on
    moededato: NotRequired[str | None]
    til: NotRequired[str | None]  # the receiver outside the house; None: all documents, for the house itself
    dokumenter: int
    sider: int
    grupper: list[Bundtgruppe]
    demo: NotRequired[bool]
