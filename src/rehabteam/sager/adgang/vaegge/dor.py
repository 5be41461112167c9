"""What a wall is made of: one kind of user's way to one table, and the conditions that recur."""

from dataclasses import dataclass

from ..aktoer import Tjeneste, Vaeg

KOMMUNEN = "kommune_id = (SELECT adgang.ctx_org('kommune'))"
REGIONEN = "region_id = (SELECT adgang.ctx_org('region'))"
# Her own cases, or those of the one she stands in for.
KOORDINATOREN = "koordinator_id = (SELECT adgang.ctx_for('koordinator'))"
ALLE_RAEKKER = "true"
DOEREN = "(SELECT adgang.ctx_slags('doer')) IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Dor:
    """One kind of user's way to one table.

    `ser`: which rows (SQL). `indsaetter`/`aendrer`: the commands. `sete_kolonner`, `nye_kolonner`, `kolonner`: if
    given, the only columns a SELECT, an INSERT and an UPDATE may name. `skriver`, `fjerner`: which rows it may write
    and delete, when that is narrower than what it sees.
    """

    vaeg: Vaeg | Tjeneste
    ser: str
    indsaetter: bool = False
    aendrer: bool = False
    sletter: bool = False
    kolonner: tuple[str, ...] = ()
    nye_kolonner: tuple[str, ...] = ()
    sete_kolonner: tuple[str, ...] = ()
    laeser: bool = True
    skriver: str = ""
    fjerner: str = ""


def egen(vaeg: Vaeg) -> str:
    return f"organisation_id = (SELECT adgang.ctx_org('{vaeg}'))"


def min_(vaeg: Vaeg) -> str:
    return f"medarbejder_id = (SELECT adgang.ctx_person('{vaeg}'))"


def som_den_man_er(vaeg: Vaeg) -> str:
    """A substitute can neither hide in the log that she is one, nor say that she is another's."""
    return f"COALESCE(vikar_for, medarbejder_id) = (SELECT adgang.ctx_for('{vaeg}'))"


INDE = (Vaeg.KOMMUNE, Vaeg.REGION, Vaeg.KOORDINATOR)
DELING = ("region_id", "koordinator_id")
# What the reading of a document changes on its own row.
LAEST = ("tilstand", "forsoeg", "soegbar_sha256", "sider_uden_tekst", "grund", "slut_tid")
KUN_KOMMUNEN = (Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),)
KUN_NYE = (Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True),)


def paa_sagen(
    kommunen_aendrer: tuple[str, ...] = (), koordinator_skriver: bool = False, udenfor: str = ""
) -> tuple[Dor, ...]:
    """A table whose rows belong to a case. `udenfor`: what region and coordinator must further meet to see one."""
    ekstra = f" AND {udenfor}" if udenfor else ""
    return (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=kommunen_aendrer),
        Dor(Vaeg.REGION, REGIONEN + ekstra, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN + ekstra, indsaetter=koordinator_skriver),
    )


# The reviewer of the log sees whose information was used, who had a task, and the days and states that are counted in
# the figures (docs/beslutninger/0018-revisorens-tal.md): no word anybody wrote, and no document.
AUDIT_KOMMUNE = "kommune_id = (SELECT adgang.ctx_org('audit'))"
AUDIT_SAGEN = f"{AUDIT_KOMMUNE} OR region_id = (SELECT adgang.ctx_org('audit'))"
UNDERSKREVET = "underskrevet_tid IS NOT NULL"
HENDES_EGET = (
    f"{KOORDINATOREN} AND ({UNDERSKREVET} OR forfatter_id = (SELECT adgang.ctx_person('koordinator')))"
)
