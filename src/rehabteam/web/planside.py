"""The forberedende del as its pages show it: parts, what they lack, the law's answer, documents, what is attested."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from rehabteam.handlinger.afkryds_planbilag import kan_afkrydses
from rehabteam.handlinger.skriv_plandel import indhold_af
from rehabteam.lov.vurdering import Mangel
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Dokument, Planbilag, Plandel, Sag, Skoen
from rehabteam.sager.plandele import POSTFELTER, Del
from rehabteam.sager.sagsfakta.plan import CV, bilag, der, kraevede, mangler_i, seneste
from rehabteam.sager.sagsfakta.samlet import Samlet
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL, Spoergsmaal
from rehabteam.sager.sagsfakta.skoen import seneste as svarene

from .planhjaelp import FELTNAVNE, HJAELP, INGEN, KORT, MANGLER, Hjaelp

# What people answer for about the plan as a whole, in the order they come to it.
ATTESTER = ("indeholder_vurdering", "sagstype_angivet", "udarbejdet_sammen_med_borger", "fuldt_oplyst")
PAR03 = "bek2408.par03"
# A plan may come in the layout of an indstilling too: no layout is turned away (§ 2, stk. 4).
PLANPAPIRER = ("forberedende_del", "cv", "forrige_indstilling")
HELBREDSPAPIRER = ("laegeattest",)


def skrives_her(aktoer: Aktoer, sag: Sag, svar: Samlet) -> bool:
    """Is the plan of this case written here, and may this person read it while it is?

    Where § 3 is among the rules the case is asked by; a re-submission leans on the plan from last time (§ 18).
    """
    if aktoer.vaeg != Vaeg.KOMMUNE:
        return False
    if seneste(sag):
        return True
    return any(v.regel == PAR03 for v in svar.vurderinger) and har_ret(aktoer, "skriv_plandel", sag)


@dataclass(frozen=True, slots=True)
class Post:
    """One effort as it is read: its name, what it was, and each party's experience and view."""

    nr: int
    navn: str
    om: list[tuple[str, str]]
    kommunen: list[tuple[str, str]]
    borgeren: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Afsnit:
    """One part on the page. `kode`: its status word; `mangler`: what mends it, sentence by sentence."""

    del_: Del
    nr: str
    titel: str
    hjaelp: Hjaelp
    plandel: Plandel | None
    kode: str
    mangler: list[str]
    noget: bool
    papirer: list[Dokument]
    punkter: list[tuple[str, str]] = field(default_factory=list)
    poster: list[Post] = field(default_factory=list)
    ingen: str = ""


def nummer(del_: Del) -> str:
    """What the part is called before its title: "nr. 1"; the efforts have none of their own."""
    return f"nr. {del_.hjemmel.nr}" if del_.hjemmel.nr else ""


def afsnit(sag: Sag, svar: Samlet) -> list[Afsnit]:
    """Every part of this case's plan. What the law misses is missing; what it lets be left out is only not written."""
    skrevet, her = seneste(sag), der(sag)
    savnet = {m.kode for m in svar.mangler}
    papirer = _papirer(sag)
    return [
        _afsnit(d, skrevet.get(d.noegle), d.noegle in her, savnet, papirer) for d in kraevede(sag.sagstype)
    ]


def et_afsnit(sag: Sag, svar: Samlet, del_: Del) -> Afsnit:
    return next(a for a in afsnit(sag, svar) if a.del_ is del_)


def _papirer(sag: Sag) -> dict[str, list[Dokument]]:
    efter: dict[str, list[Dokument]] = {}
    for b in bilag(sag):
        for noegle in b.dele:
            efter.setdefault(noegle, []).append(b.dokument)
    for d in sag.dokument_raekker.all():
        if d.slags == "cv" and d.trukket_tilbage_tid is None and d not in efter.get(CV, []):
            efter.setdefault(CV, []).append(d)
    return efter


def _afsnit(
    del_: Del, plandel: Plandel | None, er_der: bool, savnet: set[str], papirer: dict[str, list[Dokument]]
) -> Afsnit:
    i_papir = papirer.get(del_.noegle, [])
    noget = plandel is not None and not indhold_af(plandel).tomt
    mangler = mangler_ord(del_, plandel) if noget or not i_papir else []
    if er_der and not mangler:
        kode = "klar"
    elif noget:
        kode = "delvis"
    else:
        kode = "mangler" if del_.hjemmel.kort in savnet else "ikke_angivet"
    return Afsnit(
        del_,
        nummer(del_),
        _(del_.titel),
        HJAELP[del_.noegle],
        plandel,
        kode,
        mangler,
        noget,
        i_papir,
        [(_(titel), plandel.punkter.get(navn, "")) for navn, titel in del_.punkter] if plandel else [],
        vis_poster(plandel.poster) if plandel else [],
        str(INGEN[del_.noegle]) if plandel and plandel.ingen else "",
    )


