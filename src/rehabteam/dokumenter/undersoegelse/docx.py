"""What a DOCX may not do: macros, remote templates, embedded programs, fields that fetch or start something."""

from __future__ import annotations

import re

from graenser import Nej
from xmlvagt import Vagt, felt, link, paa_eget_drev

HOVEDDEL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAKRO = re.compile(
    r"(^|/)(vba[^/]*|[^/]*vbaproject[^/]*|activex[^/]*|attachedtoolbars[^/]*)(/|$)", re.IGNORECASE
)
AKTIVE_TYPER = ("macroenabled", "vbaproject", "vbadata", "activex", "webextension", "ms-office.legacydiagram")
ANDRE_HOVEDDELE = ("spreadsheetml", "presentationml", "template.main")
INDLEJREDE = re.compile(r"(^|/)(embeddings|afchunk[^/]*)(/|$)", re.IGNORECASE)
# The relationship's last word says what is done with the target when the file is opened.
AKTIVE_RELATIONER = (
    "vbaproject",
    "wordvbadata",
    "control",
    "activexcontrolbinary",
    "webextension",
    "taskpanes",
)
INDLEJREDE_RELATIONER = ("oleobject", "package", "afchunk", "subdocument")
VML = "urn:schemas-microsoft-com:vml"
HENTER = frozenset(("includetext", "includepicture", "import", "link", "rd", "database", "ink"))
STARTER = frozenset(("dde", "ddeauto", "macrobutton", "htmlactivex", "control", "print", "embed"))
DDE = re.compile(r"(?<![\w/.\-])dde(auto)?(?![\w/.\-])", re.IGNORECASE)
SKJULT = re.compile(r"quote\b(\s+\"?\d{2,3}\"?){3}", re.IGNORECASE)  # a field name spelt with numbers


def docx_navne(navne: list[str]) -> None:
    """Refuse by the names of the parts alone. Raises Nej."""
    if any(MAKRO.search(navn) for navn in navne):
        raise Nej("aktivt_indhold")
    if any(INDLEJREDE.search(navn) for navn in navne):
        raise Nej("indlejret_fil")


class Docxvagt(Vagt):
    """Guards one part of a DOCX; `del_` is its name in the zip."""

    def __init__(self, del_: str) -> None:
        super().__init__()
        self.del_ = del_.lower()
        self.typer: list[str] = []
        # The fields that are open, outermost first: each with its own words, and with those inside it.
        self.felter: list[tuple[str, str]] = []
        self.i_felt = False

    def laes(self, stykker: object) -> None:
        super().laes(stykker)  # type: ignore[arg-type]
        if self.felter:
            self._luk_felter()
        if self.del_ == "[content_types].xml" and HOVEDDEL not in self.typer:
            andet = any(ord_ in type_ for type_ in self.typer for ord_ in ANDRE_HOVEDDELE)
            raise Nej("andet_kontor" if andet else "arkiv")

    def start(self, navn: str, rum: str, felter: dict[str, str]) -> None:
        if self.del_.endswith(".rels") and navn == "Relationship":
            _relation(felter)
        elif self.del_ == "[content_types].xml":
            self._type(felter.get("ContentType", "").strip().lower())
        elif navn in ("html", "script"):
            raise Nej("indlejret_fil" if navn == "html" else "aktivt_indhold")
        elif navn in ("altChunk", "subDoc", "OLEObject"):
            raise Nej("indlejret_fil")
        elif navn == "fldSimple":
            _felt(felt(felter, "instr"))
        elif navn == "fldChar":
            self._feltgraense(felt(felter, "fldCharType"))
        elif navn in ("instrText", "delInstrText"):
            self.i_felt = True
        elif rum == VML and (kilde := felter.get("src", "")) and not kilde.startswith("#"):
            raise Nej("henter_udefra")

    def slut(self, navn: str) -> None:
        if navn in ("instrText", "delInstrText"):
            self.i_felt = False

    def tekst(self, tekst: str) -> None:
        if self.i_felt:
            if not self.felter:
                self.felter.append(("", ""))
            self.felter = [
                (eget + tekst * (nr == len(self.felter) - 1), alt + tekst)
                for nr, (eget, alt) in enumerate(self.felter)
            ]

    def _type(self, type_: str) -> None:
        if any(ord_ in type_ for ord_ in AKTIVE_TYPER):
            raise Nej("aktivt_indhold")
        if type_.endswith(("oleobject", "ms-package.obfuscated-opendocument")):
            raise Nej("indlejret_fil")
        self.typer.append(type_)

    def _feltgraense(self, slags: str) -> None:
        if slags == "begin":
            if len(self.felter) > 30:
                raise Nej("bombe")
            self.felter.append(("", ""))
        elif slags in ("separate", "end") and self.felter:
            _felt(*self.felter[-1])
            if slags == "end":
                self.felter.pop()

    def _luk_felter(self) -> None:
        for aaben in self.felter:
            _felt(*aaben)
        self.felter = []


def _felt(*ordrer: str) -> None:
    """A field's order: its first word is what it does. A field inside another may supply that word."""
    for ordre in ordrer:
        foerste = next((ord_.lower() for ord_ in re.findall(r"[A-Za-z]+", ordre)), "")
        if foerste in STARTER or SKJULT.search(ordre) or (foerste != "hyperlink" and DDE.search(ordre)):
            raise Nej("aktivt_indhold")
        if foerste in HENTER:
            raise Nej("henter_udefra")


def _relation(felter: dict[str, str]) -> None:
    slags = felter.get("Type", "").rstrip("/").rpartition("/")[2].lower()
    maal = felter.get("Target", "")
    if slags in AKTIVE_RELATIONER:
        raise Nej("aktivt_indhold")
    if felter.get("TargetMode", "").lower() != "external":
        if slags in INDLEJREDE_RELATIONER:
            raise Nej("indlejret_fil")
        if ":" in maal.split("/")[0] or maal.startswith(("//", "\\")):
            raise Nej("henter_udefra")
        return
    if slags == "hyperlink":
        link(maal)
    elif slags == "attachedtemplate" and paa_eget_drev(maal):
        return  # Word writes where the template lay on the writer's own machine
    else:
        raise Nej("henter_udefra")
