"""What is here already about the rows' citizens: fetched once, and added to as the rows are judged."""

from uuid import UUID

from django.db.models import Q

from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Forloeb, Medarbejder
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb

from ..handling import Anledning
from .noegler import Noegler


class Her:
    """`borgere` by CPR number, `forloeb` by id with their facts, `kolleger` by name, `noegler` as the rows name them."""

    def __init__(self, anledning: Anledning, system: str, raekker: list[Raekke], laas: bool) -> None:
        self.anledning = anledning
        aktoer = anledning.aktoer
        self.kommune_id = aktoer.organisation_id
        numre = {r.vaerdier["cpr"].nummer for r in raekker if r.vaerdier.get("cpr")}
        self.borgere = {b.cpr: b for b in synlige_borgere(aktoer).filter(cpr__in=numre)}
        kilder = {r.vaerdier[felt] for r in raekker for felt in ("kilde_id", "forloeb") if felt in r.vaerdier}
        self.noegler = Noegler(self.kommune_id, system, kilder)
        hvilke = Q(borger_id__in=[b.id for b in self.borgere.values()]) | Q(id__in=self.noegler.forloeb)
        if laas:
            list(synlige_forloeb(aktoer).select_for_update().filter(hvilke).order_by("id").values_list("id"))
        synlige = med_fakta(synlige_forloeb(aktoer).filter(hvilke).select_related("borger"))
        self.forloeb = {f.id: f for f in synlige.order_by("start", "id")}
        self.noegler.optag(list(self.forloeb))
        self._hendes: dict[UUID, list[Forloeb]] = {}
        for f in self.forloeb.values():
            self.hendes(f.borger_id).append(f)
        navne: set[str] = {r.vaerdier["sagsbehandler"] for r in raekker if r.vaerdier.get("sagsbehandler")}
        self.kolleger = self._find_kolleger(navne)

    def hendes(self, borger_id: UUID) -> list[Forloeb]:
        """The citizen's forløb by start, and those the rows have given her."""
        return self._hendes.setdefault(borger_id, [])

    def nyt_forloeb(self, forloeb: Forloeb) -> None:
        self.forloeb[forloeb.id] = forloeb
        self.hendes(forloeb.borger_id).append(forloeb)

    def forloebet(self, kilde_id: str) -> Forloeb | None:
        """The forløb that a fact names by the source's key for it."""
        noegle = self.noegler.find("forloeb", kilde_id)
        return self.forloeb.get(noegle.forloeb_id) if noegle else None

    def _find_kolleger(self, navne: set[str]) -> dict[str, list[UUID]]:
        fundne: dict[str, list[UUID]] = {}
        if navne:
            husets = Medarbejder.objects.filter(organisation_id=self.kommune_id, navn__in=navne)
            for navn, hvem in husets.values_list("navn", "id"):
                fundne.setdefault(navn, []).append(hvem)
        return fundne
