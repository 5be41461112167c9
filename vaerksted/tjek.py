"""`make check`: everything that can be judged without running the program."""

from __future__ import annotations

from vaerksted import miljoe, proces, sted, system
from vaerksted.besked import sig, sig_fejl
from vaerksted.drift import OPSAETTER
from vaerksted.laas import laas

# No database is asked: the address leads nowhere on purpose.
UDEN_DATABASE = "postgresql:///ingen?host=/findes-ikke"
# Each is a program of the environment and its arguments.
TJEK: dict[str, tuple[str, ...]] = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
    "lagene": ("lint-imports",),
    "skabeloner": ("python", "-m", "vaerksted.skabeloner"),
    "migrationer": (
        *("python", "-W", "ignore::RuntimeWarning", "-m", "django"),
        *("makemigrations", "--check", "--dry-run"),
    ),
    "adresser": ("python", "-m", "vaerksted.adresser"),
    "stykliste": ("python", "-m", "vaerksted.sbom.skriv", "--efterproev"),
}


def koer() -> int:
    """Run every check, also after one has failed; returns 1 if any did."""
    s = sted.sted()
    sted.klargoer(s)
    system.kraev(database=False)
    with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
        miljoe.klar(s, proever=True)
    env = {
        **miljoe.omgivelser(s),
        "REHABTEAM_DB_WEB": UDEN_DATABASE,
        "REHABTEAM_DB_VEDLIGEHOLD": UDEN_DATABASE,
    }
    fejlede = []
    for navn, (program, *argumenter) in TJEK.items():
        sig(f"- {navn}")
        if proces.koer([s.rod / ".venv" / "bin" / program, *argumenter], env=env, cwd=s.rod):
            fejlede.append(navn)
    if fejlede:
        sig_fejl(f"make check fandt fejl i: {', '.join(fejlede)}")
        return 1
    sig("make check: alt i orden.")
    return 0
