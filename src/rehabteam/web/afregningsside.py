"""A month's settlement as it is read: its lines with numbers and words, sums by category, and what is in the way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.ord import MAANEDER
from rehabteam.sager.afregning import AFBUD, NUL, Forskel, Stilling, i_alt
from rehabteam.sager.aftaler import KATEGORIER
from rehabteam.sager.models import Afregning, Afregningsgodkendelse, Afregningslinje

from .aftaleside import kroner
from .byggesten import datoer

Side = Afregningsgodkendelse.Side


def maanedsnavn(maaned: date) -> str:
    """ "maj 2026"."""
    return f"{MAANEDER[maaned.month - 1]} {maaned.year}"


def kategorinavn(kategori: str) -> str:
    return _(KATEGORIER[kategori]) if kategori in KATEGORIER else _("Ikke angivet")


@dataclass(frozen=True, slots=True)
class Vistlinje:
    """`sag`: its number, "" where it is about no case, None where the reader may not see the case."""

    linje: Afregningslinje
    hvad: str
    sag: str | None
    kategori: str
    hvordan: str
    aaben: bool
    retter_nr: int | None


@dataclass(frozen=True, slots=True)
class Opgoerelse:
    """One settlement of the month with its lines, sum and who has approved it as it stands."""

    afregning: Afregning
    linjer: list[Vistlinje]
    sum: Decimal
    kommune: Afregningsgodkendelse | None
    region: Afregningsgodkendelse | None


def opgoerelser(
    linjer: Iterable[Afregningslinje], numre: Mapping[UUID, str], staar: Mapping[str, Stilling]
) -> list[Opgoerelse]:
    """The month's settlements in order; `linjer` are all of the month's, with `afregning` and `aftale` loaded."""
    pr_afregning: dict[UUID, list[Afregningslinje]] = defaultdict(list)
    kendte: dict[UUID, Afregning] = {}
    alle = list(linjer)
    for linje in alle:
        pr_afregning[linje.afregning_id].append(linje)
        kendte[linje.afregning_id] = linje.afregning
    givne = {
        (g.afregning_id, g.side, g.linjer): g
        for g in Afregningsgodkendelse.objects.filter(afregning_id__in=kendte)
    }
    nr = {linje.id: linje.nr for linje in alle}
    seneste = {linje.noegle: linje.id for linje in alle}
    fundne = []
    for id_, egne in pr_afregning.items():
        viste = [
            Vistlinje(
                linje,
                hvad(linje),
                numre.get(linje.sag_id) if linje.sag_id else "",
                kategorinavn(linje.kategori) if linje.slags in ("sag", AFBUD) else "",
                hvordan(linje),
                staar[linje.noegle].aaben and seneste[linje.noegle] == linje.id,
                nr.get(linje.retter_id) if linje.retter_id else None,
            )
            for linje in egne
        ]
        godkendt = {side: givne.get((id_, side, len(egne))) for side in Side}
        fundne.append(
            Opgoerelse(kendte[id_], viste, i_alt(egne), godkendt[Side.KOMMUNE], godkendt[Side.REGION])
        )
    return sorted(fundne, key=lambda o: o.afregning.nr)


def hvad(linje: Afregningslinje) -> str:
    """What is paid for, as a phrase."""
    navn = _(str(linje.get_slags_display()))
    if linje.slags == AFBUD and linje.afbud_dag:
        navn = _("%(hvad)s, meldt %(dag)s") % {"hvad": navn, "dag": datoer.tabel(linje.afbud_dag)}
    return navn


def hvordan(linje: Afregningslinje) -> str:
    """How the amount came about: the price and its share, or that it was set by hand."""
    if linje.oprindelse != Afregningslinje.Oprindelse.BEREGNET:
        return _(str(linje.get_oprindelse_display()))
    if linje.beloeb is None:
        return _("Prisen er ikke angivet")
    if linje.retter_id:
        return _("Forskel fra det, der stod")
    pris = kroner(linje.pris)
    return pris if linje.procent == 100 else f"{linje.procent} % × {pris}"


def pr_kategori(linjer: Iterable[Afregningslinje]) -> list[tuple[str, int, Decimal]]:
    """(category, number of things paid for, sum): the known first, then meetings and days, then the unknown."""
    sum_: dict[str, Decimal] = defaultdict(lambda: NUL)
    antal: dict[str, set[str]] = defaultdict(set)
    for linje in linjer:
        navn = kategorinavn(linje.kategori) if linje.slags in ("sag", AFBUD) else _("Møder og mødedage")
        sum_[navn] += linje.beloeb or NUL
        antal[navn].add(linje.noegle)
    return [(navn, len(antal[navn]), sum_[navn]) for navn in sorted(sum_, key=_orden)]


def _orden(navn: str) -> tuple[int, str]:
    sidst = {_("Møder og mødedage"): 1, _("Ikke angivet"): 2}
    return (sidst.get(navn, 0), navn)


@dataclass(frozen=True, slots=True)
class Vistforskel:
    """A difference between what has happened and what stands, in words."""

    forskel: Forskel
    hvad: str
    sag: str | None
    dato: date | None


def viste_forskelle(
    fundne: Iterable[Forskel], foerste: Mapping[str, Afregningslinje], numre: Mapping[UUID, str]
) -> list[Vistforskel]:
    viste = []
    for f in fundne:
        om = f.post or foerste.get(f.noegle)
        navn = _(Afregningslinje.Slags(om.slags).label) if om else f.noegle
        sag_id = om.sag_id if om else None
        viste.append(Vistforskel(f, str(navn), numre.get(sag_id) if sag_id else "", om.dato if om else None))
    return viste


KOLONNER = (
    "Afregning",
    "Linje",
    "Hvad",
    "Sag",
    "Aftalekategori",
    "Mødedato",
    "Meldt afbud",
    "Pris",
    "Procent",
    "Beløb",
    "Retter linje",
    "Grund",
    "Aftalens version",
    "Skrevet",
)


def raekker(opgjorte: Iterable[Opgoerelse]) -> list[tuple[object, ...]]:
    """The lines as a table for a spreadsheet: no name and no CPR number, dates and amounts as what they are."""
    return [
        (
            o.afregning.nr,
            v.linje.nr,
            v.hvad,
            _("Ikke vist") if v.sag is None else v.sag,
            v.kategori,
            v.linje.dato,
            v.linje.afbud_dag,
            v.linje.pris,
            v.linje.procent,
            v.linje.beloeb if v.linje.beloeb is not None else "Ikke angivet",
            v.retter_nr,
            v.linje.grund,
            v.linje.aftale.nr if v.linje.aftale else "Ikke angivet",
            v.linje.tid.date(),
        )
        for o in opgjorte
        for v in o.linjer
    ]
