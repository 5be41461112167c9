"""Files as another system would write them: citizens that can be nobody, forløb, efforts, periods and hours."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rehabteam.sager.testnumre import testnummer

HOVED = {
    "borger": "cpr;navn;telefon;beskyttet",
    "forloeb": "kilde_id;cpr;start;slut",
    "indsats": "kilde_id;forloeb;navn;hjemmel;paabegyndt;i_indsatsdel",
    "periode": "kilde_id;forloeb;fra;til;hjemmel",
    "timer": "kilde_id;forloeb;dato;timer;art",
}


def numre() -> Iterator[str]:
    """Test numbers, each once: 5 of each sex on every day."""
    dag = date(1950, 1, 2)
    while True:
        if (dag.month, dag.day) != (1, 1):
            for nr in range(5):
                yield testnummer(dag, "K", nr)
                yield testnummer(dag, "M", nr)
        dag += timedelta(days=1)


def csv(slags: str, linjer: Sequence[str], hoved: str = "", kodning: str = "utf-8") -> io.BytesIO:
    return io.BytesIO("\r\n".join([hoved or HOVED[slags], *linjer, ""]).encode(kodning))


def borgere(antal: int) -> dict[str, list[str]]:
    """So many citizens with a forløb each; every one has an effort, every second a period, every third hours."""
    ud: dict[str, list[str]] = {slags: [] for slags in HOVED}
    for n, cpr in zip(range(antal), numre(), strict=False):
        start = date(2025, 6, 2) + timedelta(days=n % 300)
        ud["borger"].append(f"{cpr[:6]}-{cpr[6:]};Prøve Person {n};12345678;nej")
        ud["forloeb"].append(f"F{n};{cpr};{start:%d.%m.%Y};")
        ud["indsats"].append(f"I{n};F{n};Praktik {n};LAB_KAP_11;;nej")
        if n % 2 == 0:
            ud["periode"].append(
                f"P{n};F{n};{start + timedelta(20):%d-%m-%Y};{start + timedelta(40):%Y-%m-%d};LAS_13_STK_7"
            )
        if n % 3 == 0:
            ud["timer"].append(f'T{n};F{n};{start + timedelta(3):%d.%m.%Y};"7,4";SELVSTAENDIG')
    return ud


def filerne(linjer: dict[str, list[str]]) -> list[io.BytesIO]:
    return [csv(slags, deres) for slags, deres in linjer.items() if deres]
