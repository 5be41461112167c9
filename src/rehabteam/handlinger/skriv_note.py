"""An internal note on a case. Colleagues it names with @ are told of it."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Note, Sag
from rehabteam.sager.udtraek.huset import kolleger

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

# An @ that begins a word: an address of mail does not.
OMTALE = re.compile(r"(?<![^\s(»\"'])@(?=\w)")
HOEJST = 10


@handling("skriv_note")
def skriv_note(anledning: Anledning, sag_id: UUID, *, tekst: str, retter_id: UUID | None = None) -> Note:
    """A note, or the correction of one (`retter_id`): the older one stays and says that it was corrected.

    Raises KanIkke at `tekst`, FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_note", sag)
    tekst = tekst.strip()
    if not tekst:
        raise KanIkke({"tekst": _("Skriv noten.")})
    retter = _rettet(sag, retter_id)
    omtalte = _omtalte(tekst, kolleger(anledning.aktoer))
    if ude := [m.navn for m in omtalte if m.id in sag.udelukkede]:
        raise KanIkke(
            {"tekst": _("%(navn)s er inhabil i sagen og kan ikke omtales her.") % {"navn": ", ".join(ude)}}
        )
    note = Note.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        forfatter_id=anledning.aktoer.medarbejder_id,
        forfatter_navn=anledning.aktoer.signatur,
        tekst=tekst,
        omtalte=[m.id for m in omtalte],
        retter=retter,
        dag=anledning.dag,
        tid=anledning.nu,
    )
    # The words stay in the kommune: the history is read by the region too.
    hvad = "En intern note blev rettet." if retter else "En intern note blev skrevet."
    haendelse(anledning, "skriv_note", hvad, sag=sag, data={"note": str(note.id)})
    return note


def _rettet(sag: Sag, retter_id: UUID | None) -> Note | None:
    if retter_id is None:
        return None
    retter = Note.objects.filter(id=retter_id, sag=sag).select_related("rettet_af").first()
    if retter is None:
        raise FindesIkke
    if hasattr(retter, "rettet_af"):
        raise KanIkke({"tekst": _("Noten er allerede rettet. Ret den nyeste i stedet.")})
    return retter


def _omtalte(tekst: str, folk: Iterable[Medarbejder]) -> list[Medarbejder]:
    """Those named after an @, by whole name or by a first name only one has. Raises KanIkke at a name nobody has."""
    alle = list(folk)
    fundne: dict[UUID, Medarbejder] = {}
    for hit in OMTALE.finditer(tekst):
        skrevet = " ".join(tekst[hit.end() : hit.end() + 200].split())
        efter = skrevet.casefold()
        hele = [m for m in alle if _begynder(efter, m.navn.casefold())]
        passer = hele or [m for m in alle if _begynder(efter, m.navn.split(" ")[0].casefold())]
        laengst = max((len(m.navn) for m in hele), default=0)
        passer = [m for m in passer if not hele or len(m.navn) == laengst]
        if len(passer) != 1:
            raise KanIkke({"tekst": _uklart(skrevet, passer)})
        fundne[passer[0].id] = passer[0]
    if len(fundne) > HOEJST:
        raise KanIkke({"tekst": _("Noten omtaler over ti kolleger. Omtal færre.")})
    return list(fundne.values())


def _begynder(efter: str, navn: str) -> bool:
    return efter.startswith(navn) and not efter[len(navn) : len(navn) + 1].isalnum()


def _uklart(skrevet: str, passer: list[Medarbejder]) -> str:
    ordet = " ".join(skrevet.split(" ")[:2])[:60].rstrip(".,;:")
    if not passer:
        return _("Ingen kollega hedder »%(navn)s«. Skriv navnet, som det står på listen under feltet.") % {
            "navn": ordet
        }
    navne = ", ".join(m.navn for m in passer[:4])
    return _("Flere kolleger passer på »%(navn)s«: %(navne)s. Skriv hele navnet.") % {
        "navn": ordet,
        "navne": navne,
    }
