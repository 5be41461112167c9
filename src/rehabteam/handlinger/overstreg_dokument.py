"""Make the redacted edition that was marked: a new file of new pictures, for use outside. The document stays."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.overstreg import OverstregFejl, laes_straks, overstreg
from rehabteam.dokumenter.sidetal import antal_sider
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overstregning
from rehabteam.sager.udtraek.overstregninger import kladde

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur, hent_sag
from .lageret import gem, lager
from .marker_overstregning import det_der_markeres, felterne

MINDST = 10  # characters of a reason


@handling("overstreg_dokument")
def overstreg_dokument(
    anledning: Anledning, sag_id: UUID, dokument_id: UUID, *, grund: str, antal: int
) -> Overstregning:
    """`antal`: the areas the person saw, so that she makes what she looked at.

    A long one is drawn now and read by the worker (laes_overstregning); until then it may be given to nobody.

    Raises KanIkke at `grund` or for the whole, FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "overstreg_dokument", sag)
    dokument = det_der_markeres(sag, dokument_id)
    efter_tur("overstregning", dokument.id)
    udgave = kladde(dokument)
    if udgave is None:
        raise FindesIkke
    if not udgave.felter:
        raise KanIkke({"": _("Der er ikke markeret noget. Markér det, modtageren ikke må se.")})
    if len(udgave.felter) != antal:
        raise KanIkke(
            {"": _("En kollega har ændret markeringerne imens. Se siderne igennem, og lav så udgaven.")}
        )
    if len(grund.strip()) < MINDST:
        raise KanIkke({"grund": _("Skriv, hvorfor der overstreges, fx hvem oplysningerne handler om.")})
    try:
        data = lager().laes(udgave.kilde_sha256)
        tegnet = overstreg(data, udgave.kilde_mime, felterne(udgave))
        laest = laes_straks(tegnet)
        blob = gem(laest.pdf if laest else tegnet)
    except (LagerFejl, OverstregFejl) as fejl:
        raise KanIkke({"": str(fejl)}) from None
    udgave.grund, udgave.lavet_tid, udgave.lavet_af = grund.strip(), anledning.nu, anledning.aktoer.navn
    udgave.sha256, udgave.stoerrelse = blob.sha256, blob.stoerrelse
    if laest:
        udgave.sider, udgave.soegbar, udgave.sider_uden_tekst = laest.sider, laest.soegbar, laest.uden_tekst
    else:
        udgave.sider, udgave.laesning = antal_sider(tegnet), Overstregning.Laesning.VENTER
        udgave.bestilt_af_id = anledning.aktoer.sager_for
    udgave.save()
    # Neither title nor reason: they may tell of another citizen, and the region reads the sentence too.
    haendelse(
        anledning,
        "overstreg_dokument",
        "Der blev lavet en overstreget udgave af et dokument, til brug uden for huset.",
        sag=sag,
        data={"dokument": str(dokument.id), "udgave": udgave.nr, "felter": antal, "sha256": blob.sha256},
    )
    return udgave
