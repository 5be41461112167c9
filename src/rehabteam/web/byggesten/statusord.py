"""The status words: word, icon and tone of each, so that the same thing always looks the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Statusord:
    ikon: str
    tone: str  # "roed", "gul", "groen" or "graa"
    ord: str | Promise


STATUSORD = {
    "mangler": Statusord("error", "roed", _("Mangler")),
    "fejl": Statusord("error", "roed", _("Fejl")),
    "for_sent": Statusord("error", "roed", _("For sent")),
    "vurder": Statusord("help", "graa", _("Vurdér")),
    "ikke_begyndt": Statusord("warning", "gul", _("Ikke begyndt")),
    "ikke_besvaret": Statusord("warning", "gul", _("Ikke besvaret")),
    "delvis": Statusord("warning", "gul", _("Delvis")),
    "fravaerende": Statusord("warning", "gul", _("Mangler")),
    "for_sent_begrundet": Statusord("warning", "gul", _("For sent, begrundet")),
    "klar": Statusord("success", "groen", _("Klar")),
    "fulgte_med": Statusord("success", "groen", _("Fulgte med")),
    "taeller": Statusord("success", "groen", _("Tæller")),
    "til_stede": Statusord("success", "groen", _("Til stede")),
    "droeftet": Statusord("success", "groen", _("Drøftet")),
    "rettidig": Statusord("success", "groen", _("Rettidig")),
    "taeller_ikke": Statusord("info", "graa", _("Tæller ikke")),
    "holdt_ude": Statusord("info", "graa", _("Holdt ude")),
    "staar_stille": Statusord("hourglass", "graa", _("Står stille")),
    "ikke_angivet": Statusord("info", "graa", _("Ikke angivet")),
}


def slaa_op(kode: str) -> Statusord:
    """Raises KeyError naming the code when a page asks for a word we do not have."""
    return STATUSORD[kode.lower()]
