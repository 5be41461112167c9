"""Take in a case that another kommune has handed over: one sealed package becomes a case here, once.

Nothing in it is believed further than its form: dates and codes are read as this program reads them, every paper is
examined as an upload is. What the citizen consented to elsewhere is only what the package carries.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtag, pakke
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.lov.fakta import SAGSTYPER
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import CprFejl, laes_cpr
from rehabteam.sager.models import (
    Afgoerelse,
    Dokument,
    Forloeb,
    Indsatsplan,
    Indstilling,
    Overdragelse,
    Plandel,
    Rolle,
    Sag,
    Samtykke,
    Skoen,
)
from rehabteam.sager.udtraek.synlige import synlige_forloeb, synlige_sager

from .borgeren import NyBorger, borgeren
from .fejl import KanIkke
from .frist import genberegn
from .handling import Anledning, haendelse, handling
from .opret_forloeb import begynd
from .overdragelsespakke import FAKTA, FELTER, FORMAT, SAG, UDGAVE
from .papir import laeg_paa_sagen
from .sagsnummer import naeste

T = Sag.Tilstand
HOEJST_BYTES = 200 * 1024 * 1024
# Where a case goes on: with the team unasked here it is prepared anew; what is recommended and decided stands.
VIDERE = {T.INDSTILLET: T.INDSTILLET, T.AFGJORT: T.AFGJORT, T.PLAN_LAGT: T.PLAN_LAGT}


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
    forloeb = _forloebet(anledning, borger.id, d["forloeb"], borger, fra) if d["forloeb"] else None
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
    papirer = _papirer(anledning, sag, d["dokumenter"], filer)
    _svar(anledning, sag, d, fra)
    _videre(anledning, sag, d, papirer)
    for post in d["samtykker"]:
        _ny(
            Samtykke,
            post,
            sag=sag,
            borger=borger,
            kommune_id=sag.kommune_id,
            registreret_tid=anledning.nu,
            registreret_af=f"Fulgte med fra {fra}"[:200],
        )
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
        f"Sagen blev modtaget fra {fra} (deres nummer {manifest.get('nummer', '')}) med {len(papirer)} dokumenter.",
        sag=sag,
        data={"segl": segl},
    )
    return sag


def _forloebet(anledning: Anledning, borger_id: Any, f: Mapping[str, Any], borger: Any, fra: str) -> Forloeb:
    """The open forløb with the same start, or a new one with its facts. The six months go on from the first day."""
    start = date.fromisoformat(f["start"])
    aabent = synlige_forloeb(anledning.aktoer).filter(borger_id=borger_id, slut=None).first()
    if aabent:
        if aabent.start != start:
            raise KanIkke(
                {"fil": _("Borgeren har allerede et andet ressourceforløb her. Tal med den anden kommune.")}
            )
        return aabent
    forloeb = begynd(anledning, borger, start, anledning.aktoer.sager_for)
    if f["genbehandlet"]:
        forloeb.genbehandlet = date.fromisoformat(f["genbehandlet"])
        forloeb.save(update_fields=["genbehandlet"])
    for navn, model in FAKTA.items():
        for post in f[navn]:
            _ny(
                model,
                post,
                forloeb=forloeb,
                kommune_id=forloeb.kommune_id,
                registreret_tid=anledning.nu,
                registreret_af=f"Fulgte med fra {fra}"[:200],
            )
    return forloeb


def _papirer(
    anledning: Anledning, sag: Sag, poster: list[dict[str, Any]], filer: Mapping[str, bytes]
) -> dict[str, Dokument]:
    fundne = {}
    for post in poster:
        data = filer[post["fil"]]
        try:
            undersoegt = modtag.undersoeg(str(post["filnavn"]), data)
        except Afvist as afvist:
            raise KanIkke({"fil": f"{post['fil']}: {afvist}"}) from None
        fundne[post["fil"]] = laeg_paa_sagen(
            anledning,
            sag,
            data,
            titel=str(post["titel"])[:200],
            slags=str(post["slags"])[:40],
            dato=date.fromisoformat(post["dato"]),
            filnavn=undersoegt.navn,
            mime=undersoegt.mime,
            sider=undersoegt.sider,
            afsender=str(post["afsender"])[:200],
        )
    return fundne


def _svar(anledning: Anledning, sag: Sag, d: Mapping[str, Any], fra: str) -> None:
    """What was judged and written, with the name and day it had there."""
    for post in d["svar"]:
        Skoen.objects.create(
            kommune_id=sag.kommune_id,
            sag=sag,
            noegle=post["noegle"],
            vaerdi=post["vaerdi"],
            grund=post["grund"],
            af=f"{post['af']} ({fra})"[:200],
            rolle=Rolle(post["rolle"]),
            dag=date.fromisoformat(post["dag"]),
            tid=anledning.nu,
            version=1,
        )
    for post in d["forberedende_del"]:
        Plandel.objects.create(
            kommune_id=sag.kommune_id,
            sag=sag,
            noegle=post["noegle"],
            kommunen=post["kommunen"],
            borgeren=post["borgeren"],
            ingen=post["ingen"],
            poster=post["poster"],
            punkter=post["punkter"],
            version=1,
            tid=anledning.nu,
            dag=date.fromisoformat(post["dag"]),
            forfatter=f"{post['forfatter']} ({fra})"[:200],
        )


def _videre(anledning: Anledning, sag: Sag, d: Mapping[str, Any], papirer: Mapping[str, Dokument]) -> None:
    """The indstilling, the decision and the plan as they stood, and the state the case goes on from."""
    faelles: dict[str, Any] = {"sag": sag, "kommune_id": sag.kommune_id}
    naaet = VIDERE.get(d["sag"]["tilstand"], T.FORBEREDES)
    skrevet = {"aendret_tid": anledning.nu, "aendret_af": anledning.aktoer.navn}
    if post := d["indstilling"]:
        papir = papirer.get(post["dokument"])
        _ny(Indstilling, post, **faelles, **skrevet, afgivet_tid=anledning.nu, dokument=papir)
    if (post := d["afgoerelse"]) and (papir := papirer.get(post["dokument"])):
        _ny(Afgoerelse, post, **faelles, tid=anledning.nu, dokument=papir)
    elif naaet in (T.AFGJORT, T.PLAN_LAGT):
        naaet = T.INDSTILLET if d["indstilling"] else T.FORBEREDES
    if post := d["indsatsplan"]:
        faerdig = {"faerdig_tid": anledning.nu} if naaet == T.PLAN_LAGT else {}
        _ny(Indsatsplan, post, **faelles, **skrevet, **faerdig, dokument=papirer.get(post["dokument"]))
    if naaet != sag.tilstand:
        sag.tilstand = naaet
        sag.save(update_fields=["tilstand"])


def _ny(model: type[models.Model], post: Mapping[str, Any], **faste: Any) -> models.Model:
    """A row from the package: only the fields that go along, each read as its column reads it."""
    felter = {navn: _laest(model, navn, post[navn]) for navn in FELTER[model]}
    raekke = model(**{**felter, **faste})
    # What is there must be of its column's kind and length; what may be empty here may be so in the package.
    sagt = {navn for navn, vaerdi in felter.items() if vaerdi not in (None, "", [], {})}
    raekke.clean_fields(exclude={f.name for f in model._meta.fields} - sagt)
    raekke.save(force_insert=True)
    return raekke


def _laest(model: type[models.Model], navn: str, vaerdi: Any) -> Any:
    felt = model._meta.get_field(navn)
    if vaerdi is None or isinstance(felt, models.JSONField | models.BooleanField):
        return vaerdi
    if isinstance(felt, models.DecimalField):
        return Decimal(vaerdi)
    if isinstance(felt, models.DateField):
        return date.fromisoformat(vaerdi)
    return vaerdi
