"""THE register of the format: each kind of row, its columns, and how a value is read.

docs/import.md and docs/import-skema.json are made from it (`rehabteam import skema`). A message about a value never
repeats it: a column may have slipped, and then a CPR number would stand in a report.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from rehabteam.lov.fakta import PERIODEHJEMLER, TIMEARTER

from ..cpr import CprFejl, laes_cpr

INDSATSHJEMLER = (
    *(f"LAB_KAP_{n}" for n in range(9, 28)),
    *("SERVICELOV", "BARNETS_LOV", "SUNDHEDSLOV_KOMMUNAL", "SUNDHEDSLOV_REGIONAL"),
)
JA = frozenset({"ja", "j", "1", "true", "sand", "x"})
NEJ = frozenset({"nej", "n", "0", "false", "falsk", ""})
DATO = re.compile(
    r"(?:(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[ T]00:00(?::00)?)?", re.ASCII
)
STYRETEGN = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Ulaeselig(ValueError):
    """A value that cannot be read. `str()` is Danish, and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """One column. `art`: a key of LAESERE. `koder`: the only values; `laengde`: the most characters."""

    navn: str
    art: str
    hvad: str
    paakraevet: bool = False
    laengde: int = 200
    koder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raekke:
    """One line of a file, read: its values by column, and what is wrong with those that could not be."""

    slags: str
    fil: int
    linje: int
    vaerdier: Mapping[str, Any]
    fejl: dict[str, str] = field(default_factory=dict)


_KILDE = Kolonne(
    "kilde_id", "tekst", "Rækkens egen nøgle i det andet system. Den må aldrig skifte.", True, 64
)
_FORLOEB = Kolonne("forloeb", "tekst", "kilde_id på det forløb, rækken hører til.", True, 64)
_CPR = Kolonne("cpr", "cpr", "CPR-nummer: ti tegn, med eller uden bindestreg. Også nullet forrest.", True)

SLAGS: dict[str, tuple[Kolonne, ...]] = {
    "borger": (
        _CPR,
        Kolonne("navn", "tekst", "Hele navnet.", True),
        Kolonne("foedselsdato", "dato", "Kun nødvendig ved erstatnings-CPR."),
        Kolonne("telefon", "tekst", "Telefon.", laengde=40),
        Kolonne("bisidder", "tekst", "Bisidderens navn."),
        Kolonne("tolk", "tekst", "Sprog, hvis der skal tolk med.", laengde=100),
        Kolonne("beskyttet", "ja_nej", "Navn og adresse er beskyttet: ja eller nej."),
    ),
    "forloeb": (
        _KILDE,
        _CPR,
        Kolonne("start", "dato", "Den dag, ressourceforløbet begyndte.", True),
        Kolonne("slut", "dato", "Den dag, det sluttede. Tom, mens det løber."),
        Kolonne(
            "sagsbehandler",
            "tekst",
            "Sagsbehandlerens navn, som det står i Rehabteam. Tom: den, der indlæser.",
        ),
    ),
    "indsats": (
        _KILDE,
        _FORLOEB,
        Kolonne("navn", "tekst", "Hvad indsatsen er.", True),
        Kolonne("hjemmel", "kode", "Loven, den gives efter.", True, koder=INDSATSHJEMLER),
        Kolonne("bevilget", "dato", "Den dag, kommunen gav den."),
        Kolonne("aftalt_start", "dato", "Den dag, den er aftalt til at begynde."),
        Kolonne("paabegyndt", "dato", "Den dag, borgeren faktisk begyndte."),
        Kolonne("afsluttet", "dato", "Den dag, den sluttede."),
        Kolonne("genoptaget", "dato", "Den dag, den blev genoptaget."),
        Kolonne("i_indsatsdel", "ja_nej", "Står den i indsatsdelen: ja eller nej."),
        Kolonne("optaget_i_indsatsdel", "dato", "Den dag, den blev skrevet ind."),
    ),
    "periode": (
        _KILDE,
        _FORLOEB,
        Kolonne("fra", "dato", "Første dag.", True),
        Kolonne("til", "dato", "Sidste dag. Tom, mens perioden løber."),
        Kolonne("hjemmel", "kode", "Grundlaget.", True, koder=PERIODEHJEMLER),
        Kolonne("note", "tekst", "En bemærkning.", laengde=300),
    ),
    "timer": (
        _KILDE,
        _FORLOEB,
        Kolonne("dato", "dato", "Den dag, der blev arbejdet.", True),
        Kolonne("timer", "tal", "Antal timer den dag, fx 7,4.", True),
        Kolonne("art", "kode", "Hvad det var for timer.", True, koder=TIMEARTER),
    ),
}
NAVNE = {
    "borger": "borgere",
    "forloeb": "ressourceforløb",
    "indsats": "indsatser",
    "periode": "undtagne perioder",
    "timer": "timer i arbejde",
}