def mangler_ord(del_: Del, plandel: Plandel | None) -> list[str]:
    """What is still missing in a part, in words; of a list row by row."""
    fundet = mangler_i(del_, plandel)
    titler = dict(del_.punkter)
    ord_ = [
        _("»%(punkt)s« er ikke skrevet.") % {"punkt": _(titler[felt])}
        if felt in titler
        else str(MANGLER[felt])
        for felt, nr in fundet
        if nr == 0
    ]
    for nr in dict.fromkeys(nr for _felt, nr in fundet if nr):
        felter = ", ".join(str(KORT[felt]) for felt, n in fundet if n == nr)
        ord_.append(_("Indsats %(nr)d mangler: %(felter)s.") % {"nr": nr, "felter": felter})
    return ord_


def vis_poster(poster: Iterable[dict[str, str]]) -> list[Post]:
    """Efforts to read. What is not written is said to be so."""
    return [
        Post(
            nr,
            post.get("navn", ""),
            [_felt(post, f) for f in POSTFELTER if f in ("indhold", "formaal", "varighed")],
            [_felt(post, f) for f in POSTFELTER if f.endswith("_kommune")],
            [_felt(post, f) for f in POSTFELTER if f.endswith("_borger")],
        )
        for nr, post in enumerate(poster, 1)
    ]


def _felt(post: dict[str, str], felt: str) -> tuple[str, str]:
    return str(FELTNAVNE[felt]), post.get(felt, "")


@dataclass(frozen=True, slots=True)
class Savn:
    """Something the law misses, and the part that mends it."""

    mangel: Mangel
    noegle: str
    titel: str


def savn(svar: Samlet, dele: list[Afsnit]) -> list[Savn]:
    """What the law misses of the parts, each with the part that mends it."""
    return [
        Savn(m, a.del_.noegle, a.titel)
        for m in svar.mangler
        for a in dele
        if a.del_.hjemmel.kort == m.kode and a.kode != "klar"
    ]


@dataclass(frozen=True, slots=True)
class Attest:
    """A question about the plan as a whole, and who has answered it. `rettet`: written on after the answer."""

    spoergsmaal: Spoergsmaal
    skoen: Skoen | None
    svar: str
    rettet: bool

    @property
    def tekst(self) -> str:
        return _(self.spoergsmaal.tekst)

    @property
    def hjaelp(self) -> str:
        return _(self.spoergsmaal.hjaelp)


def attester(sag: Sag, svar: Samlet) -> list[Attest]:
    """Those that the rules ask of this case, and those that have been answered."""
    givne = svarene(sag)
    spurgt = {s.noegle for s in svar.skal_vurderes}
    spurgt |= {"sagstype_angivet"} & {n for n in ATTESTER if _savnes_maerket(svar)}
    senest = max((d.tid for d in seneste(sag).values()), default=None)
    fundne = []
    for noegle in ATTESTER:
        skoen = givne.get(noegle)
        if noegle not in spurgt and skoen is None:
            continue
        sp = SPOERGSMAAL[noegle]
        fundne.append(
            Attest(
                sp,
                skoen,
                _(sp.ord(skoen.vaerdi)) if skoen and skoen.vaerdi is not None else "",
                bool(skoen and skoen.vaerdi is not None and senest and senest > skoen.tid),
            )
        )
    return fundne


def _savnes_maerket(svar: Samlet) -> bool:
    """Is it the mark of the kind of case that is missing (§ 3, stk. 4)?"""
    return any(m.kode == "§ 3, stk. 4" for m in (*svar.mangler, *svar.advarsler))


def planpapirer(sag: Sag) -> list[dict[str, Any]]:
    """Documents that may hold parts of the plan, and what they are ticked off for."""
    ticks: dict[Any, Planbilag] = {b.dokument_id: b for b in bilag(sag)}
    navne = kan_afkrydses(sag)
    return [
        {
            "dokument": d,
            "dele": [_(navne[n]) for n in ticks[d.id].dele if n in navne] if d.id in ticks else [],
            "af": ticks[d.id].af if d.id in ticks else "",
        }
        for d in sag.dokument_raekker.all()
        if d.trukket_tilbage_tid is None and (d.slags in PLANPAPIRER or d.id in ticks)
    ]


def helbredspapirer(sag: Sag) -> list[Dokument]:
    """Certificates on the case: they belong under the health (§ 3, stk. 1, nr. 5)."""
    return [
        d for d in sag.dokument_raekker.all() if d.slags in HELBREDSPAPIRER and d.trukket_tilbage_tid is None
    ]
