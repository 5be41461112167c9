"""What an invitation to the meeting is given."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from rehabteam.breve.former import Afsender, Modtager


class Tid(TypedDict):
    dato: str  # ISO
    kl: str  # "09.30"
    sted: str  # a room, or how to come into the video meeting
    video: bool


class Indkaldelse(TypedDict):
    """A letter about one meeting, to the citizen, her bisidder or the praktiserende læge. No health data, no CPR number.

    The citizen's name stands in her own letter and nowhere else. `udgave`: the first, a change, or a cancellation
    (`tid` is then the meeting that is off). `hvem`: who else is there, in a sentence each.
    """

    til: Literal["borger", "bisidder", "laege"]
    udgave: Literal["foerste", "aendret", "aflyst"]
    afsender: Afsender
    modtager: Modtager
    sagsnummer: str
    dato: str
    tid: Tid
    hvem: list[str]
    har_bisidder: NotRequired[bool]
    tolk: NotRequired[str]  # the language she has asked for
    samtykke_givet: NotRequired[str]  # ISO: the consent the letter to the læge rests on
    sagsbehandler: str
    demo: NotRequired[bool]
