"""Suggest what a ready scan is, from the text read on its first page."""

from uuid import UUID

from rehabteam.dokumenter.forslag import foreslaa
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cprskjul import uden_cpr
from rehabteam.sager.models import ModtagetFil

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .modtagne import T, hent_fil, sagen

FORESLAAET = ("foreslaaet_slags", "foreslaaet_dato", "foreslaaet_titel")


@handling("foreslaa_modtaget")
def foreslaa_modtaget(anledning: Anledning, sag_id: UUID, fil_id: UUID, *, forside: str) -> ModtagetFil:
    """`forside`: what was read, "" where nothing was: then the file is not read again.

    What the name of the file says comes first here too; a scanner's stamp gives way to the page below it.

    Raises FindesIkke when a person has laid the file or given it up meanwhile, or it has been read.
    """
    sag = sagen(anledning, sag_id)
    kraev_ret(anledning.aktoer, "foreslaa_modtaget", sag)
    fil = hent_fil(sag, fil_id, T.KLAR)
    if fil.trin != ModtagetFil.Trin.LAESES:
        raise FindesIkke
    gaet = foreslaa(fil.filnavn, forside, anledning.dag)
    if forside:
        fil.foreslaaet_slags = gaet.slags or fil.foreslaaet_slags
        fil.foreslaaet_dato = gaet.dato or fil.foreslaaet_dato
        fil.foreslaaet_titel = uden_cpr(gaet.titel)[:200]
    fil.trin, fil.forsoeg, fil.naeste_tid, fil.aendret_tid = "", 0, None, anledning.nu
    fil.save(update_fields=[*FORESLAAET, "trin", "forsoeg", "naeste_tid", "aendret_tid"])
    haendelse(
        anledning,
        "foreslaa_modtaget",
        f"Første side af en fil til sagen {sag.nummer} blev læst til et forslag.",
        organisation_id=sag.kommune_id,
        data={"sag": str(sag.id), "fil": str(fil.id)},
    )
    return fil
