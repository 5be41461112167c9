"""The secrets of this copy and the database addresses made from them."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from vaerksted.besked import Stop


@dataclass(frozen=True)
class Hemmeligheder:
    noegle: str
    kode_web: str
    kode_vedligehold: str


def hemmeligheder(fil: Path) -> Hemmeligheder:
    """Read the secrets, or make them the first time, in a file that only we can read."""
    try:
        return Hemmeligheder(**json.loads(fil.read_text("utf-8")))
    except FileNotFoundError:
        pass
    except (ValueError, TypeError) as fejl:
        raise Stop(f"Filen {fil} kan ikke læses. Slet den, og prøv igen.") from fejl
    nye = Hemmeligheder(*(secrets.token_hex(32) for _ in range(3)))
    ny = fil.with_suffix(".ny")
    ny.unlink(missing_ok=True)
    with open(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as ud:
        json.dump(asdict(nye), ud)
    ny.replace(fil)
    return nye


def adresse(admin: str, rolle: str, kode: str, database: str) -> str:
    """The admin's address with another role, password and database; host, port and options are kept."""
    dele = urlsplit(admin)
    if dele.scheme not in {"postgresql", "postgres"}:
        raise Stop("DATABASE_URL skal begynde med postgresql://")
    vaert = dele.netloc.rpartition("@")[2]
    valg = [(k, v) for k, v in parse_qsl(dele.query) if k not in {"user", "password", "dbname"}]
    hale = f"?{urlencode(valg, quote_via=quote, safe='')}" if valg else ""
    hvem, hvad = f"{quote(rolle, safe='')}:{quote(kode, safe='')}", quote(database, safe="")
    return f"postgresql://{hvem}@{vaert}/{hvad}{hale}"
