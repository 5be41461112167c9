"""What a sealed package tells of a case, as rows here: the forløb, the papers, the answers, and how far it had come.

Only the fields of overdragelsespakke.FELTER are taken, each read as its column reads it.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtag, scanner
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.sager.models import (
    Afgoerelse,
    Borger,
    Dokument,
    Forloeb,
    Indsatsplan,
    Indsatsstart,
    Indstilling,
    Laegevurdering,
    Planbilag,
    Plandel,
    Rolle,
    Sag,
    Samtykke,
    Skoen,
)
from rehabteam.sager.plandele import EFTER_NOEGLE, ERFARINGER
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .fejl import KanIkke
from .handling import Anledning
from .opret_forloeb import begynd
from .overdragelsespakke import FAKTA, FELTER
from .papir import laeg_paa_sagen
from .vurder_laegeattest import KILDER

T = Sag.Tilstand
# Where a case goes on: with the team unasked here it is prepared anew; what is recommended and decided stands.
VIDERE = frozenset({T.INDSTILLET, T.AFGJORT, T.PLAN_LAGT})
# The parts a paper can be ticked off for.
KAN_HAKKES = frozenset(EFTER_NOEGLE) | frozenset(ERFARINGER)


def forloebet(anledning: Anledning, borger: Borger, f: Mapping[str, Any], fra: str) -> Forloeb:
    """The open forløb with the same start, or a new one with its facts. The six months go on from the first day."""
    start = date.fromisoformat(f["start"])
    aabent = synlige_forloeb(anledning.aktoer).filter(borger=borger, slut=None).first()
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
                registreret_af=fulgte_med(fra),
            )
    return forloeb


def papirer(
    anledning: Anledning, sag: Sag, poster: list[dict[str, Any]], filer: Mapping[str, bytes]
) -> dict[str, Dokument]:
    fundne = {}
    for post in poster:
        data = filer[post["fil"]]
        try:
            undersoegt = modtag.undersoeg(str(post["filnavn"]), data, modtag.VISES_SOM_DE_ER)
            scannet = scanner.kraev_ren(data)
        except (Afvist, scanner.ScannerNede) as nej:
            raise KanIkke({"fil": f"{post['fil']}: {nej}"}) from None
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
            virusscannet=scannet,
            afsender=str(post["afsender"])[:200],
        )
    return fundne


def svar_og_tekster(anledning: Anledning, sag: Sag, d: Mapping[str, Any], fra: str) -> None:
    """What was judged and written, with the name and day it had there."""
    faste: dict[str, Any] = {"sag": sag, "kommune_id": sag.kommune_id, "tid": anledning.nu, "version": 1}
    for post in d["svar"]:
        _ny(Skoen, post, **faste, af=f"{post['af']} ({fra})"[:200], rolle=Rolle(post["rolle"]))
    for post in d["forberedende_del"]:
        _ny(Plandel, post, **faste, forfatter=f"{post['forfatter']} ({fra})"[:200])


def om_papirerne(
    anledning: Anledning, sag: Sag, d: Mapping[str, Any], papirer: Mapping[str, Dokument], fra: str
) -> None:
    """What the papers hold: the parts of the plan ticked off, and what a caseworker found in a certificate.

    Packages made before these went along do not have them. Raises KeyError for a paper that is not in the package.
    """
    faste: dict[str, Any] = {"sag": sag, "kommune_id": sag.kommune_id, "tid": anledning.nu}
    for post in d.get("hak", ()):
        if not set(post["dele"]) <= KAN_HAKKES:
            raise ValueError(post["dele"])
        papir = papirer[post["dokument"]]
        _ny(Planbilag, post, **faste, nr=1, dokument=papir, af=f"{post['af']} ({fra})"[:200])
    for nr, post in enumerate(d.get("laegevurderinger", ())):
        if post["kilde"] not in KILDER:
            raise ValueError(post["kilde"])
        hvem = {"dokument": papirer[post["dokument"]], "forfatter": f"{post['forfatter']} ({fra})"[:420]}
        # The newest governs: they are written in the order they were found.
        tid = anledning.nu + timedelta(microseconds=nr)
        _ny(Laegevurdering, post, **faste | hvem | {"tid": tid})


def samtykker(anledning: Anledning, sag: Sag, poster: list[dict[str, Any]], fra: str) -> None:
    for post in poster:
        _ny(
            Samtykke,
            post,
            sag=sag,
            borger=sag.borger,
            kommune_id=sag.kommune_id,
            registreret_tid=anledning.nu,
            registreret_af=fulgte_med(fra),
        )


def gaa_videre(anledning: Anledning, sag: Sag, d: Mapping[str, Any], papirer: Mapping[str, Dokument]) -> None:
    """The indstilling, the decision and the plan as they stood, and the state the case goes on from."""
    faelles: dict[str, Any] = {"sag": sag, "kommune_id": sag.kommune_id}
    tilstand = d["sag"]["tilstand"]
    naaet = T(tilstand) if tilstand in VIDERE else T.FORBEREDES
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
    for post in d.get("begyndt", ()) if naaet == T.PLAN_LAGT else ():
        _ny(Indsatsstart, post, **faelles, tid=anledning.nu, af=anledning.aktoer.signatur)
    if naaet != sag.tilstand:
        sag.tilstand = naaet
        sag.save(update_fields=["tilstand"])


def fulgte_med(fra: str) -> str:
    return f"Fulgte med fra {fra}"[:200]


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
