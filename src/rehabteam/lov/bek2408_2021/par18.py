"""§ 18: what the team treats the case on when it comes again.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.fuldstaendig import tom
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vaerdier import Udeladt
from rehabteam.lov.vurdering import Mangel, SkalVurderes, bek

PKT1, PKT2 = bek(18, pkt=1), bek(18, pkt=2)

FORBEREDENDE_DEL = Mangel(
    "forberedende_del_oprindelig",
    PKT1,
    "Den forberedende del fra behandlingen før ressourceforløbet mangler.",
)
INDSATSPLAN = Mangel("indsatsplan", PKT1, "Borgerens indsatsplan mangler.")
NYE_OPLYSNINGER = Mangel(
    "nye_oplysninger",
    PKT2,
    "Borgerens situation har ændret sig væsentligt, så nye oplysninger om ændringen skal lægges ved.",
)
UDEN_AENDRING = Mangel(
    "nye_oplysninger_uden_vaesentlig_aendring",
    PKT2,
    "Der er lagt nye oplysninger ved, selv om situationen ikke har ændret sig væsentligt. Det er der "
    "ikke brug for.",
)
AENDRET = SkalVurderes(
    "vaesentlige_aendringer",
    "Har borgerens situation ændret sig væsentligt, siden ressourceforløbet begyndte?",
    PKT2,
)


@dataclass(frozen=True, slots=True)
class Grundlag:
    """What § 18 finds missing, advises, and leaves to a human."""

    mangler: tuple[Mangel, ...] = ()
    advarsler: tuple[Mangel, ...] = ()
    skoen: tuple[SkalVurderes, ...] = ()


def genbehandlingens_grundlag(
    forberedende_del: bool | None | Udeladt,
    indsatsplan: bool | None | Udeladt,
    aendringer: bool | None | Udeladt,
    nye_oplysninger: tuple[str, ...] | None | Udeladt,
) -> Grundlag:
    """All of § 18; `aendringer` is the caseworker's judgement: None = not made. No new læge's assessment is asked for."""
    nye = pkt2(aendringer, nye_oplysninger)
    return Grundlag((*pkt1(forberedende_del, indsatsplan), *nye.mangler), nye.advarsler, nye.skoen)


@stykke(
    bek(18, pkt=1),
    "Teamet bruger den forberedende del fra før ressourceforløbet og borgerens indsatsplan.",
)
def pkt1(forberedende_del: bool | None | Udeladt, indsatsplan: bool | None | Udeladt) -> tuple[Mangel, ...]:
    """The forberedende del as it was before the ressourceforløb, and the citizen's indsatsplan."""
    der = ((FORBEREDENDE_DEL, forberedende_del), (INDSATSPLAN, indsatsplan))
    return tuple(mangel for mangel, til_stede in der if tom(til_stede))


@stykke(
    bek(18, pkt=2),
    "Nye oplysninger lægges kun ved, når borgerens situation har ændret sig væsentligt siden starten.",
)
def pkt2(aendringer: bool | None | Udeladt, nye_oplysninger: tuple[str, ...] | None | Udeladt) -> Grundlag:
    """New information only after a material change, which the caseworker judges."""
    if aendringer is None:
        return Grundlag(skoen=(AENDRET,))
    if aendringer is True and tom(nye_oplysninger):
        return Grundlag(mangler=(NYE_OPLYSNINGER,))
    overfloedige = aendringer is False and bool(nye_oplysninger) and not tom(nye_oplysninger)
    return Grundlag(advarsler=(UDEN_AENDRING,) if overfloedige else ())


def henter_nyt(aendringer: bool | None) -> bool:
    """Are new papers, a læge's assessment among them, fetched for a case that comes again? None: nobody has judged."""
    return aendringer is True
