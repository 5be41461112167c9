"""Finding documents across cases: by kind, sender, date and the text of their pages. And the same bytes on other cases.

The words are understood as in soegning.py: Danish stems, the beginning or the end of a word; all of them on one page,
or in the title. The walls hold here as everywhere: a page that is not hers to see is no hit.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Dokument
from .soegning import HOEJST, I_TEKST, er_nummer, fold, uden_beskyttede_navne
from .synlige import synlige_sager

HENTES = 1000  # pages that are looked at; where there are more, some of the newest may be missing
SIDER_VIST = 3  # of one document
FOER, EFTER = 60, 110  # letters of an excerpt round the first hit
BUNKE = 200  # documents whose cases are looked up at a time

ET_ORD = "adgang.soegespoergsmaal(%(q)s)"
PAA_SIDER = f"SELECT s.dokument_id FROM sager_dokumentside s{{}} WHERE s.{{}} AND s.soegning @@ {ET_ORD}{{}} LIMIT {HENTES}"
# Whose they are, said in every question. The wall asks the same, but so late that the plan is made without knowing:
# PostgreSQL then takes a kommune for one of ninety-eight, and reads through the index of all that is its.
HER = {Vaeg.KOMMUNE: "kommune_id", Vaeg.KOORDINATOR: "koordinator_id"}
MED_DOKUMENTET = " JOIN sager_dokument d ON d.id = s.dokument_id"
I_TITLEN = f"SELECT d.id FROM sager_dokument d WHERE d.{{}} AND d.soegning @@ {ET_ORD}{{}} LIMIT {HENTES}"
# OFFSET 0: these few documents' pages are read and compared; the index would bring every page that has the words.
SIDERNE = (
    "SELECT s.dokument_id, s.nr, s.tekst, s.ocr FROM "
    "(SELECT * FROM sager_dokumentside WHERE {} AND dokument_id = ANY(%(dokumenter)s) OFFSET 0) s "
    f"WHERE s.soegning @@ {ET_ORD} ORDER BY s.dokument_id, s.nr"
)
STAMMER = "SELECT tsvector_to_array(to_tsvector('pg_catalog.danish', adgang.fold(%(q)s)))"


@dataclass(frozen=True, slots=True)
class Valg:
    """What is looked for. Every part may be empty; all that are given must fit. `til`: that day too."""

    tekst: str = ""
    slags: str = ""
    afsender: str = ""
    fra: date | None = None
    til: date | None = None

    @property
    def er_noget(self) -> bool:
        return bool(self.ordene or self.slags or self.afsender or self.fra or self.til)

    @property
    def ordene(self) -> str:
        """The words that are searched for in the texts: none of a CPR number's or a case's number."""
        q = " ".join(self.tekst.split()[:HOEJST])
        return "" if er_nummer(q) or len(q) < I_TEKST else q


@dataclass(frozen=True, slots=True)
class Sidefund:
    """A page that has the words: the excerpt round the first of them. `ocr`: it was read from a picture."""

    nr: int
    foer: str
    ordet: str
    efter: str
    ocr: bool


@dataclass(frozen=True, slots=True)
class Dokumentfund:
    """A document that fits. `sider`: the first pages that have the words, `flere` how many more have them."""

    dokument: Dokument
    sider: tuple[Sidefund, ...]
    flere: int


@dataclass(frozen=True, slots=True)
class Fundet:
    """The newest first. `flere`: there are more. `afkortet`: more pages had the words than are looked at."""

    dokumenter: tuple[Dokumentfund, ...]
    flere: bool
    afkortet: bool


def find_dokumenter(aktoer: Aktoer, valg: Valg, hoejst: int) -> Fundet:
    """The documents that fit, with the case and the citizen of each. Nothing fits when nothing is looked for."""
    if not valg.er_noget or (valg.tekst.strip() and not valg.ordene):
        return Fundet((), flere=False, afkortet=False)
    dokumenter, afkortet = _dokumenter(valg), False
    if valg.ordene:
        fundne, afkortet = _med_ordene(aktoer, valg)
        dokumenter = dokumenter.filter(**{HER[aktoer.vaeg]: _hvis(aktoer)}, id__in=fundne)
    else:
        dokumenter = dokumenter.filter(sag__in=synlige_sager(aktoer))
    raekker = _med_sager(aktoer, valg, dokumenter, hoejst + 1)
    vist = raekker[:hoejst]
    sider = _siderne(aktoer, valg.ordene, [d.id for d in vist]) if valg.ordene else {}
    return Fundet(
        tuple(_fund(d, sider.get(d.id, ())) for d in vist),
        flere=len(raekker) > hoejst,
        afkortet=afkortet,
    )


def samme_indhold(aktoer: Aktoer, dokument: Dokument) -> "QuerySet[Dokument]":
    """The same bytes on other cases that she may see, the newest first; the case and its citizen come along."""
    return (
        Dokument.objects.filter(
            sag__in=synlige_sager(aktoer),
            kommune_id=dokument.kommune_id,
            sha256=dokument.sha256,
            trukket_tilbage_tid=None,
        )
        .exclude(sag_id=dokument.sag_id)
        .select_related("sag__borger")
        .order_by("-sag__oprettet", "-sag__nummer")
    )


def _dokumenter(valg: Valg) -> "QuerySet[Dokument]":
    fundne = Dokument.objects.filter(trukket_tilbage_tid=None)
    if valg.slags:
        fundne = fundne.filter(slags=valg.slags)
    if valg.afsender:
        fundne = fundne.filter(afsender__icontains=valg.afsender)
    if valg.fra:
        fundne = fundne.filter(dato__gte=valg.fra)
    if valg.til:
        fundne = fundne.filter(dato__lte=valg.til)
    return fundne.order_by("-dato", "-tilfoejet_tid", "id")


def _med_sager(aktoer: Aktoer, valg: Valg, dokumenter: "QuerySet[Dokument]", hoejst: int) -> list[Dokument]:
    """The newest of them whose case she may see, with it. The cases are asked for a bunch at a time: joined to
    thousands of documents, PostgreSQL guesses one row and asks for each."""
    fundne: list[Dokument] = []
    fra = 0
    while len(fundne) < hoejst and (bunke := list(dokumenter[fra : fra + BUNKE])):
        fra += BUNKE
        sager = synlige_sager(aktoer).filter(id__in={d.sag_id for d in bunke})
        if valg.ordene or valg.afsender:
            sager = uden_beskyttede_navne(aktoer, sager, f"{valg.ordene} {valg.afsender}")
        hendes = sager.select_related("borger", "kommune").in_bulk()
        for d in bunke:
            if d.sag_id in hendes:
                d.sag = hendes[d.sag_id]
                fundne.append(d)
        if len(bunke) < BUNKE:
            break
    return fundne[:hoejst]


def _med_ordene(aktoer: Aktoer, valg: Valg) -> tuple[set[UUID], bool]:
    """The documents that have the words on a page or in the title; whether there were more pages than are looked at."""
    betingelser, felter = _betingelser(valg)
    med = MED_DOKUMENTET if betingelser else ""
    felter["hvis"] = _hvis(aktoer)
    her = f"{HER[aktoer.vaeg]} = %(hvis)s"
    with connection.cursor() as cursor:
        cursor.execute(PAA_SIDER.format(med, her, betingelser), felter)
        sider = [raekke[0] for raekke in cursor.fetchall()]
        cursor.execute(I_TITLEN.format(her, betingelser), felter)
        return {*sider, *(raekke[0] for raekke in cursor.fetchall())}, len(sider) == HENTES


def _hvis(aktoer: Aktoer) -> UUID:
    return aktoer.sager_for if aktoer.vaeg == Vaeg.KOORDINATOR else aktoer.organisation_id


def _betingelser(valg: Valg) -> tuple[str, dict[str, object]]:
    """What else must fit, so that the pages that are looked at are not used up by documents that do not."""
    felter: dict[str, object] = {"q": valg.ordene}
    sql = ""
    for navn, betingelse, vaerdi in (
        ("slags", "d.slags = %(slags)s", valg.slags),
        ("afsender", "d.afsender ILIKE %(afsender)s", _ilike(valg.afsender)),
        ("fra", "d.dato >= %(fra)s", valg.fra),
        ("til", "d.dato <= %(til)s", valg.til),
    ):
        if vaerdi:
            sql += f" AND {betingelse}"
            felter[navn] = vaerdi
    return sql, felter


def _ilike(tekst: str) -> str:
    return "%" + re.sub(r"([\\%_])", r"\\\1", tekst) + "%" if tekst else ""


def _siderne(aktoer: Aktoer, q: str, dokumenter: Iterable[UUID]) -> Mapping[UUID, list[Sidefund]]:
    her = f"{HER[aktoer.vaeg]} = %(hvis)s"
    fundne: dict[UUID, list[Sidefund]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(STAMMER, {"q": q})
        stammer = cursor.fetchone()[0] or []
        cursor.execute(SIDERNE.format(her), {"q": q, "hvis": _hvis(aktoer), "dokumenter": list(dokumenter)})
        for dokument, nr, tekst, ocr in cursor.fetchall():
            fundne[dokument].append(Sidefund(nr, *uddrag(tekst, stammer), ocr))
    return fundne


def uddrag(tekst: str, stammer: Iterable[str]) -> tuple[str, str, str]:
    """The text round its first hit, on one line: before, the word itself, after. Without a hit the text begins."""
    tekst = " ".join(tekst.split())
    stammer = [s for s in stammer if s]
    for ord_ in re.finditer(r"\w+", tekst):
        foldet = fold(ord_[0])
        if any(foldet.startswith(s) or s in foldet[-len(s) - 4 :] for s in stammer):
            foer, efter = tekst[: ord_.start()], tekst[ord_.end() :]
            return (
                "… " + foer[-FOER:].partition(" ")[2] if len(foer) > FOER else foer,
                ord_[0],
                efter[:EFTER].rpartition(" ")[0] + " …" if len(efter) > EFTER else efter,
            )
    hele = FOER + EFTER
    return (tekst[:hele].rpartition(" ")[0] + " …" if len(tekst) > hele else tekst), "", ""


def _fund(dokument: Dokument, sider: Iterable[Sidefund]) -> Dokumentfund:
    alle = tuple(sider)
    return Dokumentfund(dokument, alle[:SIDER_VIST], max(0, len(alle) - SIDER_VIST))
