#!/usr/bin/env python3
"""Verifies the access log from an export and the signed lines kept outside the database. One file, Python alone.

    python3 efterproev_alene.py eksport.jsonl --vidne vidne.jsonl --noegle HEX [--kopi kopi.jsonl …]

It shares no code with the program that writes the seals, only the format (docs/log.md). Exit code 0: the log is
whole; 1: something was found, each with the row it concerns; 2: the files could not be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

try:  # quicker where it is installed; never needed
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None  # type: ignore[assignment,misc]

INGEN = "0" * 64
SPILLERUM = timedelta(seconds=5)  # between two readings of the same clock
STILLE = timedelta(minutes=15)  # a row that has waited longer for its seal is a fault


class Fund(NamedTuple):
    """Something wrong. `nr`: the place in the chain; `post`: the row's id; `linje`: the line of the witness."""

    tekst: str
    nr: int | None = None
    post: int | None = None
    linje: int | None = None

    def __str__(self) -> str:
        dele = [
            f"{ord_} {v}" for ord_, v in (("nr.", self.nr), ("række", self.post), ("linje", self.linje)) if v
        ]
        return f"{', '.join(dele)}: {self.tekst}" if dele else self.tekst


class Raekke(NamedTuple):
    """One sealed row. `tekst` is None when the row is not there; `skjult` when it was left out of the export."""

    nr: int
    tid: str
    aftryk: bytes
    kaede: bytes
    post: int
    tekst: str | None
    posttid: str
    transaktion: int
    skjult: bool = False


class Uforseglet(NamedTuple):
    post: int
    tid: str
    transaktion: int


@dataclass
class Stand:
    """One signed claim: the chain's value at `nr`, when it was signed."""

    nr: int
    kaede: str
    tid: str
    horisont: int
    efter: int
    naeste: int
    linje: int
    omgang: int  # counts up when the log was taken up again after a restore
    proev_tid: bool  # False for the rows taken over from before


@dataclass
class Vidnesbyrd:
    """What the witness says, and what is wrong with it."""

    log: str = ""
    stande: list[Stand] = field(default_factory=list)
    fjernet: dict[str, int] = field(default_factory=dict)  # month "2024-11" → rows that were dropped in it
    fund: list[Fund] = field(default_factory=list)
    bemaerkninger: list[str] = field(default_factory=list)


@dataclass
class Svar:
    fund: list[Fund] = field(default_factory=list)
    bemaerkninger: list[str] = field(default_factory=list)
    raekker: int = 0
    fjernede: int = 0
    skjulte: int = 0
    venter: int = 0
    staar_stille: bool = False
    underskrevet: str = ""


# --- The signed lines ---------------------------------------------------------------------------------


