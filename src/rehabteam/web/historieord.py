"""A Hændelse as people say it: who did what, on which day and at what time – and, if the law was asked, its answer.

The words are Danish, like the stored text they stand beside. Each Handling has its verb in
historieord_sagen.py or historieord_moedet.py (tests/web/test_historik holds the lists to HANDLINGER); an act that is no
longer in the program still reads as a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Borger, Haendelse, Rolle

from .byggesten import datoer
from .cprvagt import uden_cpr
from .historieord_moedet import MOEDET
from .historieord_sagen import SAGEN
from .historieudsagn import Udsagn

# The kinds one can filter by, in the order they are shown.
SLAGS: dict[str, str | Promise] = {
    "frist": _("Frist og oplysninger"),
    "sagen": _("Sagens gang"),
    "dokumenter": _("Dokumenter og tekster"),
    "laege": _("Samtykke og læge"),
    "region": _("Regionen"),
    "moede": _("Møde og indstilling"),
    "efter": _("Efter mødet"),
    "borger": _("Borgeren"),
    "adgang": _("Adgang og aktindsigt"),
}


UDSAGN: dict[str, Udsagn] = SAGEN | MOEDET
# An act the program no longer knows: the stored text says what it was.
UKENDT = Udsagn("sagen", "ændrede noget")

# Reasons that are no part of the stored sentence. Why somebody is inhabil is never shown.
GRUNDE = {
    "traek_dokument_tilbage": "»{titel}«: {grund}",
    "ophaev_beskyttelse": "{grund}",
    "vis_beskyttet": "{ord}",
}


@dataclass(frozen=True, slots=True)
class Linje:
    """One act, ready to be shown. `gjorde` follows `hvem`; `mere` is what the sentence does not already say."""

    haendelse: Haendelse
    hvem: str
    hos: str
    gjorde: str
    mere: str
    grund: str
    tid: datetime

    @property
    def dag(self) -> date:
        return self.tid.date()

    @property
    def klokken(self) -> str:
        return f"kl. {self.tid.hour}.{self.tid.minute:02}"

    @property
    def saetning(self) -> str:
        """ "Mette Sand skrev på resuméet onsdag 27. maj 2026 kl. 9.30."."""
        komma = "," if self.gjorde[-1:].isdigit() else ""
        return f"{self.hvem} {self.gjorde}{komma} {datoer.saetning(self.dag)} {self.klokken}."

    @property
    def spurgt_en_anden_dag(self) -> bool:
        """The law was asked about another day than the clock's."""
        return bool(self.haendelse.vurdering) and self.haendelse.dag != self.dag


@dataclass(frozen=True, slots=True)
class Dagen:
    """One day's acts, the latest first."""

    dag: date
    linjer: list[Linje] = field(default_factory=list)


def linje(haendelse: Haendelse, borger: Borger | None, *, i_kommunen: bool) -> Linje:
    """The act in words. `borger`: whose protected name must not stand in it. Reasons stay in the kommune, as ever."""
    udsagn = UDSAGN.get(haendelse.handling, UKENDT)
    gjorde, mere = udsagn.gjorde, haendelse.tekst
    if udsagn.selv and haendelse.aktoer_rolle == Rolle.BORGER:
        gjorde = udsagn.selv
    if udsagn.moenster and (fund := re.fullmatch(udsagn.moenster, haendelse.tekst, re.DOTALL)):
        navngivne = fund.groupdict()
        gjorde, mere = udsagn.med.format(*fund.groups()), navngivne.get("rest") or ""
    grund = _grund(haendelse) if i_kommunen else ""
    return Linje(
        haendelse,
        haendelse.aktoer_navn,
        haendelse.aktoer_organisation,
        *(_skjult(tekst, borger) for tekst in (gjorde, mere, grund)),
        timezone.localtime(haendelse.tid),
    )


def efter_dag(linjer: Iterable[Linje]) -> list[Dagen]:
    """The lines, which come in order of time, gathered by day."""
    return [Dagen(dag, list(dagens)) for dag, dagens in groupby(linjer, key=lambda en: en.dag)]


def handlinger_af(slags: str) -> list[str]:
    """The names of the acts of one kind."""
    return [navn for navn, udsagn in UDSAGN.items() if udsagn.slags == slags]


def _grund(haendelse: Haendelse) -> str:
    """A reason that is kept beside the text, because it may tell of others; its form is that of its own act."""
    form = GRUNDE.get(haendelse.handling)
    return form.format_map(defaultdict(str, haendelse.data)) if form else ""


def _skjult(tekst: str, borger: Borger | None) -> str:
    uden = uden_cpr(tekst)
    return borger.uden_navn(uden) if borger else uden
