"""The forberedende del as paper: to read while it is written, and frozen as a document when the case is sent."""

from django.conf import settings

from rehabteam import breve
from rehabteam.breve import former_forberedelse as former
from rehabteam.lov.tid import plus_maaneder
from rehabteam.lov.udgaver import udateret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Dokument, Planbilag, Plandel, Sag
from rehabteam.sager.plandele import Del
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.plan import CV, bilag, dele, der, kraevede
from rehabteam.sager.sagsfakta.plan import seneste as plandele
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.sager.sagsfakta.skoen import seneste as svarene

from .fejl import KanIkke
from .handling import Anledning
from .papir import laeg_paa_sagen

FILNAVN = "forberedende-del.pdf"
ATTESTER = (
    "udarbejdet_sammen_med_borger",
    "fuldt_oplyst",
    "indeholder_vurdering",
    "grundlag_tilstraekkeligt",
)
INGEN = {
    "stk2_beskaeftigelse": "Der har ikke været nogen indsats på beskæftigelsesområdet.",
    "stk2_social": "Der har ikke været nogen social indsats for borgeren.",
    "stk2_familie": "Der har ikke været nogen social indsats for borgerens familie.",
}
OM = (("indhold", "Indhold"), ("formaal", "Formål"), ("varighed", "Varighed"))
SYN = (("erfaring", "Erfaring"), ("aarsag", "Hvorfor den ikke førte til job eller uddannelse"))
JAF = {True: "Ja, det er det første", False: "Nej, der har været et før"}


def forberedende_papir(anledning: Anledning, sag: Sag) -> Dokument | None:
    """Freeze the plan as the document »forberedende del« of the case; None if nothing was written here.

    The document is ticked off for what the plan holds now, so that it can follow a later re-submission.
    Raises KanIkke when a character cannot be set, or the store cannot take the bytes.
    """
    if not plandele(sag):
        return None
    pdf = plan_som_pdf(anledning, sag)
    _erstat_papiret(anledning, sag)
    dokument = laeg_paa_sagen(
        anledning,
        sag,
        pdf,
        titel="Rehabiliteringsplanens forberedende del",
        slags="forberedende_del",
        dato=anledning.dag,
        filnavn="forberedende-del.pdf",
    )
    _afkryds(anledning, sag, dokument, sorted({*der(sag), *dele(sag)}))
    return dokument


def _erstat_papiret(anledning: Anledning, sag: Sag) -> None:
    """Withdraw the paper made here before; a plan that somebody has laid on the case stays."""
    sag.dokument_raekker.filter(
        slags="forberedende_del", filnavn=FILNAVN, fulgte_med=None, trukket_tilbage_tid=None
    ).update(
        trukket_tilbage_tid=anledning.nu,
        trukket_tilbage_grund="Der er lavet en nyere udgave af den forberedende del.",
    )


def _afkryds(anledning: Anledning, sag: Sag, dokument: Dokument, parter: list[str]) -> None:
    Planbilag.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        dokument=dokument,
        dele=parter,
        nr=1,
        tid=anledning.nu,
        af=anledning.aktoer.navn,
    )


def plan_som_pdf(anledning: Anledning, sag: Sag, *, kladde: bool = False) -> bytes:
    """The plan as it stands. Raises KanIkke (which character, and where) when it cannot be set."""
    svar = svarene(sag)
    data: former.ForberedendeDel = {
        "afsender": {"navn": sag.kommune.navn},
        "sagsnummer": sag.nummer,
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "dato": anledning.dag.isoformat(),
        "slags_sag": art(sag).navn,
        "om_sagen": _om_sagen(sag),
        "dele": _dele(anledning, sag),
        "attester": [
            [SPOERGSMAAL[n].tekst, SPOERGSMAAL[n].ord(s.vaerdi), f"{s.af}, {s.dag:%d.%m.%Y}"]
            for n in ATTESTER
            if (s := svar.get(n)) and s.vaerdi is not None
        ],
        "udgave": udateret("par03").navn,
        "kladde": kladde,
        "underskrift": None if kladde else {"navn": anledning.aktoer.navn, "dato": anledning.dag.isoformat()},
        "demo": settings.DEMO,
    }
    try:
        return breve.forberedende_del(data)
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _om_sagen(sag: Sag) -> list[tuple[str, str]]:
    """For a jobafklaringsforløb also whether it is the first (§ 3, stk. 4)."""
    foerste = art(sag).fakta.get("foerste_jaf")
    return [("Første jobafklaringsforløb", JAF[foerste])] if isinstance(foerste, bool) else []


def _dele(anledning: Anledning, sag: Sag) -> list[former.Plandel]:
    skrevet = plandele(sag)
    papirer: dict[str, list[str]] = {}
    for b in bilag(sag):
        for noegle in b.dele:
            papirer.setdefault(noegle, []).append(b.dokument.titel)
    papirer.setdefault(CV, []).extend(
        d.titel for d in sag.dokument_raekker.all() if d.slags == "cv" and d.trukket_tilbage_tid is None
    )
    return [
        _del(anledning, sag, d, skrevet.get(d.noegle), list(dict.fromkeys(papirer.get(d.noegle, []))))
        for d in kraevede(sag.sagstype)
    ]


def _del(
    anledning: Anledning, sag: Sag, d: Del, plandel: Plandel | None, papirer: list[str]
) -> former.Plandel:
    ud: former.Plandel = {"titel": d.titel, "hjemmel": str(d.hjemmel), "bilag": papirer}
    if d.noegle == "par15_nr2":
        fra = plus_maaneder(anledning.dag, -24)
        ud["note"] = breve.maaneder_tilbage(fra.isoformat(), anledning.dag.isoformat())
    if plandel is None:
        return ud
    ud["kommunen"], ud["borgeren"] = plandel.kommunen, plandel.borgeren
    ud["punkter"] = [(titel, plandel.punkter.get(navn, "")) for navn, titel in d.punkter]
    ud["indsatser"] = [
        {
            "navn": post.get("navn", ""),
            "om": [(titel, post.get(felt, "")) for felt, titel in OM],
            "syn": [
                (titel, post.get(f"{felt}_kommune", ""), post.get(f"{felt}_borger", ""))
                for felt, titel in SYN
            ],
        }
        for post in plandel.poster
    ]
    if plandel.ingen:
        ud["ingen"] = INGEN[d.noegle]
    return ud
