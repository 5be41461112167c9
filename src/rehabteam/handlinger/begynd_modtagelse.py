"""Begin sending files to a case: which, and how big. What cannot be taken in is said before a byte is sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
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

KENDTE = 5  # half-sent files of the same name and size that are looked at


@dataclass(frozen=True, slots=True)
class Valgt:
    """A file as the person chose it (`stoerrelse`: bytes). `slags`, `dato`, `titel`, `afsender`: what she has said already.

    `begyndelser`: how many of its first bytes → their SHA-256, for the lengths she was asked about; None: not asked yet.
    """

    navn: str
    stoerrelse: int
    slags: str = ""
    dato: date | None = None
    titel: str = ""
    afsender: str = ""
    begyndelser: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Begyndt:
    """One of the chosen files: its row (`ny`: made now), or why it is not taken in, or `spoerg`.

    `naaet`: how much of it has come and need not be sent (bytes). `spoerg`: files of hers with its name and size stopped
    there; the SHA-256 of so many of its first bytes tells whether it is one of them. `anden`: that was told, and it is not.
    """

    navn: str
    fil: ModtagetFil | None = None
    naaet: int = 0
    grund: str = ""
    spoerg: tuple[int, ...] = ()
    ny: bool = False
    anden: bool = False


@handling("begynd_modtagelse")
def begynd_modtagelse(anledning: Anledning, sag_id: UUID, *, filer: Sequence[Valgt]) -> list[Begyndt]:
    """One answer per file, in order. A file of hers goes on where it stopped only when its bytes are known again.

    Its name and its size alone say nothing: the chosen file must begin with what has come, and each later piece is
    compared with it too (dokumenter/modtagelse.py). Raises KanIkke at "" when the case or the disk has no room,
    FindesIkke.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "begynd_modtagelse", sag)
    if not modtagelse.er_der_plads(settings.DATA):
        raise KanIkke(
            {"": _("Der er ikke plads til flere filer lige nu. Prøv igen senere, eller sig det til driften.")}
        )
    paa_vej = list(ModtagetFil.objects.filter(sag=sag, tilstand__in=(T.SENDES, T.VENTER, T.KLAR)))
    mig = anledning.aktoer.medarbejder_id
    halve: dict[tuple[str, int], list[ModtagetFil]] = defaultdict(list)
    for fil in sorted(paa_vej, key=lambda f: f.begyndt_tid, reverse=True):
        if fil.medarbejder_id == mig and fil.tilstand == T.SENDES:
            halve[fil.filnavn, fil.stoerrelse].append(fil)
    fylder = [f.stoerrelse for f in paa_vej]
    svar: list[Begyndt] = []
    for valgt in filer:
        navn = rens(uden_cpr(valgt.navn))[:255]
        if grund := _afvis(valgt.stoerrelse):
            svar.append(Begyndt(navn, grund=grund))
            continue
        kendte = halve[navn, valgt.stoerrelse][:KENDTE]
        if kendte and valgt.begyndelser is None:
            spoerg = sorted({modtagelse.naaet(settings.DATA, fil.id) for fil in kendte})
            svar.append(Begyndt(navn, spoerg=tuple(spoerg)))
        elif fundet := _den_samme(kendte, valgt.begyndelser or {}):
            svar.append(Begyndt(navn, *fundet))
            _sagt_nu(fundet[0], valgt)
            halve[navn, valgt.stoerrelse].remove(fundet[0])
        else:
            fylder.append(valgt.stoerrelse)
            ny = ModtagetFil(
                kommune_id=sag.kommune_id,
                sag=sag,
                medarbejder_id=mig,
                filnavn=navn,
                stoerrelse=valgt.stoerrelse,
                **_sagt(valgt),
                begyndt_tid=anledning.nu,
                aendret_tid=anledning.nu,
            )
            svar.append(Begyndt(navn, ny, ny=True, anden=bool(kendte and valgt.begyndelser)))
    plads_paa_sagen(sag, fylder)
    nye = [b.fil for b in svar if b.fil is not None and b.ny]
    ModtagetFil.objects.bulk_create(nye)
    igen = [b.fil for b in svar if b.fil is not None and not b.ny]
    # In the house's own book: nothing has come to the case yet.
    haendelse(
        anledning,
        "begynd_modtagelse",
        f"{len(nye)} filer begyndte at blive sendt til sagen {sag.nummer}, og {len(igen)} gik videre.",
        organisation_id=sag.kommune_id,
        data={
            "sag": str(sag.id),
            "filer": [str(fil.id) for fil in nye],
            "igen": [str(fil.id) for fil in igen],
        },
    )
    return svar


def _sagt(valgt: Valgt) -> dict[str, Any]:
    """What she has said of it already, as the row's columns."""
    sagt = {
        "foreslaaet_slags": valgt.slags,
        "foreslaaet_dato": valgt.dato,
        "foreslaaet_titel": valgt.titel[:200],
        "foreslaaet_afsender": valgt.afsender[:200],
    }
    return {felt: vaerdi for felt, vaerdi in sagt.items() if vaerdi}


def _sagt_nu(fil: ModtagetFil, valgt: Valgt) -> None:
    """What is said when the file is chosen again counts, and not what was said before."""
    if sagt := _sagt(valgt):
        for felt, vaerdi in sagt.items():
            setattr(fil, felt, vaerdi)
        fil.save(update_fields=list(sagt))


def _den_samme(
    kendte: Sequence[ModtagetFil], begyndelser: Mapping[int, str]
) -> tuple[ModtagetFil, int] | None:
    """The half-sent file the chosen one begins with, and how much of it is known to be the same (bytes)."""
    for fil in kendte:
        naaet = modtagelse.naaet(settings.DATA, fil.id)
        # It may have grown since she was asked: another window of hers is sending it.
        vist = max((n for n in begyndelser if n <= naaet), default=None)
        if vist is not None and modtagelse.begyndelse(settings.DATA, fil.id, vist) == begyndelser[vist]:
            return fil, vist
    return None


def _afvis(stoerrelse: int) -> str:
    if stoerrelse <= 0:
        return TEKSTER["tom"]
    return TEKSTER["for_stor"] if stoerrelse > settings.MAX_FILSTOERRELSE else ""
