"""§ 1: the facts that would turn the duty to submit. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rehabteam.lov.vaerdier import UDELADT
from rehabteam.lov.vurdering import Aendring, bek

JAF = "jobafklaringsforloeb"


@dataclass(frozen=True, slots=True)
class Vending:
    """Other facts about the same kind of case, and the answer they would give."""

    sagstype: str
    fakta: tuple[tuple[str, Any], ...]
    skal: bool
    aendring: Aendring


VENDINGER = (
    Vending(
        JAF, (("indsats_13d", True), ("ophoer", "SDL_24_STK_1")), False,
        Aendring(
            "undtaget_13d", "Tværfaglig indsats før forløbet",
            "Fik borgeren indsats efter SDL § 13 d, og ophørte sygedagpengene derefter efter SDL § 24, stk. 1, skal "
            "sagen ikke for teamet.",
            bek(1, 2),
        ),
    ),
    Vending(
        JAF, (("indsats_13d", False),), True,
        Aendring(
            "indsats_13d", "Ingen tværfaglig indsats før forløbet",
            "Fik borgeren ingen indsats efter SDL § 13 d, skal sagen for teamet.", bek(1, 2),
        ),
    ),
    Vending(
        JAF, (("ophoer", "ANDET"),), True,
        Aendring(
            "ophoer", "Sygedagpengene ophørte på en anden måde",
            "Ophørte sygedagpengene efter en anden regel end SDL § 24, stk. 1, skal sagen for teamet.", bek(1, 2),
        ),
    ),
    Vending(
        JAF, (("foerste_jaf", False),), True,
        Aendring(
            "foerste_jaf", "Ikke det første forløb",
            "Har borgeren haft et jobafklaringsforløb før, skal sagen for teamet.", bek(1, 1, 3),
        ),
    ),
    Vending(
        "foertidspension", (("spor", "LSP_18_STK_2"),), False,
        Aendring(
            "spor", "Kommunen afgør sagen uden teamet",
            "Behandles sagen efter LSP § 17, stk. 3, eller § 18, stk. 2, skal den ikke for teamet.", bek(1, 3),
        ),
    ),
    Vending(
        "foertidspension", (("spor", UDELADT),), True,
        Aendring(
            "spor", "Sagen behandles med teamet",
            "Behandles sagen ikke efter LSP § 17, stk. 3, eller § 18, stk. 2, skal den for teamet.", bek(1, 1, 5),
        ),
    ),
)  # fmt: skip
VALGET = Aendring(
    "kommunen_vaelger", "Kommunen vælger teamet", "Vælger kommunen det, kan sagen forelægges.", bek(1, 5)
)
