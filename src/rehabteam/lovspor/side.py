"""docs/lovspor.md: the whole trail on one page, made from the code."""

from __future__ import annotations

from collections.abc import Iterator

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.regel import REGLER
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lovspor import eksempler, spor
from rehabteam.lovspor.paragraffer import GRUPPER
from rehabteam.lovspor.saetninger import saetninger
from rehabteam.lovspor.spor import Led, Spor
from rehabteam.lovspor.steder import Sted

INDLEDNING = """# Lovspor

Fra paragraf til kode: hvert stykke med vores ord, den funktion, der svarer for det, de eksempler, der viser det,
og de steder i systemet, hvor det ses. Det, der ikke er lagt i kode, står med grunden.

Siden laves af koden selv med `rehabteam lovspor > docs/lovspor.md`. Det samme kan læses i systemet under
»Loven, paragraf for paragraf« (`/loven/`), hvor hver regel også kan prøves med egne fakta, uden login.

Ordene er vores egne. De officielle tekster: [BEK 2408/2021](https://www.retsinformation.dk/eli/lta/2021/2408) og
[LAB](https://www.retsinformation.dk/eli/lta/2024/280). Regionens procedure er ikke offentliggjort.
Eksemplerne står i `tests/eksempler/`.
"""


def side() -> str:
    """The page as Markdown."""
    return (
        INDLEDNING + "\n".join((*_paragrafferne(), *_reglerne(), *_laesningerne(), *_saetningerne())) + "\n"
    )


def _paragrafferne() -> Iterator[str]:
    for gruppe in GRUPPER:
        yield ""
        yield f"## {gruppe}"
        for s in spor.alle().values():
            if s.paragraf.gruppe == gruppe:
                yield from _paragraf(s)


def _paragraf(s: Spor) -> Iterator[str]:
    yield ""
    yield f"### {s.paragraf.navn}: {s.paragraf.emne}"
    yield ""
    for led in s.led:
        yield from _led(led)
    regler = ", ".join(f"`{regel}`" for regel in s.paragraf.regler)
    yield ""
    yield f"Kan prøves med: {regler}." if regler else "Der er ingen regel at prøve."


def _led(led: Led) -> Iterator[str]:
    yield f"- **{led.hjemmel.kort}**"
    for d in led.dele:
        if d.kode:
            yield f"  - {d.stykke.tekst} Kode: `{d.kode.navn}` i `{d.kode.fil}`."
        else:
            yield f"  - {d.stykke.tekst} *Ikke lagt i kode: {d.stykke.hvorfor}*"
    if led.eksempler:
        yield f"  - Eksempler: {', '.join(e.id for e in led.eksempler)}."
    if led.har_kode:
        yield f"  - Ses: {_steder(led.steder)}."


def _steder(steder: tuple[Sted, ...]) -> str:
    if not steder:
        return "kun på reglens egen side og i `rehabteam vurder`"
    return "; ".join(f"{s.titel} ({s.hvem})" for s in steder)


def _reglerne() -> Iterator[str]:
    yield ""
    yield "## Regler, der kan spørges om"
    yield ""
    yield "| Regel | Hjemmel | Gælder | Eksempler |"
    yield "|---|---|---|---|"
    for navn in SPOERGSMAAL:
        regel = REGLER[navn]
        gaelder = f"{regel.fra or ''} – {regel.til or ''}" if regel.fra or regel.til else "uden dato"
        yield f"| `{navn}` | {regel.hjemmel} | {gaelder} | {len(eksempler.for_regel(navn))} |"


def _laesningerne() -> Iterator[str]:
    yield ""
    yield "## Hvor reglerne kan læses på flere måder"
    yield ""
    yield "| Nr. | Hvor | Spørgsmål | Sådan læses det her | Den anden læsning | Vises ved svaret |"
    yield "|---|---|---|---|---|---|"
    for t in TVIVL.values():
        vises = "ja" if t.vises else "nej"
        yield f"| {t.nr} | {t.hvor} | {t.spoergsmaal} | {t.vores} | {t.anden} | {vises} |"


def _saetningerne() -> Iterator[str]:
    yield ""
    yield "## Sætningerne"
    yield ""
    yield "Det, reglerne kan sige. »…« står, hvor sætningen laves af sagens egne datoer og tal."
    yield ""
    yield "| Hjemmel | Kode | Tekst |"
    yield "|---|---|---|"
    for hjemmel, kode, tekst in saetninger():
        yield f"| {hjemmel} | {kode} | {tekst} |"
