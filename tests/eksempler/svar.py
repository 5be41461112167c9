"""The answers to the examples in words, kept beside them: a jurist reads the facts and signs the sentence.

    .venv/bin/python -m tests.eksempler.svar

makes tests/eksempler/svar/<fil>.md anew from the YAML files; `git diff` then shows what a change of the law's code
does to every answer. One page per file. The edition is the same in many answers, so it stands once, at the end.
Beside each page lies <fil>.jsonl with the same answers as data: the receipt that is stored with a case and the details
that the pages draw, so all that is not a sentence.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from rehabteam.lov.kontrakt.forklar import forklar
from rehabteam.lov.kontrakt.svar import besvar
from rehabteam.lov.vurdering import Grund, jsonbar
from rehabteam.lovspor import i_ord
from tests.eksempler.daekning import besvaret
from tests.eksempler.laes import FILER, KANTER, MAPPE, Eksempel, Fil

SVAR = MAPPE / "svar"
VISER_I_ORD = {"raad": "et råd", "laesning": "en anden læsning", "menneske": "et menneske skal vurdere"}


def side(fil: Fil) -> str:
    """The whole page for one file."""
    udgaver: dict[str, int] = {}
    dele = [
        f"# {fil.overskrift}",
        "",
        f"{fil.paragraf}. Svarene på eksemplerne i `{fil.navn}.yaml`, som programmet giver dem. Lavet med",
        "`.venv/bin/python -m tests.eksempler.svar`.",
    ]
    for e in fil.eksempler:
        dele += ["", *eksempel(e, udgaver)]
    dele += ["", "## Reglerne, der er svaret efter", ""]
    for udgave, nr in udgaver.items():
        foerste, *resten = udgave.splitlines()
        dele += [f"**R{nr}** {foerste}", *resten, ""]
    return "\n".join(dele).rstrip() + "\n"


def eksempel(e: Eksempel, udgaver: dict[str, int]) -> list[str]:
    linjer = [f"## {e.id}: {e.titel}", "", f"{'; '.join(e.hjemmel)} ({_viser(e)})", "", "Oplyst:"]
    linjer += [f"- {hvad.rstrip('?:')}: {vaerdi}" for hvad, vaerdi in i_ord.fakta(e.regel, e.fakta)] or [
        "- intet"
    ]
    tekst, _ = forklar(e.spoergsmaal)
    svaret, _, udgave = tekst.removeprefix(f"{e.id}: ").partition("\nRegler: ")
    linjer += ["", f"**{svaret.splitlines()[0]}**", *svaret.rstrip().splitlines()[1:]]
    v = besvaret(e)[1]
    uden_forskel = [x.nr for x in v.laesninger if not x.forskel] if v else []
    if uden_forskel:
        linjer += ["", f"Uden forskel her: {', '.join(uden_forskel)}."]
    if udgave:
        linjer += ["", f"Regler: R{udgaver.setdefault(udgave.rstrip(), len(udgaver) + 1)}."]
    if e.note:
        linjer += ["", f"Bemærk: {e.note}"]
    return linjer


def _viser(e: Eksempel) -> str:
    navn = VISER_I_ORD.get(e.viser, e.viser.replace("foerste", "første").replace("_", " "))
    if e.viser in KANTER:
        navn += " med"
    elif e.viser in KANTER.values():
        navn += " ude"
    return f"{navn}: {e.om}" if e.om else navn


def data(fil: Fil) -> str:
    """The answers of one file as data: a line for each example."""
    return "".join(f"{kvittering(e)}\n" for e in fil.eksempler)


def kvittering(e: Eksempel) -> str:
    """The receipt of one example, without the edition's text, and what the pages draw beside it."""
    svar = besvar(e.spoergsmaal, fuldt=True)
    v = besvaret(e)[1]
    if v is not None:
        svar |= {"udgave": v.udgave.navn, "paa_siden": _som_data(v.detaljer)}
    return json.dumps(svar, ensure_ascii=False, separators=(",", ":"))


def _som_data(vaerdi: object) -> Any:
    """A rule's details, of whatever kind, as JSON; what would change the answer is in the receipt already."""
    if isinstance(vaerdi, Grund):
        return vaerdi.som_json()
    if is_dataclass(vaerdi):
        felter = {felt.name: getattr(vaerdi, felt.name) for felt in fields(vaerdi)}
        return {navn: _som_data(v) for navn, v in felter.items() if navn != "aendrer"}
    return [_som_data(v) for v in vaerdi] if isinstance(vaerdi, tuple) else jsonbar(vaerdi)


def skriv() -> None:
    """Write every page, and leave none behind whose file is gone."""
    SVAR.mkdir(exist_ok=True)
    sider = {f"{fil.navn}.md": side(fil) for fil in FILER} | {f"{fil.navn}.jsonl": data(fil) for fil in FILER}
    for sti in SVAR.iterdir():
        if sti.name not in sider:
            sti.unlink()
    for navn, tekst in sider.items():
        (SVAR / navn).write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    skriv()
