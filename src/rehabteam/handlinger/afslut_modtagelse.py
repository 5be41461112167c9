"""A whole file has come: from here it waits to be examined, scanned and, where it must be, converted."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtagelse
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import ModtagetFil

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .modtagne import T, hent_fil, sagen


@handling("afslut_modtagelse")
def afslut_modtagelse(anledning: Anledning, sag_id: UUID, fil_id: UUID) -> ModtagetFil:
    """Said twice is as good as once. Raises KanIkke at "" when not all of it has come, FindesIkke."""
    sag = sagen(anledning, sag_id)
    kraev_ret(anledning.aktoer, "afslut_modtagelse", sag)
    fil = hent_fil(sag, fil_id, T.SENDES, T.VENTER, T.KLAR, T.AFVIST)
    if fil.tilstand == T.SENDES:
        if modtagelse.naaet(settings.DATA, fil.id) != fil.stoerrelse:
            raise KanIkke(
                {"": _("Hele filen er ikke kommet. Vælg den igen, så går den videre, hvor den slap.")}
            )
        fil.sha256 = modtagelse.hel(settings.DATA, fil.id)
        fil.tilstand, fil.trin = T.VENTER, ModtagetFil.Trin.UNDERSOEGES
        fil.naeste_tid = fil.aendret_tid = anledning.nu
        fil.save(update_fields=["sha256", "tilstand", "trin", "naeste_tid", "aendret_tid"])
    haendelse(
        anledning,
        "afslut_modtagelse",
        f"En fil til sagen {sag.nummer} er kommet.",
        organisation_id=sag.kommune_id,
        data={"sag": str(sag.id), "fil": str(fil.id), "sha256": fil.sha256},
    )
    return fil
