"""The code a citizen gives her bisidder: made from the fuldmagt itself with the installation's secret.

Whoever may see the fuldmagt can be shown it again; what is kept is only a fingerprint to know it by.
"""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings

# Letters and digits that are not taken for one another when read aloud or written by hand.
TEGN = "ABCDEFGHJKMNPQRSTUVXYZ23456789"
LAENGDE = 12


def _med_noegle(om: str, indhold: bytes) -> bytes:
    noegle = hmac.new(settings.SECRET_KEY.encode(), f"rehabteam: {om}".encode(), hashlib.sha256).digest()
    return hmac.new(noegle, indhold, hashlib.sha256).digest()


def kode(fuldmagt_id: UUID) -> str:
    """`ABCD-EFGH-JKLM`."""
    tal = int.from_bytes(_med_noegle("fuldmagtens kode", fuldmagt_id.bytes), "big")
    tegn = []
    for _ in range(LAENGDE):
        tal, rest = divmod(tal, len(TEGN))
        tegn.append(TEGN[rest])
    return "-".join("".join(tegn[i : i + 4]) for i in range(0, LAENGDE, 4))


def aftryk(kode_: str) -> str:
    """What a code is known by (hex); spaces, dashes and small letters make no difference."""
    ens = "".join(c for c in kode_.upper() if c.isalnum())
    return _med_noegle("fuldmagtens aftryk", ens.encode()).hex()
