"""Who sees what, said in a hundred lines without a database: what the two walls are compared with."""

from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Rolle

KOMMUNENS = {Rolle.SAGSBEHANDLER, Rolle.MOEDELEDER, Rolle.TEAMMEDLEM, Rolle.LEDER}


class Ser(NamedTuple):
    """The ids of the cases and of the citizens."""

    sager: frozenset[UUID]
    borgere: frozenset[UUID]


@dataclass
class ModelSag:
    id: UUID
    borger: UUID
    kommune: UUID
    region: UUID | None = None
    koordinator: UUID | None = None


@dataclass
class Model:
    """Everything that has happened."""

    borgere: dict[UUID, UUID] = field(default_factory=dict)  # citizen → kommune
    sager: dict[UUID, ModelSag] = field(default_factory=dict)
    udelukkede: set[tuple[UUID, UUID]] = field(default_factory=set)  # (person, citizen)

    def opret(self, borger: UUID, kommune: UUID) -> None:
        self.borgere[borger] = kommune

    def ny_sag(self, sag: UUID, borger: UUID) -> None:
        self.sager[sag] = ModelSag(sag, borger, self.borgere[borger])

    def send(self, sag: UUID, region: UUID) -> None:
        self.sager[sag].region = region

    def giv(self, sag: UUID, koordinator: UUID) -> None:
        self.sager[sag].koordinator = koordinator

    def tag_tilbage(self, sag: UUID) -> None:
        self.sager[sag].region = self.sager[sag].koordinator = None

    def ser(self, hvem: Aktoer) -> Ser:
        """By role and task; never about a citizen she is kept out from; a citizen sees herself and nobody else."""
        if hvem.rolle in (Rolle.BORGER, Rolle.BISIDDER):
            mine = {sag.id for sag in self.sager.values() if sag.borger == hvem.borger_id}
            return Ser(frozenset(mine), frozenset({hvem.borger_id} & self.borgere.keys()))
        sager = [sag for sag in self.sager.values() if self._maa(hvem, sag)]
        borgere = {sag.borger for sag in sager}
        if hvem.noed:
            # The glass opens one case. Who she is, is seen where the house works with her, though by another case.
            borgere = {hvem.noed.borger_id} if self._kendt(hvem, hvem.noed.borger_id) else set()
        elif hvem.rolle in KOMMUNENS:
            borgere |= {b for b, kommune in self.borgere.items() if kommune == hvem.organisation_id}
        ude = {borger for person, borger in self.udelukkede if person == hvem.medarbejder_id}
        return Ser(
            frozenset(sag.id for sag in sager if sag.borger not in ude),
            frozenset(borgere - ude),
        )

    def _kendt(self, hvem: Aktoer, borger: UUID) -> bool:
        delt = {sag.region for sag in self.sager.values() if sag.borger == borger}
        return hvem.organisation_id in {self.borgere[borger], *delt}

    def _maa(self, hvem: Aktoer, sag: ModelSag) -> bool:
        if hvem.noed:
            return sag.id == hvem.noed.sag_id and hvem.organisation_id in (sag.kommune, sag.region)
        if hvem.rolle in KOMMUNENS:
            return sag.kommune == hvem.organisation_id
        if hvem.rolle == Rolle.SEKRETARIAT:
            return sag.region == hvem.organisation_id
        if hvem.rolle == Rolle.SUNDHEDSKOORDINATOR:
            return sag.koordinator == hvem.sager_for
        return False
