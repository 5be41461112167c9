"""What the tests of the calculators share: the addresses, facts to begin with, and a page as a reader sees it."""

import html
import re
from collections.abc import Callable

from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory

from rehabteam.web.beregning_adresse import adresse, numre
from rehabteam.web.formularer.beregn import Seksmaanedersform
from tests.verden import DAG

SEKS, MOEDE = "/beregn/seksmaanedersfristen/", "/beregn/fristen-foer-moedet/"
NEJ = (("indsats", "nej"), ("undtaget", "nej"))
PR = (("pr", "27.05.2026"),)
IGANG = (("start", "20.10.2025"),)
INDSATS = (
    ("indsats", "ja"),
    ("i1-hjemmel", "LAB_KAP_11"),
    ("i1-begyndt", "02.02.2026"),
    ("i1-indsatsdel", "ja"),
)
TIMER = (
    ("undtaget", "ja"),
    ("u1-hvad", "ORDINAER_LOENMODTAGER"),
    ("u1-dato", "01.12.2025"),
    ("u1-timer", "7,5"),
)
# Facts to each answer the law can give: the status, the facts, and a word of the mark.
SVAR = [
    ("IKKE_UDLOEBET", (*IGANG, *NEJ, ("pr", "01.03.2026")), "50 dage"),
    ("SKAL_GENBEHANDLES", (*IGANG, *NEJ, *PR), "37 dage over"),
    (
        "SUSPENDERET",
        (*IGANG, ("p1-hjemmel", "LAS_13_STK_8"), ("p1-fra", "01.03.2026"), ("p1-loeber", "ja"), *NEJ, *PR),
        "Står stille",
    ),
    ("INDSATS_RETTIDIG", (*IGANG, *INDSATS, ("undtaget", "nej"), *PR), "I tide"),
    ("UNDTAGET_STK_4", (*IGANG, ("indsats", "nej"), *TIMER, *PR), "Undtaget"),
    (
        "UNDTAGET_STK_5",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "LOENTILSKUD_15")),
            *(("u1-fra", "01.12.2025"), ("u1-til", "31.12.2025"), *PR),
        ),
        "Undtaget",
    ),
    (
        "UNDTAGET_STK_6",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "STU")),
            *(("u1-fra", "01.12.2025"), ("u1-loeber", "ja"), *PR),
        ),
        "Undtaget",
    ),
    (
        "MANUEL_VURDERING",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "BETALT_FRAVAER")),
            *(("u1-dato", "01.12.2025"), ("u1-timer", "7,4"), *PR),
        ),
        "Du skal vurdere",
    ),
    ("MANUEL_VURDERING", (("start", "20.10.2021"), *NEJ, *PR), "hvilke regler gælder?"),
]


def hent(sti: str, *par: tuple[str, str], klient: Client | None = None, foelg: bool = False) -> HttpResponse:
    return (klient or Client()).get(adresse(sti, par), follow=foelg)


def tekst(svar: HttpResponse) -> str:
    """What stands on the page, as a reader sees it."""
    uden = re.sub(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", " ", svar.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(uden))


def direkte(view: Callable[..., HttpResponse], adressen: str) -> HttpResponse:
    """The view alone, as the middleware would call it for somebody who is not logged in."""
    anmodning = RequestFactory().get(adressen)
    anmodning.aktoer, anmodning.dag = None, DAG
    anmodning.session = {}
    return view(anmodning)


def formen(*par: tuple[str, str]) -> Seksmaanedersform:
    data = QueryDict(adresse("", par).removeprefix("?"))
    return Seksmaanedersform(data, dag=DAG, numre=numre(data))
