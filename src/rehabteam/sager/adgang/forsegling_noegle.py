"""The key that signs the log's witness: Ed25519, in a file outside the database that only the sealer may read."""

import os
import stat
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class NoegleFejl(RuntimeError):
    """The key is not there, or others can read it. The text is Danish and may be shown."""


class Noegle:
    """A private key. `offentlig`: the public half, 64 hex digits."""

    def __init__(self, fro: bytes) -> None:
        self._privat = Ed25519PrivateKey.from_private_bytes(fro)
        raa = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        self.offentlig = self._privat.public_key().public_bytes(*raa).hex()

    def underskriv(self, data: bytes) -> str:
        return self._privat.sign(data).hex()


def lav(sti: Path) -> Noegle:
    """A new key in a file of its own, 0600. Raises NoegleFejl if there is one already."""
    sti.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fro = os.urandom(32)
    try:
        fil = os.open(sti, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fejl:
        raise NoegleFejl(f"Der er allerede en nøgle i {sti}.") from fejl
    with os.fdopen(fil, "w", encoding="ascii") as aaben:
        aaben.write(fro.hex() + "\n")
        aaben.flush()
        os.fsync(aaben.fileno())
    return Noegle(fro)


def laes(sti: Path) -> Noegle:
    """The key of the file. Raises NoegleFejl."""
    try:
        rettigheder = stat.S_IMODE(sti.stat().st_mode)
        tekst = sti.read_text(encoding="ascii").strip()
        noegle = Noegle(bytes.fromhex(tekst))
    except FileNotFoundError as fejl:
        raise NoegleFejl(f"Nøglen {sti} findes ikke. Lav den med »rehabteam log noegle«.") from fejl
    except (ValueError, OSError) as fejl:
        raise NoegleFejl(f"Nøglen {sti} kan ikke læses.") from fejl
    if rettigheder & 0o077:
        raise NoegleFejl(f"Nøglen {sti} kan læses af andre. Sæt dens rettigheder til 0600.")
    return noegle
