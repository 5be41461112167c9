"""Finding a citizen by name, CPR number or case number, and a case by what is written on it.

The words never reach an address or a log. A text is found by PostgreSQL's own vectors (migration 0016): Danish
stems without accents, and the end of a compound as well as its beginning.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.fields import TextField
from django.db.models.functions import Collate
from django.utils.translation import gettext_noop as _

from ..adgang.aktoer import Aktoer
from ..cpr import CprFejl, laes_cpr
from ..dagen import dagen
from ..models import Borger, Forloeb, Sag
from ..sagsarter import ARTER
from .orden import DANSK
from .synlige import synlige_borgere, synlige_sager

SAGSNUMMER = re.compile(r"\d{4}-\d{3,6}", re.ASCII)
MINDST = 2  # letters of a name
I_TEKST = 3  # letters from which the texts are searched too
HOEJST = 8  # words
HENTES = 400  # hits that are looked at; the rest are older

# Like adgang.fold (migration 0016), letter for letter.
_FRA = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÜÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÝÑÇÐŠŽČĆŁæøåäöüéèêëáàâãíìîïóòôõúùûýñçðšžčćł"
_TIL = "abcdefghijklmnopqrstuvwxyzaoaaoueeeeaaaaiiiioooouuuyncdszcclaoaaoueeeeaaaaiiiioooouuuyncdszccl"
_FOLD = str.maketrans(_FRA, _TIL)

ET_ORD = "adgang.soegespoergsmaal(%(q)s)"
PAA_SAGEN = "SELECT sag_id FROM {} WHERE soegning @@ {}"
# Where a text stands, as the page says it; the cases it may be on; and the texts in force of some cases: the latest
# version of each.
KILDER = {
    "resume": (
        _("Resuméet"),
        PAA_SAGEN.format("sager_resume", ET_ORD),
        "SELECT DISTINCT ON (sag_id) sag_id, 'resume', '', tid::date, soegning FROM sager_resume "
        "WHERE sag_id = ANY(%(sager)s) ORDER BY sag_id, version DESC",
    ),
    "plan": (
        _("Den forberedende del"),
        PAA_SAGEN.format("sager_plandel", ET_ORD),
        "SELECT DISTINCT ON (sag_id, noegle) sag_id, 'plan', '', tid::date, soegning FROM sager_plandel "
        "WHERE sag_id = ANY(%(sager)s) ORDER BY sag_id, noegle, version DESC",
    ),
    "dokument": (
        _("Dokumentet"),
        PAA_SAGEN.format("sager_dokument", ET_ORD),
        "SELECT sag_id, 'dokument', titel, dato, soegning FROM sager_dokument "
        "WHERE sag_id = ANY(%(sager)s) AND trukket_tilbage_tid IS NULL",
    ),
    "indstilling": (
        _("Indstillingen"),
        PAA_SAGEN.format("sager_indstilling", ET_ORD),
        "SELECT sag_id, 'indstilling', '', aendret_tid::date, soegning FROM sager_indstilling "
        "WHERE sag_id = ANY(%(sager)s)",
    ),
    "note": (
        _("En intern note"),
        PAA_SAGEN.format("sager_note", ET_ORD),
        "SELECT n.sag_id, 'note', n.forfatter_navn, n.dag, n.soegning FROM sager_note n "
        "WHERE n.sag_id = ANY(%(sager)s) "
        "AND NOT EXISTS (SELECT 1 FROM sager_note r WHERE r.retter_id = n.id)",
    ),
    "notat": (
        _("Sundhedskoordinatorens notat"),
        PAA_SAGEN.format("sager_sundhedsnotat", ET_ORD) + " AND underskrevet_tid IS NOT NULL",
        "SELECT sag_id, 'notat', '', underskrevet_tid::date, soegning FROM sager_sundhedsnotat "
        "WHERE sag_id = ANY(%(sager)s) AND underskrevet_tid IS NOT NULL",
    ),
    # Written by the citizen to her team, whichever of her cases it is for.
    "egne_ord": (
        _("Borgerens egne ord til teamet"),
        "SELECT s.id FROM sager_sag s JOIN sager_borger b ON b.id = s.borger_id "
        f"WHERE b.soegning @@ {ET_ORD} AND s.tilstand <> 'afsluttet'",
        "SELECT s.id, 'egne_ord', '', NULL::date, b.soegning FROM sager_sag s "
        "JOIN sager_borger b ON b.id = s.borger_id WHERE s.id = ANY(%(sager)s) AND s.tilstand <> 'afsluttet'",
    ),
}
SAGERNE = " UNION ".join(f"({hvor} LIMIT {HENTES * 5})" for _n, hvor, _t in KILDER.values())
STEDERNE = (
    "SELECT sag_id, kilde, titel, dag FROM ("
    + " UNION ALL ".join(f"({tekster})" for _n, _t, tekster in KILDER.values())
    + f") t(sag_id, kilde, titel, dag, vektor) WHERE vektor @@ {ET_ORD}"
)


@dataclass(frozen=True, slots=True)
class Sted:
    """Where on a case the words stand: the kind of text (of KILDER, or "art"), its title, its day."""

    kilde: str
    titel: str
    dag: date | None


@dataclass(frozen=True, slots=True)
class Tekstfund:
    """A case whose texts have every word, and where. Never the text itself: that is read on the case."""

    sag: Sag
    steder: tuple[Sted, ...]


def fold(tekst: str) -> str:
    """Small letters without accents; æ/ae, ø/oe and å/aa are one. As PostgreSQL does it."""
    return tekst.translate(_FOLD).replace("aa", "a").replace("ae", "a").replace("oe", "o")


def er_nummer(q: str) -> bool:
    """It is a CPR number or the number of a case, and is looked for as that and nothing else."""
    try:
        laes_cpr(q)
    except CprFejl:
        return bool(SAGSNUMMER.fullmatch(q))
    return True


def find(aktoer: Aktoer, q: str) -> "QuerySet[Borger]":
    """The citizens that fit, by name, with their forløb and cases. Nothing fits an empty search."""
    q = " ".join(q.split())
    borgere = synlige_borgere(aktoer)
    if not q:
        return borgere.none()
    try:
        fundne = borgere.filter(cpr=laes_cpr(q).nummer)
    except CprFejl:
        if SAGSNUMMER.fullmatch(q):
            fundne = borgere.filter(sager__nummer=q).distinct()
        else:
            # A protected name cannot be searched for: whoever knows it could else ask if it is here.
            betingelse = Q(beskyttet_adresse=False) | Q(beskyttet_til__lt=dagen())
            for ord_ in q.split(" ")[:HOEJST]:
                betingelse &= Q(soegenavn__contains=fold(ord_))
            fundne = _med_soegenavn(borgere).filter(betingelse)
    return fundne.order_by(Collate("fuldt_navn", DANSK), "id").prefetch_related(
        Prefetch("forloeb", Forloeb.objects.order_by("-start")),
        Prefetch("sager", Sag.objects.order_by("-oprettet", "-nummer")),
    )


def _med_soegenavn(borgere: "QuerySet[Borger]") -> "QuerySet[Borger]":
    return borgere.annotate(soegenavn=RawSQL('"sager_borger"."soegenavn"', [], TextField()))


def find_i_tekster(aktoer: Aktoer, q: str) -> list[Tekstfund]:
    """The cases that have every word in one of their texts or in the name of their kind, the newest case first.

    A citizen with a protected name is not found by a word of that name, wherever it may have been written.
    """
    q = " ".join(q.split(" ")[:HOEJST])
    if er_nummer(q) or len(q.strip()) < I_TEKST:
        return []
    steder = _steder(q)
    arter = [art for art in ARTER.values() if _i_navnet(q, art.navn)]
    af_art = Q(pk__in=[])
    for art in arter:
        if art.sagstype:
            af_art |= Q(sagstype=art.sagstype, undertype=art.undertype)
    sager = (
        uden_beskyttede_navne(aktoer, synlige_sager(aktoer).filter(Q(id__in=list(steder)) | af_art), q)
        .select_related("borger")
        .order_by("-oprettet", "-nummer")[:HENTES]
    )
    fundne = []
    for sag in sager:
        hvor = steder.get(sag.id) or [Sted("art", "", None)]
        fundne.append(Tekstfund(sag, tuple(sorted(hvor, key=lambda s: (s.kilde, s.titel)))))
    return fundne


def _i_navnet(q: str, navn: str) -> bool:
    ordene = re.findall(r"\w+", fold(navn))
    return all(any(o.startswith(w) or o.endswith(w) for o in ordene) for w in fold(q).split())


def uden_beskyttede_navne(aktoer: Aktoer, sager: "QuerySet[Sag]", q: str) -> "QuerySet[Sag]":
    beskyttet = Q(borger__beskyttet_adresse=True) & (
        Q(borger__beskyttet_til=None) | Q(borger__beskyttet_til__gte=dagen())
    )
    ramt = Q(pk__in=[])
    for ord_ in re.findall(r"\w+", fold(q)):
        ramt |= Q(soegenavn__contains=ord_)
    borgere = _med_soegenavn(synlige_borgere(aktoer).filter(beskyttet_adresse=True)).filter(ramt).values("id")
    return sager.exclude(beskyttet & Q(borger_id__in=borgere))


def _steder(q: str) -> dict[UUID, list[Sted]]:
    """Case → where on it the words stand. The index finds the cases, then each one's texts in force are asked again.

    The walls hold here as everywhere: a text that is not hers to see is no hit.
    """
    with connection.cursor() as cursor:
        cursor.execute(SAGERNE, {"q": q})
        sager = [raekke[0] for raekke in cursor.fetchall()]
        if not sager:
            return {}
        cursor.execute(STEDERNE, {"q": q, "sager": sager})
        fundne: dict[UUID, list[Sted]] = defaultdict(list)
        for sag_id, kilde, titel, dag in cursor.fetchall():
            fundne[sag_id].append(Sted(kilde, titel, dag))
    return fundne
