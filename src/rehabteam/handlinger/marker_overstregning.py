"""Mark on a document what a receiver shall not see: areas put on the draft of a redacted edition, and taken off."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.dokumenter.overstreg import HOEJST_FELTER, Felt
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, Overstregning, Sag
from rehabteam.sager.udtraek.overstregninger import KAN_TEGNES, kilden, kladde

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur, hent_sag


@handling("marker_overstregning")
def marker_overstregning(
    anledning: Anledning,
    sag_id: UUID,
    dokument_id: UUID,
    *,
    tilfoej: Iterable[Felt] = (),
    fjern: Iterable[Felt] = (),
) -> Overstregning:
    """The draft, begun with the first mark. Colleagues who mark at once both have their marks kept.

    Raises KanIkke, FindesIkke (also for a document that is withdrawn), IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "marker_overstregning", sag)
    dokument = det_der_markeres(sag, dokument_id)
    efter_tur("overstregning", dokument.id)
    udgave = kladde(dokument) or _ny(anledning, sag, dokument)
    felter = (set(felterne(udgave)) | set(tilfoej)) - set(fjern)
    if len(felter) > HOEJST_FELTER:
        raise KanIkke(
            {"": _("Der er markeret for mange felter i dokumentet. Fjern nogle, eller markér hele siden.")}
        )
    udgave.felter = [[f.side, f.x0, f.y0, f.x1, f.y1] for f in sorted(felter)]
    udgave.version += 1
    udgave.save()
    # In the house's own book and not in the case's history: a draft is nothing that has happened to the case.
    hvis = anledning.aktoer.organisation_id
    haendelse(
        anledning,
        "marker_overstregning",
        "Der blev markeret i et dokument til overstregning.",
        organisation_id=hvis,
        data={"overstregning": str(udgave.id), "felter": len(felter)},
    )
    return udgave


def felterne(udgave: Overstregning) -> list[Felt]:
    return [Felt(int(side), *map(float, boks)) for side, *boks in udgave.felter]


def det_der_markeres(sag: Sag, dokument_id: UUID) -> Dokument:
    """A document of the case whose pages can be drawn. Raises FindesIkke, KanIkke."""
    dokument = (
        Dokument.objects.filter(sag=sag, id=dokument_id, trukket_tilbage_tid=None)
        .select_related("gennemgang")
        .first()
    )
    if dokument is None:
        raise FindesIkke
    if dokument.mime not in KAN_TEGNES:
        raise KanIkke({"": _("Dokumentet er en fil fra et andet system, hvis sider ikke kan tegnes her.")})
    return dokument


def _ny(anledning: Anledning, sag: Sag, dokument: Dokument) -> Overstregning:
    sha256, mime = kilden(dokument)
    return Overstregning(
        kommune_id=sag.kommune_id,
        sag=sag,
        dokument=dokument,
        nr=Overstregning.objects.filter(dokument=dokument).count() + 1,
        kilde_sha256=sha256,
        kilde_mime=mime,
        begyndt_tid=anledning.nu,
        begyndt_af=anledning.aktoer.navn,
    )
