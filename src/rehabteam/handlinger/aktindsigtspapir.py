"""What a case holds beside its documents, on paper for aktindsigt: its history, its notes, and what is written in it.

Without the names of the staff, as in the log.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from rehabteam import breve
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Haendelse, Note, Plandel, Regionsspoergsmaal, Sag, Skoen, Udlevering
from rehabteam.sager.plandele import EFTER_NOEGLE, POSTFELTER
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.sager.udtraek.margennoter import delte

from .handling import Anledning

Del = Udlevering.Del
Raekker = list[list[str]]


def _tid(tid: datetime) -> str:
    return f"{tid.astimezone(ZoneInfo(settings.TIME_ZONE)):%d.%m.%Y %H.%M}"


def historik(anledning: Anledning, sag: Sag) -> bytes:
    """What has been done on the case."""
    haendelser = Haendelse.objects.filter(sag=sag).order_by("tid", "id")
    raekker = [[_tid(h.tid), h.aktoer_organisation, h.tekst] for h in haendelser]
    ledetekst = "Her står det, der er gjort på sagen, det ældste først."
    hoveder = ["Hvornår", "Hvor", "Hvad"]
    return _papir(
        anledning, sag, "Hvad der er sket på sagen", "Sagens historik", [(ledetekst, hoveder, raekker)]
    )


def noter(anledning: Anledning, sag: Sag) -> bytes:
    """What colleagues have written to each other, also what a later note has put right and what was withdrawn."""
    skrevet = [
        (n.tid, n.tekst + (" (rettet af en senere note)" if hasattr(n, "rettet_af") else ""))
        for n in Note.objects.filter(sag=sag).select_related("rettet_af")
    ]
    skrevet += [
        (
            n.tid,
            f"Ved side {n.side} i et dokument: {n.tekst}"
            + (" (trukket tilbage)" if n.trukket_tilbage_tid else ""),
        )
        for n in delte(sag.id)
    ]
    raekker = [[_tid(tid), tekst] for tid, tekst in sorted(skrevet)]
    ledetekst = "Her står det, kommunens folk har skrevet til hinanden om sagen, det ældste først."
    return _papir(
        anledning, sag, "Noter om sagen", "Interne noter", [(ledetekst, ["Hvornår", "Hvad"], raekker)]
    )


def tekster(anledning: Anledning, sag: Sag) -> bytes:
    """Every version of each part of the forberedende del, and every answer to what the rules leave to a human."""
    dele = [
        [_tid(p.tid), EFTER_NOEGLE[p.noegle].titel, _skrevet(p)]
        for p in Plandel.objects.filter(sag=sag).order_by("tid", "version")
    ]
    svar = [
        [f"{s.dag:%d.%m.%Y}", _spurgt(s), f"{_svaret(s)} {s.grund}".strip()]
        for s in Skoen.objects.filter(sag=sag).order_by("tid", "version")
    ]
    afsnit = [
        ("Den forberedende del, hver gang en del er gemt.", ["Hvornår", "Del", "Tekst"], dele),
        ("Det, et menneske har svaret på i sagen.", ["Hvornår", "Spørgsmål", "Svar og begrundelse"], svar),
    ]
    if spurgt := [[_tid(s.stillet_tid), s.tekst, s.svar or "Ikke besvaret"] for s in _fra_regionen(sag)]:
        afsnit.append(
            ("Det, Klinisk Funktion har spurgt kommunen om.", ["Hvornår", "Spørgsmål", "Svar"], spurgt)
        )
    return _papir(anledning, sag, "Det, der er skrevet i sagen", "Forberedende del og svar", afsnit)


def _fra_regionen(sag: Sag) -> Iterable[Regionsspoergsmaal]:
    return Regionsspoergsmaal.objects.filter(sag=sag).order_by("stillet_tid", "id")


PAPIRER: dict[str, Callable[[Anledning, Sag], bytes]] = {
    Del.HISTORIK: historik,
    Del.NOTER: noter,
    Del.TEKSTER: tekster,
}


def _skrevet(p: Plandel) -> str:
    """All that one version says, the kommune's words before the citizen's."""
    if p.ingen:
        return "Der har ikke været nogen indsats."
    poster = [post.get(felt, "") for post in p.poster for felt in POSTFELTER]
    borgeren = f"Borgerens egne ord: {p.borgeren}" if p.borgeren.strip() else ""
    return "\n".join(t for t in (p.kommunen, *map(str, p.punkter.values()), *poster, borgeren) if t.strip())


def _spurgt(s: Skoen) -> str:
    return SPOERGSMAAL[s.noegle].tekst if s.noegle in SPOERGSMAAL else s.noegle


def _svaret(s: Skoen) -> str:
    return SPOERGSMAAL[s.noegle].ord(s.vaerdi) if s.noegle in SPOERGSMAAL else str(s.vaerdi)


def _papir(
    anledning: Anledning, sag: Sag, titel: str, slags: str, afsnit: Iterable[tuple[str, list[str], Raekker]]
) -> bytes:
    return breve.dokument(
        {
            "titel": titel,
            "slags": slags,
            "afsender": {"navn": anledning.aktoer.organisation_navn},
            "sagsnummer": sag.nummer,
            "dato": anledning.dag.isoformat(),
            "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
            "afsnit": [
                {
                    "tekst": ledetekst,
                    "tabel": {
                        "hoveder": hoveder,
                        "raekker": [[sag.borger.uden_navn(felt) for felt in raekke] for raekke in raekker],
                        "bredder": [1.6, 2, 6] if len(hoveder) == 3 else [1.6, 8],
                    },
                }
                for ledetekst, hoveder, raekker in afsnit
                if raekker
            ],
            "demo": settings.DEMO,
        }
    )
