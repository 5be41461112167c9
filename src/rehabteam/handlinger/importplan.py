"""What an import would do with some rows: made, known, changed, or wrong – and why. Nothing is written here.

The preview and the import ask the same question of the same rows, so that what was shown is what happens. Each row is
judged by the very checks of the single Handlinger.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import (
    Borger,
    Forloeb,
    Importnoegle,
    Indsats,
    Medarbejder,
    Oplysning,
    OrdinaereTimer,
    UndtagetPeriode,
)
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb

from .borgeren import foedselsdag
from .fejl import KanIkke
from .handling import Anledning
from .opret_forloeb import HAR_ALLEREDE, efterproev_forloeb
from .registrer_indsats import efterproev_indsats
from .registrer_timer import efterproev_timer
from .registrer_undtaget_periode import efterproev_periode

# Kind of row → its table, the columns that are its values, and where they stand among the facts of `med_fakta`.
FAKTA: dict[str, tuple[type[Oplysning], tuple[str, ...], str]] = {
    "indsats": (
        Indsats,
        (
            *("navn", "hjemmel", "bevilget", "aftalt_start", "paabegyndt", "afsluttet", "genoptaget"),
            *("i_indsatsdel", "optaget_i_indsatsdel"),
        ),
        "gaeldende_indsatser",
    ),
    "periode": (UndtagetPeriode, ("fra", "til", "hjemmel", "note"), "gaeldende_perioder"),
    "timer": (OrdinaereTimer, ("dato", "timer", "art"), "gaeldende_timer"),
}
BORGERENS = {"navn": "fuldt_navn", "telefon": "telefon", "bisidder": "bisidder", "tolk": "tolk"}


class Udfald(StrEnum):
    NY = "ny"
    ENS = "ens"  # known already, and unchanged
    AENDRET = "aendret"  # the other system has changed it since
    AFVIGER = "afviger"  # known, with other details about the citizen: told, never overwritten
    FEJL = "fejl"


@dataclass(slots=True)
class Plan:
    """What is to be written, in the order it must be, and what became of each row."""

    udfald: Counter[tuple[str, str]] = field(default_factory=Counter)
    fejl: list[dict[str, Any]] = field(default_factory=list)
    borgere: list[Borger] = field(default_factory=list)
    forloeb: list[Forloeb] = field(default_factory=list)
    slut: list[Forloeb] = field(default_factory=list)
    oplysninger: list[Oplysning] = field(default_factory=list)
    tilbage: list[Oplysning] = field(default_factory=list)
    noegler: list[Importnoegle] = field(default_factory=list)
    nye_aftryk: list[Importnoegle] = field(default_factory=list)
    roert: dict[UUID, Counter[str]] = field(default_factory=dict)  # forløb → what was done on it
    kendte: dict[UUID, Forloeb] = field(default_factory=dict)
    sete: set[UUID] = field(default_factory=set)  # the citizens, for the log

    def svar(self, raekke: Raekke, udfald: Udfald, **fejl: str) -> None:
        self.udfald[raekke.slags, udfald] += 1
        self.fejl += [
            {"fil": raekke.fil, "linje": raekke.linje, "felt": felt, "tekst": tekst}
            for felt, tekst in fejl.items()
        ]

    def roer(self, forloeb: Forloeb, hvad: str) -> None:
        self.roert.setdefault(forloeb.id, Counter())[hvad] += 1


def aftryk(slags: str, vaerdier: dict[str, Any]) -> str:
    """A hash of a row's values (32 hex digits): the same whether they come from a file or from the table."""
    felter = ("start", "slut") if slags == "forloeb" else FAKTA[slags][1]
    ens = json.dumps([_ens(vaerdier.get(felt)) for felt in felter], ensure_ascii=False)
    return hashlib.blake2b(f"{slags}{ens}".encode(), digest_size=16).hexdigest()


def _ens(vaerdi: Any) -> str:
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi.normalize():f}"
    return str(vaerdi) if vaerdi not in (None, "") else ""


