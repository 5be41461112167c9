"""A person chooses, for each document and each part of the log, whether the citizen is given it, and if not, why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Aktindsigt, Overstregning, Udlevering
from rehabteam.sager.udtraek.aktindsigt import Stykke, stykker
from rehabteam.sager.udtraek.overstregninger import gaeldende

from .aktindsigtsfrist import hent_anmodning
from .datoer import kraev
from .handling import Anledning, haendelse, handling

# Why something may be held back from a party. A person chooses; the program never does.
HJEMLER = {
    "FVL_12": gettext_noop("Forvaltningsloven § 12: kommunens egne arbejdspapirer"),
    "FVL_15B": gettext_noop(
        "Forvaltningsloven § 15 b: et afgørende hensyn til andre eller til borgeren selv"
    ),
    "ANDEN": gettext_noop("En anden bestemmelse, som begrundelsen nævner"),
}
MINDST = 20  # characters of a reason


@dataclass(frozen=True, slots=True)
class Valg:
    """What was chosen about one part; `udleveres` None = not chosen yet.

    `overstregning_id`: the redacted edition that is handed over in place of the document.
    """

    noegle: str
    udleveres: bool | None
    hjemmel: str = ""
    begrundelse: str = ""
    overstregning_id: UUID | None = None

    @property
    def holder_tilbage(self) -> bool:
        """The whole of it, or what is painted over."""
        return self.udleveres is False or self.overstregning_id is not None


@handling("vaelg_udlevering")
def vaelg_udlevering(anledning: Anledning, aktindsigt_id: UUID, *, valg: Sequence[Valg]) -> Aktindsigt:
    """The parts named; the others stay as they were.

    Raises KanIkke at `<key>-hjemmel`/`-begrundelse`/`-udgave`, FindesIkke, IngenRet.
    """
    kraev_ret(anledning.aktoer, "vaelg_udlevering")
    anmodning = hent_anmodning(anledning, aktindsigt_id)
    kraev_ret(anledning.aktoer, "vaelg_udlevering", anmodning.sag)
    kendte = {s.noegle: s for s in stykker(anmodning)}
    udgaver = gaeldende(anmodning.sag)
    kraev(_fejl([v for v in valg if v.noegle in kendte]) | _udgavefejl(valg, kendte, udgaver))
    antal = 0
    for v in valg:
        s = kendte.get(v.noegle)
        if s is None or v.udleveres is None:
            continue
        felter: dict[str, object] = {
            "udleveres": v.udleveres,
            "overstregning_id": v.overstregning_id if v.udleveres else None,
            "hjemmel": v.hjemmel if v.holder_tilbage else "",
            "begrundelse": v.begrundelse.strip() if v.holder_tilbage else "",
        }
        if s.valg and all(getattr(s.valg, felt) == vaerdi for felt, vaerdi in felter.items()):
            continue
        felter |= {"valgt_tid": anledning.nu, "valgt_af": anledning.aktoer.navn}
        Udlevering.objects.update_or_create(
            aktindsigt=anmodning,
            dokument=s.dokument,
            del_navn=s.del_navn,
            defaults=felter,
            create_defaults={"kommune_id": anmodning.kommune_id, "sag_id": anmodning.sag_id, **felter},
        )
        antal += 1
    haendelse(
        anledning,
        "vaelg_udlevering",
        f"Der er taget stilling til {antal} dele af sagen til aktindsigt.",
        sag=anmodning.sag,
        data={"aktindsigt": str(anmodning.id), "antal": antal},
    )
    return anmodning


def _fejl(valg: Sequence[Valg]) -> dict[str, str]:
    fejl = {}
    for v in valg:
        if v.udleveres is None or not v.holder_tilbage:
            continue
        if v.hjemmel not in HJEMLER:
            fejl[f"{v.noegle}-hjemmel"] = _("Vælg den bestemmelse, der giver lov til at holde det tilbage.")
        if len(v.begrundelse.strip()) < MINDST:
            fejl[f"{v.noegle}-begrundelse"] = _("Skriv begrundelsen, så borgeren kan forstå den.")
        elif v.hjemmel == "ANDEN" and "§" not in v.begrundelse:
            fejl[f"{v.noegle}-begrundelse"] = _("Skriv også, hvilken bestemmelse det er, med §.")
    return fejl


def _udgavefejl(
    valg: Sequence[Valg], kendte: Mapping[str, Stykke], udgaver: Mapping[UUID, Sequence[Overstregning]]
) -> dict[str, str]:
    """An edition of that very document, which is not withdrawn."""
    fejl = {}
    for v in valg:
        if v.noegle not in kendte or not v.udleveres or v.overstregning_id is None:
            continue
        dokument = kendte[v.noegle].dokument
        if not dokument or v.overstregning_id not in {o.id for o in udgaver.get(dokument.id, ())}:
            fejl[f"{v.noegle}-udgave"] = _("Udgaven er trukket tilbage. Vælg en anden.")
    return fejl
