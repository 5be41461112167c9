"""The given indstilling as a paper: what it says, who was there, and who signed for the team."""

from typing import Any, cast

from django.conf import settings

from rehabteam import breve
from rehabteam.breve.former import Deltager as BrevDeltager
from rehabteam.breve.former import Indsats as BrevIndsats
from rehabteam.breve.former import Indstilling as BrevIndstilling
from rehabteam.breve.former import Indstillingsdel, Udfaldsindstilling
from rehabteam.lov.love import udgave
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.indstillingsdele import INDSATSER, SE_IGEN
from rehabteam.sager.models import Deltager, Indstilling, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.indstilling import Vist, er_par19, udfaldets_navn, valg, viste
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL

from .fejl import KanIkke
from .handling import Anledning


def indstillingspapir(
    anledning: Anledning, sag: Sag, indstilling: Indstilling, vurdering: Vurdering
) -> bytes:
    """PDF. Raises KanIkke for a character that cannot be printed."""
    faelles = _faelles(anledning, sag, vurdering)
    try:
        if er_par19(sag):
            return breve.indstilling(cast(BrevIndstilling, faelles | _par19(sag, indstilling)))
        return breve.udfaldsindstilling(cast(Udfaldsindstilling, faelles | _udfald(sag, indstilling)))
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _faelles(anledning: Anledning, sag: Sag, vurdering: Vurdering) -> dict[str, Any]:
    regler = udgave(sag.forloeb.start, anledning.dag) if sag.forloeb and er_par19(sag) else vurdering.udgave
    return {
        "afsender": {"navn": anledning.aktoer.organisation_navn, "linjer": ["Rehabiliteringsteamet"]},
        "sagsnummer": sag.nummer,
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "moededato": (sag.moede.dato if sag.moede else anledning.dag).isoformat(),
        "deltagere": [deltager(d) for d in sag.deltager_raekker.exclude(til_stede=None)],
        "borgerens_ord": sag.borger.egne_ord or None,
        "afgivet_af": {
            "navn": anledning.aktoer.navn,
            "rolle": "Mødeleder",
            "dato": anledning.dag.isoformat(),
            "organisation": anledning.aktoer.organisation_navn,
        },
        "udgave": regler.navn,
        # An outcome is not asked about by a day of its own: only the edition is said.
        "udgave_hvorfor": regler.hvorfor if er_par19(sag) else None,
        "demo": settings.DEMO,
    }


def _par19(sag: Sag, indstilling: Indstilling) -> dict[str, Any]:
    return {
        "forloeb_start": sag.forloeb.start.isoformat() if sag.forloeb else None,
        "aarsag": indstilling.aarsag,
        "indsatser": _indsatser(indstilling),
        "opfoelgning": indstilling.opfoelgning,
        "se_igen": {"svar": bool(indstilling.se_igen)},
        "uenighed": indstilling.uenighed or None,
    }


def _udfald(sag: Sag, indstilling: Indstilling) -> dict[str, Any]:
    dom = next(v.vurderet for v in valg(sag) if v.navn == indstilling.udfald)
    return {
        "sagens_art": str(art(sag).navn),
        "udfald": udfaldets_navn(indstilling.udfald),
        "dele": [_del(indstilling, v) for v in viste(indstilling)],
        "vurderinger": [
            {
                "tekst": f"{SPOERGSMAAL[dom.noegle].tekst} {SPOERGSMAAL[dom.noegle].ord(dom.vaerdi)}. {dom.grund}",
                "hjemmel": str(SPOERGSMAAL[dom.noegle].hjemmel),
            }
        ]
        if dom
        else [],
        "uenighed": indstilling.uenighed or None,
        "tilstraekkelig": bool(indstilling.begrundelse_tilstraekkelig),
    }


def _del(indstilling: Indstilling, vist: Vist) -> Indstillingsdel:
    del_ = vist.del_
    tekst = vist.tekst or None
    if del_.noegle == SE_IGEN:
        tekst = "Ja." if vist.svar else "Nej."
    return {
        "overskrift": f"{vist.nr}. {del_.overskrift}" if vist.nr else del_.overskrift,
        "hjemmel": str(del_.hjemmel),
        "tekst": tekst,
        "indsatser": _indsatser(indstilling) if del_.noegle == INDSATSER else [],
    }


def _indsatser(indstilling: Indstilling) -> list[BrevIndsats]:
    return [
        {
            "indsats": i["navn"],
            "omraade": i.get("omraade") or None,
            "start": i.get("begynder") or None,
            "ansvarlig": i.get("ansvarlig") or None,
            "nr": i.get("nr") or None,
        }
        for i in indstilling.indsatser
    ]


def deltager(plads: Deltager) -> BrevDeltager:
    """A seat as the papers of the meeting tell of it."""
    return {
        "navn": plads.vist_navn or plads.get_slags_display(),
        "rolle": plads.get_slags_display(),
        "til_stede": bool(plads.til_stede),
        "grund": plads.bemaerkning or None,
    }
