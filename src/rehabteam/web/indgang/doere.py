"""What IT operations writes about the doors (docs/indgang.md), read strictly once at start.

Standard library only: Django's settings import it.
"""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# NSIS' three levels, lowest first. Health data: nothing below Substantial is ever let in.
NIVEAUER = ("Low", "Substantial", "High")
MINDST = "Substantial"


class OpsaetningsFejl(ValueError):
    """The file of the doors cannot be used. The text is Danish and names the line to mend."""


@dataclass(frozen=True, slots=True)
class Doer:
    """What every door has. `cvr`: the organisations whose people may come this way.

    `borger`: it is the citizens' (MitID). Then nobody at work comes this way, and it speaks for no organisation.
    """

    id: str
    navn: str
    udsteder: str
    cvr: tuple[str, ...]
    niveau: str = MINDST
    borger: bool = False


@dataclass(frozen=True, slots=True)
class Samldoer(Doer):
    """A SAML 2 identity provider, by its metadata; `noegle`/`certifikat` are our own (PEM)."""

    metadata: Path = Path()
    noegle: Path = Path()
    certifikat: Path = Path()
    entitet: str = ""


@dataclass(frozen=True, slots=True)
class Oidcdoer(Doer):
    """An OpenID provider. The fields name its claims."""

    klient: str = ""
    hemmelighed: str = field(default="", repr=False)
    personfelt: str = "sub"
    navnefelt: str = "name"
    niveaufelt: str = "loa"
    rollefelt: str = "roles"
    privilegiefelt: str = "privileges"
    cvrfelt: str = "cvr"
    cprfelt: str = "cpr"
    omfang: str = "openid profile"
    ekstra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Indgange:
    """All doors, our own address, and the address our roles are named under."""

    adresse: str = ""
    system: str = ""
    saml: tuple[Samldoer, ...] = ()
    oidc: tuple[Oidcdoer, ...] = ()

    @property
    def alle(self) -> tuple[Doer, ...]:
        return (*self.saml, *self.oidc)


FAELLES = {"id", "navn", "udsteder", "cvr", "niveau", "borger"}
SAML = FAELLES | {"metadata", "noegle", "certifikat", "entitet"}
OIDC = FAELLES | {"klient", "hemmelighed", "omfang", "ekstra"} | {
    "personfelt", "navnefelt", "niveaufelt", "rollefelt", "privilegiefelt", "cvrfelt", "cprfelt"
}  # fmt: skip


