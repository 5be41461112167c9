"""Cases of every kind, read from data/sager.toml and carried as far as they have come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Literal
from uuid import UUID

from rehabteam import breve
from rehabteam.breve.former import Afsnit
from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.borgeren import NyBorger
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indstilling import skriv_indstilling
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Moede
from rehabteam.sager.testnumre import testnummer

from .dagbog import Dagbog
from .historie import SLAGS
from .regionen import DATA, DemoRegion, laes_fil

FIL = DATA / "sager.toml"


@dataclass(frozen=True, slots=True)
class Demosag:
    """One case; what is empty has not happened yet. `skrevet`: the day the plan was written on."""

    art: str
    kommune: str
    sagsbehandler: str
    navn: str
    foedt: date
    koen: Literal["K", "M"]
    oprettet: date
    skrevet: date | None = None
    bisidder: str = ""
    svar: dict[str, bool | str] = field(default_factory=dict)
    grunde: dict[str, str] = field(default_factory=dict)
    plan: dict[str, dict[str, Any]] = field(default_factory=dict)
    attest: dict[str, Any] = field(default_factory=dict)
    cv: str = ""
    skoen: tuple[dict[str, Any], ...] = ()
    moede: str = ""
    sendt: date | None = None
    sendt_grund: str = ""
    koordinator: str = ""
    fordelt: date | None = None
    indstilling: dict[str, str] = field(default_factory=dict)
    uenig: date | None = None
    uenig_grund: str = ""


def laes() -> list[Demosag]:
    """Read the file. Raises TypeError on a key that no dataclass knows."""
    return [demosag(raa) for raa in laes_fil(FIL)["sag"]]


def demosag(raa: Mapping[str, Any]) -> Demosag:
    """One case as it stands in a file."""
    return Demosag(**{**raa, "skoen": tuple(raa.get("skoen", ()))})


def foer(dagbog: Dagbog, region: DemoRegion, moeder: Mapping[str, Moede]) -> None:
    """Put every case in, in the order of time, so that case numbers are given as they would have been."""
    for sag in sorted(laes(), key=lambda s: s.oprettet):
        foer_en(dagbog, region, moeder, sag)


def foer_en(dagbog: Dagbog, region: DemoRegion, moeder: Mapping[str, Moede], sag: Demosag) -> UUID:
    """One case as far as it has come; returns its id."""
    hvem = sag.sagsbehandler
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        sag_id = _forbered(dagbog, moeder, sag)
        if sag.sendt:
            send_til_region(dagbog.anledning(hvem, sag.sendt), sag_id, grund=sag.sendt_grund)
    if sag.fordelt:
        sekretariat = region.region.en("sekretariat").brugernavn
        koordinator = dagbog.folk[sag.koordinator].medarbejder_id
        dagbog.goer(sekretariat, sag.fordelt, fordel_til_koordinator, sag_id, koordinator_id=koordinator)
    if sag.indstilling:
        kommune = region.kommune(sag.kommune)
        leder = kommune.en("moedeleder")
        folk = {
            "borger": sag.navn,
            "sagsbehandler": region.person(hvem).navn,
            "moedeleder": leder.navn,
            "sundhedskoordinator": region.person(sag.koordinator).navn,
            **{o: kommune.en("teammedlem", o).navn for o in ("beskaeftigelse", "social", "sundhed")},
        }
        til_stede = [Fremmoede(slags, navn, True) for slags, navn in folk.items()]
        _indstil(dagbog, leder.brugernavn, moeder[sag.moede].dato, sag_id, sag.indstilling, til_stede)
    if sag.uenig:
        dagbog.goer(hvem, sag.uenig, genoptag_uenig, sag_id, grund=sag.uenig_grund)
    return sag_id


def _forbered(dagbog: Dagbog, moeder: Mapping[str, Moede], sag: Demosag) -> UUID:
    """Made, answered, written and given a meeting, as far as it has come."""
    hvem, skrevet = sag.sagsbehandler, sag.skrevet or sag.oprettet
    ny = NyBorger(laes_cpr(testnummer(sag.foedt, sag.koen)), sag.navn, bisidder=sag.bisidder, tolk="Ingen")
    sag_id = opret_sag(
        dagbog.anledning(hvem, sag.oprettet), art=sag.art, ny=ny, svar=sag.svar, grunde=sag.grunde
    ).id
    for noegle, indhold in sag.plan.items():
        skriv_plandel(
            dagbog.anledning(hvem, skrevet), sag_id, noegle=noegle, version=0, indhold=Indhold(**indhold)
        )
    if sag.attest:
        _attest(dagbog, sag, sag_id)
    if sag.cv:
        arbejde: list[Afsnit] = [{"overskrift": "Arbejde og uddannelse", "tekst": sag.cv}]
        _papir(dagbog, sag, sag_id, "CV", "cv", skrevet, skrevet, arbejde)
    for s in sag.skoen:
        svar_paa_spoergsmaal(
            dagbog.anledning(hvem, s["dag"]),
            sag_id,
            noegle=s["noegle"],
            vaerdi=s["vaerdi"],
            grund=s.get("grund", ""),
        )
    if sag.moede:
        vaelg_moede(
            dagbog.anledning(hvem, skrevet), sag_id, moede_id=moeder[sag.moede].id, kl=time(11), grund=""
        )
    return sag_id


def _attest(dagbog: Dagbog, sag: Demosag, sag_id: UUID) -> None:
    """The certificate as paper, and what the caseworker found in it."""
    a = sag.attest
    afsnit: list[Afsnit] = [
        {"overskrift": "Helbred", "tekst": sag.plan["stk1_nr5"]["kommunen"]},
        {"overskrift": "Andre forhold", "tekst": "Ingen."},
    ]
    papir = _papir(dagbog, sag, sag_id, a["titel"], "laegeattest", a["dato"], a["laest"], afsnit)
    vurder_laegeattest(
        dagbog.anledning(sag.sagsbehandler, a["laest"]),
        sag_id,
        papir,
        kilde=a["kilde"],
        konsultation=a.get("konsultation"),
        punkter=a.get("punkter", ()),
    )


def _papir(
    dagbog: Dagbog,
    sag: Demosag,
    sag_id: UUID,
    titel: str,
    slags: str,
    dato: date,
    tilfoejet: date,
    afsnit: list[Afsnit],
) -> UUID:
    pdf = breve.dokument(
        {
            "titel": titel,
            "slags": SLAGS[slags],
            "afsender": {"navn": "Praktiserende læge" if slags == "laegeattest" else sag.navn},
            "dato": dato.isoformat(),
            "borger": {"navn": sag.navn, "cpr_maskeret": f"{sag.foedt:%d%m%y}-••••"},
            "afsnit": afsnit,
            "demo": True,
        }
    )
    nyt = tilfoej_dokument(
        dagbog.anledning(sag.sagsbehandler, tilfoejet),
        sag_id,
        filnavn=f"{slags}.pdf",
        data=pdf,
        titel=titel,
        slags=slags,
        dato=dato,
        afsender="Praktiserende læge" if slags == "laegeattest" else "",
    )
    return nyt.id


def _indstil(
    dagbog: Dagbog, leder: str, dag: date, sag_id: UUID, ord_: dict[str, str], folk: list[Fremmoede]
) -> None:
    """Who was there, what the team said, and the indstilling given."""
    with kontekst.arbejder_som(dagbog.folk[leder]):
        registrer_deltagere(dagbog.anledning(leder, dag), sag_id, fremmoede=folk)
        skrevet = skriv_indstilling(
            dagbog.anledning(leder, dag),
            sag_id,
            version=0,
            udfald=ord_["udfald"],
            indhold={navn: tekst for navn, tekst in ord_.items() if navn != "udfald"},
            flag={"meget_begraenset_arbejdsevne": False},
        )
        afgiv_indstilling(
            dagbog.anledning(leder, dag), sag_id, version=skrevet.version, begrundelse_tilstraekkelig=True
        )
