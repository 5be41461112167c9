"""Writing on one part of the forberedende del (BEK §§ 3 and 15). Each save is a new version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import GENFORELAEGGELSE, Haendelse, Plandel, Sag
from rehabteam.sager.plandele import EFTER_NOEGLE, POSTFELTER, Del
from rehabteam.sager.sagsfakta.plan import kraevede
from rehabteam.sager.sagsfakta.samlet import omfang, plan_kraeves

from .fejl import AendretAfAnden, FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

HOEJST_POSTER = 20
# Quiet saves within one sitting are one line of the history; each is a version of its own all the same.
SAMME_ARBEJDE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Indhold:
    """What stands in a part: the kommune's text, the citizen's words, and what plandele says of the part."""

    kommunen: str = ""
    borgeren: str = ""
    punkter: Mapping[str, str] = field(default_factory=dict)
    poster: Sequence[Mapping[str, str]] = ()
    ingen: bool = False

    @property
    def tomt(self) -> bool:
        return not (self.kommunen or self.borgeren or any(self.punkter.values()) or self.poster or self.ingen)


def indhold_af(plandel: Plandel) -> Indhold:
    return Indhold(plandel.kommunen, plandel.borgeren, plandel.punkter, plandel.poster, plandel.ingen)


@handling("skriv_plandel")
def skriv_plandel(
    anledning: Anledning, sag_id: UUID, *, noegle: str, version: int, indhold: Indhold
) -> Plandel:
    """A new version of the part; nothing need be complete. What is saved already makes no new version.

    `version`: the one it was written on top of (0 = none). Raises AendretAfAnden (both texts are kept), KanIkke at
    `ingen`, `raekker` or the whole, FindesIkke (also for a part that this kind of case does not have).
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_plandel", sag)
    del_ = find_del(sag, noegle)
    nyt = ryddet(del_, indhold)
    sidste = seneste_version(sag, noegle)
    if sidste is None and nyt.tomt:
        raise KanIkke({"": _("Der er ikke skrevet noget endnu.")})
    if nyt.ingen and nyt.poster:
        raise KanIkke(
            {
                "ingen": _(
                    "Du har sat hak i, at der ikke har været nogen. Fjern hakket, eller tøm indsatserne."
                )
            }
        )
    if len(nyt.poster) > HOEJST_POSTER:
        raise KanIkke({"raekker": _("Der er plads til højst 20 indsatser her.")})
    linje = _sidste_linje(sag, noegle)
    if sidste and linje and indhold_af(sidste) == nyt:
        anledning.haendelser.append(linje)
        return sidste
    if sidste and sidste.version != version:
        raise AendretAfAnden(sidste.forfatter, sidste.tid, sidste.version, asdict(indhold_af(sidste)))
    ny = ny_version(anledning, sag, noegle, nyt, sidste)
    if linje and _gaar_videre(anledning, linje):
        anledning.haendelser.append(linje)
        return ny
    haendelse(
        anledning,
        "skriv_plandel",
        f"Skrev på den forberedende del: »{del_.titel}« (fra version {ny.version}).",
        sag=sag,
        data={"noegle": noegle, "version": ny.version},
    )
    return ny


def find_del(sag: Sag, noegle: str) -> Del:
    """The part, where the rules want it of this case. Raises FindesIkke.

    A re-submission has none: it is treated on the plan from last time (§ 18).
    """
    del_ = EFTER_NOEGLE.get(noegle)
    if del_ is None or del_ not in kraevede(sag.sagstype):
        raise FindesIkke
    if sag.undertype == GENFORELAEGGELSE or not plan_kraeves(sag, omfang(sag)):
        raise FindesIkke
    return del_


def seneste_version(sag: Sag, noegle: str) -> Plandel | None:
    return sag.plandel_raekker.filter(noegle=noegle).order_by("-version").first()


def ny_version(
    anledning: Anledning,
    sag: Sag,
    noegle: str,
    nyt: Indhold,
    sidste: Plandel | None,
    hentet_fra: int | None = None,
) -> Plandel:
    """The row itself, on a case that is locked."""
    return Plandel.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        noegle=noegle,
        **asdict(nyt),
        version=(sidste.version if sidste else 0) + 1,
        tid=anledning.nu,
        dag=anledning.dag,
        forfatter=anledning.aktoer.navn,
        hentet_fra=hentet_fra,
    )


def ryddet(del_: Del, indhold: Indhold) -> Indhold:
    """Only what the part has, with one kind of line ending. A row with a single word in it is kept."""
    poster = [{felt: _ren(post.get(felt, "")) for felt in POSTFELTER} for post in indhold.poster]
    return Indhold(
        "" if del_.liste or del_.punkter else _ren(indhold.kommunen),
        "" if del_.liste else _ren(indhold.borgeren),
        {navn: _ren(indhold.punkter.get(navn, "")) for navn, _titel in del_.punkter},
        [post for post in poster if any(post.values())] if del_.liste else [],
        del_.liste and indhold.ingen,
    )


def _ren(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()


def _sidste_linje(sag: Sag, noegle: str) -> Haendelse | None:
    """What the history last said about this part."""
    navne = ("skriv_plandel", "gendan_plandel")
    return Haendelse.objects.filter(sag=sag, handling__in=navne, data__noegle=noegle).order_by("-tid").first()


def _gaar_videre(anledning: Anledning, linje: Haendelse) -> bool:
    """Does this save go on with that line's sitting: same person, same day, nobody else in between?"""
    return (
        linje.handling == "skriv_plandel"
        and linje.aktoer_navn == anledning.aktoer.signatur
        and linje.dag == anledning.dag
        and anledning.nu - linje.tid <= SAMME_ARBEJDE
    )