def laes_fil(fil: str, usikkert: bool = False) -> Indgange:
    """The doors of a TOML file; no file name means no doors. `usikkert` allows http addresses (demo).

    Raises OpsaetningsFejl.
    """
    if not fil:
        return Indgange()
    try:
        data = tomllib.loads(Path(fil).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fejl:
        raise OpsaetningsFejl(f"{fil} kan ikke læses: {fejl}") from fejl
    _kun(data, {"adresse", "system", "saml", "oidc"}, "filen")
    adresse = _adresse(data, "adresse", usikkert).rstrip("/")
    system = str(data.get("system") or adresse).rstrip("/")
    mappe = Path(fil).resolve().parent
    saml = tuple(_saml(d, system, mappe) for d in _liste(data, "saml"))
    oidc = tuple(_oidc(d, mappe, usikkert) for d in _liste(data, "oidc"))
    ider = [d.id for d in (*saml, *oidc)]
    if len(set(ider)) != len(ider):
        raise OpsaetningsFejl("To indgange har samme id.")
    return Indgange(adresse, system, saml, oidc)


def _liste(data: dict[str, Any], navn: str) -> list[dict[str, Any]]:
    liste = data.get(navn, [])
    if not isinstance(liste, list) or not all(isinstance(d, dict) for d in liste):
        raise OpsaetningsFejl(f"Skriv hver indgang for sig under [[{navn}]].")
    return liste


def _kun(data: dict[str, Any], kendte: set[str], hvor: str) -> None:
    if ukendte := sorted(set(data) - kendte):
        raise OpsaetningsFejl(f"Ukendt i {hvor}: {', '.join(ukendte)}.")


def _tekst(data: dict[str, Any], navn: str, ellers: str = "") -> str:
    vaerdi = data.get(navn, ellers)
    if not isinstance(vaerdi, str) or not vaerdi.strip():
        raise OpsaetningsFejl(f"»{navn}« mangler ved indgangen {data.get('id', '')}.")
    return vaerdi.strip()


def _adresse(data: dict[str, Any], navn: str, usikkert: bool) -> str:
    vaerdi = _tekst(data, navn)
    if urlsplit(vaerdi).scheme not in (("https", "http") if usikkert else ("https",)):
        raise OpsaetningsFejl(f"»{navn}« skal begynde med https://.")
    return vaerdi


def _faelles(data: dict[str, Any]) -> dict[str, Any]:
    id_ = _tekst(data, "id")
    if not (id_.isascii() and id_.replace("-", "").isalnum() and id_.islower() and len(id_) <= 30):
        raise OpsaetningsFejl(f"Id »{id_}« må kun have små bogstaver a-z, tal og bindestreg.")
    borger = data.get("borger", False)
    if not isinstance(borger, bool):
        raise OpsaetningsFejl(f"»borger« ved {id_} skal være true eller false, uden anførselstegn.")
    if borger and "cvr" in data:
        raise OpsaetningsFejl(f"{id_} er borgernes indgang og taler ikke for en organisation: fjern »cvr«.")
    cvr = [] if borger else data.get("cvr")
    if not borger and (not isinstance(cvr, list) or not cvr or not all(_er_cvr(c) for c in cvr)):
        raise OpsaetningsFejl(f"»cvr« ved {id_} skal være en liste af CVR-numre med 8 cifre i anførselstegn.")
    niveau = data.get("niveau", MINDST)
    if niveau not in NIVEAUER[NIVEAUER.index(MINDST) :]:
        raise OpsaetningsFejl(f"»niveau« ved {id_} skal være Substantial eller High.")
    return {
        "id": id_,
        "navn": _tekst(data, "navn"),
        "cvr": tuple(cvr or ()),
        "niveau": niveau,
        "borger": borger,
    }


def _er_cvr(cvr: object) -> bool:
    return isinstance(cvr, str) and len(cvr) == 8 and cvr.isascii() and cvr.isdigit()


def _fil(data: dict[str, Any], navn: str, mappe: Path, hemmelig: bool = False) -> Path:
    fil = mappe / _tekst(data, navn)
    if not os.access(fil, os.R_OK) or not fil.is_file():
        raise OpsaetningsFejl(f"Filen {fil} (»{navn}«) kan ikke læses.")
    if hemmelig and fil.stat().st_mode & 0o007:
        raise OpsaetningsFejl(f"Filen {fil} kan læses af alle. Kør: chmod o= {fil}")
    return fil


def _saml(data: dict[str, Any], system: str, mappe: Path) -> Samldoer:
    _kun(data, SAML, "[[saml]]")
    return Samldoer(
        **_faelles(data),
        udsteder=_tekst(data, "udsteder"),
        metadata=_fil(data, "metadata", mappe),
        noegle=_fil(data, "noegle", mappe, hemmelig=True),
        certifikat=_fil(data, "certifikat", mappe),
        entitet=_tekst(data, "entitet", system),
    )


def _oidc(data: dict[str, Any], mappe: Path, usikkert: bool) -> Oidcdoer:
    _kun(data, OIDC, "[[oidc]]")
    felter = {navn: _tekst(data, navn) for navn in data if navn.endswith("felt") or navn == "omfang"}
    ekstra = data.get("ekstra", {})
    if not isinstance(ekstra, dict) or not all(isinstance(v, str) for v in ekstra.values()):
        raise OpsaetningsFejl(f"»ekstra« ved {data.get('id')} skal være en tabel af tekster.")
    return Oidcdoer(
        **_faelles(data),
        udsteder=_adresse(data, "udsteder", usikkert),
        klient=_tekst(data, "klient"),
        hemmelighed=_fil(data, "hemmelighed", mappe, hemmelig=True).read_text("utf-8").strip(),
        ekstra=tuple(sorted(ekstra.items())),
        **felter,
    )
