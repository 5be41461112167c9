"""The figures made ready to show: words, shares and bars. Everything is worked out from blocks that may be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.udtraek.tal.alle import Opgoerelse
from rehabteam.sager.udtraek.tal.beskyt import Blok
from rehabteam.sager.udtraek.tal.figur import TRIN, Figur
from rehabteam.sager.udtraek.tal.kvartal import Kvartal

from .talord import (
    enhed_navn,
    fremhaevet,
    gruppe_navn,
    kort_kvartal,
    kvartal_navn,
    median,
    procent,
    svar,
    under,
)

BREDDE, HOEJDE = 240, 52  # of the drawing: the longest bar, and from one bar to the next


@dataclass(frozen=True, slots=True)
class Udsnit:
    """What is asked for: a quarter, and one kommune or one unit; None and "" = all."""

    kvartal: Kvartal
    kommune: UUID | None = None
    enhed: str | None = None


@dataclass(frozen=True, slots=True)
class Soejle:
    """One bar: its name, its number in words, its length, the place of the name, and whether it is the one spoken of."""

    navn: str
    vaerdi: str
    laengde: int
    y: int
    moerk: bool


@dataclass(slots=True)
class Kort:
    """One figure: the answer, what it is of, what it was a year ago, the bars, the table, and how it is made."""

    figur: Figur
    navn: str
    svar: str
    af: str
    aar_siden: str
    soejler: list[Soejle]
    hoveder: list[str]
    raekker: list[list[str]]
    definition: list[str]
    samlet: str = ""
    under: bool = False
    hoejde: int = field(default=0)


def _blok(op: Opgoerelse, figur: Figur, u: Udsnit, kvartal: Kvartal) -> Blok:
    hele = op.blok(figur, kvartal, u.kommune)
    return hele if u.enhed is None or not figur.enhed else hele.for_enhed(u.enhed)


def _soejler(tal: Sequence[tuple[str, str, int, bool]]) -> list[Soejle]:
    hoejest = max((n for _navn, _vaerdi, n, _moerk in tal), default=0) or 1
    return [
        Soejle(navn, vaerdi, BREDDE * n // hoejest, HOEJDE * nr, moerk)
        for nr, (navn, vaerdi, n, moerk) in enumerate(tal)
    ]


def kort(op: Opgoerelse, figur: Figur, u: Udsnit, kvartaler: Sequence[Kvartal], mindst: int) -> Kort:
    """One figure's card. `kvartaler`: the chosen one, three before it, and the same a year ago."""
    b = _blok(op, figur, u, u.kvartal)
    foer = _blok(op, figur, u, kvartaler[-1])
    uden_tal = figur.noegle == "kapacitet" and op.plads(u.kvartal, u.kommune) is None
    if figur.navne is TRIN:
        midt = median(b)
        tal = [
            (gruppe_navn(figur, g), str(n), n, nr == midt)
            for nr, (g, n) in enumerate(zip(b.inddeling or (), b.grupper, strict=True))
        ]
        hoveder = [_("Dage"), _("Antal"), _("Andel")]
        raekker = [[navn, vaerdi, procent(n, b.i_alt or 1)] for navn, vaerdi, n, _moerk in tal]
    else:
        blokke = [(k, _blok(op, figur, u, k)) for k in kvartaler[:4]]
        tal, hoveder, raekker = _over_tid(op, figur, u, blokke, mindst)
    # Nothing to draw where nothing may be shown: the table says it.
    soejler = _soejler(tal) if any(n for _n, _v, n, _m in tal) else []
    return Kort(
        figur,
        _(figur.navn),
        _("Ikke angivet") if uden_tal else svar(figur, b, mindst),
        "" if uden_tal or b.i_alt is None else f"{b.i_alt} {_(figur.hvad)}",
        f"{kort_kvartal(kvartaler[-1])}: {svar(figur, foer, mindst)}",
        soejler,
        hoveder,
        raekker,
        [_(d) for d in figur.definition],
        samlet=_samlet(b, u),
        under=b.i_alt is None,
        hoejde=HOEJDE * len(soejler),
    )


def _samlet(b: Blok, u: Udsnit) -> str:
    """Which units stand together, when the chosen one does not stand alone."""
    if u.enhed is None or not b.enheder or len(b.enheder[0]) < 2:
        return ""
    return enhed_navn(b.enheder[0])


Over_tid = tuple[list[tuple[str, str, int, bool]], list[str], list[list[str]]]


def _over_tid(
    op: Opgoerelse, figur: Figur, u: Udsnit, blokke: Sequence[tuple[Kvartal, Blok]], mindst: int
) -> Over_tid:
    """Bars and table by quarter, the chosen one first."""
    tal, raekker = [], []
    for k, b in blokke:
        navn, vaerdi = kort_kvartal(k), svar(figur, b, mindst)
        if figur.del_:
            del_ = fremhaevet(figur, b)
            n = 0 if del_ is None or not b.i_alt else (200 * del_ + b.i_alt) // (2 * b.i_alt)
            i_alt = under(mindst) if b.i_alt is None else str(b.i_alt)
            raekker.append([navn, i_alt, "–" if del_ is None else str(del_), "–" if del_ is None else vaerdi])
        elif figur.noegle == "kapacitet":
            n, plads = b.i_alt or 0, op.plads(k, u.kommune)
            i_alt = _("Ikke angivet") if plads is None else str(plads)
            raekker.append([navn, i_alt, vaerdi, procent(n, plads) if plads and b.i_alt else "–"])
        else:
            n = b.i_alt or 0
            raekker.append([navn, vaerdi])
        tal.append((navn, vaerdi, n, k == u.kvartal))
    hoveder = {
        "kapacitet": [_("Kvartal"), _("Pladser"), _("Brugt"), _("Andel")],
        "udskudte": [_("Kvartal"), _("Sager")],
        "uden_indsats": [_("Kvartal"), _("Forløb"), _("Uden"), _("Andel")],
        "for_sent": [_("Kvartal"), _("Sendt"), _("For sent"), _("Andel")],
    }[figur.noegle]
    return tal, hoveder, raekker


