"""The work on a file that waits, one step at a time, outside any transaction: what is it, is it clean, how is it shown.

Nothing is written in the database here. Whatever reads the file's inside does it in a child with limits.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtag, omdan, post, scanner
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.dokumenter.forslag import Forslag, foreslaa
from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede
from rehabteam.sager.models import ModtagetFil

from .modtagne import stien

Trin = ModtagetFil.Trin
VENT = timedelta(seconds=15)  # between two tries when something that should answer does not
PYNT = 20_000  # bytes: a smaller picture in a mail's own text is a logo


@dataclass(frozen=True, slots=True)
class Udfald:
    """What came of a step. One of: `naeste` (the next step), `klar`, `afvist` (why), `venter` (why; tried again).

    A scan is `klar` with `naeste` too: its first page is read while nobody waits for it.

    `felter`: columns of the row. `vist`: the PDF to show in its place. `bilag`: files that came inside it.
    """

    naeste: str = ""
    klar: bool = False
    afvist: str = ""
    venter: str = ""
    felter: dict[str, Any] = field(default_factory=dict)
    forslag: Forslag | None = None
    vist: bytes = b""
    bilag: tuple[post.Vedhaeftet, ...] = ()


def goer(fil: ModtagetFil, dag: date) -> Udfald:
    """Do the step the file waits for. `dag`: no later day is suggested."""
    try:
        return TRIN[fil.trin](fil, dag)
    except (Afvist, OmdanFejl) as nej:
        if nej.kode == "travlt":  # nothing is wrong with the file: there was no room to open it
            return Udfald(venter=_("Maskinen har travlt. Filen venter og bliver prøvet igen."))
        return Udfald(afvist=nej.dansk_tekst)
    except scanner.ScannerNede:
        return Udfald(venter=_("Virusscanneren svarer ikke. Filen venter og bliver prøvet igen."))
    except OmdanNede:
        return Udfald(venter=_("Filer kan ikke omdannes lige nu. Filen venter og bliver prøvet igen."))
    except FileNotFoundError:
        return Udfald(afvist=_("Filen er væk. Vælg den igen."))


def _undersoeg(fil: ModtagetFil, dag: date) -> Udfald:
    fundet = modtag.undersoeg(fil.filnavn, stien(fil).read_bytes())
    return Udfald(
        naeste=Trin.SCANNES,
        felter={"slags": fundet.slags, "mime": fundet.mime, "sider": fundet.sider, "filnavn": fundet.navn},
    )


def _scan(fil: ModtagetFil, dag: date) -> Udfald:
    if scanner.er_sat_op():
        with stien(fil).open("rb") as ind:
            if not scanner.scan(ind).ren:
                raise Afvist("virus")
    elif not settings.DEMO:
        raise scanner.ScannerNede
    scannet = {"virusscannet": scanner.er_sat_op()}
    if fil.slags not in modtag.VISES_SOM_DE_ER:
        return Udfald(naeste=Trin.OMDANNES, felter=scannet)
    if fil.slags != "pdf":
        return _klar(fil, dag, "", er_billede=True, felter=scannet)
    return _klar(fil, dag, *_forside(stien(fil).read_bytes(), fil.sider), felter=scannet)


def _omdan(fil: ModtagetFil, dag: date) -> Udfald:
    data = stien(fil).read_bytes()
    if fil.slags not in modtag.POST:
        return _vist(fil, omdan.til_pdf(fil.slags, data), dag)
    mail = post.laes(data, fil.slags)
    udfald = _vist(fil, omdan.mail_til_pdf(mail), dag)
    skrevet = mail.dato.date() if mail.dato and mail.dato.date() <= dag else None
    af_emnet = foreslaa(mail.emne or fil.filnavn, "", dag)
    bilag = tuple(b for b in mail.bilag if not (b.i_teksten and len(b.data) < PYNT))
    return replace(
        udfald,
        naeste="",
        forslag=Forslag(
            af_emnet.slags,
            skrevet or af_emnet.dato,
            (mail.emne or af_emnet.titel)[:200],
            next(filter(None, parseaddr(mail.fra)), mail.fra).strip()[:200],
        ),
        bilag=bilag if _lag(fil) < post.HOEJST_LAG else (),
    )


def _vist(fil: ModtagetFil, pdf: bytes, dag: date) -> Udfald:
    """What was made is examined too: it comes of a file somebody sent."""
    sider = modtag.undersoeg("vist.pdf", pdf, frozenset({"pdf"})).sider
    felter = {"sider": sider, "vist_mime": modtag.MIME["pdf"]}
    return replace(_klar(fil, dag, *_forside(pdf, sider), felter=felter), vist=pdf)


def _klar(fil: ModtagetFil, dag: date, tekst: str, er_billede: bool, felter: dict[str, Any]) -> Udfald:
    """Ready, with what can be suggested at once; a picture whose name does not say it all is read afterwards."""
    forslag = foreslaa(fil.filnavn, tekst, dag)
    i_navnet = foreslaa(fil.filnavn, "", dag)
    # What stands on the row already a person has said: then there is nothing to suggest.
    sagt = fil.foreslaaet_slags or fil.foreslaaet_dato or fil.foreslaaet_titel
    laeses = er_billede and not sagt and not (i_navnet.slags and i_navnet.dato)
    return Udfald(naeste=Trin.LAESES if laeses else "", klar=True, felter=felter, forslag=forslag)


def _forside(pdf: bytes, sider: int | None) -> tuple[str, bool]:
    """The text of the first page, and whether the page is a picture.

    "" where there is none, or it cannot be read now: it is only for a suggestion.
    """
    if not sider:
        return "", False
    try:
        side = next(iter(omdan.sidetekster(pdf, hoejst=1)), None)
    except (OmdanFejl, OmdanNede):
        return "", False
    return (side.tekst, side.billeddel > 0 and omdan.er_scannet(side)) if side else ("", False)


def _lag(fil: ModtagetFil) -> int:
    """How deep in mails this file lies."""
    dybde, om = 1, fil.del_af
    while om is not None:
        dybde, om = dybde + 1, om.del_af
    return dybde


TRIN: dict[str, Callable[[ModtagetFil, date], Udfald]] = {
    Trin.UNDERSOEGES: _undersoeg,
    Trin.SCANNES: _scan,
    Trin.OMDANNES: _omdan,
}
