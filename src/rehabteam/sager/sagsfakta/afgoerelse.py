"""What the kommune can decide in a case, and what the decision asks for next. Read-only."""

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021 import par07
from rehabteam.lov.bek2408_2021.par01 import Par01
from rehabteam.lov.love import gaeldende
from rehabteam.sager.models import INDSATSER, REVALIDERING, UENIG, Afgoerelse, Indstilling, Sag

from .samlet import Vej, vej

NAVNE = {
    **par07.UDFALD,
    INDSATSER: "indsatser i ressourceforløbet",
    REVALIDERING: "revalidering",
}
"""What is decided on, in a sentence."""

# What a case without a team is about, by its sagstype.
UDEN_TEAM = {
    "revalidering": REVALIDERING,
    "foertidspension": "foertidspension",
    par07.JAF: "indsats_jobafklaringsforloeb",
    "andet": "anden_indsats",
}
# The kind of course that an outcome leads to, as § 2 and § 5 call it.
SAGSTYPE = {
    "ressourceforloeb": "ressourceforloeb",
    "nyt_jobafklaringsforloeb": par07.JAF,
    "indsats_jobafklaringsforloeb": par07.JAF,
    "indsats_sygedagpenge_kat3": par07.KAT3,
    "fleksjob": "fleksjob",
    "tilskud_selvstaendig": "tilskud_selvstaendig",
    "foertidspension": "foertidspension",
    "anden_indsats": "andet",
    REVALIDERING: "revalidering",
}


@dataclass(frozen=True, slots=True)
class Grundlag:
    """What the decision rests on. `indstilling`: what the team gave, None without a team; `udfald`: what it is about.

    `venter_paa`: the case that has gone to the team again, because the kommune will not follow; until it is through,
    nothing is decided. `kan_gaa_imod`: the team has spoken twice.
    """

    indstilling: Indstilling | None
    udfald: str
    venter_paa: Sag | None
    kan_gaa_imod: bool

    @property
    def navn(self) -> str:
        return NAVNE[self.udfald]


def afgivet(sag: Sag) -> Indstilling | None:
    return next((i for i in sag.indstilling_raekker.all() if i.afgivet_tid), None)


def afgjort(sag: Sag) -> Afgoerelse | None:
    """The decision in the case, if there is one."""
    return Afgoerelse.objects.filter(sag=sag).select_related("dokument").first()


def grundlag(sag: Sag) -> Grundlag | None:
    """None: nothing can be decided in this case as it stands (it goes to the team first, or it is a talk)."""
    indstilling = afgivet(sag)
    if sag.tilstand == Sag.Tilstand.INDSTILLET and indstilling:
        return Grundlag(
            indstilling, indstilling.udfald or INDSATSER, forelagt_igen(sag), sag.undertype == UENIG
        )
    if sag.tilstand == Sag.Tilstand.FORBEREDES and vej(sag) == Vej.UDEN_TEAM:
        return Grundlag(None, UDEN_TEAM[sag.sagstype], None, False)
    return None


def forelagt_igen(sag: Sag) -> Sag | None:
    """The open case in which the team is asked again, because the kommune will not follow the indstilling."""
    return sag.udsprungne.filter(undertype=UENIG).exclude(tilstand=Sag.Tilstand.AFSLUTTET).first()


def plantype(sag: Sag, afgoerelse: Afgoerelse | None) -> str:
    """The kind of course that follows: the decision's, or the team's while nothing is decided, or the case's own."""
    if afgoerelse:
        return SAGSTYPE.get(afgoerelse.udfald, sag.sagstype)
    indstilling = afgivet(sag)
    return SAGSTYPE.get(indstilling.udfald, sag.sagstype) if indstilling else sag.sagstype


def indsatsdel_kraeves(sag: Sag, afgoerelse: Afgoerelse | None) -> bool:
    """Do the rules want an indsatsdel after this decision (§ 2, stk. 1)? A refusal needs none."""
    if afgoerelse and not afgoerelse.bevilget:
        return False
    svar = gaeldende("par01").funktion(Par01(sagstype=plantype(sag, afgoerelse)))
    return dict(svar.svar)["indsatsdel_kraeves"] is True
