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
