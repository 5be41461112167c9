"""Write what came of one step on a file on its way in: the next step, ready, refused, or wait and try again."""

from dataclasses import replace
from uuid import UUID

from django.conf import settings

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.filnavn import rens
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cprskjul import uden_cpr
from rehabteam.sager.models import ModtagetFil

from .handling import Anledning, haendelse, handling
from .modtagetrin import VENT, Udfald, goer
from .modtagne import T, afvis, foreslaaet, hent_fil, sagen, tag_tur

GEMT = (
    *(
        "tilstand",
        "trin",
        "grund",
        "forsoeg",
        "naeste_tid",
        "filnavn",
        "slags",
        "mime",
        "sider",
        "vist_sha256",
    ),
    *("vist_mime", "virusscannet", "foreslaaet_slags", "foreslaaet_dato", "foreslaaet_titel"),
    *("foreslaaet_afsender", "aendret_tid"),
)
"""The columns a step may change."""
ORD = {"afvist": "blev afvist", "venter": "venter", "klar": "er klar", "naeste": "kom et trin videre"}


@handling("behandl_modtaget")
def behandl_modtaget(anledning: Anledning, sag_id: UUID, fil_id: UUID, *, udfald: Udfald) -> ModtagetFil:
    """Raises FindesIkke when the file was given up meanwhile."""
    sag = sagen(anledning, sag_id)
    kraev_ret(anledning.aktoer, "behandl_modtaget", sag)
    fil = hent_fil(sag, fil_id, T.VENTER)
    fil.aendret_tid = anledning.nu
    for navn, vaerdi in udfald.felter.items():
        setattr(fil, navn, vaerdi)
    if udfald.afvist:
        afvis(fil, udfald.afvist, anledning.nu)
    elif udfald.venter:
        # To wait is no failure of the file's.
        fil.grund, fil.forsoeg, fil.naeste_tid = udfald.venter, 0, anledning.nu + VENT
        fil.save(update_fields=["grund", "forsoeg", "naeste_tid", "aendret_tid"])
    else:
        _videre(anledning, fil, udfald)
    haendelse(
        anledning,
        "behandl_modtaget",
        f"En fil til sagen {sag.nummer} {next(ord_ for felt, ord_ in ORD.items() if getattr(udfald, felt))}.",
        organisation_id=sag.kommune_id,
        data={"sag": str(sag.id), "fil": str(fil.id), "bilag": len(udfald.bilag)},
    )
    return fil


def straks(anledning: Anledning, fil: ModtagetFil) -> ModtagetFil:
    """The steps that are done while the person waits: examined and scanned, as far as it goes without converting."""
    while fil.tilstand == T.VENTER and fil.trin != ModtagetFil.Trin.OMDANNES:
        taget = tag_tur(replace(anledning, nu=max(anledning.nu, fil.naeste_tid or anledning.nu)), fil.id)
        if taget is None:
            break
        udfald = goer(taget, anledning.dag)
        fil = behandl_modtaget(anledning, taget.sag_id, taget.id, udfald=udfald)
        if udfald.venter:
            break
    return fil


def _videre(anledning: Anledning, fil: ModtagetFil, udfald: Udfald) -> None:
    if udfald.vist:
        fil.vist_sha256 = modtagelse.gem_vist(settings.DATA, fil.id, udfald.vist)
    if udfald.forslag:
        gaet = udfald.forslag
        foreslaaet(fil, gaet.slags, gaet.dato, uden_cpr(gaet.titel), uden_cpr(gaet.afsender))
    fil.grund, fil.forsoeg, fil.trin = "", 0, udfald.naeste
    fil.tilstand = T.KLAR if udfald.klar else T.VENTER
    fil.naeste_tid = anledning.nu if udfald.naeste else None
    fil.save(update_fields=GEMT)
    for bilag in udfald.bilag:
        nyt = ModtagetFil(
            kommune_id=fil.kommune_id,
            sag_id=fil.sag_id,
            medarbejder_id=fil.medarbejder_id,
            filnavn=rens(uden_cpr(bilag.navn))[:255],
            stoerrelse=len(bilag.data),
            tilstand=T.VENTER,
            trin=ModtagetFil.Trin.UNDERSOEGES,
            naeste_tid=anledning.nu,
            del_af=fil,
            foreslaaet_afsender=fil.foreslaaet_afsender,
            begyndt_tid=fil.begyndt_tid,
            aendret_tid=anledning.nu,
        )
        modtagelse.gem_hel(settings.DATA, nyt.id, bilag.data)
        nyt.sha256 = modtagelse.hel(settings.DATA, nyt.id)
        nyt.save(force_insert=True)