def _skrevet(felter: dict[str, Any]) -> str:
    return json.dumps(felter, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def laes_vidne(linjer: Iterable[str], noegle: str = "") -> Vidnesbyrd:
    """Check each line: its number, the hash of the one before, the signature. `noegle`: the first public key."""
    svar, forrige, omgang, efter_ophold = Vidnesbyrd(), "", 0, False
    if not noegle:
        svar.bemaerkninger.append(
            "Nøglen er taget fra vidnet selv: sammenlign den med den, du fik på anden vej."
        )
    for nr, tekst in enumerate(linjer, 1):
        try:
            felter = json.loads(tekst)
            gaelder = noegle or str(felter["noegle"])
            galt = _galt_med_linjen(felter, tekst, forrige, nr, gaelder, svar.log)
        except (ValueError, KeyError, TypeError):
            svar.fund.append(Fund("linjen kan ikke læses", linje=nr))
            return svar
        if galt:
            svar.fund.append(Fund(galt, linje=nr))
            return svar  # nothing after it can be believed
        forrige, noegle, svar.log = tekst, str(felter.get("ny_noegle") or gaelder), felter["log"]
        if felter["slags"] == "genoptaget":
            omgang, efter_ophold = omgang + 1, True
            tabte = [s for s in svar.stande if s.nr > felter["nr"]]
            svar.stande = [s for s in svar.stande if s.nr <= felter["nr"]]
            tabt = f"; nr. {felter['nr'] + 1}–{max(s.nr for s in tabte)} er tabt" if tabte else ""
            svar.bemaerkninger.append(f"Loggen blev taget op igen {felter['tid']}: {felter['grund']}{tabt}.")
        elif felter["slags"] == "fjernet":
            svar.fjernet[felter["maaned"]] = felter["antal"]
            svar.bemaerkninger.append(
                f"{felter['maaned']} blev fjernet {felter['tid']}: {felter['antal']} rækker."
            )
        elif felter["slags"] == "noegle":
            svar.bemaerkninger.append(f"Nøglen blev skiftet {felter['tid']}.")
        if svar.stande and felter["nr"] < svar.stande[-1].nr:
            svar.fund.append(Fund("linjen går tilbage i kæden", linje=nr))
        tal = (felter["horisont"], felter["efter"], felter["naeste"])
        svar.stande.append(
            Stand(felter["nr"], felter["kaede"], felter["tid"], *tal, nr, omgang, not efter_ophold)
        )
        if felter["slags"] == "stand" and not felter["efter"]:
            efter_ophold = False
    return svar


def _galt_med_linjen(felter: dict[str, Any], tekst: str, forrige: str, nr: int, noegle: str, log: str) -> str:
    uden = {k: v for k, v in felter.items() if k not in ("underskrift", "ny_underskrift")}
    data = b"rehabteam vidne 1\n" + _skrevet(uden).encode()
    if _skrevet(felter) != tekst:
        return "linjen er skrevet om"
    if felter["noegle"] != noegle:
        return "linjen er underskrevet med en anden nøgle"
    if not underskrift_gaelder(noegle, data, felter["underskrift"]):
        return "underskriften passer ikke"
    if "ny_noegle" in felter and not underskrift_gaelder(felter["ny_noegle"], data, felter["ny_underskrift"]):
        return "den nye nøgles underskrift passer ikke"
    if felter["linje"] != nr or felter["forrige"] != (
        hashlib.sha256(forrige.encode()).hexdigest() if forrige else INGEN
    ):
        return "linjen følger ikke efter den før: en linje er fjernet, flyttet eller byttet"
    return "linjen hører til en anden log" if log and felter["log"] != log else ""


def sammenlign(databasens: list[str], vidnets: list[str], kopier: Iterable[list[str]] = ()) -> list[Fund]:
    """The database's copy and the witness must be the same; a copy from elsewhere must be the beginning of it."""
    fund = _forskel(databasens, vidnets, "databasen og vidnet har hver sin linje")
    if not fund and len(databasens) > len(vidnets):
        fund.append(Fund("vidnet er skåret af: resten findes kun i databasen", linje=len(vidnets) + 1))
    if not fund and len(vidnets) > len(databasens):
        fund.append(Fund("databasen er skåret af: resten findes kun i vidnet", linje=len(databasens) + 1))
    for kopi in kopier:
        forskel = _forskel(kopi, vidnets, "kopien og vidnet har hver sin linje")
        if not forskel and len(kopi) > len(vidnets):
            forskel = [Fund("vidnet er skåret af: kopien har mere", linje=len(vidnets) + 1)]
        fund += forskel
    return fund


def _forskel(a: list[str], b: list[str], tekst: str) -> list[Fund]:
    nr = next((i for i, (x, y) in enumerate(zip(a, b, strict=False), 1) if x != y), 0)
    return [Fund(tekst, linje=nr)] if nr else []


# --- The chain ------------------------------------------------------------------------------------------


def efterproev(raekker: Iterable[Raekke], uforseglede: Iterable[Uforseglet], vidne: Vidnesbyrd) -> Svar:
    """Walk the chain once. `raekker` in the order of `nr`."""
    svar = Svar(fund=list(vidne.fund), bemaerkninger=list(vidne.bemaerkninger))
    stande = _et_krav_pr_nr(vidne.stande)
    if not stande:
        svar.bemaerkninger.append("Loggen er ikke forseglet endnu.")
        return svar
    kaede: bytes | None = hashlib.sha256(f"rehabteam log 1\n{vidne.log}".encode()).digest()
    nr, krav_nr, fjernet = 0, 0, Counter[str]()
    tider, passer = _Tider(vidne.stande), True
    for r in raekker:
        if r.nr <= nr:
            svar.fund.append(Fund("to rækker har samme nummer i kæden", r.nr, r.post))
            continue
        if r.nr > nr + 1:
            til = f" til {r.nr - 1}" if r.nr - 1 > nr + 1 else ""
            svar.fund.append(Fund(f"seglet er fjernet{til}", nr + 1))
            kaede = None
        led = r.kaede if kaede is None else _led(kaede, r)
        if led != r.kaede:
            svar.fund.append(Fund("seglet er ændret", r.nr, r.post))
        while krav_nr < len(stande) and stande[krav_nr].nr < r.nr:
            krav_nr += 1
        if r.tekst is None:
            _ikke_der(r, vidne, fjernet, svar)
        else:
            if hashlib.sha256(b"rehabteam logpost 1\n" + r.tekst.encode()).digest() != r.aftryk:
                svar.fund.append(Fund("indholdet er ændret", r.nr, r.post))
            if krav_nr < len(stande) and (galt := tider.galt(r, stande[krav_nr])):
                svar.fund.append(Fund(galt, r.nr, r.post))
        if krav_nr < len(stande) and stande[krav_nr].nr == r.nr and stande[krav_nr].kaede != r.kaede.hex():
            if passer:
                fra = stande[krav_nr - 1].nr + 1 if krav_nr else 1
                svar.fund.append(
                    Fund(
                        f"kæden er skrevet om et sted fra nr. {fra} til nr. {r.nr}",
                        fra,
                        linje=stande[krav_nr].linje,
                    )
                )
            passer = False
        kaede, nr = r.kaede, r.nr
        svar.raekker += 1
    _enden(nr, stande[-1], svar)
    for maaned, antal in vidne.fjernet.items():
        if fjernet[maaned] != antal:
            svar.fund.append(Fund(f"i {maaned} blev {antal} rækker fjernet, men {fjernet[maaned]} mangler"))
    _uforseglede(uforseglede, vidne.stande[-1], svar)
    svar.fjernede = fjernet.total()
    svar.underskrevet = vidne.stande[-1].tid
    return svar


def _et_krav_pr_nr(stande: list[Stand]) -> list[Stand]:
    """The first claim of each number (a sign of life repeats the number before)."""
    krav: dict[int, Stand] = {}
    for stand in stande:
        if stand.nr:
            krav.setdefault(stand.nr, stand)
    return list(krav.values())


def _led(forrige: bytes, r: Raekke) -> bytes:
    return hashlib.sha256(
        b"rehabteam logkaede 1\n" + forrige + f"{r.nr}|{r.tid}|".encode() + r.aftryk
    ).digest()


def _ikke_der(r: Raekke, vidne: Vidnesbyrd, fjernet: Counter[str], svar: Svar) -> None:
    if r.skjult:
        svar.skjulte += 1
    elif r.tid[:7] in vidne.fjernet:
        fjernet[r.tid[:7]] += 1
    else:
        svar.fund.append(Fund("rækken er slettet", r.nr, r.post))


class _Tider:
    """A transaction that began after a line was signed cannot have written its row before it."""

    def __init__(self, stande: list[Stand]) -> None:
        omgange: dict[int, list[Stand]] = {}
        for stand in stande:
            omgange.setdefault(stand.omgang, []).append(stand)
        self._naeste = {o: [s.naeste for s in liste] for o, liste in omgange.items()}
        self._tid = {o: [_flyt(s.tid, -SPILLERUM) for s in liste] for o, liste in omgange.items()}
        self._senest: dict[str, str] = {}

    def galt(self, r: Raekke, seglet: Stand) -> str:
        if r.posttid != r.tid:
            return "tiden er ændret"
        if seglet.tid not in self._senest:
            self._senest[seglet.tid] = _flyt(seglet.tid, SPILLERUM)
        if r.tid > self._senest[seglet.tid]:
            return "tiden ligger efter forseglingen"
        if not seglet.proev_tid:
            return ""
        foer = bisect_right(self._naeste[seglet.omgang], r.transaktion)
        return "rækken er dateret tilbage" if foer and r.tid < self._tid[seglet.omgang][foer - 1] else ""


def _flyt(tid: str, hvor_meget: timedelta) -> str:
    return (datetime.fromisoformat(tid) + hvor_meget).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _enden(nr: int, sidste: Stand, svar: Svar) -> None:
    if nr < sidste.nr:
        svar.fund.append(Fund(f"halen er skåret af: nr. {nr + 1} til {sidste.nr} mangler", nr + 1))
    elif nr > sidste.nr:
        svar.fund.append(Fund("segl uden underskrift", sidste.nr + 1))


def _uforseglede(raekker: Iterable[Uforseglet], sidste: Stand, svar: Svar) -> None:
    aeldste = ""
    for r in raekker:
        taget = (
            (r.transaktion, r.post) <= (sidste.horisont, sidste.efter)
            if sidste.efter
            else r.transaktion < sidste.horisont
        )
        if taget:
            svar.fund.append(
                Fund("rækken har intet segl: den er skudt ind, eller seglet er fjernet", post=r.post)
            )
        else:
            svar.venter += 1
            aeldste = min(aeldste or r.tid, r.tid)
    svar.staar_stille = bool(aeldste) and aeldste < _flyt(datetime.now(UTC).isoformat(), -STILLE)
    if svar.staar_stille:
        svar.bemaerkninger.append(
            f"Forseglingen står stille: {svar.venter} rækker venter, den ældste fra {aeldste}."
        )


# --- Ed25519 (RFC 8032), checking only --------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROD = pow(2, (P - 1) // 4, P)
Punkt = tuple[int, int, int, int]


def underskrift_gaelder(offentlig: str, data: bytes, underskrift: str) -> bool:
    """True if `underskrift` (hex) over `data` is made with the private half of `offentlig` (hex)."""
    try:
        noegle, tegn = bytes.fromhex(offentlig), bytes.fromhex(underskrift)
    except ValueError:
        return False
    if len(noegle) != 32 or len(tegn) != 64:
        return False
    if Ed25519PublicKey is None:
        return _gaelder(noegle, data, tegn)
    try:
        Ed25519PublicKey.from_public_bytes(noegle).verify(tegn, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _gaelder(noegle: bytes, data: bytes, tegn: bytes) -> bool:
    a, r, s = _punkt(noegle), _punkt(tegn[:32]), int.from_bytes(tegn[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(tegn[:32] + noegle + data).digest(), "little") % L
    basis = _punkt((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    assert basis is not None
    venstre, hoejre = _gange(s, basis), _plus(r, _gange(h, a))
    return (venstre[0] * hoejre[2] - hoejre[0] * venstre[2]) % P == 0 and (
        venstre[1] * hoejre[2] - hoejre[1] * venstre[2]
    ) % P == 0


def _punkt(data: bytes) -> Punkt | None:
    y = int.from_bytes(data, "little")
    fortegn, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROD % P
    if (x * x - x2) % P or (x == 0 and fortegn):
        return None
    x = P - x if x & 1 != fortegn else x
    return x, y, 1, x * y % P


def _plus(p: Punkt, q: Punkt) -> Punkt:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _gange(tal: int, p: Punkt) -> Punkt:
    q: Punkt = (0, 1, 1, 0)
    while tal:
        if tal & 1:
            q = _plus(q, p)
        p, tal = _plus(p, p), tal >> 1
    return q


# --- An export ----------------------------------------------------------------------------------------------

FELTER = (
    *("id", "tid", "transaktion", "anmodning", "organisation_id", "medarbejder_id", "rolle", "art", "rute"),
    *("udfald", "objekt", "borgere", "antal", "aftryk", "soegning"),
)


def posttekst(post: dict[str, Any]) -> str:
    """A row as the text that is sealed."""
    dele = []
    for navn in FELTER:
        vaerdi = post[navn]
        if navn == "borgere":
            dele.append(",".join("-" if v is None else v for v in vaerdi))
        else:
            dele.append("" if vaerdi is None else str(vaerdi))
    if post.get("vikar_for"):  # younger than the format: left out where it is empty
        dele.append(post["vikar_for"])
    return "|".join(dele)


def laes_eksport(sti: Path) -> tuple[list[str], list[Uforseglet]]:
    """The database's signed lines and the rows that wait for a seal; `raekker` reads the rest."""
    linjer, venter = [], []
    for post in _poster(sti):
        if post["slags"] == "linje":
            linjer.append(post["linje"])
        elif post["slags"] == "venter":
            venter.append(Uforseglet(post["id"], post["tid"], post["transaktion"]))
    return linjer, venter


def raekker(sti: Path) -> Iterator[Raekke]:
    for p in _poster(sti):
        if p["slags"] == "post":
            post = p["post"]
            yield Raekke(
                *(p["nr"], p["tid"], bytes.fromhex(p["aftryk"]), bytes.fromhex(p["kaede"]), p["id"]),
                *((posttekst(post), post["tid"], post["transaktion"]) if post else (None, "", 0)),
                skjult=bool(p.get("skjult")),
            )


def _poster(sti: Path) -> Iterator[dict[str, Any]]:
    with open(sti, encoding="utf-8") as fil:
        for linje in fil:
            yield json.loads(linje)


def skriv_svar(svar: Svar) -> int:
    for bemaerkning in svar.bemaerkninger:
        print(f"  {bemaerkning}")
    for fund in svar.fund[:100]:
        print(f"- {fund}", file=sys.stderr)
    tal = (
        f"{svar.raekker} rækker i kæden, {svar.fjernede} fjernet efter fristen, {svar.venter} venter på segl"
    )
    if svar.skjulte:
        tal += f", {svar.skjulte} ikke med i eksporten"
    print(f"{tal}. Underskrevet indtil {svar.underskrevet or '–'}.")
    print(f"{len(svar.fund)} fejl i loggen." if svar.fund else "Loggen er hel.")
    return 1 if svar.fund else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Efterprøv adgangsloggen ud fra en eksport og vidnet.")
    parser.add_argument("eksport", type=Path)
    parser.add_argument("--vidne", type=Path, required=True)
    parser.add_argument("--noegle", default="", help="den første offentlige nøgle, 64 hextal")
    parser.add_argument(
        "--kopi", type=Path, action="append", default=[], help="en kopi af vidnet fra et andet sted"
    )
    args = parser.parse_args()
    try:
        vidnets, *kopier = ([*Path(s).read_text("utf-8").splitlines()] for s in (args.vidne, *args.kopi))
        databasens, venter = laes_eksport(args.eksport)
        vidne = laes_vidne(vidnets, args.noegle)
        vidne.fund += sammenlign(databasens, vidnets, kopier)
        return skriv_svar(efterproev(raekker(args.eksport), venter, vidne))
    except (OSError, ValueError, KeyError, TypeError) as fejl:
        print(f"Filerne kan ikke læses: {fejl}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