def laes(slags: str, raa: Mapping[str, str], fil: int, linje: int) -> Raekke:
    """One raw row (column → text) as values. Whatever is wrong is said per column, never raised."""
    vaerdier: dict[str, Any] = {}
    fejl: dict[str, str] = {}
    for kolonne in SLAGS[slags]:
        tekst = raa.get(kolonne.navn, "").strip()
        vaerdier[kolonne.navn] = None if kolonne.art in ("dato", "cpr", "tal") else ""
        if not tekst and kolonne.art != "ja_nej":
            if kolonne.paakraevet:
                fejl[kolonne.navn] = _("Feltet er tomt. Det skal udfyldes.")
            continue
        try:
            vaerdier[kolonne.navn] = LAESERE[kolonne.art](tekst, kolonne)
        except Ulaeselig as ulaeselig:
            fejl[kolonne.navn] = str(ulaeselig)
    return Raekke(slags, fil, linje, vaerdier, fejl)


def _tekst(tekst: str, kolonne: Kolonne) -> str:
    ren = STYRETEGN.sub(" ", tekst).strip()
    if len(ren) > kolonne.laengde:
        raise Ulaeselig(
            _("Teksten er for lang. Der er plads til %(antal)s tegn.") % {"antal": kolonne.laengde}
        )
    return ren


def _dato(tekst: str, kolonne: Kolonne) -> date:
    fund = DATO.fullmatch(tekst)
    if not fund:
        raise Ulaeselig(_("Datoen kan ikke læses. Skriv den som 31.01.2026."))
    dag, maaned, aar, aar2, maaned2, dag2 = fund.groups()
    try:
        return date(int(aar or aar2), int(maaned or maaned2), int(dag or dag2))
    except ValueError:
        raise Ulaeselig(_("Den dato findes ikke i kalenderen. Ret den.")) from None


def _ja_nej(tekst: str, kolonne: Kolonne) -> bool:
    svar = tekst.casefold()
    if svar in JA or svar in NEJ:
        return svar in JA
    raise Ulaeselig(_("Skriv ja eller nej."))


def _tal(tekst: str, kolonne: Kolonne) -> Decimal:
    try:
        tal = (
            Decimal(tekst.replace(",", "."))
            if re.fullmatch(r"[0-9]{1,3}([.,][0-9]{1,2})?", tekst, re.ASCII)
            else None
        )
    except InvalidOperation:
        tal = None
    if tal is None:
        raise Ulaeselig(_("Tallet kan ikke læses. Skriv det som 7,4."))
    return tal


def _kode(tekst: str, kolonne: Kolonne) -> str:
    kode = tekst.upper()
    if kode not in kolonne.koder:
        raise Ulaeselig(_("Koden er ikke på listen. Se koderne under »Filernes form«."))
    return kode


def _cpr(tekst: str, kolonne: Kolonne) -> Any:
    try:
        return laes_cpr(tekst)
    except CprFejl as fejl:
        if fejl.kode == "dato":
            raise Ulaeselig(_("CPR-nummeret begynder med en dag, der ikke findes.")) from None
        raise Ulaeselig(_("CPR-nummeret skal have ti cifre. Mangler der et 0 forrest?")) from None


LAESERE: dict[str, Callable[[str, Kolonne], Any]] = {
    "tekst": _tekst,
    "dato": _dato,
    "ja_nej": _ja_nej,
    "tal": _tal,
    "kode": _kode,
    "cpr": _cpr,
}
