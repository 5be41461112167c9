"""What the steps of a file on its way in share: the row, locked; its turn; and what a person sees it may be."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtagelse
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import ModtagetFil, Sag
from rehabteam.sager.udtraek.synlige import synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning

T = ModtagetFil.Tilstand
UNDERVEJS = (T.SENDES, T.VENTER, T.KLAR, T.AFVIST)
TUR = timedelta(minutes=10)  # who has taken a turn and is not heard of, is taken to be dead
FORSOEG = 3
# What a worker takes: a file that waits, and a ready one whose first page is to be read.
TAGES = Q(tilstand=T.VENTER) | Q(tilstand=T.KLAR, trin=ModtagetFil.Trin.LAESES)
HOEJST_FILER = 500  # on a case
HOEJST_BYTES = 2 * 1024**3


def sagen(anledning: Anledning, sag_id: UUID) -> Sag:
    """The case, unlocked: a file on its way in changes nothing on it. Raises FindesIkke."""
    sag = synlige_sager(anledning.aktoer).select_related("borger").filter(id=sag_id).first()
    if sag is None:
        raise FindesIkke
    return sag


def hent_fil(sag: Sag, fil_id: UUID, *tilstande: ModtagetFil.Tilstand) -> ModtagetFil:
    """The case's file, locked, in one of these states. Raises FindesIkke."""
    fil = (
        ModtagetFil.objects.select_for_update(of=("self",))
        .select_related("del_af")
        .filter(sag=sag, kommune_id=sag.kommune_id, id=fil_id, tilstand__in=tilstande)
        .first()
    )
    if fil is None:
        raise FindesIkke
    return fil


def tag_tur(anledning: Anledning, fil_id: UUID) -> ModtagetFil | None:
    """Take the next step of a waiting file upon oneself; None: not there, not yet, or another has it.

    The turn is written before the work begins, so that a file that kills whoever opens it is not opened for ever.
    Nobody has done anything yet, so there is no Hændelse. Raises IngenRet when the sender may no longer.
    """
    fil = (
        ModtagetFil.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("del_af")
        .filter(id=fil_id, tilstand=T.VENTER, naeste_tid__lte=anledning.nu)
        .first()
    )
    if fil is None:
        return None
    kraev_ret(anledning.aktoer, "behandl_modtaget", sagen(anledning, fil.sag_id))
    if fil.forsoeg >= FORSOEG:
        afvis(fil, _("Filen kunne ikke åbnes. Gem den som PDF, og vælg den igen."), anledning.nu)
        return None
    fil.forsoeg += 1
    fil.naeste_tid = anledning.nu + TUR
    fil.save(update_fields=["forsoeg", "naeste_tid"])
    return fil


def tag_forside(anledning: Anledning, fil_id: UUID) -> ModtagetFil | None:
    """Take the reading of a ready scan's first page upon oneself; None: laid, given up, not yet, or another has it.

    The file is ready and stays so: one that cannot be read three times over has no suggestion, and nothing else.
    Raises FindesIkke, IngenRet.
    """
    fil = (
        ModtagetFil.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(id=fil_id, tilstand=T.KLAR, trin=ModtagetFil.Trin.LAESES, naeste_tid__lte=anledning.nu)
        .first()
    )
    if fil is None:
        return None
    kraev_ret(anledning.aktoer, "foreslaa_modtaget", sagen(anledning, fil.sag_id))
    opgivet = fil.forsoeg >= FORSOEG
    fil.forsoeg += 1
    fil.trin, fil.naeste_tid = ("", None) if opgivet else (fil.trin, anledning.nu + TUR)
    fil.save(update_fields=["forsoeg", "trin", "naeste_tid"])
    return None if opgivet else fil


def stands(anledning: Anledning, fil_id: UUID) -> None:
    """The sender may no longer put files on the case: the file is refused, and its bytes go."""
    fil = ModtagetFil.objects.select_for_update().filter(id=fil_id, tilstand=T.VENTER).first()
    if fil is not None:
        afvis(fil, _("Den, der sendte filen, kan ikke længere lægge filer på sagen."), anledning.nu)


def slip(anledning: Anledning, fil_id: UUID) -> None:
    """The work broke in a way nobody foresaw: give the turn back soon, and not at once. It has been counted."""
    igen = anledning.nu + timedelta(seconds=10)
    ModtagetFil.objects.filter(TAGES, id=fil_id).update(naeste_tid=igen)


def afvis(fil: ModtagetFil, grund: str, nu: datetime) -> None:
    """Refuse it with the reason; the bytes go when it is certain."""
    fil.tilstand, fil.trin, fil.grund, fil.naeste_tid, fil.aendret_tid = T.AFVIST, "", grund[:400], None, nu
    fil.save(update_fields=["tilstand", "trin", "grund", "naeste_tid", "aendret_tid"])
    fjern_bagefter(fil)


def fjern_bagefter(fil: ModtagetFil) -> None:
    rod, fil_id = settings.DATA, fil.id
    transaction.on_commit(lambda: modtagelse.fjern(rod, fil_id))


def stien(fil: ModtagetFil) -> Path:
    return modtagelse.sti(settings.DATA, fil.id)


def plads_paa_sagen(sag: Sag, nye: Iterable[int]) -> None:
    """Raises KanIkke at "" when the case cannot hold the new files too (their sizes in bytes)."""
    fylder = [*sag.dokument_raekker.values_list("stoerrelse", flat=True), *nye]
    if len(fylder) > HOEJST_FILER or sum(fylder) > HOEJST_BYTES:
        raise KanIkke({"": _("Sagen kan ikke rumme flere filer (højst 500 filer og 2 GB i alt).")})


def foreslaaet(fil: ModtagetFil, slags: str, dato: date | None, titel: str, afsender: str) -> None:
    """What is suggested; what was said before stands."""
    fil.foreslaaet_slags = fil.foreslaaet_slags or slags
    fil.foreslaaet_dato = fil.foreslaaet_dato or dato
    fil.foreslaaet_titel = fil.foreslaaet_titel or titel[:200]
    fil.foreslaaet_afsender = fil.foreslaaet_afsender or afsender[:200]
