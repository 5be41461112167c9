"""What the agreement says of one case: what it counts as, its price and its deadline, by the terms of its meeting's date."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.tid import DAG
from rehabteam.sager.aftaler import KATEGORIER, Vilkaar, vilkaar
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek import sagsbillede

from .aftaleside import kroner
from .byggesten import fristmaerke
from .byggesten.fristmaerke import Fristmaerke

REFORMER = {"fleksjob_foertidspension": "Reform for fleksjob og førtidspension"}
PRISGRUPPER = {"sygedagpengereform": "Som sygedagpengereformen"}


@dataclass(frozen=True, slots=True)
class Aftalt:
    """A document the agreement names for this kind of case. `ligger`: one on the case whose title holds its words."""

    tekst: str
    ligger: Dokument | None


@dataclass(frozen=True, slots=True)
class Sagsaftale:
    """`dokumenter`: agreed, no law; they never hold a case back and are not counted.

    `frist`: the agreement's last day before the case's meeting; None = not given, or no meeting. `for_sent`: passed,
    also by the hour on the day itself. `lukket`: local closing days between it and the meeting."""

    kendt: bool
    opdigtet: bool
    pris: str
    pris_afsnit: str
    hverdage: int | None
    frist: date | None
    maerke: Fristmaerke | None
    for_sent: bool
    skaeringstid: time | None
    frist_afsnit: str
    lukket: tuple[tuple[date, str], ...]
    dokumenter: tuple[Aftalt, ...]
    dokumenter_afsnit: str


def ramme_om_sagen(sag: Sag, dag: date, nu: datetime) -> dict[str, Any]:
    """Two attributes and not one: the reform the case belongs to, and what the agreement counts it as; its terms.

    `dag`: today, for a case without a meeting. `nu`: the local clock, for the hour of the last day.
    """
    svar = gaeldende("kategori").funktion(sag.sagstype)
    vaerdier = dict(svar.svar)
    v = vilkaar(sag.kommune_id, sag.moede.dato if sag.moede else dag)
    aftale = ""
    if vaerdier["pris_gruppe"]:
        aftale = _("%(gruppe)s (frist efter afsnit %(frist)s, pris efter afsnit %(pris)s)") % {
            "gruppe": PRISGRUPPER.get(vaerdier["pris_gruppe"], vaerdier["pris_gruppe"]),
            "frist": vaerdier["deadline_afsnit"],
            "pris": vaerdier["pris_afsnit"],
        }
    elif kategori := v.kategori(sag):
        aftale = _(KATEGORIER[kategori])
    return {
        "lovgrundlag": REFORMER.get(vaerdier["reform"], ""),
        "aftalekategori": aftale,
        "kategori_hvorfor": svar.grunde,
        "aftale": _aftalen(sag, v, dag, nu),
    }


def _aftalen(sag: Sag, v: Vilkaar, dag: date, nu: datetime) -> Sagsaftale:
    kategori = v.kategori(sag)
    moede = sag.moede.dato if sag.moede else None
    frist = v.seneste_dag(kategori, moede) if moede else None
    lukket = tuple((d, navn) for d, navn in v.lukkedage or () if moede and dag <= d < moede)
    sendt = sag.sendt_dag
    paa = sendt or dag
    klokken = sag.sendt_tid if sendt else nu
    over_tiden = bool(v.skaeringstid and klokken and klokken.astimezone(nu.tzinfo).time() > v.skaeringstid)
    return Sagsaftale(
        kendt=bool(v.nr),
        opdigtet=v.opdigtet,
        pris=kroner(v.pris_per_sag.get(kategori)) if kategori else "",
        pris_afsnit=v.afsnit.get("pris_per_sag", ""),
        hverdage=v.frist_hverdage.get(kategori) if kategori else None,
        frist=frist,
        maerke=fristmaerke.hverdage(frist, _tilbage(v, frist, dag)) if frist and not sendt else None,
        for_sent=frist is not None and (paa > frist or (paa == frist and over_tiden)),
        skaeringstid=v.skaeringstid,
        frist_afsnit=v.afsnit.get("frist_hverdage", ""),
        lukket=lukket,
        dokumenter=_dokumenter(sag, v),
        dokumenter_afsnit=v.afsnit.get("dokumenter", ""),
    )


def _dokumenter(sag: Sag, v: Vilkaar) -> tuple[Aftalt, ...]:
    """Nothing is guessed: only a title that holds every word of the line is pointed at; a human sees to the rest."""
    aftalte = v.dokumenter.get(art(sag).noegle, ())
    titler = [(_ord(d.titel), d) for d in (sagsbillede.gyldige(sag) if aftalte else ())]
    return tuple(
        Aftalt(tekst, next((d for titel, d in reversed(titler) if _ord(tekst) <= titel), None))
        for tekst in aftalte
    )


def _ord(tekst: str) -> set[str]:
    return set(re.findall(r"\w+", tekst.casefold()))


def _tilbage(v: Vilkaar, frist: date, dag: date) -> int:
    """The agreement's hverdage after today up to and including the last day; below nought when it is passed."""
    fra, til, fortegn = (dag, frist, 1) if dag <= frist else (frist, dag, -1)
    antal = v.hverdage_til(til + DAG, fra + DAG)
    return fortegn * (antal or int(fortegn < 0))
