"""`make saarbarheder`: is any locked package known to be vulnerable? Strict: what cannot be looked up is an error.

The only target that asks others about our packages, so it is no part of check, test or CI. Each source must first
find an old package that everyone knows is vulnerable: an index that answers everything with »nothing« proves nothing.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vaerksted import miljoe, sidemiljoe, sted, system
from vaerksted.besked import sig, sig_fejl
from vaerksted.drift import OPSAETTER
from vaerksted.laas import laas

# The program's own packages, and those that build and test it.
PIP_LAASE = ("run.txt", "test.txt")
NPM_MAPPER = (".", miljoe.MODPART)
KENDT_PIP = "django==2.0.1\n"
KENDT_NPM = ("minimist", "0.0.8")


class IkkeSlaaetOp(Exception):
    """The answer does not say for every package whether it is vulnerable. The text says why, in Danish."""


def laes_pip(ud: str, fejl: str) -> list[str]:
    """pip-audit's JSON: each vulnerability as »package version: id«. Raises IkkeSlaaetOp when a package is left out."""
    try:
        pakker = json.loads(ud)["dependencies"]
    except (json.JSONDecodeError, KeyError, TypeError):
        raise IkkeSlaaetOp(sidste(fejl) or "pip-audit svarede ikke") from None
    if sprunget := [f"{p['name']}: {p['skip_reason']}" for p in pakker if "skip_reason" in p]:
        raise IkkeSlaaetOp(sprunget[0])
    if not pakker:
        raise IkkeSlaaetOp("pip-audit så ingen pakker")
    return [f"{p['name']} {p['version']}: {s['id']}" for p in pakker for s in p["vulns"]]


def laes_npm(ud: str, laast: int) -> list[str]:
    """npm audit's JSON for a lock with `laast` packages, in the same words. Raises IkkeSlaaetOp likewise."""
    try:
        svar: dict[str, Any] = json.loads(ud)
        fundne, antal = svar["vulnerabilities"], svar["metadata"]["dependencies"]["total"]
    except (json.JSONDecodeError, KeyError, TypeError):
        raise IkkeSlaaetOp(sidste(_besked(ud)) or "npm audit svarede ikke") from None
    if antal < laast:
        raise IkkeSlaaetOp(f"npm audit så {antal} af {laast} pakker")
    return [f"{navn}: {f['severity']}" for navn, f in sorted(fundne.items())]


def _besked(ud: str) -> str:
    try:
        return str(json.loads(ud).get("message", ""))
    except (json.JSONDecodeError, AttributeError):
        return ud


def sidste(tekst: str) -> str:
    """The last line that says something, without npm's and pip-audit's own marks."""
    linjer = [x.strip() for x in tekst.splitlines() if x.strip()]
    return linjer[-1].removeprefix("ERROR:pip_audit._cli:") if linjer else ""


def _koer(kommando: Iterable[object], env: Mapping[str, str], cwd: Path) -> tuple[str, str]:
    svar = subprocess.run(
        [str(k) for k in kommando], env=dict(env), cwd=cwd, capture_output=True, text=True, check=False
    )
    return svar.stdout, svar.stderr


class Kilde:
    """Where vulnerabilities are looked up: a name, a control, and what is to be looked up."""

    def __init__(self, s: sted.Sted, pip_audit: Path, arbejde: Path) -> None:
        self.s, self.pip_audit, self.arbejde = s, pip_audit, arbejde
        self.env = miljoe.omgivelser(s)

    def pip(self, fil: Path, *tilvalg: str) -> list[str]:
        fast = ("--strict", "--disable-pip", "--progress-spinner", "off", "--format", "json", "--desc", "off")
        ud, fejl = _koer([self.pip_audit, *fast, *tilvalg, "-r", fil], self.env, self.s.rod)
        return laes_pip(ud, fejl)

    def npm(self, mappe: Path) -> list[str]:
        laast = json.loads((mappe / "package-lock.json").read_text("utf-8"))["packages"]
        cli = miljoe.node(self.s).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        ud, _ = _koer([miljoe.node(self.s), cli, "audit", "--json", "--package-lock-only"], self.env, mappe)
        return laes_npm(ud, sum(1 for sti in laast if sti))

    def kendt_pip(self) -> list[str]:
        fil = self.arbejde / "kendt.txt"
        fil.write_text(KENDT_PIP, "utf-8")
        return self.pip(fil, "--no-deps")

    def kendt_npm(self) -> list[str]:
        navn, version = KENDT_NPM
        rod = {"name": "kendt", "version": "0.0.0", "dependencies": {navn: version}}
        (self.arbejde / "package.json").write_text(json.dumps(rod), "utf-8")
        pakker = {"": rod, f"node_modules/{navn}": {"version": version}}
        laasen = {"name": "kendt", "version": "0.0.0", "lockfileVersion": 3, "packages": pakker}
        (self.arbejde / "package-lock.json").write_text(json.dumps(laasen), "utf-8")
        return self.npm(self.arbejde)


def koer() -> int:
    """Look every lock up; 0 only when every package was looked up and none is known to be vulnerable."""
    s = sted.sted()
    sted.klargoer(s)
    system.kraev(database=False)
    with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
        miljoe.klar(s)
        python = sidemiljoe.klar(s, s.privat / "saarbarheder", "saarbarheder.txt", hvad="pip-audit")
    fund, ikke = [], []
    with tempfile.TemporaryDirectory(prefix="rehabteam-") as arbejde:
        kilde = Kilde(s, python.with_name("pip-audit"), Path(arbejde))
        opslag = (
            *((f"requirements/{navn}", "pip") for navn in PIP_LAASE),
            *(((Path(mappe) / "package-lock.json").as_posix(), "npm") for mappe in NPM_MAPPER),
        )
        kontrol: dict[str, str] = {}
        for slags, kendt in (("pip", kilde.kendt_pip), ("npm", kilde.kendt_npm)):
            try:
                kontrol[slags] = "" if kendt() else "registeret kender ikke en sårbarhed, alle kender"
            except IkkeSlaaetOp as grund:
                kontrol[slags] = str(grund)
        for fil, slags in opslag:
            try:
                if kontrol[slags]:
                    raise IkkeSlaaetOp(kontrol[slags])
                hvor = s.rod / fil
                fundet = kilde.pip(hvor, "--require-hashes") if slags == "pip" else kilde.npm(hvor.parent)
            except IkkeSlaaetOp as grund:
                ikke.append(f"{fil}: {grund}")
                continue
            sig(f"- {fil}: {len(fundet) or 'ingen'} kendte sårbarheder")
            fund += [f"{fil}: {linje}" for linje in fundet]
    return _sig(fund, ikke)


def _sig(fund: list[str], ikke: list[str]) -> int:
    if fund:
        sig_fejl("Kendte sårbarheder:\n" + "\n".join(f"- {linje}" for linje in fund))
    if ikke:
        sig_fejl(
            "Kan ikke slås op herfra, så vi ved det ikke:\n"
            + "\n".join(f"- {linje}" for linje in ikke)
            + "\nKør make saarbarheder et sted, hvor registrene kan nås. Indtil da er svaret ikke »ingen sårbarheder«."
        )
    if fund or ikke:
        return 1
    sig("make saarbarheder: alle pakker er slået op, og ingen har en kendt sårbarhed.")
    return 0
