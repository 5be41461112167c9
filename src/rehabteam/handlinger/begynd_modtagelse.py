"""Begin sending files to a case: which, and how big. What cannot be taken in is said before a byte is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.afvist import TEKSTER
from rehabteam.dokumenter.filnavn import rens
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cprskjul import uden_cpr
from rehabteam.sager.models import ModtagetFil

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .modtagne import T, plads_paa_sagen
from .tilfoej_dokument import HOEJST_BYTES, HOEJST_FILER


@dataclass(frozen=True, slots=True)
class Valgt:
    """A file as the person chose it. `stoerrelse`: bytes. The rest: what she has said it is already, if anything."""

    navn: str
    stoerrelse: int
    slags: str = ""
    dato: date | None = None
    titel: str = ""


@dataclass(frozen=True, slots=True)
class Begyndt:
    """One of the chosen files: its row, or why it is not taken in. `naaet`: how much of it has come (bytes)."""

    navn: str
    fil: ModtagetFil | None = None
    naaet: int = 0
    grund: str = ""


@handling("begynd_modtagelse")
def begynd_modtagelse(anledning: Anledning, sag_id: UUID, *, filer: Sequence[Valgt]) -> list[Begyndt]:
    """One answer per file, in order. A file of hers that is known by name and size goes on where it stopped.

    Raises KanIkke at "" when the case or the disk has no room, FindesIkke.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "begynd_modtagelse", sag)
    if not modtagelse.er_der_plads(settings.DATA):
        raise KanIkke(
            {"": _("Der er ikke plads til flere filer lige nu. Prøv igen senere, eller sig det til driften.")}
        )
    paa_vej = list(ModtagetFil.objects.filter(sag=sag, tilstand__in=(T.SENDES, T.VENTER, T.KLAR)))
    mig = anledning.aktoer.medarbejder_id
    mine = {
        (f.filnavn, f.stoerrelse): f for f in paa_vej if f.medarbejder_id == mig and f.tilstand == T.SENDES
    }
    fylder = [f.stoerrelse for f in paa_vej]
    svar: list[Begyndt] = []
    for valgt in filer:
        navn = rens(uden_cpr(valgt.navn))[:255]
        if grund := _afvis(valgt.stoerrelse):
            svar.append(Begyndt(navn, grund=grund))
            continue
        fil = mine.pop((navn, valgt.stoerrelse), None)
        if fil is None:
            fylder.append(valgt.stoerrelse)
            fil = ModtagetFil(
                kommune_id=sag.kommune_id,
                sag=sag,
                medarbejder_id=mig,
                filnavn=navn,
                stoerrelse=valgt.stoerrelse,
                foreslaaet_slags=valgt.slags,
                foreslaaet_dato=valgt.dato,
                foreslaaet_titel=valgt.titel[:200],
                begyndt_tid=anledning.nu,
                aendret_tid=anledning.nu,
            )
        svar.append(Begyndt(navn, fil, modtagelse.naaet(settings.DATA, fil.id)))
    plads_paa_sagen(sag, fylder, HOEJST_FILER, HOEJST_BYTES)
    nye = [b.fil for b in svar if b.fil is not None and b.fil._state.adding]
    ModtagetFil.objects.bulk_create(nye)
    # In the house's own book: nothing has come to the case yet.
    haendelse(
        anledning,
        "begynd_modtagelse",
        f"{len(nye)} filer begyndte at blive sendt til sagen {sag.nummer}.",
        organisation_id=sag.kommune_id,
        data={"sag": str(sag.id), "filer": [str(fil.id) for fil in nye]},
    )
    return svar


def _afvis(stoerrelse: int) -> str:
    if stoerrelse <= 0:
        return TEKSTER["tom"]
    return TEKSTER["for_stor"] if stoerrelse > settings.MAX_FILSTOERRELSE else ""
