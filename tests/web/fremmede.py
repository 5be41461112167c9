"""Rows that are not the asker's: another kommune's, not shared yet, another coordinator's, another region's.

They are made from the catalogue (tests/vaegge/eksempler.py), so every id of every address has a foreign row behind it.
"""

import copy
import uuid
from dataclasses import dataclass
from functools import cached_property

from django.db import connections
from django.urls import URLPattern

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.models import Organisation, Rolle
from tests.vaegge.eksempler import indsaet, kolonner
from tests.vaegge.pladser import FOERST, ny_plads
from tests.vaegge.seere import Sted
from tests.verden import Verden

# What the ids of the addresses are called where it is not sager_<name>.
TABELLER = {
    "oplysning_id": "sager_indsats",
    "periode_id": "sager_undtagetperiode",
    "skridt_id": "sager_attestskridt",
    "job_id": "sager_importjob",
    "kommune_id": "sager_organisation",
    "linje_id": "sager_afregningslinje",
    "proeve_id": "sager_logstikproeve",
    "indlogning_id": "web_indlogning",
    "fil_id": "sager_modtagetfil",
}
MELLEM_HUSENE = ("sager_afregning", "sager_afregningslinje", "sager_moede")
# To whom which of them are foreign.
FREMMED_FOR: dict[Vaeg, tuple[str, ...]] = {
    Vaeg.KOMMUNE: ("nabo", "fjern"),
    Vaeg.REGION: ("ikke_delt", "fjern"),
    Vaeg.KOORDINATOR: ("ikke_delt", "andens", "nabo", "fjern"),
    Vaeg.AUDIT: ("nabo", "fjern"),
    Vaeg.BORGER: ("andens", "nabo"),
    Vaeg.BISIDDER: ("andens", "nabo"),
}
ALLE = ("nabo", "ikke_delt", "andens", "fjern")


def tabel(kwarg: str) -> str:
    return TABELLER.get(kwarg) or f"sager_{kwarg.removesuffix('_id')}"


def uuider(rute: URLPattern) -> list[str]:
    return [navn for navn, art in rute.pattern.converters.items() if "UUID" in type(art).__name__]


@dataclass
class Fremmede:
    v: Verden

    @cached_property
    def steder(self) -> dict[str, Sted]:
        v = self.v
        fjern = Organisation.objects.using("vedligehold").create(
            slags="kommune", navn="Fjern Kommune", region=v.anden_region
        )
        return {
            "nabo": self._sted(hjemme_i(v, v.nabokommune, v.region), True),
            "ikke_delt": self._sted(v, False),
            "andens": self._sted(v, True),
            "fjern": self._sted(hjemme_i(v, fjern, v.anden_region), True),
        }

    def _sted(self, v: Verden, delt: bool) -> Sted:
        sted = ny_plads(v, self.v._numre)
        if delt:
            anden = v.person(Rolle.SUNDHEDSKOORDINATOR, v.region)
            with connections["vedligehold"].cursor() as cursor:
                cursor.execute(
                    "UPDATE sager_sag SET region_id = %s, koordinator_id = %s WHERE id = %s",
                    [v.region.id, anden.medarbejder_id, sted["sag_id"]],
                )
        return sted

    def id(self, navn: str, kwarg: str) -> uuid.UUID:
        """The id of the row that stands in this place for an address's `kwarg`."""
        t = tabel(kwarg)
        # What a kommune and its region have between them is no more foreign before a case is shared.
        sted = self.steder["fjern" if navn == "ikke_delt" and t in MELLEM_HUSENE else navn]
        if kwarg not in sted.ider or t not in FOERST:
            assert kolonner(t), f"{kwarg}: skriv i tests/web/fremmede.py, hvilken tabel den er i"
            sted.ider[f"fremmed {kwarg}"] = sted.ider.get(f"fremmed {kwarg}") or indsaet(t, sted)["id"]
            return sted.ider[f"fremmed {kwarg}"]
        return sted.ider[kwarg]


def hjemme_i(v: Verden, kommune: Organisation, region: Organisation) -> Verden:
    """The same world with another kommune at home, and people of its own."""
    anden = copy.copy(v)
    kendte = ("_numre", "anden_region")
    anden.__dict__ = {k: w for k, w in v.__dict__.items() if k in kendte}
    anden.kommune, anden.nabokommune, anden.region = kommune, v.kommune, region
    return anden
