"""What the calendar shows, day by day: the law's own dates asked for again, meetings, certificates, reminders."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.frist import vurder
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Borger, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek import attester, kalender
from rehabteam.sager.udtraek.udvalg import Udvalg

from .arbejdsside import VENTER
from .fristboks import fristboks

HOEJST = 300  # of each kind; a month of a whole kommune may have more, and then says so
HVOR_LANGT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Post:
    """One thing on one day. `hvad`: the kind in words; `navn`: of the citizen, as it may be shown; `hos`: whose it is."""

    dag: date
    hvad: str
    navn: str
    url: str
    borger: Borger
    tekst: str = ""
    hos: str = ""
    kl: time | None = None


@dataclass(frozen=True, slots=True)
class Dag:
    dag: date
    poster: list[Post]


def dage(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> tuple[list[Dag], bool]:
    """The days that have something, in order; and whether some of it was too much to show."""
    poster = [
        *_seks_maaneder(aktoer, fra, til, dag, u),
        *_sendes(aktoer, fra, til, dag, u),
        *_moeder(aktoer, fra, til, u),
        *(_attest(r) for r in kalender.attester_mellem(aktoer, fra, til, dag, u)[:HOEJST]),
        *_paamindelser(aktoer, fra, til),
    ]
    poster.sort(key=lambda p: (p.dag, p.kl or time(0), p.hvad, p.url, p.tekst))
    return [Dag(d, list(ps)) for d, ps in groupby(poster, key=lambda p: p.dag)], len(poster) >= HOEJST


def _seks_maaneder(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Post]:
    for f in med_fakta(kalender.forloeb_mellem(aktoer, fra, til, u))[:HOEJST]:
        v = vurder(f, dag)
        if v.status not in VENTER or v.frist is None or not fra <= v.frist <= til:
            continue
        url, hos = reverse("web:forloeb", args=[f.id]), f.sagsbehandler.navn
        tekst = _("Du skal vurdere svaret") if v.status == "MANUEL_VURDERING" else ""
        yield Post(v.frist, _("Seks måneder"), f.borger.navn, url, f.borger, tekst, hos)


def _sendes(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Post]:
    for sag in kalender.skal_sendes(aktoer, fra, til, u)[:HOEJST]:
        assert sag.moede is not None
        seneste = fristboks(sag.moede.dato, dag).seneste
        if fra <= seneste <= til:
            yield _paa_sagen(sag, seneste, _("Sidste dag at sende"), "web:sag")


def _moeder(aktoer: Aktoer, fra: date, til: date, u: Udvalg) -> Iterator[Post]:
    for sag in kalender.moeder_mellem(aktoer, fra, til, u)[:HOEJST]:
        assert sag.moede is not None
        kl = sag.moede_kl or sag.moede.kl
        yield _paa_sagen(sag, sag.moede.dato, _("Møde i teamet"), "web:sag", sag.moede.sted, kl)


def _attest(r: attester.Attestrad) -> Post:
    assert r.frist is not None
    hvad = _("Attest ventes") if not r.stand.forsinket else _("Attest er forsinket")
    return _paa_sagen(r.anmodning.sag, r.frist, hvad, "web:sag", r.form.nummer)


def _paamindelser(aktoer: Aktoer, fra: date, til: date) -> Iterator[Post]:
    for p in kalender.paamindelser_mellem(aktoer, fra, til)[:HOEJST]:
        url = reverse("web:sag", args=[p.sag_id]) if p.sag_id else reverse("web:forloeb", args=[p.forloeb_id])
        navn = p.sag.borgerens_navn if p.sag else p.borger.navn
        yield Post(p.dag, _("Din påmindelse"), navn, url, p.borger, p.tekst)


def _paa_sagen(sag: Sag, dag: date, hvad: str, rute: str, tekst: str = "", kl: time | None = None) -> Post:
    om = f"{_(art(sag).navn)}, {tekst}" if tekst else _(art(sag).navn)
    url = reverse(rute, args=[sag.id])
    return Post(dag, hvad, sag.borgerens_navn, url, sag.borger, om, sag.sagsbehandler.navn, kl)


def forfaldent(aktoer: Aktoer, dag: date) -> list[Post]:
    """What is due of itself in her own cases: last days that have passed or come within the week."""
    u = Udvalg(hos=(aktoer.sager_for,))
    fundne, _for_mange = dage(aktoer, dag - HVOR_LANGT, dag + timedelta(days=7), dag, u)
    uden = (_("Møde i teamet"), _("Din påmindelse"))
    return [p for d in fundne for p in d.poster if p.hvad not in uden]