def aarsager(op: Opgoerelse, figur: Figur, u: Udsnit) -> list[list[str]]:
    """The groups of a figure in the chosen quarter, where they may be shown."""
    b = _blok(op, figur, u, u.kvartal)
    if not b.inddeling or len(b.inddeling) == 1:
        return []
    return [[gruppe_navn(figur, g), str(n)] for g, n in zip(b.inddeling, b.grupper, strict=True)]


def aendring(nu: Blok, foer: Blok) -> str:
    """Faster or slower than a year ago, in a word; only where both are grouped alike."""
    a, b = median(nu), median(foer)
    if a is None or b is None or nu.inddeling != foer.inddeling:
        return _("Kan ikke sammenlignes")
    return _("Uændret") if a == b else _("Hurtigere") if a < b else _("Langsommere")


def skridt(op: Opgoerelse, figurer: Sequence[Figur], u: Udsnit, aar_siden: Kvartal, mindst: int) -> list[Any]:
    """From indstilling to effort, one line per step."""
    fundne = []
    for figur in figurer:
        b = _blok(op, figur, u, u.kvartal)
        i_alt = under(mindst) if b.i_alt is None else str(b.i_alt)
        fordelt = [(gruppe_navn(figur, g), n) for g, n in zip(b.inddeling or (), b.grupper, strict=True)]
        fundne.append(
            {
                "navn": _(figur.navn),
                "antal": i_alt,
                "svar": "–" if b.i_alt is None else svar(figur, b, mindst),
                "fordelt": fordelt if len(fordelt) > 1 else [],
                "aendring": aendring(b, _blok(op, figur, u, aar_siden)),
                "definition": [_(d) for d in figur.definition],
                "samlet": _samlet(b, u),
            }
        )
    return fundne


def hver_for_sig(op: Opgoerelse, figurer: Sequence[Figur], u: Udsnit, mindst: int) -> list[dict[str, Any]]:
    """The chosen quarter kommune by kommune in a region, unit by unit in a kommune: one table per figure."""
    tavler = []
    for figur in figurer:
        raekker = [
            [
                navn,
                under(mindst) if b.i_alt is None else str(b.i_alt),
                "–" if b.i_alt is None else svar(figur, b, mindst),
            ]
            for navn, b in _dele(op, figur, u.kvartal)
        ]
        if len(raekker) > 1:
            tavler.append({"navn": _(figur.navn), "hvad": _(figur.hvad), "raekker": raekker})
    return tavler


def _dele(op: Opgoerelse, figur: Figur, kvartal: Kvartal) -> Iterator[tuple[str, Blok]]:
    """Kommuner, or the units of the one there is, as they stand together."""
    for kommune, navn in op.kommuner.items():
        b = op.blok(figur, kvartal, kommune)
        if len(op.kommuner) > 1 or not b.enheder:
            yield navn, b
            continue
        for navne, tal in zip(b.enheder, b.tal, strict=True):
            yield enhed_navn(navne), Blok(b.inddeling, (navne,), (tal,))


ARK = ("Tal", "Kommune", "Enhed", "Kvartal", "Gruppe", "Antal")


def ark(op: Opgoerelse, kvartaler: Sequence[Kvartal], mindst: int) -> Iterator[tuple[str | int, ...]]:
    """The spreadsheet: every number that can be shown on the page, whatever is chosen, and none beside."""
    for figur in op.figurer:
        for kommune, navn in op.kommuner.items():
            for k in kvartaler:
                b = op.blok(figur, k, kommune)
                hoved = (str(_(figur.navn)), navn)
                if b.inddeling is None:
                    yield (*hoved, _("Alle"), kvartal_navn(k), _("Alle"), under(mindst))
                for navne, tal in zip(b.enheder, b.tal, strict=True):
                    enhed = enhed_navn(navne) if len(b.enheder) > 1 else _("Alle")
                    for g, n in zip(b.inddeling or (), tal, strict=True):
                        yield (*hoved, enhed, kvartal_navn(k), gruppe_navn(figur, g), n)


def kort_sagt(op: Opgoerelse, u: Udsnit, aar_siden: Kvartal) -> list[str]:
    """The answer in a sentence or two; nothing where nothing may be said."""
    fundne = []
    for figur in op.figurer:
        nu, foer = _blok(op, figur, u, u.kvartal), _blok(op, figur, u, aar_siden)
        if figur.del_:
            a, b = fremhaevet(figur, nu), fremhaevet(figur, foer)
            if a is None or nu.i_alt is None:
                continue
            navne = {"navn": _(figur.navn), "nu": procent(a, nu.i_alt)}
            if b is None or foer.i_alt is None:
                fundne.append(_("%(navn)s: %(nu)s.") % navne)
            else:
                fundne.append(
                    _("%(navn)s: %(nu)s mod %(foer)s for et år siden.")
                    % {**navne, "foer": procent(b, foer.i_alt)}
                )
        elif figur.noegle == "ventetid" and (nr := median(nu)) is not None:
            fundne.append(
                _("Den midterste sag ventede %(dage)s på sit møde.")
                % {"dage": gruppe_navn(figur, (nu.inddeling or ())[nr])}
            )
    return fundne
