"""From a letter's own shape to what the paper needs: head, marks, sections, signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from rehabteam.breve import datoer
from rehabteam.breve.former import Afsender, Afsnit, Borger, Modtager, Underskrift
from rehabteam.breve.trykkeri import tryk

DEMO = "Demo – alle personer og oplysninger er opdigtede"
LOEBETITEL = 75  # characters
Del = dict[str, Any]


def afsnit(overskrift: str | None, *dele: Del | None, niveau: int = 1, hjemmel: str | None = None) -> Del:
    """A section of the paper; parts that are None are left out."""
    return {
        "overskrift": overskrift or None,
        "niveau": niveau + 1,  # the title is the only heading of level 1
        "hjemmel": hjemmel or None,
        "dele": [d for d in dele if d is not None],
    }


def tekst(vaerdi: str | None, slags: str = "tekst") -> Del | None:
    """Plain text → paragraphs of lines."""
    rent = (vaerdi or "").replace("\r\n", "\n").strip()
    if not rent:
        return None
    stykker = [s.strip("\n") for s in rent.split("\n\n") if s.strip()]
    return {"slags": slags, "vaerdi": [s.split("\n") for s in stykker]}


def punkter(vaerdier: Sequence[str]) -> Del | None:
    return {"slags": "punkter", "vaerdi": list(vaerdier)} if vaerdier else None


def oplysninger(*par: tuple[str, str | None]) -> Del | None:
    """Name and value side by side; without a value the pair is left out."""
    vist = [[navn, vaerdi] for navn, vaerdi in par if vaerdi]
    return {"slags": "oplysninger", "vaerdi": vist} if vist else None


def tabel(
    hoveder: Sequence[str], raekker: Sequence[Sequence[str]], bredder: Sequence[float] = ()
) -> Del | None:
    """A table; short rows are filled up, since every cell must be there. ValueError if a row is too long."""
    if not hoveder or not raekker:
        return None
    for r in raekker:
        if len(r) > len(hoveder):
            raise ValueError(f"tabellen har {len(hoveder)} hoveder, men en række med {len(r)} felter")
    fyldte = [[*r, *[""] * (len(hoveder) - len(r))] for r in raekker]
    return {
        "slags": "tabel",
        "hoveder": list(hoveder),
        "raekker": fyldte,
        "bredder": list(bredder) if len(bredder) == len(hoveder) else _bredder(hoveder, fyldte),
    }


def _bredder(hoveder: Sequence[str], raekker: Sequence[Sequence[str]]) -> list[float]:
    """Relative widths by the longest text of each column; long columns grow slower than their text."""
    laengder = [max(len(felt) for felt in kolonne) for kolonne in zip(hoveder, *raekker, strict=True)]
    return [round(min(max(laengde, 6), 60) ** 0.6, 1) for laengde in laengder]


def ramme(titel: str, indhold: str) -> Del:
    stykke = tekst(indhold, "ramme")
    assert stykke is not None
    return {**stykke, "titel": titel}


def af_afsnit(liste: Sequence[Afsnit]) -> list[Del]:
    """The caller's sections; a level is never skipped, since the tagged PDF forbids it."""
    ude, forrige = [], 0
    for a in liste:
        niveau = min(a.get("niveau") or 1, forrige + 1, 2)
        t = a.get("tabel")
        ude.append(
            afsnit(
                a.get("overskrift"),
                tekst(a.get("tekst")),
                punkter(a.get("punkter") or []),
                tabel(t["hoveder"], t["raekker"], t.get("bredder") or ()) if t else None,
                tekst(a.get("citat"), "citat"),
                niveau=niveau,
                hjemmel=a.get("hjemmel"),
            )
        )
        if a.get("overskrift"):
            forrige = niveau
    return ude


def saet(
    *,
    kilde: Mapping[str, Any],
    titel: str,
    slags: str,
    dato: str,
    afsnit: Sequence[Del],
    borger: Borger | None = None,
    modtager: Modtager | None = None,
    underskrift: Underskrift | None = None,
    underskrift_indledning: str | None = None,
    flere_oplysninger: Sequence[tuple[str, str | None]] = (),
    skabelon: str = "dokument.typ",
    mere: Mapping[str, Any] | None = None,
    erstat: bool = False,
) -> bytes:
    """Set the paper. `kilde`: the caller's dict (sender, case number, demo; and where a bad character is)."""
    afsender = cast(Afsender, kilde["afsender"])
    sagsnummer = kilde.get("sagsnummer")
    kendemaerker = [datoer.skrevet(dato)] + ([f"Sag {sagsnummer}"] if sagsnummer else [])
    navn = borger["navn"] if borger else None
    return tryk(
        skabelon,
        {
            "titel": titel,
            "beskrivelse": ", ".join(x for x in (slags, afsender["navn"]) if x),
            "slags": slags,
            "afsender": {"navn": afsender["navn"], "linjer": list(afsender.get("linjer") or [])},
            "modtager": [modtager["navn"], *(modtager.get("linjer") or [])] if modtager else None,
            "kendemaerker": kendemaerker,
            "loebetitel": _kort(f"{titel} · {navn}" if navn else titel),
            "loebehoejre": f"Sag {sagsnummer}" if sagsnummer else datoer.kort(dato),
            "sideord": "Side",
            "sider_uden_tal": 0,
            "sidefod": DEMO if kilde.get("demo") else afsender["navn"],
            "oplysninger": _person(borger) + [[n, v] for n, v in flere_oplysninger if v],
            "afsnit": list(afsnit),
            "underskrift": _underskrift(underskrift, underskrift_indledning),
            **(mere or {}),
        },
        datoer.dato(dato),
        kilde=kilde,
        erstat=erstat,
    )


def _kort(titel: str) -> str:
    """The running title has one line."""
    return titel if len(titel) <= LOEBETITEL else f"{titel[: LOEBETITEL - 1].rstrip()}…"


def _person(borger: Borger | None) -> list[list[str]]:
    if not borger:
        return []
    cpr = borger.get("cpr_maskeret")
    return [["Borger", borger["navn"]]] + ([["CPR-nummer", cpr]] if cpr else [])


def _underskrift(u: Underskrift | None, indledning: str | None) -> Del | None:
    if not u:
        return None
    naar = u.get("dato")
    linjer = [u.get("rolle"), u.get("organisation"), datoer.skrevet(naar) if naar else None]
    return {"indledning": indledning, "navn": u["navn"], "linjer": [x for x in linjer if x]}
