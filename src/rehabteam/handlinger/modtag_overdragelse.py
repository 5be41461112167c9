"""Take in a case that another kommune has handed over: one sealed package becomes a case here, once.

Nothing in it is believed further than its form: dates and codes are read as this program reads them, every paper is
examined as an upload is. What the citizen consented to elsewhere is only what the package carries.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from rehabteam.dokumenter import pakke
from rehabteam.lov.fakta import SAGSTYPER
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import CprFejl, laes_cpr
from rehabteam.sager.models import Overdragelse, Sag
from rehabteam.sager.udtraek.synlige import synlige_sager

from .borgeren import NyBorger, borgeren
from .fejl import KanIkke
from .frist import genberegn
from .handling import Anledning, haendelse, handling
from .overdragelsespakke import FORMAT, SAG, UDGAVE
from .overdragne_raekker import forloebet, gaa_videre, om_papirerne, papirer, samtykker, svar_og_tekster
from .sagsnummer import naeste

HOEJST_BYTES = 200 * 1024 * 1024


class AlleredeModtaget(Exception):
    """The same package was taken in before; its case."""

    def __init__(self, sag: Sag) -> None:
        super().__init__(sag.nummer)
        self.sag = sag


@handling("modtag_overdragelse")
def modtag_overdragelse(anledning: Anledning, *, data: bytes) -> Sag:
    """A new case, with the citizen the kommune knows already or a new one.

    Raises KanIkke at `fil` (what is wrong with the package), AlleredeModtaget, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "modtag_overdragelse")
    if len(data) > HOEJST_BYTES:
        raise KanIkke(
            {"fil": _("Pakken er over 200 MB. Bed den anden kommune om at sende papirerne for sig.")}
        )
    try:
        manifest, filer = pakke.aabn(data)
    except pakke.PakkeFejl as fejl:
        raise KanIkke({"fil": str(fejl)}) from None
    if (manifest.get("format"), manifest.get("udgave")) != (FORMAT, UDGAVE) or SAG not in filer:
        raise KanIkke({"fil": _("Pakken er lavet af en anden udgave af Rehabteam og kan ikke læses.")})
    segl = pakke.segl(data)
    if kendt := _kendt(anledning, segl):
        raise AlleredeModtaget(kendt)
    fra = str(manifest.get("fra", ""))[:200]
    if fra.casefold() == aktoer.organisation_navn.casefold():
        raise KanIkke({"fil": _("Pakken er lavet af jeres egen kommune. Åbn sagen i stedet.")})
    try:
        with transaction.atomic():
            return _tag_ind(anledning, manifest, json.loads(filer[SAG]), filer, fra, segl, len(data))
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation, ValidationError, DataError):
        raise KanIkke({"fil": _("Pakkens indhold kan ikke læses. Bed om at få den sendt igen.")}) from None
    except IntegrityError:
        raise KanIkke(
            {"fil": _("Sagen passer ikke med det, der findes her. Der er måske allerede en åben sag.")}
        ) from None


def _kendt(anledning: Anledning, segl: str) -> Sag | None:
    egne = synlige_sager(anledning.aktoer)
    return egne.filter(overdragelser__retning=Overdragelse.Retning.IND, overdragelser__sha256=segl).first()


def _tag_ind(
    anledning: Anledning,
    manifest: Mapping[str, Any],
    d: dict[str, Any],
    filer: Mapping[str, bytes],
    fra: str,
    segl: str,
    stoerrelse: int,
) -> Sag:
    b, s = d["borger"], d["sag"]
    if s["sagstype"] not in SAGSTYPER:
        raise ValueError(s["sagstype"])
    try:
        cpr = laes_cpr(b["cpr"])
    except CprFejl:
        raise KanIkke({"fil": _("CPR-nummeret i pakken kan ikke læses.")}) from None
    borger = borgeren(
        anledning,
        NyBorger(
            cpr,
            str(b["fuldt_navn"])[:200],
            date.fromisoformat(b["foedselsdato"]),
            str(b["telefon"])[:40],
            str(b["bisidder"])[:200],
            str(b["tolk"])[:100],
            bool(b["beskyttet_adresse"]),
            str(b["egne_ord"]),
        ),
    )
    forloeb = forloebet(anledning, borger, d["forloeb"], fra) if d["forloeb"] else None
    sag = Sag.objects.create(
        kommune_id=borger.kommune_id,
        borger=borger,
        forloeb=forloeb,
        nummer=naeste(borger.kommune_id, anledning.dag.year),
        sagstype=s["sagstype"],
        undertype=str(s["undertype"])[:80],
        sagsbehandler_id=anledning.aktoer.sager_for,
        oprettet=anledning.dag,
    )
    lagte = papirer(anledning, sag, d["dokumenter"], filer)
    svar_og_tekster(anledning, sag, d, fra)
    om_papirerne(anledning, sag, d, lagte, fra)
    gaa_videre(anledning, sag, d, lagte)
    samtykker(anledning, sag, d["samtykker"], fra)
    Overdragelse.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        retning=Overdragelse.Retning.IND,
        modpart=fra,
        modpartens_nummer=str(manifest.get("nummer", ""))[:20],
        sha256=segl,
        stoerrelse=stoerrelse,
        samtykker=len(d["samtykker"]),
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    if forloeb:
        genberegn(forloeb, anledning.dag, None, "sagen er modtaget")
    haendelse(
        anledning,
        "modtag_overdragelse",
        f"Sagen blev modtaget fra {fra} (deres nummer {manifest.get('nummer', '')}) med {len(lagte)} dokumenter.",
        sag=sag,
        data={"segl": segl},
    )
    return sag
