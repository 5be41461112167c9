"""The state of a file on its way in, in words a person can use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.dokumenter import livstegn, modtagelse
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import ModtagetFil

T, TRIN = ModtagetFil.Tilstand, ModtagetFil.Trin
TAALMODIGHED = timedelta(seconds=45)  # a worker looks every second; a big file takes its time
LAENGST_PAA_VEJ = timedelta(minutes=10)  # a suggestion that has not come by then is not promised


@dataclass(frozen=True, slots=True)
class Linje:
    """One file on the page. `procent` is for the one that is being sent; `arbejder`: more will happen by itself."""

    fil: ModtagetFil
    tekst: str
    naaet: int
    procent: int
    arbejder: bool
    sendt_af: str = ""

    def som_json(self) -> dict[str, Any]:
        fil = self.fil
        return {
            "id": str(fil.id),
            "navn": fil.filnavn,
            "tilstand": fil.tilstand,
            "tekst": self.tekst,
            "naaet": self.naaet,
            "stoerrelse": fil.stoerrelse,
            "procent": self.procent,
            "arbejder": self.arbejder,
            "under": bool(fil.del_af_id),
        }


def linje(fil: ModtagetFil, aktoer: Aktoer) -> Linje:
    naaet = modtagelse.naaet(settings.DATA, fil.id) if fil.tilstand == T.SENDES else fil.stoerrelse
    procent = 100 * naaet // fil.stoerrelse if fil.stoerrelse else 0
    min_ = fil.medarbejder_id == aktoer.medarbejder_id
    return Linje(
        fil,
        _tekst(fil, procent, min_, timezone.now()),
        naaet,
        procent,
        arbejder=fil.tilstand == T.VENTER,
        sendt_af="" if min_ else fil.medarbejder.navn,
    )


def forslag_paa_vej(filer: Iterable[ModtagetFil], nu: datetime) -> set[UUID]:
    """The ready scans whose first page is to be read for a suggestion; none where nobody is there to read."""
    arbejder = livstegn.sidst(settings.DATA)
    if arbejder is None or arbejder.er_stille(nu):
        return set()
    return {
        fil.id
        for fil in filer
        if (fil.tilstand, fil.trin) == (T.KLAR, TRIN.LAESES) and nu - fil.aendret_tid < LAENGST_PAA_VEJ
    }


def _tekst(fil: ModtagetFil, procent: int, min_: bool, nu: datetime) -> str:
    if fil.tilstand == T.SENDES:
        if not min_:
            return _("Er ved at blive sendt: %(procent)s %%.") % {"procent": procent}
        return _(
            "Standset ved %(procent)s %%. Vælg den samme fil igen, så går den videre, hvor den slap."
        ) % {"procent": procent}
    if fil.tilstand == T.AFVIST:
        return _("Afvist: %(grund)s") % {"grund": fil.grund}
    if fil.tilstand == T.KLAR:
        return _("Klar til at blive lagt på sagen.")
    if fil.grund:
        return fil.grund
    if nu - fil.aendret_tid > TAALMODIGHED:
        return _("Venter. Ingen har taget fat endnu. Sig det til driften, hvis det bliver ved.")
    return {
        TRIN.UNDERSOEGES: _("Er sendt og bliver undersøgt."),
        TRIN.SCANNES: _("Venter på virusscanning."),
        TRIN.OMDANNES: _("Omdannes til PDF."),
    }[TRIN(fil.trin)]
