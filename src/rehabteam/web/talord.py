"""The figures in words: quarters, units, groups and shares, and what a block that may be shown answers."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rehabteam.sager.udtraek.tal.beskyt import Blok
from rehabteam.sager.udtraek.tal.figur import TRIN, Figur
from rehabteam.sager.udtraek.tal.kvartal import Kvartal


def kvartal_navn(k: Kvartal) -> str:
    return _("%(nr)s. kvartal %(aar)s") % {"nr": k.nr, "aar": k.aar}


def kort_kvartal(k: Kvartal) -> str:
    return _("%(nr)s. kv. %(aar)s") % {"nr": k.nr, "aar": k.aar}


def under(mindst: int) -> str:
    return _("under %(mindst)s") % {"mindst": mindst}


def enhed_navn(navne: Sequence[str]) -> str:
    """The unit, or those that are put together."""
    ord_ = [n or _("Uden enhed") for n in navne]
    return (
        ord_[0]
        if len(ord_) == 1
        else _("%(flere)s og %(sidste)s")
        % {
            "flere": ", ".join(ord_[:-1]),
            "sidste": ord_[-1],
        }
    )


def procent(del_: int, af: int) -> str:
    """Whole per cent, rounded half up, of two numbers that are both shown."""
    return f"{(200 * del_ + af) // (2 * af)} %"


def gruppe_navn(figur: Figur, gruppe: Sequence[str]) -> str:
    """The name of raw categories put together."""
    if len(gruppe) == len(figur.navne):
        return _("Alle")
    if figur.navne is TRIN and len(gruppe) > 1:
        if gruppe[-1] == "d":
            return _("%(dage)s dage eller mere") % {"dage": {"b": 15, "c": 29}[gruppe[0]]}
        return _("0–28 dage")
    if navn := figur.samlet.get(tuple(gruppe)):
        return _(navn)
    return " + ".join(_(figur.navne[k]) for k in gruppe)


def fremhaevet(figur: Figur, b: Blok) -> int | None:
    """The headline's part of all, if it may be shown."""
    if not b.inddeling or not figur.del_ or len(b.inddeling) == 1:
        return None
    return sum(n for g, n in zip(b.inddeling, b.grupper, strict=True) if set(g) <= set(figur.del_))


def median(b: Blok) -> int | None:
    """Which group the case in the middle is in, from the groups alone."""
    if not b.inddeling or len(b.inddeling) == 1:
        return None
    naaet = 0
    for nr, n in enumerate(b.grupper):
        naaet += n
        if 2 * naaet >= sum(b.grupper):
            return nr
    return None


def svar(figur: Figur, b: Blok, mindst: int) -> str:
    """The figure in a word."""
    if b.i_alt is None:
        return under(mindst)
    if figur.del_:
        del_ = fremhaevet(figur, b)
        return _("Kan ikke vises") if del_ is None else procent(del_, b.i_alt)
    if figur.navne is TRIN:
        nr = median(b)
        return _("Kan ikke vises") if nr is None else gruppe_navn(figur, (b.inddeling or ())[nr])
    return str(b.i_alt)
