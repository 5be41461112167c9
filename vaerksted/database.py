"""Which PostgreSQL a command uses, and the environment that tells the program about it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vaerksted import forbindelse, klynge, miljoe
from vaerksted.sted import Sted

DATABASENAVN = "rehabteam"


def anden() -> str:
    """The admin address of another PostgreSQL, if the person has given one; else empty."""
    return os.environ.get("DATABASE_URL", "").strip()


@contextmanager
def admin(s: Sted, *, varig: bool, maaling: bool = False) -> Iterator[str]:
    """The superuser's address: the one given, or that of a private cluster which runs meanwhile.

    `maaling`: the measurements' own, kept between runs with what they have made, and as safe as a real one.
    """
    if given := anden():
        yield given
        return
    mappe = s.maaleklynge if maaling else s.klynge if varig else s.proeveklynge
    with klynge.koerende(mappe, s.log / f"{mappe.name}.log", varig=varig or maaling) as url:
        yield url


def dokumenter(s: Sted) -> Path:
    """The documents that belong to the database in use: each database has a folder of its own."""
    if not anden():
        return s.dokumenter
    navn = miljoe.aftryk([forbindelse.adresse(anden(), "", "", DATABASENAVN)])[:12]
    return s.dokumenter.with_name(f"dokumenter-{navn}")


def site(s: Sted, admin_url: str) -> dict[str, str]:
    """The environment the site runs with. It never holds an address that can set the database up."""
    hemmeligt = forbindelse.hemmeligheder(s.hemmelig)
    return {
        **miljoe.omgivelser(s),
        "REHABTEAM_ROLLEPRAEFIKS": "rehabteam",
        "REHABTEAM_DB_WEB": forbindelse.adresse(admin_url, "rehabteam_web", hemmeligt.kode_web, DATABASENAVN),
        "REHABTEAM_HEMMELIG": hemmeligt.noegle,
        "REHABTEAM_DATA": str(dokumenter(s)),
        "REHABTEAM_NPM": str(s.rod / "node_modules"),
        "REHABTEAM_STATISK": str(s.statisk),
        "REHABTEAM_DEMO": "1",
        "REHABTEAM_DEMODAG": os.environ.get("REHABTEAM_DEMODAG", "2026-05-27"),
        "REHABTEAM_CLAMD": os.environ.get("REHABTEAM_CLAMD", ""),
    }


def opsaetning(s: Sted, admin_url: str) -> dict[str, str]:
    """The environment set-up runs with: the site's, and the addresses that may change the database."""
    kode = forbindelse.hemmeligheder(s.hemmelig).kode_vedligehold
    return {
        **site(s, admin_url),
        "REHABTEAM_DB_SUPER": admin_url,
        "REHABTEAM_DB_VEDLIGEHOLD": forbindelse.adresse(admin_url, "rehabteam_migr", kode, DATABASENAVN),
    }


def proeve(s: Sted, admin_url: str, data: Path) -> dict[str, str]:
    """The environment of tests and benchmarks: role names and folders of their own."""
    return {
        **miljoe.omgivelser(s),
        "REHABTEAM_DB_SUPER": admin_url,
        "REHABTEAM_ROLLEPRAEFIKS": "rehabteam_test",
        "REHABTEAM_DATA": str(data),
        "REHABTEAM_NPM": str(s.rod / "node_modules"),
        "REHABTEAM_HEMMELIG": "kun-til-proever",
        # Playwright brings a Node of its own that needs a library a bare Debian lacks; ours does not.
        "PLAYWRIGHT_NODEJS_PATH": str(miljoe.node(s)),
    }
