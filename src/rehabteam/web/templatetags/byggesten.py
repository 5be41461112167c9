"""The building blocks as template tags: ``{% load byggesten %}``. Usage: byggesten/LAESMIG.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.web.byggesten import datoer, felter
from rehabteam.web.byggesten.statusord import slaa_op

register = template.Library()
SKABELONER = "web/byggesten/"
_AARSTAL = re.compile(r"^(BEK \d+)/\d{4}")


def _dato(form: Callable[[date], str]) -> Callable[[object], str]:
    return lambda dag: form(dag) if isinstance(dag, date) else ""


register.filter("dato", _dato(datoer.tabel))
register.filter("dato_kort", _dato(datoer.kort))
register.filter("dato_ugedag", _dato(datoer.tabel_med_ugedag))
register.filter("dato_saetning", _dato(datoer.saetning))
register.filter("dato_uden_ugedag", _dato(datoer.uden_ugedag))


@register.filter
def klokken(tid: object) -> str:
    """ "09.30" of a local time; nothing of anything else."""
    return datoer.klokken(tid) if isinstance(tid, datetime) else ""


@register.inclusion_tag(SKABELONER + "ikon.html")
def ikon(navn: str, klasse: str = "") -> dict[str, object]:
    """A dkfds icon beside a word: it is always hidden from screen readers."""
    return {"navn": navn, "klasse": klasse}


@register.inclusion_tag(SKABELONER + "fristmaerke.html")
def fristmaerke(maerke: object, stor: bool = False) -> dict[str, object]:
    """``maerke`` is made by the functions of ``byggesten/fristmaerke.py``."""
    return {"maerke": maerke, "stor": stor}


@register.inclusion_tag(SKABELONER + "statusord.html")
def statusord(kode: str, tekst: str = "") -> dict[str, object]:
    """One of the status words, or another word in the same tone ("klar", "7 af 7")."""
    return {"ord": slaa_op(kode), "tekst": tekst}


@register.inclusion_tag(SKABELONER + "par_maerke.html")
def par_maerke(hjemmel: object, url: str = "", kort: bool = False) -> dict[str, object]:
    """A § label of a Hjemmel or of a plain text; a link when an address is known. ``kort``: the § alone."""
    # The year is told where the page says which edition it goes by; on each label it would be noise.
    tekst = getattr(hjemmel, "kort", "") if kort else ""
    return {"tekst": tekst or _AARSTAL.sub(r"\1", str(hjemmel)), "url": url or getattr(hjemmel, "url", "")}


@register.inclusion_tag(SKABELONER + "statussti.html")
def statussti(trin: object, navn: str = "") -> dict[str, object]:
    return {"trin": trin, "navn": navn}


@register.inclusion_tag(SKABELONER + "dagstrip.html")
def dagstrip(strip: object) -> dict[str, object]:
    return {"strip": strip}


@register.inclusion_tag(SKABELONER + "faner.html")
def faner(faner: object, navn: str = "") -> dict[str, object]:
    return {"faner": faner, "navn": navn or _("Sagens dele")}


@register.inclusion_tag(SKABELONER + "broedkrumme.html")
def broedkrumme(led: object) -> dict[str, object]:
    return {"led": led}


@register.inclusion_tag(SKABELONER + "vis_alle.html")
def vis_alle(antal: int, url: str, vist: int = 25) -> dict[str, object]:
    """The link below a long list; nothing when all are shown already."""
    return {"antal": antal, "url": url, "vises": antal > vist}


@register.inclusion_tag(SKABELONER + "lang_tekst.html")
def lang_tekst(tekst: str, tegn: int = 140) -> dict[str, object]:
    """Three lines, then "Læs hele" (native details, so it works without script)."""
    return {"tekst": tekst, "lang": len(tekst) > tegn}


@register.inclusion_tag(SKABELONER + "personlinje.html", takes_context=True)
def personlinje(context: template.Context, person: object) -> dict[str, object]:
    return {"person": person, "request": context.get("request")}


@register.inclusion_tag(SKABELONER + "tidslinje.html")
def tidslinje(billeder: object, ident: str = "") -> dict[str, object]:
    """``billeder`` is the answer of ``byggesten.tidslinje.tegn``; ``ident`` tells two on one page apart."""
    return {"billeder": billeder, "ident": ident}


@register.inclusion_tag(SKABELONER + "optaelling.html")
def optaelling(raekker: object, note: str = "") -> dict[str, object]:
    """The same numbers as the timeline, as a table."""
    return {"raekker": raekker, "note": note}


@register.inclusion_tag(SKABELONER + "regler.html")
def regler(udgaver: object, aaben: bool = False) -> dict[str, object]:
    """``udgaver`` comes from ``web.regellinje``; every page that shows an answer of the law has it."""
    return {"udgaver": udgaver, "aaben": aaben}


@register.inclusion_tag(SKABELONER + "fejlopsummering.html")
def fejlopsummering(*formularer: Any) -> dict[str, object]:
    """Errors of one or more forms, each linked to its field; nothing when there are none."""
    return {"fejl": felter.alle_fejl(formularer)}


@register.filter
def i_felter(fejl: Iterable[dict[str, str]]) -> int:
    """How many of the errors stand at a field; counted by the template, which a page may include by itself."""
    return sum(1 for f in fejl if f["maal"])


@register.simple_tag
def felt(
    felt: Any, hjaelp: str = "", klasse: str = "", frivilligt: bool | None = None, raekker: int = 0
) -> str:
    """One form field with label, hint and error. The optional ones say "(frivilligt)"."""
    valg = felter.beskriv(felt, hjaelp=hjaelp, klasse=klasse, frivilligt=frivilligt, raekker=raekker)
    return render_to_string(f"{SKABELONER}felt/{valg['slags']}.html", valg)


def _med_indhold(navn: str, **faste: object) -> Callable[..., str]:
    """A block tag whose body is put into a template of its own."""

    def tegn(content: str, overskrift: str = "", **valg: object) -> str:
        felter_ = {
            **faste,
            **valg,
            "indhold": content,
            "overskrift": overskrift or faste.get("overskrift", ""),
        }
        return render_to_string(f"{SKABELONER}{navn}.html", felter_)

    return tegn


for _navn, _skabelon, _faste in (
    ("hvorfor", "hvorfor", {"overskrift": gettext_lazy("Hvorfor?")}),
    ("tom", "tom", {}),
    ("tjekpunkt", "tjekpunkt", {}),
    ("kvittering", "besked", {"slags": "success", "maerke": gettext_lazy("Udført"), "rolle": "status"}),
    ("fejlboks", "besked", {"slags": "error", "maerke": gettext_lazy("Fejl"), "rolle": "alert"}),
    ("vurder", "note", {"slags": "gul", "overskrift": gettext_lazy("Du skal vurdere.")}),
    ("advarsel", "note", {"slags": "gul"}),
    ("oplysning", "note", {"slags": "blaa"}),
):
    register.simple_block_tag(_med_indhold(_skabelon, **_faste), name=_navn)
