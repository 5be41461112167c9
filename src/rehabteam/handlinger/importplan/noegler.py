"""The other system's keys: which row here each of them answers to, and the imprint of what the source said last."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Forloeb, Importnoegle


def aftryk(slags: str, vaerdier: Iterable[Any]) -> str:
    """A hash of a row's values (32 hex digits): the same whether they come from a file or from the table."""
    ens = json.dumps([_ens(vaerdi) for vaerdi in vaerdier], ensure_ascii=False)
    return hashlib.blake2b(f"{slags}{ens}".encode(), digest_size=16).hexdigest()


def _ens(vaerdi: Any) -> str:
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi.normalize():f}"
    return str(vaerdi) if vaerdi not in (None, "") else ""


class Noegler:
    """The keys that the rows name, and those made on the way. `nye` and `aendrede` are what is to be written."""

    def __init__(self, kommune_id: UUID, system: str, kilder: Iterable[str]) -> None:
        self.kommune_id, self.system = kommune_id, system
        self.nye: list[Importnoegle] = []
        self.aendrede: list[Importnoegle] = []
        mine = Importnoegle.objects.filter(kommune_id=kommune_id, system=system, kilde_id__in=kilder)
        self._kendte = {(n.slags, n.kilde_id): n for n in mine}
        self._optagne = set[UUID]()

    @property
    def forloeb(self) -> set[UUID]:
        return {n.forloeb_id for n in self._kendte.values()}

    def optag(self, forloeb: Sequence[UUID]) -> None:
        """Two equal rows of the source are two facts, not one: a row here answers to one key."""
        paa_dem = Importnoegle.objects.filter(system=self.system, forloeb_id__in=forloeb)
        self._optagne.update(paa_dem.values_list("raekke", flat=True))

    def er_optaget(self, raekke: UUID) -> bool:
        return raekke in self._optagne

    def find(self, slags: str, kilde_id: str) -> Importnoegle | None:
        return self._kendte.get((slags, kilde_id))

    def ny(self, r: Raekke, forloeb: Forloeb, raekke: UUID, sum_: str) -> Importnoegle:
        noegle = Importnoegle(
            kommune_id=self.kommune_id,
            system=self.system,
            slags=r.slags,
            kilde_id=r.vaerdier["kilde_id"],
            forloeb=forloeb,
            raekke=raekke,
            aftryk=sum_,
        )
        self._kendte[r.slags, noegle.kilde_id] = noegle
        self._optagne.add(raekke)
        self.nye.append(noegle)
        return noegle

    def ret(self, noegle: Importnoegle, sum_: str, raekke: UUID | None = None) -> None:
        """The source says something else now. `raekke`: the row that says it here, where that is a new one."""
        noegle.aftryk, noegle.raekke = sum_, raekke or noegle.raekke
        if not noegle._state.adding:  # one made on the way is written as it stands at the end
            self.aendrede.append(noegle)
