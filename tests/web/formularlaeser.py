"""Reads the forms of a page as a browser does: each field with its kind, its value and its choices."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Felt:
    """One name in a form. `vaerdi`: what is sent if nobody touches it. `valg`: what a choice offers."""

    navn: str
    slags: str
    vaerdi: str = ""
    valg: list[str] = field(default_factory=list)


@dataclass
class Webformular:
    """A form: where it goes, how, and its fields by name."""

    adresse: str
    metode: str
    felter: dict[str, Felt] = field(default_factory=dict)
    knapper: list[tuple[str, str]] = field(default_factory=list)

    def udfyldt(self) -> dict[str, str]:
        """What is sent if nobody touches anything, without the CSRF token."""
        return {f.navn: f.vaerdi for f in self.felter.values() if f.navn != "csrfmiddlewaretoken"}


class Formularlaeser(HTMLParser):
    """`laes` gives the forms of the page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.formularer: list[Webformular] = []
        self._aaben: Webformular | None = None
        self._ider: dict[str, Webformular] = {}
        self._tekst: Felt | None = None
        self._valg: Felt | None = None

    @classmethod
    def laes(cls, side: str) -> list[Webformular]:
        laeser = cls()
        laeser.feed(side)
        return laeser.formularer

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {navn: vaerdi or "" for navn, vaerdi in attrs}
        if tag == "form":
            self._aaben = Webformular(a.get("action", ""), a.get("method", "get").lower())
            self.formularer.append(self._aaben)
            self._ider[a.get("id", "")] = self._aaben
        if tag == "option" and self._valg:
            self._valg.valg.append(a.get("value", ""))
            if "selected" in a:
                self._valg.vaerdi = a.get("value", "")
        # A field may stand beside its form and name it.
        inde, navn = self._ider.get(a["form"]) if "form" in a else self._aaben, a.get("name", "")
        if inde is None or not navn:
            return
        if tag == "button":
            inde.knapper.append((navn, a.get("value", "")))
        elif tag == "input":
            self._input(inde, navn, a)
        elif tag == "textarea":
            self._tekst = inde.felter.setdefault(navn, Felt(navn, "textarea"))
        elif tag == "select":
            self._valg = inde.felter.setdefault(navn, Felt(navn, "select"))

    @staticmethod
    def _input(formular: Webformular, navn: str, a: dict[str, str]) -> None:
        slags = a.get("type", "text")
        felt = formular.felter.setdefault(navn, Felt(navn, slags))
        if slags in ("radio", "checkbox"):
            felt.valg.append(a.get("value", "on"))
            if "checked" in a:
                felt.vaerdi = felt.valg[-1]
        else:
            felt.vaerdi = a.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._aaben = None
        elif tag == "textarea":
            self._tekst = None
        elif tag == "select":
            self._valg = None

    def handle_data(self, data: str) -> None:
        if self._tekst:
            self._tekst.vaerdi += data
            self._tekst.vaerdi = self._tekst.vaerdi.removeprefix(
                "\n"
            )  # as HTML says: the first one is not text
