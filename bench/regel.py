"""§ 17 on one core, against floors measured in the same run: `python -m bench.regel`.

Explained answers against the plain dataclass rule with a trace (bench.gulv), on the same facts, taking turns.
`rehabteam vurder` against a program that only parses and prints the same lines with `json`, both whole processes.
"""

from __future__ import annotations

import gc
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench import gulv
from bench.tabel import Maaling, meld, pr_sekund
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL

FROE = 20260527
SAGER, BUNKE = 20_000, 2_000
GANGE = 7
LINJER = 100_000
JSON_ALENE = (
    "import json,sys\n"
    "for linje in sys.stdin.buffer: sys.stdout.write(json.dumps(json.loads(linje), ensure_ascii=False) + '\\n')\n"
)
HJEMLER = ("LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "LAB_KAP_26", "SERVICELOV", "SUNDHEDSLOV_KOMMUNAL")
PERIODER = ("LAS_13_STK_7", "LAS_13_STK_8", "LAB_33_STK_5", "SYGDOM_UDEN_FRITAGELSE")


def spoergsmaal(antal: int) -> list[dict[str, Any]]:
    """Questions with 0-4 periods, 0-3 efforts, now and then an exemption: the same ones every time."""
    r = random.Random(FROE)
    fundne = []
    for nr in range(antal):
        start = date(2022, 1, 1) + timedelta(days=r.randrange(1400))

        def dag(fra: int, til: int, start: date = start) -> str:
            return str(start + timedelta(days=r.randrange(fra, til)))

        perioder = []
        for _ in range(r.choice((0, 0, 1, 1, 2, 3, 4))):
            fra = start + timedelta(days=r.randrange(-20, 200))
            til = None if r.random() < 0.05 else str(fra + timedelta(days=r.randrange(60)))
            perioder.append({"fra": str(fra), "til": til, "hjemmel": r.choice(PERIODER)})
        indsatser = [
            {"hjemmel": r.choice(HJEMLER), "paabegyndt": dag(-40, 300), "i_indsatsdel": r.random() < 0.8}
            for _ in range(r.choice((0, 0, 1, 1, 2, 3)))
        ]
        timer = (
            [{"dato": dag(0, 300), "timer": 4, "art": "ORDINAER_LOENMODTAGER"}] if r.random() < 0.1 else []
        )
        stu = [{"fra": dag(0, 300), "til": None}] if r.random() < 0.05 else []
        fakta = {
            "sagstype": "ressourceforloeb_genbehandling",
            "forloeb_start": str(start),
            "vurderingsdato": dag(30, 400),
            "indsatser": indsatser,
            "undtagne_perioder": perioder,
            "ordinaere_timer": timer,
            "loentilskud_kompensationslov_15": [],
            "stu": stu,
        }
        fundne.append({"id": f"sag-{nr}", "regel": "bek2408.par17", "fakta": fakta})
    return fundne


def regel() -> None:
    """Streamed: each chunk of facts is read (not timed) and then answered by the three ways in turn.

    The garbage collector is set as `rehabteam vurder` sets it, for the floor too.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    laes = SPOERGSMAAL["bek2408.par17"].laes
    raa = [s["fakta"] for s in spoergsmaal(SAGER)]

    def med_tekst(fakta: Any, pr: date) -> list[str]:
        return [g.tekst for g in seks_maaneder(fakta, pr).grunde]

    veje: tuple[Callable[..., Any], ...] = (gulv.regel, seks_maaneder, med_tekst)
    tider: list[list[float]] = [[] for _ in veje]
    for omgang in range(-1, GANGE):
        brugt = [0.0] * len(veje)
        for fra in range(0, SAGER, BUNKE):
            sager = [(f, f.vurderingsdato) for f in map(laes, raa[fra : fra + BUNKE])]
            for nr, vej in enumerate(veje):
                foer = time.process_time()
                for fakta, pr in sager:
                    vej(fakta, pr)
                brugt[nr] += time.process_time() - foer
            if omgang < 0:
                for fakta, pr in sager:
                    bar, vores = gulv.regel(fakta, pr), seks_maaneder(fakta, pr)
                    assert (bar.status, bar.frist) == (vores.status, vores.frist), (
                        "the floor must answer the same"
                    )
        if omgang >= 0:
            for liste, sekunder in zip(tider, brugt, strict=True):
                liste.append(sekunder)
    gulvet, vores, tekst = (statistics.median(t) for t in tider)
    bund = pr_sekund(SAGER / gulvet, "sager")
    meld(
        Maaling("Regel, alle grunde", pr_sekund(SAGER / vores, "sager"), bund, gulvet / vores, 1.5),
        Maaling("Regel, grundene skrevet ud", pr_sekund(SAGER / tekst, "sager"), bund, gulvet / tekst),
    )


def proces(kommando: list[str], fil: Path, gentag: int = 1) -> tuple[float, int]:
    """Seconds on the processor and peak memory (kB) of a process that reads the file so many times over."""
    kilde = subprocess.Popen(["cat", *[str(fil)] * gentag], stdout=subprocess.PIPE)
    maalt = subprocess.Popen(kommando, stdin=kilde.stdout, stdout=subprocess.DEVNULL)
    # ru_maxrss would also hold the memory of this process, from before the other program was loaded.
    status, hoejst = Path(f"/proc/{maalt.pid}/status"), 0
    while True:
        fundet = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        hoejst = max(hoejst, int(fundet[1]) if fundet else 0)
        pid, kode, forbrug = os.wait4(maalt.pid, os.WNOHANG)
        if pid:
            break
        time.sleep(0.05)
    kilde.wait()
    assert kode == 0
    return forbrug.ru_utime + forbrug.ru_stime, hoejst


def kommando() -> None:
    vurder = [sys.executable, "-m", "rehabteam.cli.hoved", "vurder", "-"]
    bar = [sys.executable, "-c", JSON_ALENE]
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "spoergsmaal.jsonl"
        fil.write_text("".join(json.dumps(s) + "\n" for s in spoergsmaal(LINJER)), encoding="utf-8")
        tider = [(proces(bar, fil)[0], proces(vurder, fil)[0]) for _ in range(3)]
        gulvet, vores = (statistics.median(t) for t in zip(*tider, strict=True))
        lidt, meget = proces(vurder, fil)[1], proces(vurder, fil, gentag=10)[1]
    meld(
        Maaling(
            "rehabteam vurder mod json alene",
            pr_sekund(LINJER / vores, "linjer"),
            pr_sekund(LINJER / gulvet, "linjer"),
            gulvet / vores,
            0.5,
        ),
        Maaling(
            "Hukommelse, 1.000.000 linjer mod 100.000",
            f"{meget / 1024:.0f} MB",
            f"{lidt / 1024:.0f} MB",
            meget / lidt,
            1.1,
            mindst=False,
        ),
    )


def main() -> int:
    regel()
    kommando()
    return 0


if __name__ == "__main__":
    sys.exit(main())
