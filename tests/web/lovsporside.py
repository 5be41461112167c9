"""What the tests of the law as pages share: the rules with a form, its address, and what a browser sends from it."""

from __future__ import annotations

from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from rehabteam.lov.regel import REGLER
from rehabteam.lovspor import eksempler
from rehabteam.lovspor.paragraffer import PARAGRAFFER

PROEVER = [(p.slug, regel) for p in PARAGRAFFER.values() for regel in p.regler]
PAR17 = ("17", "bek2408.par17")


def adresse(slug: str, regel: str) -> str:
    return reverse("web:lovspor_proev", args=[slug, REGLER[regel].emne])


class Sendt(HTMLParser):
    """What a browser sends from the rule's form if nobody touches it."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.inde = False
        self.liste = self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {navn: vaerdi or "" for navn, vaerdi in attrs}
        if tag == "form":
            self.inde = "lov-formular" in a.get("class", "")
        if not self.inde:
            return
        navn = a.get("name", "")
        if tag == "option" and "selected" in a:
            self.data[self.liste] = [a["value"]]
        elif tag == "select":
            self.liste = navn
        elif tag == "textarea":
            self.lang = navn
            self.data[navn] = [""]
        elif (tag == "input" and a.get("type") not in ("radio", "checkbox")) or "checked" in a:
            self.data.setdefault(navn, []).append(a.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.data[self.lang] = [self.data[self.lang][0].removeprefix("\r\n").removeprefix("\n")]
            self.lang = ""
        elif tag == "form":
            self.inde = False

    def handle_data(self, data: str) -> None:
        if self.lang:
            self.data[self.lang][0] += data


def udfyldt(klient: Client, slug: str, regel: str, eksempel: str = "") -> dict[str, list[str]]:
    laeser = Sendt()
    side = klient.get(adresse(slug, regel), {"eksempel": eksempel} if eksempel else {})
    assert side.status_code == 200
    laeser.feed(side.content.decode())
    return laeser.data


def hjemme(e: eksempler.Eksempel) -> str:
    return next(p.slug for p in PARAGRAFFER.values() if e.regel in p.regler)
