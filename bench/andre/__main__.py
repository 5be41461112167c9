"""§ 17 in GoRules zen and OpenFisca beside ours: `python -m bench.andre`.

Their packages are put in an environment of their own (build/bench, from requirements/bench.txt), made at the first
run. All three answer the same cases, must give the same status and limit, and take turns on one core.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any

from bench.andre.sager import sager
from bench.regel import spoergsmaal
from bench.tabel import Maaling, meld, pr_sekund
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL

HER = Path(__file__).parent
ROD = HER.parent.parent
KRAV = ROD / "requirements" / "bench.txt"
MILJOE = ROD / "build" / "bench"
SAGER = 20_000
GANGE = 3


def miljoe() -> Path | None:
    """The other engines' Python, made anew when the lock changes; None when the packages cannot be had."""
    python, stempel = MILJOE / "bin" / "python", MILJOE / "stempel"
    oensket = hashlib.sha256(KRAV.read_bytes() + sys.version.encode()).hexdigest()
    if stempel.is_file() and stempel.read_text("ascii") == oensket:
        return python
    print("Henter de andre regelmotorer (kun første gang) …", flush=True)
    shutil.rmtree(MILJOE, ignore_errors=True)
    venv.create(MILJOE, with_pip=True)
    pip = [python, "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--require-hashes", "-r", KRAV]).returncode != 0:
        return None
    stempel.write_text(oensket, "ascii")
    return python


def andres(python: Path, program: str, fil: Path) -> dict[str, Any]:
    """Run one of the other programs; its answers and seconds."""
    ud = subprocess.run([python, HER / program, fil], check=True, capture_output=True, text=True)
    fundet: dict[str, Any] = json.loads(ud.stdout)
    return fundet


def vores(fakta: list[Any]) -> float:
    """Seconds for our rule with all its grounds."""
    foer = time.process_time()
    for f in fakta:
        seks_maaneder(f, f.vurderingsdato)
    return time.process_time() - foer


def main() -> int:
    python = miljoe()
    if python is None:
        print(
            "OpenFisca og zen kunne ikke hentes, så de er ikke målt. Resten af målingerne afhænger ikke af dem."
        )
        return 0
    laes = SPOERGSMAAL["bek2408.par17"].laes
    fakta = [laes(s["fakta"]) for s in spoergsmaal(SAGER)]
    givet, ventet = sager(SAGER)
    tider: dict[str, list[float]] = {"vores": [], "zen": [], "zen med spor": [], "OpenFisca": []}
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "sager.json"
        fil.write_text(json.dumps(givet), encoding="utf-8")
        for _ in range(GANGE):
            tider["vores"].append(vores(fakta))
            zen, fisca = andres(python, "med_zen.py", fil), andres(python, "med_openfisca.py", fil)
            for navn, svar in (("zen", zen["svar"]), ("OpenFisca", fisca["svar"])):
                uens = sum(a != b for a, b in zip(svar, ventet, strict=True))
                if uens:
                    raise SystemExit(f"{navn} svarer anderledes i {uens} af {SAGER} sager")
            tider["zen"].append(zen["sekunder"]["uden"])
            tider["zen med spor"].append(zen["sekunder"]["spor"])
            tider["OpenFisca"].append(fisca["sekunder"]["vektor"])
    print(f"Alle tre giver samme status og frist i {SAGER} sager.")
    fart = {navn: SAGER / statistics.median(t) for navn, t in tider.items()}
    vor = pr_sekund(fart["vores"], "sager")
    meld(
        *(
            Maaling(hvad, vor, f"{navn}: {pr_sekund(fart[navn], 'sager')}", fart["vores"] / fart[navn], maal)
            for hvad, navn, maal in (
                ("Forklaret svar mod zen, der også forklarer", "zen med spor", 15.0),
                ("Forklaret svar mod zen uden forklaring", "zen", None),
                ("Forklaret svar mod OpenFisca, vektorer uden forklaring", "OpenFisca", None),
            )
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
