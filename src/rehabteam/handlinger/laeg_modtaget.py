"""Lay a file that has come on the case: the person says what it is, and only then is it a document."""

from contextlib import ExitStack
from datetime import date
from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtagelse
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, ModtagetFil

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .modtagne import T, fjern_bagefter, hent_fil, plads_paa_sagen, stien
from .papir import Original, laeg_paa_sagen
from .sagt import SLAGS, kraev_sagt


@handling("laeg_modtaget")
def laeg_modtaget(
    anledning: Anledning,
    sag_id: UUID,
    fil_id: UUID,
    *,
    titel: str,
    slags: str,
    dato: date,
    afsender: str = "",
) -> Dokument:
    """What was suggested binds nobody: kind, day, title and sender are hers who lays it there.

    `afsender`: who it is from; empty where it is the kommune's own.

    Raises KanIkke at `titel`/`slags`/`dato`/"", FindesIkke when the file is not ready or is laid already.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "laeg_modtaget", sag)
    kraev_sagt(anledning, sag, titel=titel, slags=slags, dato=dato)
    fil = hent_fil(sag, fil_id, T.KLAR)
    plads_paa_sagen(sag, [fil.stoerrelse])
    dokument = _laeg(
        anledning, fil, titel=titel.strip(), slags=slags, dato=dato, afsender=" ".join(afsender.split())[:200]
    )
    if (dokument.sha256, dokument.original_sha256) != _lovet(fil):
        raise KanIkke({"": _("Filen er ændret, siden den kom. Fjern den, og send den igen.")})
    fil.tilstand, fil.dokument, fil.aendret_tid = T.LAGT, dokument, anledning.nu
    fil.save(update_fields=["tilstand", "dokument", "aendret_tid"])
    fjern_bagefter(fil)
    haendelse(
        anledning,
        "laeg_modtaget",
        f"Dokumentet »{dokument.titel}« blev tilføjet ({SLAGS[slags].lower()}).",
        sag=sag,
        data={
            "dokument": str(dokument.id),
            "sha256": dokument.sha256,
            "original_sha256": dokument.original_sha256,
            "virusscannet": dokument.virusscannet,
        },
    )
    return dokument


def _lovet(fil: ModtagetFil) -> tuple[str, str]:
    """The names the bytes must have: of what is shown, and of the original where that is another file."""
    return (fil.vist_sha256, fil.sha256) if fil.vist_sha256 else (fil.sha256, "")


def _laeg(anledning: Anledning, fil: ModtagetFil, **sagt: object) -> Dokument:
    mail = fil.del_af.dokument if fil.del_af else None
    with ExitStack() as aabne:
        try:
            kom = aabne.enter_context(stien(fil).open("rb"))
            vises = kom
            if fil.vist_sha256:
                vises = aabne.enter_context(modtagelse.vist_sti(settings.DATA, fil.id).open("rb"))
        except FileNotFoundError:
            raise KanIkke({"": _("Filen er væk. Fjern den fra listen, og send den igen.")}) from None
        return laeg_paa_sagen(
            anledning,
            fil.sag,
            vises,
            filnavn=f"{PurePath(fil.filnavn).stem}.pdf" if fil.vist_sha256 else fil.filnavn,
            mime=fil.vist_mime or fil.mime,
            sider=fil.sider,
            virusscannet=fil.virusscannet,
            original=Original(kom, fil.mime, fil.filnavn) if fil.vist_sha256 else None,
            del_af=mail if mail and mail.trukket_tilbage_tid is None else None,
            **sagt,  # type: ignore[arg-type]
        )
