"""What a month costs, from what happened and the terms of each meeting's own date; and what differs from what stands.

Pure: no table is read here. Amounts are Decimal kroner with two places; None = no price is known ("Ikke angivet").
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol
from uuid import UUID

from .aftaler import Vilkaar

SAG, AFBUD, MOEDE, DAG = "sag", "afbud", "moede", "dag"
RAEKKEFOELGE = (SAG, AFBUD, MOEDE, DAG)
BEREGNET, RETTET, AFKLARET = "beregnet", "rettet", "afklaret"
NUL, OERE = Decimal("0.00"), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Behandlet:
    """A case on which the team gave its indstilling at a meeting."""

    sag_id: UUID
    moede_id: UUID
    dato: date
    kategori: Callable[[Vilkaar], str | None]


@dataclass(frozen=True, slots=True)
class Afbud:
    """A case that gave up its place at a meeting (`dato`) on `dag`. `haendelse_id`: the act that did it."""

    haendelse_id: UUID
    sag_id: UUID
    moede_id: UUID | None
    dato: date
    dag: date
    kategori: Callable[[Vilkaar], str | None]


@dataclass(frozen=True, slots=True)
class Post:
    """One thing to pay for, and by which terms. `procent`: of the price; None = the terms say nothing of it."""

    noegle: str
    slags: str
    dato: date
    kategori: str = ""
    sag_id: UUID | None = None
    moede_id: UUID | None = None
    afbud_dag: date | None = None
    pris: Decimal | None = None
    procent: int | None = 100
    aftale_id: UUID | None = None

    @property
    def beloeb(self) -> Decimal | None:
        if self.pris is None or self.procent is None:
            return None
        return (self.pris * self.procent / 100).quantize(OERE, ROUND_HALF_UP)


def beregn(
    behandlede: Iterable[Behandlet], afbud: Iterable[Afbud], vilkaar: Callable[[date], Vilkaar]
) -> dict[str, Post]:
    """Every thing to pay for, by its key. A meeting and a day are paid for only where the agreement has a price for
    them, and once however many cases there were; a place given up in good time costs nothing and has no line."""
    poster: dict[str, Post] = {}
    for b in behandlede:
        v = vilkaar(b.dato)
        kategori = b.kategori(v)
        poster[f"{SAG}:{b.sag_id}"] = Post(
            f"{SAG}:{b.sag_id}",
            SAG,
            b.dato,
            kategori or "",
            b.sag_id,
            b.moede_id,
            pris=v.pris_per_sag.get(kategori) if kategori else None,
            aftale_id=v.aftale_id,
        )
        for slags, noegle, moede_id, pris in (
            (MOEDE, str(b.moede_id), b.moede_id, v.pris_per_moede),
            (DAG, b.dato.isoformat(), None, v.pris_per_dag),
        ):
            if pris is not None:
                poster[f"{slags}:{noegle}"] = Post(
                    f"{slags}:{noegle}", slags, b.dato, moede_id=moede_id, pris=pris, aftale_id=v.aftale_id
                )
    # One who came back, or was only moved within the day, has not cost the place.
    kom = {(post.sag_id, post.dato) for post in poster.values() if post.slags == SAG}
    for a in afbud:
        v = vilkaar(a.dato)
        procent = v.afbudsprocent(a.dato, a.dag)
        if procent == 0 or (a.sag_id, a.dato) in kom:
            continue
        kategori = a.kategori(v)
        poster[f"{AFBUD}:{a.haendelse_id}"] = Post(
            f"{AFBUD}:{a.haendelse_id}",
            AFBUD,
            a.dato,
            kategori or "",
            a.sag_id,
            a.moede_id,
            a.dag,
            v.pris_per_sag.get(kategori) if kategori else None,
            procent,
            v.aftale_id,
        )
    return dict(sorted(poster.items(), key=lambda p: (p[1].dato, RAEKKEFOELGE.index(p[1].slags), p[0])))


class Linje(Protocol):
    """A line as it stands (models/afregning.py), or one like it."""

    noegle: str
    oprindelse: str
    beloeb: Decimal | None


@dataclass(frozen=True, slots=True)
class Stilling:
    """What stands about one key: the sum of what was computed (None = no price known), what was set by hand beside it,
    and whether an unknown price has been settled with a reason."""

    beregnet: Decimal | None
    haand: Decimal
    afklaret: bool

    @property
    def aaben(self) -> bool:
        """No price is known and nobody has settled it: the settlement cannot be approved."""
        return self.beregnet is None and not self.afklaret


def stillinger(linjer: Iterable[Linje]) -> dict[str, Stilling]:
    """The state of each key, over every line of the month."""
    pr_noegle: dict[str, list[Linje]] = defaultdict(list)
    for linje in linjer:
        pr_noegle[linje.noegle].append(linje)
    return {noegle: _stilling(liste) for noegle, liste in pr_noegle.items()}


def _stilling(linjer: list[Linje]) -> Stilling:
    kendte = [li.beloeb for li in linjer if li.oprindelse == BEREGNET and li.beloeb is not None]
    return Stilling(
        sum(kendte, NUL) if kendte else None,
        sum((li.beloeb for li in linjer if li.oprindelse != BEREGNET and li.beloeb is not None), NUL),
        any(li.oprindelse == AFKLARET for li in linjer),
    )


@dataclass(frozen=True, slots=True)
class Forskel:
    """What is to be paid for and what stands are not the same. `post` None: what stands has no ground any more.

    `beloeb`: what a new line must say to make them the same; None in a line without a known price. `kan_rettes`: a
    price that was known is no longer, so nobody can say the amount.
    """

    noegle: str
    post: Post | None
    stod: Decimal | None
    ny: bool
    beloeb: Decimal | None
    kan_rettes: bool = True


def forskelle(poster: Mapping[str, Post], linjer: Iterable[Linje]) -> list[Forskel]:
    """What must be added, so that the computed lines of every key sum to what it costs, to the øre.

    What was set by hand stands beside and is left alone, and so is a key that was settled without a price.
    """
    staar = stillinger(linjer)
    fundet = []
    for noegle, post in poster.items():
        stilling = staar.get(noegle)
        if stilling is None:
            fundet.append(Forskel(noegle, post, None, True, post.beloeb))
        elif stilling.beregnet is None:
            if post.beloeb is not None and not stilling.afklaret:
                fundet.append(Forskel(noegle, post, None, False, post.beloeb))
        elif post.beloeb is None:
            fundet.append(Forskel(noegle, post, stilling.beregnet, False, None, kan_rettes=False))
        elif post.beloeb != stilling.beregnet:
            fundet.append(Forskel(noegle, post, stilling.beregnet, False, post.beloeb - stilling.beregnet))
    for noegle, stilling in staar.items():
        if noegle not in poster and (stilling.aaben or stilling.beregnet):
            fundet.append(Forskel(noegle, None, stilling.beregnet, False, -(stilling.beregnet or NUL)))
    return fundet


def i_alt(linjer: Iterable[Linje]) -> Decimal:
    """The sum of the lines; those without a price count for nothing."""
    return sum((li.beloeb for li in linjer if li.beloeb is not None), NUL)
