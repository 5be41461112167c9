"""What the calendar shows, day by day, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.terminer import HOEJST, Slags, Termin, af_sig_selv, terminer
from rehabteam.lov.vurdering import Udgave
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Attestskridt, Borger
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek.udvalg import Udvalg

from .attestside import IKKE_NOTERET
from .regellinje import regellinje

Skridt = Attestskridt.Slags


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
    udgave: Udgave | None = None  # of the rules, where the day is theirs


@dataclass(frozen=True, slots=True)
class Dag:
    dag: date
    poster: list[Post]


def dage(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> tuple[list[Dag], bool]:
    """The days that have something, in order; and whether some of it was too much to show."""
    poster = [_post(t) for t in terminer(aktoer, fra, til, dag, u)]
    poster.sort(key=lambda p: (p.dag, p.kl or time(0), p.hvad, p.url, p.tekst))
    return [Dag(d, list(ps)) for d, ps in groupby(poster, key=lambda p: p.dag)], len(poster) >= HOEJST


def forfaldent(aktoer: Aktoer, dag: date) -> list[Post]:
    """What is due of itself in her own cases."""
    return [_post(t) for t in af_sig_selv(aktoer, dag)]


def _post(t: Termin) -> Post:
    udgave = t.vurdering.udgave if t.vurdering else None
    if t.forloeb:
        f = t.forloeb
        tvivl = t.vurdering and t.vurdering.status == "MANUEL_VURDERING"
        tekst = _("Du skal vurdere svaret") if tvivl else ""
        url = reverse("web:forloeb", args=[f.id])
        hos = f.sagsbehandler.navn
        return Post(t.dag, _("Seks måneder"), f.borger.navn, url, f.borger, tekst, hos, udgave=udgave)
    if p := t.paamindelse:
        url = reverse("web:sag", args=[p.sag_id]) if p.sag_id else reverse("web:forloeb", args=[p.forloeb_id])
        navn = p.sag.borgerens_navn if p.sag else p.borger.navn
        return Post(t.dag, _("Din påmindelse"), navn, url, p.borger, p.tekst)
    sag = t.sag
    assert sag is not None
    mere = ""
    match t.slags:
        case Slags.SENDES:
            hvad = _("Sidste dag at sende")
        case Slags.MOEDE:
            hvad = _("Møde i teamet")
            mere = sag.moede.sted if sag.moede else ""
        case Slags.OPFOELGNING:
            hvad = _("En indsats er aftalt til at begynde")
        case _:
            assert t.attest is not None
            stand = t.attest.stand
            hvad = _("Attest er forsinket") if stand.forsinket else _("Attest ventes")
            mere = t.attest.form.nummer
            if stand.tjek:
                hvad = _("Egen opfølgning, ikke en lovfrist")
                mere += f". {IKKE_NOTERET[Skridt(stand.ikke_noteret)]}"
    tekst = f"{_(art(sag).navn)}, {mere}" if mere else _(art(sag).navn)
    url = reverse("web:sag", args=[sag.id])
    return Post(t.dag, hvad, sag.borgerens_navn, url, sag.borger, tekst, sag.sagsbehandler.navn, t.kl, udgave)


def udgaver(poster: Iterable[Post]) -> list[Udgave]:
    """By which rules the days were reckoned."""
    return regellinje(p.udgave for p in poster if p.udgave)
