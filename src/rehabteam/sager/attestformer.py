"""The certificates' forms as configuration with their sources: attestformer.toml, and a kommune's own file over it.

Not law: BEK 2408/2021 § 4 names no form, no deadline and no fee.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .models import FORMER, Attestskridt

S = Attestskridt.Slags
SKRIDT: tuple[str, ...] = (S.UDLEVERET, S.HOS_LAEGEN, S.TID_BESTILT, S.KONSULTATION)
"""Between asking and receiving, in their order."""
ANMODET = "anmodet"
PAKKENS = Path(__file__).with_name("attestformer.toml")
KOMMUNER = "kommuner"
HOEJST_DAGE = 366


class Formfejl(ValueError):
    """The file cannot be used. The text is Danish and names the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Kilde:
    """Who says so, and where it can be read."""

    navn: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Frist:
    """So many days from that day: `fra` is ANMODET or one of SKRIDT."""

    dage: int
    fra: str


@dataclass(frozen=True, slots=True)
class Honorar:
    """What was known to be paid, in whole kroner, in that year."""

    kr: int
    aar: int
    kilde: Kilde


@dataclass(frozen=True, slots=True)
class Attestform:
    """One form. What no source says is empty or None.

    `egen_opfoelgning`: the kommune's own check, in days, of a request that nobody has noted with the citizen or the
    doctor. Chosen, and no deadline of law or of any source.
    """

    kode: str
    nummer: str
    anmodes: str = ""
    navn: str = ""
    hvad: str = ""
    skridt: tuple[str, ...] = SKRIDT
    frister: tuple[Frist, ...] = ()
    kommunens_mindst: int | None = None
    egen_opfoelgning: int | None = None
    kilder: tuple[Kilde, ...] = ()
    honorar: Honorar | None = None


def attestformer(fil: Path | None = None, kommune: str = "") -> Mapping[str, Attestform]:
    """Every form by its code. `fil`: the installation's own; in it, `kommune`'s own tables go first. Raises Formfejl."""
    return _laest(fil, kommune)


def er_attest(kode: str) -> bool:
    return bool(FORMER.get(kode))


@cache
def _laest(fil: Path | None, kommune: str) -> dict[str, Attestform]:
    lag = [(PAKKENS, _toml(PAKKENS))]
    if fil is not None:
        eget = _toml(fil)
        kommuners = eget.pop(KOMMUNER, {})
        if not isinstance(kommuners, dict):
            raise Formfejl(f"{fil}: »{KOMMUNER}« skal være en tabel.")
        lag += [(fil, eget), *((fil, t) for navn, t in kommuners.items() if navn == kommune)]
        for navn in kommuners:  # a mistake in another kommune's lines is found now, not on the day she looks
            if navn != kommune:
                _saml([*lag[:2], (fil, kommuners[navn])])
    return _saml(lag)


def _saml(lag: list[tuple[Path, Any]]) -> dict[str, Attestform]:
    samlet: dict[str, dict[str, Any]] = {kode: {} for kode in FORMER if er_attest(kode)}
    for fil, tabeller in lag:
        if not isinstance(tabeller, dict):
            raise Formfejl(f"{fil}: en kommune skal være en tabel med attester i.")
        for kode, tabel in tabeller.items():
            if kode not in samlet or not isinstance(tabel, dict):
                raise Formfejl(f"{fil}: »{kode}« er ikke en attest. Brug {', '.join(samlet)}.")
            samlet[kode] |= tabel
            _form(fil, kode, samlet[kode])
    return {kode: _form(fil, kode, tabel) for kode, tabel in samlet.items()}


def _toml(fil: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(fil.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fejl:
        raise Formfejl(f"{fil}: kan ikke læses ({fejl}).") from None


def _form(fil: Path, kode: str, tabel: dict[str, Any]) -> Attestform:
    """One table, checked: a word that is not known is a mistake, never silently left out."""
    kendte = {"anmodes", "navn", "hvad", "skridt", "frister", "kommunens_mindst", "kilder", "honorar"}
    kendte |= {"egen_opfoelgning"}
    hvor = f"{fil}: {kode}"
    try:
        if ukendte := set(tabel) - kendte:
            raise ValueError(f"»{min(ukendte)}« kendes ikke")
        return Attestform(
            kode,
            FORMER[kode],
            *(_tekst(tabel.get(felt, "")) for felt in ("anmodes", "navn", "hvad")),
            skridt=_skridt(tabel.get("skridt", list(SKRIDT))),
            frister=tuple(_frist(f) for f in tabel.get("frister", [])),
            kommunens_mindst=_dage(tabel["kommunens_mindst"]) if "kommunens_mindst" in tabel else None,
            egen_opfoelgning=_dage(tabel["egen_opfoelgning"]) if "egen_opfoelgning" in tabel else None,
            kilder=tuple(_kilde(k) for k in tabel.get("kilder", [])),
            honorar=_honorar(tabel["honorar"]) if tabel.get("honorar") else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fejl:
        raise Formfejl(f"{hvor}: {fejl}.") from None


def _skridt(navne: list[str]) -> tuple[str, ...]:
    if ukendte := [n for n in navne if n not in SKRIDT]:
        raise ValueError(f"skridtet »{ukendte[0]}« kendes ikke; brug {', '.join(SKRIDT)}")
    return tuple(s for s in SKRIDT if s in navne)


def _frist(tabel: dict[str, Any]) -> Frist:
    if tabel["fra"] not in (ANMODET, *SKRIDT):
        raise ValueError(f"en frist regnes ikke fra »{tabel['fra']}«; brug {', '.join((ANMODET, *SKRIDT))}")
    return Frist(_dage(tabel["dage"]), tabel["fra"])


def _dage(vaerdi: object) -> int:
    if not isinstance(vaerdi, int) or isinstance(vaerdi, bool) or not 0 < vaerdi <= HOEJST_DAGE:
        raise ValueError(f"»{vaerdi}« er ikke et antal dage mellem 1 og {HOEJST_DAGE}")
    return vaerdi


def _tekst(vaerdi: object) -> str:
    if not isinstance(vaerdi, str):
        raise ValueError(f"»{vaerdi}« er ikke en tekst")
    return vaerdi


def _kilde(tabel: dict[str, Any]) -> Kilde:
    url = _tekst(tabel.get("url", ""))
    if url and not url.startswith("https://"):
        raise ValueError(f"»{url}« begynder ikke med https://")
    return Kilde(_tekst(tabel["navn"]), url)


def _honorar(tabel: dict[str, Any]) -> Honorar:
    if not all(isinstance(tabel[felt], int) and tabel[felt] > 0 for felt in ("kr", "aar")):
        raise ValueError("et honorar har kr og aar som hele tal")
    return Honorar(tabel["kr"], tabel["aar"], _kilde(tabel))
