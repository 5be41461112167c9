"""The terms of an agreement in words: in sections as they are read, and what changed from one version to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from rehabteam.sager.aftaler import (
    KATEGORIER,
    SAERLIGE_NAVNE,
    Vilkaar,
    blade,
    fast_kategori,
    fast_lovgrundlag,
)
from rehabteam.sager.sagsarter import ARTER

from .byggesten import datoer

# The kinds of case an agreement can say something of: those that are for the team.
AFTALTE = tuple(
    noegle
    for noegle in ARTER
    if noegle not in ("ftp_12_uden", "ftp_13_uden", "revalidering", "samtale_113_stk3")
)
# Field → its name, and whether it is one value per category or kind of case.
FELTER: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "frist_hverdage": (gettext_noop("Sendes før mødet"), KATEGORIER),
    "skaeringstid": (gettext_noop("Seneste klokkeslæt på den sidste dag"), {}),
    "senest_maal_dage": (gettext_noop("Mål for ventetiden"), {}),
    "saerlige_dage": (gettext_noop("Tæller som hverdag"), SAERLIGE_NAVNE),
    "lukkedage": (gettext_noop("Lokale lukkedage"), {}),
    "sager_per_dag": (gettext_noop("Sager pr. mødedag"), KATEGORIER),
    "pris_per_sag": (gettext_noop("Pris pr. sag"), KATEGORIER),
    "pris_per_moede": (gettext_noop("Pris pr. møde"), {}),
    "pris_per_dag": (gettext_noop("Pris pr. mødedag"), {}),
    "afbud": (gettext_noop("Afbud"), {}),
}
AFSNIT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (gettext_noop("Frister"), ("frist_hverdage", "skaeringstid", "senest_maal_dage")),
    (gettext_noop("Hverdage"), ("saerlige_dage", "lukkedage")),
    (gettext_noop("Mødedagen"), ("sager_per_dag",)),
    (gettext_noop("Priser og afbud"), ("pris_per_sag", "pris_per_moede", "pris_per_dag", "afbud")),
)


@dataclass(frozen=True, slots=True)
class Raekke:
    """One term. `linjer`: its value in words; empty = not given. `afsnit`: the section of the agreement."""

    navn: str
    linjer: list[str]
    afsnit: str = ""


@dataclass(frozen=True, slots=True)
class Slagsraekke:
    """A kind of case: what it belongs to by law, what the agreement counts it as, and what must be with it."""

    navn: str
    lov: str
    aftale: str
    dokumenter: tuple[str, ...]
    fast: bool


@dataclass(slots=True)
class Aftaleside:
    afsnit: list[tuple[str, list[Raekke]]] = field(default_factory=list)
    slags: list[Slagsraekke] = field(default_factory=list)
    dokumentafsnit: str = ""


def side(v: Vilkaar) -> Aftaleside:
    """The whole agreement, the unknown too."""
    kendt = blade(v)
    return Aftaleside(
        [(_(navn), [r for felt in felter for r in _raekker(felt, v, kendt)]) for navn, felter in AFSNIT],
        [_slags(noegle, v) for noegle in AFTALTE],
        v.afsnit.get("dokumenter", ""),
    )


def _raekker(felt: str, v: Vilkaar, kendt: Mapping[str, Any]) -> Iterator[Raekke]:
    navn, hver = FELTER[felt]
    if not hver:
        yield Raekke(_(navn), _ord(felt, kendt.get(felt)), v.afsnit.get(felt, ""))
    for noegle, ord_ in hver.items():
        yield Raekke(
            f"{_(navn)}: {_(ord_).lower() if felt == 'saerlige_dage' else _(ord_)}",
            _ord(felt, kendt.get(f"{felt}.{noegle}")),
            v.afsnit.get(felt, ""),
        )


def _slags(noegle: str, v: Vilkaar) -> Slagsraekke:
    art = ARTER[noegle]
    fast = fast_kategori(art.sagstype)
    lov, aftale = fast_lovgrundlag(art.sagstype), fast or v.kategorier.get(noegle)
    return Slagsraekke(
        _(art.navn),
        _(KATEGORIER[lov]) if lov in KATEGORIER else "",
        _(KATEGORIER[aftale]) if aftale in KATEGORIER else "",
        v.dokumenter.get(noegle, ()),
        fast is not None,
    )


def kroner(beloeb: Decimal | str | None) -> str:
    """ "3.250,00 kr."; "" when it is not known."""
    return "" if beloeb is None else f"{number_format(Decimal(beloeb), 2, force_grouping=True)} kr."


def _ord(felt: str, vaerdi: Any) -> list[str]:
    """A stored value in words, one line or more."""
    if vaerdi is None:
        return []
    match felt:
        case "frist_hverdage":
            return [ngettext("%(n)d hverdag før", "%(n)d hverdage før", vaerdi) % {"n": vaerdi}]
        case "skaeringstid":
            return [_("kl. %(kl)s") % {"kl": str(vaerdi).replace(":", ".")}]
        case "senest_maal_dage":
            return [ngettext("%(n)d dag", "%(n)d dage", vaerdi) % {"n": vaerdi}]
        case "saerlige_dage":
            return [_("Ja") if vaerdi else _("Nej")]
        case "lukkedage":
            return [f"{datoer.tabel(date.fromisoformat(d))} {navn}" for d, navn in vaerdi]
        case "afbud":
            return [afbudsord(foer, procent) for foer, procent in sorted(vaerdi)]
        case "dokumenter":
            return list(vaerdi)
        case "kategorier":
            return [_(KATEGORIER[vaerdi])]
    return [kroner(vaerdi)] if felt.startswith("pris_") else [str(vaerdi)]


def afbudsord(foer: int, procent: int) -> str:
    if foer == 0:
        return _("På mødedagen: %(procent)d %% af prisen") % {"procent": procent}
    return ngettext(
        "%(n)d hverdag før mødet eller senere: %(procent)d %% af prisen",
        "%(n)d hverdage før mødet eller senere: %(procent)d %% af prisen",
        foer,
    ) % {"n": foer, "procent": procent}


@dataclass(frozen=True, slots=True)
class Forskel:
    """One term that is not what it was. Empty = not given."""

    navn: str
    foer: list[str]
    nu: list[str]


def forskelle(foer: Vilkaar, nu: Vilkaar) -> list[Forskel]:
    """What changed from one version to the next, in the order of the page."""
    gamle, nye = blade(foer), blade(nu)
    return [
        Forskel(_navn(noegle), _ord(felt, gamle.get(noegle)), _ord(felt, nye.get(noegle)))
        for noegle in sorted(gamle.keys() | nye.keys(), key=_plads)
        if gamle.get(noegle) != nye.get(noegle)
        for felt in [noegle.partition(".")[0]]
    ]


def _plads(noegle: str) -> tuple[int, str]:
    felt = noegle.partition(".")[0]
    return (list(FELTER).index(felt) if felt in FELTER else len(FELTER), noegle)


def _navn(noegle: str) -> str:
    felt, _punktum, under = noegle.partition(".")
    if felt == "kategorier":
        return _("%(slags)s tælles som") % {"slags": _(ARTER[under].navn)}
    if felt == "dokumenter":
        return _("Dokumenter, %(slags)s") % {"slags": _(ARTER[under].navn).lower()}
    if felt == "afsnit":
        return _("Aftalens afsnit om »%(hvad)s«") % {
            "hvad": _(FELTER[under][0]) if under in FELTER else _("Dokumenter")
        }
    navn, hver = FELTER[felt]
    return f"{_(navn)}: {_(hver[under])}" if under else _(navn)
