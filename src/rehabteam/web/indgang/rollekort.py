"""THE table from the outside world's roles to ours: brugersystemrolle → Rolle, and which constraints we can keep.

A role's address is `<the system's own address>/roles/usersystemrole/<name>/<version>`; the name stands below.
The group's CVR number says for which organisation (web.Myndighed). Everything else gives nothing:
an unknown role, an organisation of the wrong kind, a constraint that Rehabteam cannot keep.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from rehabteam.sager.models import Organisation, Rolle

from .privilegier import Gruppe

KOMMUNE, REGION = frozenset({Organisation.Slags.KOMMUNE}), frozenset({Organisation.Slags.REGION})

# Name of the brugersystemrolle → our role, and the kinds of organisation it may be given in.
ROLLER: dict[str, tuple[Rolle, frozenset[Organisation.Slags]]] = {
    "sagsbehandler": (Rolle.SAGSBEHANDLER, KOMMUNE),
    "moedeleder": (Rolle.MOEDELEDER, KOMMUNE),
    "teammedlem": (Rolle.TEAMMEDLEM, KOMMUNE),
    "teamleder": (Rolle.LEDER, KOMMUNE),
    "sekretariat": (Rolle.SEKRETARIAT, REGION),
    "sundhedskoordinator": (Rolle.SUNDHEDSKOORDINATOR, REGION),
    "logkontrolloer": (Rolle.AUDITOR, KOMMUNE | REGION),
    "drift": (Rolle.DRIFT, KOMMUNE | REGION),
}
VERSION = "1"
# The subject our cases are filed under in KL's Emnesystematik.
KLE_EMNE = ("15", "17", "18")


@dataclass(frozen=True, slots=True)
class Myndighedskort:
    """An organisation as the role's sender knows it."""

    organisation_id: UUID
    slags: str
    cvr: str
    fk_uuid: UUID | None


@dataclass(frozen=True, slots=True)
class Tildelt:
    """One role in one organisation."""

    rolle: Rolle
    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class Tolkning:
    """What came of the groups: the roles, and whether something was left out because of a constraint."""

    roller: tuple[Tildelt, ...]
    afgraenset: bool


def tolk(
    grupper: Iterable[Gruppe], systemadresse: str, myndigheder: Iterable[Myndighedskort], cvr: Iterable[str]
) -> Tolkning:
    """`cvr`: the organisations this sender may speak for. Roles come in the table's order, each once."""
    efter_cvr = {m.cvr: m for m in myndigheder}
    maa_tale_for = set(cvr)
    fundne: set[Tildelt] = set()
    afgraenset = False
    for gruppe in grupper:
        hos = efter_cvr.get(gruppe.cvr) if gruppe.cvr in maa_tale_for else None
        if hos is None:
            continue
        roller = {r for uri in gruppe.roller if (r := _rolle(uri, systemadresse, hos.slags))}
        if all(_kan_holdes(navn, vaerdi, hos) for navn, vaerdi in gruppe.afgraensninger):
            fundne |= {Tildelt(rolle, hos.organisation_id) for rolle in roller}
        else:
            afgraenset = afgraenset or bool(roller)
    orden = list(Rolle)
    return Tolkning(
        tuple(sorted(fundne, key=lambda t: (str(t.organisation_id), orden.index(t.rolle)))), afgraenset
    )


def _rolle(uri: str, systemadresse: str, slags: str) -> Rolle | None:
    """The role of an address such as http://rehabteam.example.dk/roles/usersystemrole/sagsbehandler/1."""
    try:
        sted, vores = urlsplit(uri), urlsplit(systemadresse)
    except ValueError:
        return None
    # Senders write http and https for the same role; the rest must be ours to the letter.
    if sted.scheme not in ("http", "https") or sted.netloc != vores.netloc or sted.query or sted.fragment:
        return None
    led = sted.path.removeprefix(vores.path.rstrip("/")).split("/")
    if len(led) != 5 or led[:3] != ["", "roles", "usersystemrole"] or led[4] != VERSION:
        return None
    rolle, i = ROLLER.get(led[3], (None, frozenset()))
    return rolle if slags in i else None


def _kle(vaerdi: str, hos: Myndighedskort) -> bool:
    """Does the list of KLE numbers cover our subject? `15`, `15.17`, `15.17.*`, `*` do; one act of a subject does not."""
    return any(_daekker(nummer.strip()) for nummer in vaerdi.split(","))


def _daekker(nummer: str) -> bool:
    dele = nummer.split(".")
    if not 1 <= len(dele) <= 3:
        return False
    return all(del_ in ("*", "**", vores) for del_, vores in zip(dele, KLE_EMNE, strict=False))


def _hele_organisationen(vaerdi: str, hos: Myndighedskort) -> bool:
    """True only for the organisation itself: Rehabteam has no wall inside a kommune, so a part cannot be kept."""
    return hos.fk_uuid is not None and str(hos.fk_uuid) in {v.strip().casefold() for v in vaerdi.split(",")}


AFGRAENSNINGER: dict[str, Callable[[str, Myndighedskort], bool]] = {
    "http://sts.kombit.dk/constraints/KLE/1": _kle,
    "http://sts.kombit.dk/constraints/orgenhed/1": _hele_organisationen,
}


def _kan_holdes(navn: str, vaerdi: str, hos: Myndighedskort) -> bool:
    regel = AFGRAENSNINGER.get(navn)
    return regel is not None and regel(vaerdi, hos)
