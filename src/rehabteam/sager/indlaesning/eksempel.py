"""A file to try with: citizens that can be nobody, with a forløb each, and two lines that are wrong on purpose."""

import json
from datetime import date, timedelta
from typing import Any

from ..testnumre import testnummer

NAVNE = (
    *("Alma Prøve", "Bertil Prøve", "Celine Prøve", "Didrik Prøve", "Ellinor Prøve", "Folmer Prøve"),
    *("Gunvor Prøve", "Hjalmar Prøve", "Isolde Prøve", "Jeppe Prøve", "Kristin Prøve", "Ludvig Prøve"),
)
START = date(2025, 11, 3)


def eksempel() -> bytes:
    """JSON Lines: twelve citizens, twelve forløb, efforts, periods and hours."""
    poster: list[dict[str, Any]] = []
    for nr, navn in enumerate(NAVNE):
        cpr = testnummer(date(1968 + nr, 9, 2 + nr), "M" if nr % 2 else "K")
        start, forloeb = START + timedelta(days=7 * nr), f"EKS-F{nr}"
        poster.append({"slags": "borger", "cpr": cpr, "navn": navn, "telefon": "12345678"})
        poster.append({"slags": "forloeb", "kilde_id": forloeb, "cpr": cpr, "start": str(start)})
        faelles = {"forloeb": forloeb}
        if nr % 2 == 0:
            gang = {"paabegyndt": str(start + timedelta(60)), "i_indsatsdel": nr % 4 == 0}
            indsats = {"navn": "Virksomhedspraktik", "hjemmel": "LAB_KAP_11"}
            poster.append({"slags": "indsats", "kilde_id": f"EKS-I{nr}"} | faelles | indsats | gang)
        if nr % 3 == 0:
            dage = {"fra": str(start + timedelta(20)), "til": str(start + timedelta(40))}
            poster.append(
                {"slags": "periode", "kilde_id": f"EKS-P{nr}", "hjemmel": "LAS_13_STK_7"} | faelles | dage
            )
        if nr % 5 == 0:
            dag = {"dato": str(start + timedelta(10)), "timer": 7.4, "art": "SELVSTAENDIG"}
            poster.append({"slags": "timer", "kilde_id": f"EKS-T{nr}"} | faelles | dag)
    poster.append({"slags": "forloeb", "kilde_id": "EKS-F98", "cpr": poster[0]["cpr"], "start": "2026-02-31"})
    poster.append(
        {"slags": "indsats", "kilde_id": "EKS-I99", "forloeb": "EKS-F99", "navn": "?", "hjemmel": "ANDET"}
    )
    return "".join(json.dumps(post, ensure_ascii=False) + "\n" for post in poster).encode()