def planlaeg(
    anledning: Anledning, system: str, grupper: Iterable[list[Raekke]], *, laas: bool = False
) -> Plan:
    """Judge whole citizens' rows against what is here: a fixed number of queries. `laas`: hold the forløb to the end."""
    grupper = list(grupper)
    return _Planlaegger(anledning, system, [r for gruppe in grupper for r in gruppe], laas).planlaeg(grupper)


class _Planlaegger:
    def __init__(self, anledning: Anledning, system: str, raekker: list[Raekke], laas: bool) -> None:
        self.anledning, self.system, self.plan = anledning, system, Plan()
        aktoer = anledning.aktoer
        self.kommune_id = aktoer.organisation_id
        numre = {
            r.vaerdier["cpr"].nummer
            for r in raekker
            if r.slags in ("borger", "forloeb") and r.vaerdier["cpr"]
        }
        self.borgere = {b.cpr: b for b in synlige_borgere(aktoer).filter(cpr__in=numre)}
        kilder = {r.vaerdier["kilde_id"] for r in raekker if r.slags != "borger"}
        kilder |= {r.vaerdier["forloeb"] for r in raekker if r.slags in FAKTA}
        mine = Importnoegle.objects.filter(kommune_id=self.kommune_id, system=system, kilde_id__in=kilder)
        self.noegler = {(n.slags, n.kilde_id): n for n in mine}
        hvilke = Q(borger_id__in=[b.id for b in self.borgere.values()])
        hvilke |= Q(id__in={n.forloeb_id for n in self.noegler.values()})
        if laas:
            list(synlige_forloeb(aktoer).select_for_update().filter(hvilke).order_by("id").values_list("id"))
        synlige = med_fakta(synlige_forloeb(aktoer).filter(hvilke).select_related("borger"))
        self.forloeb = {f.id: f for f in synlige.order_by("start", "id")}
        self.plan.kendte = dict(self.forloeb)
        # Two equal rows of the source are two facts, not one: a row here answers to one key.
        paa_dem = Importnoegle.objects.filter(system=system, forloeb_id__in=list(self.forloeb))
        self.optagne = set(paa_dem.values_list("raekke", flat=True))
        self.nye = set[UUID]()
        self.borgerens: dict[UUID, list[Forloeb]] = {}
        for f in self.forloeb.values():
            self.borgerens.setdefault(f.borger_id, []).append(f)
        kolleger = {r.vaerdier["sagsbehandler"] for r in raekker if r.slags == "forloeb"} - {""}
        self.kolleger: dict[str, list[UUID]] = {}
        if kolleger:
            husets = Medarbejder.objects.filter(organisation_id=self.kommune_id, navn__in=kolleger)
            for navn, hvem in husets.values_list("navn", "id"):
                self.kolleger.setdefault(navn, []).append(hvem)

    def planlaeg(self, grupper: list[list[Raekke]]) -> Plan:
        doem = {"borger": self._borger, "forloeb": self._forloeb}
        for gruppe in grupper:
            for raekke in gruppe:
                if raekke.fejl:
                    self.plan.svar(raekke, Udfald.FEJL, **raekke.fejl)
                    continue
                try:
                    doem.get(raekke.slags, self._oplysning)(raekke)
                except KanIkke as nej:
                    self.plan.svar(raekke, Udfald.FEJL, **nej.felter)
        return self.plan

    # --- The citizen ---------------------------------------------------------------------------------

    def _borger(self, r: Raekke) -> None:
        v = r.vaerdier
        foedt = foedselsdag(self.anledning, v["cpr"], v["foedselsdato"])
        kendt = self.borgere.get(v["cpr"].nummer)
        if kendt is None:
            ny = Borger(
                kommune_id=self.kommune_id,
                cpr=v["cpr"].nummer,
                foedselsdato=foedt,
                beskyttet_adresse=v["beskyttet"],
                **{felt: v[kolonne] for kolonne, felt in BORGERENS.items()},
            )
            self.borgere[ny.cpr] = ny
            self.plan.borgere.append(ny)
            self.plan.svar(r, Udfald.NY)
            return
        self.plan.sete.add(kendt.id)
        andre = {
            kolonne: _(
                "Borgeren findes med noget andet. Det er ikke rettet: ret det i Rehabteam, hvis filen har ret."
            )
            for kolonne, felt in BORGERENS.items()
            if v[kolonne] and v[kolonne] != getattr(kendt, felt)
        }
        if v["beskyttet"] and not kendt.er_beskyttet:
            andre["beskyttet"] = _(
                "Filen siger, at navn og adresse er beskyttet. Registrér det på borgerens side nu."
            )
        self.plan.svar(r, Udfald.AFVIGER if andre else Udfald.ENS, **andre)

    # --- The forløb ----------------------------------------------------------------------------------

    def _forloeb(self, r: Raekke) -> None:
        v = r.vaerdier
        borger = self.borgere.get(v["cpr"].nummer)
        noegle = self.noegler.get(("forloeb", v["kilde_id"]))
        if noegle:
            self._kendt_forloeb(r, noegle, borger)
            return
        if borger is None:
            raise KanIkke(
                {
                    "cpr": _(
                        "Borgeren er hverken i filerne eller i Rehabteam, eller linjen om borgeren har fejl."
                    )
                }
            )
        self.plan.sete.add(borger.id)
        efterproev_forloeb(v["start"], v["slut"], borger.foedselsdato, self.anledning.dag)
        hendes = self.borgerens.setdefault(borger.id, [])
        samme = next((f for f in hendes if f.start == v["start"]), None)
        if samme:
            self._ny_noegle(r, samme, samme.id, aftryk("forloeb", {"start": samme.start, "slut": samme.slut}))
            self._kendt_forloeb(r, self.noegler["forloeb", v["kilde_id"]], borger)
            return
        if v["slut"] is None and any(f.slut is None for f in hendes):
            raise KanIkke({"start": _(HAR_ALLEREDE)})
        ny = Forloeb(
            kommune_id=self.kommune_id,
            borger=borger,
            sagsbehandler_id=self._kollega(v["sagsbehandler"]),
            start=v["start"],
            slut=v["slut"],
        )
        hendes.append(ny)
        self.forloeb[ny.id] = ny
        self.plan.forloeb.append(ny)
        self.plan.roer(ny, "forloeb")
        self._ny_noegle(r, ny, ny.id, aftryk("forloeb", dict(v)))
        self.plan.svar(r, Udfald.NY)

    def _kendt_forloeb(self, r: Raekke, noegle: Importnoegle, borger: Borger | None) -> None:
        v = r.vaerdier
        forloeb = self.forloeb.get(noegle.forloeb_id)
        if forloeb is None or borger is None or forloeb.borger_id != borger.id:
            raise KanIkke({"kilde_id": _("Nøglen hører til et andet forløb, end linjen fortæller om.")})
        self.plan.sete.add(borger.id)
        nyt = aftryk("forloeb", dict(v))
        if nyt == noegle.aftryk:
            self.plan.svar(r, Udfald.ENS)
            return
        if forloeb.start != v["start"]:
            raise KanIkke(
                {"start": _("Forløbet har en anden startdato i Rehabteam. Den ændres ikke ved indlæsning.")}
            )
        if forloeb.slut != v["slut"] and (forloeb.slut or not v["slut"]):
            raise KanIkke(
                {"slut": _("Forløbet har en anden slutdato i Rehabteam. Den ændres ikke ved indlæsning.")}
            )
        self._nyt_aftryk(noegle, nyt)
        if forloeb.slut == v["slut"]:
            self.plan.svar(r, Udfald.ENS)
            return
        efterproev_forloeb(v["start"], v["slut"], forloeb.borger.foedselsdato, self.anledning.dag)
        forloeb.slut = v["slut"]
        self.plan.slut.append(forloeb)
        self.plan.roer(forloeb, "slut")
        self.plan.svar(r, Udfald.AENDRET)

    def _kollega(self, navn: str) -> UUID:
        if not navn:
            return self.anledning.aktoer.medarbejder_id
        fundne = self.kolleger.get(navn, [])
        if len(fundne) != 1:
            raise KanIkke(
                {
                    "sagsbehandler": _("Der er ingen i kommunen med det navn i Rehabteam.")
                    if not fundne
                    else _("Der er flere i kommunen med det navn. Lad feltet stå tomt.")
                }
            )
        return fundne[0]

    # --- The facts -----------------------------------------------------------------------------------

    def _oplysning(self, r: Raekke) -> None:
        v = r.vaerdier
        model, felter, sted = FAKTA[r.slags]
        forloeb = self._forloebet(v["forloeb"])
        self.plan.sete.add(forloeb.borger_id)
        ny = model(
            kommune_id=self.kommune_id,
            forloeb=forloeb,  # type: ignore[misc]
            registreret_tid=self.anledning.nu,
            registreret_af=self.anledning.aktoer.navn,
            **{felt: v[felt] for felt in felter},
        )
        self._efterproev(ny, forloeb.borger.foedselsdato)
        nyt = aftryk(r.slags, dict(v))
        noegle = self.noegler.get((r.slags, v["kilde_id"]))
        gaeldende: list[Oplysning] = getattr(forloeb, sted, [])
        if noegle is None:
            ledige = (g for g in gaeldende if g.id not in self.optagne)
            samme = next((g for g in ledige if aftryk(r.slags, vars(g)) == nyt), None)
            if samme:
                self._ny_noegle(r, forloeb, samme.id, nyt)
                self.plan.svar(r, Udfald.ENS)
                return
            self._skriv(r, forloeb, ny, "ny")
            self._ny_noegle(r, forloeb, ny.id, nyt)
            self.plan.svar(r, Udfald.NY)
            return
        if noegle.forloeb_id != forloeb.id:
            raise KanIkke({"kilde_id": _("Nøglen hører til et andet forløb, end linjen fortæller om.")})
        if noegle.aftryk == nyt:
            self.plan.svar(r, Udfald.ENS)
            return
        gammel = next((g for g in gaeldende if g.id == noegle.raekke), None)
        if gammel is None or aftryk(r.slags, vars(gammel)) != noegle.aftryk:
            raise KanIkke(
                {
                    "kilde_id": _(
                        "Oplysningen er ændret både i filen og i Rehabteam. Den er ikke rettet: ret den her."
                    )
                }
            )
        self.plan.tilbage.append(gammel)
        self._skriv(r, forloeb, ny, "rettet")
        self._nyt_aftryk(noegle, nyt, ny.id)
        self.plan.svar(r, Udfald.AENDRET)

    def _forloebet(self, kilde_id: str) -> Forloeb:
        noegle = self.noegler.get(("forloeb", kilde_id))
        forloeb = self.forloeb.get(noegle.forloeb_id) if noegle else None
        if forloeb is None:
            raise KanIkke(
                {
                    "forloeb": _(
                        "Forløbet er hverken i filerne eller indlæst før, eller linjen om forløbet har fejl."
                    )
                }
            )
        return forloeb

    def _efterproev(self, ny: Oplysning, foedt: date) -> None:
        dag = self.anledning.dag
        match ny:
            case Indsats():
                efterproev_indsats(ny, foedt, dag)
            case UndtagetPeriode():
                efterproev_periode(ny.fra, ny.til, ny.hjemmel, foedt, dag)
            case OrdinaereTimer():
                efterproev_timer(ny.dato, ny.timer, ny.art, foedt, dag)

    def _skriv(self, r: Raekke, forloeb: Forloeb, ny: Oplysning, hvad: str) -> None:
        self.plan.oplysninger.append(ny)
        self.plan.roer(forloeb, r.slags if hvad == "ny" else hvad)

    def _ny_noegle(self, r: Raekke, forloeb: Forloeb, raekke: UUID, sum_: str) -> None:
        noegle = Importnoegle(
            kommune_id=self.kommune_id,
            system=self.system,
            slags=r.slags,
            kilde_id=r.vaerdier["kilde_id"],
            forloeb=forloeb,
            raekke=raekke,
            aftryk=sum_,
        )
        self.noegler[r.slags, noegle.kilde_id] = noegle
        self.plan.noegler.append(noegle)
        self.optagne.add(raekke)
        self.nye.add(noegle.id)

    def _nyt_aftryk(self, noegle: Importnoegle, sum_: str, raekke: UUID | None = None) -> None:
        noegle.aftryk, noegle.raekke = sum_, raekke or noegle.raekke
        if noegle.id not in self.nye:
            self.plan.nye_aftryk.append(noegle)
