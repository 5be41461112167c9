"""Reading 100,000 rows in: `python -m bench.import_` (needs REHABTEAM_DB_SUPER; makes and drops its database).

Preview and import as the command runs them, in a process of its own for the memory; the floor is COPY of the same
rows, typed and keyed alike, into bare tables of the same session: no rule asked, nobody's wall, no history.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import date, timedelta
from pathlib import Path

os.environ["REHABTEAM_BENCH_DATABASE"] = "rehabteam_bench_import"

from bench import basen  # first: it starts Django

# isort: split
import psycopg
from django.db import connections

from bench.tabel import Maaling, meld
from rehabteam.sager.adgang.klargoer import forbered, migrer
from rehabteam.sager.models import Medarbejder, Organisation, Rolle
from rehabteam.sager.testnumre import testnummer
from rehabteam.web.models import Konto

BORGERE = 26_100  # and as many forløb and efforts, half as many periods, a third as many days of hours
LAENGST, STOERST = 300.0, 300.0  # seconds, MB
BARN = """
import json, resource, sys, time
from rehabteam.cli.hoved import main
t = time.perf_counter()
kode = main(sys.argv[1:])
brugt = resource.getrusage(resource.RUSAGE_SELF)
cpu = brugt.ru_utime + brugt.ru_stime
print(json.dumps([kode, time.perf_counter() - t, cpu, brugt.ru_maxrss / 1024]))
"""


def linjer() -> dict[str, tuple[str, list[list[str]]]]:
    """Kind of row → header and rows."""
    ud: dict[str, tuple[str, list[list[str]]]] = {
        "borger": ("cpr;navn;telefon", []),
        "forloeb": ("kilde_id;cpr;start", []),
        "indsats": ("kilde_id;forloeb;navn;hjemmel", []),
        "periode": ("kilde_id;forloeb;fra;til;hjemmel", []),
        "timer": ("kilde_id;forloeb;dato;timer;art", []),
    }
    foedt = date(1950, 1, 2)
    for n in range(BORGERE):
        if n % 10 == 0:
            foedt += timedelta(days=1 if (foedt + timedelta(days=1)).timetuple().tm_yday != 1 else 2)
        cpr = testnummer(foedt, "K" if n % 2 else "M", n % 10 // 2)
        start = date(2025, 6, 2) + timedelta(days=n % 300)
        ud["borger"][1].append([cpr, f"Prøve Person {n}", "12345678"])
        ud["forloeb"][1].append([f"F{n}", cpr, f"{start}"])
        ud["indsats"][1].append([f"I{n}", f"F{n}", f"Praktik {n}", "LAB_KAP_11"])
        if n % 2 == 0:
            periode = [f"{start + timedelta(20)}", f"{start + timedelta(40)}", "LAS_13_STK_7"]
            ud["periode"][1].append([f"P{n}", f"F{n}", *periode])
        if n % 3 == 0:
            ud["timer"][1].append([f"T{n}", f"F{n}", f"{start + timedelta(3)}", "7.4", "SELVSTAENDIG"])
    return ud


def bund(alle: dict[str, tuple[str, list[list[str]]]]) -> float:
    """Seconds for COPY of the same rows."""
    typer = {"start": "date", "fra": "date", "til": "date", "dato": "date", "timer": "numeric"}
    with connections["vedligehold"].cursor() as cursor:
        begyndt = time.perf_counter()
        for slags, (hoved, raekker) in alle.items():
            navne = hoved.split(";")
            felter = ", ".join(f"{navn} {typer.get(navn, 'text')}" for navn in navne)
            cursor.execute(
                f"CREATE TEMP TABLE bund_{slags} (id uuid PRIMARY KEY, {felter}, UNIQUE ({navne[0]}))"
            )
            with cursor.copy(f"COPY bund_{slags} FROM STDIN") as ind:
                for raekke in raekker:
                    ind.write_row([uuid.uuid4(), *raekke])
        sekunder = time.perf_counter() - begyndt
        for slags in alle:
            cursor.execute(f"DROP TABLE bund_{slags}")
    return sekunder


def brugernavn() -> str:
    """A leader of a kommune nobody else has been in."""
    navn = uuid.uuid4().hex
    region = Organisation.objects.using("vedligehold").create(slags="region", navn=f"Region {navn}")
    kommune = Organisation.objects.using("vedligehold").create(
        slags="kommune", navn=f"K {navn}", region=region
    )
    hun = Medarbejder.objects.using("vedligehold").create(
        organisation=kommune, navn="Lone", rolle=Rolle.LEDER
    )
    konto = Konto(brugernavn=navn, medarbejder=hun, demo=True)
    konto.set_unusable_password()
    konto.save(using="vedligehold")
    return navn


def koer(mappe: Path, som: str, *mere: str) -> tuple[float, float, float]:
    """Seconds, seconds of processor (PostgreSQL's not counted), and MB of the command on these files."""
    kommando = [sys.executable, "-c", BARN, "import", "fil", *map(str, sorted(mappe.glob("*.csv")))]
    svar = subprocess.run(
        [*kommando, "--som", som, "--system", "Bench", *mere], capture_output=True, text=True, check=True
    )
    kode, sekunder, processor, megabyte = json.loads(svar.stdout.splitlines()[-1])
    if kode:
        raise SystemExit(f"Indlæsningen svarede {kode}: {svar.stdout[-500:]}")
    return sekunder, processor, megabyte


def fjern() -> None:
    connections.close_all()
    with psycopg.connect(basen.SUPER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {basen.DATABASE} WITH (FORCE)")


def main() -> None:
    fjern()
    forbered(basen.SUPER)
    migrer(verbosity=0)
    alle = linjer()
    antal = sum(len(raekker) for _, raekker in alle.values())
    nede, som = bund(alle), brugernavn()
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        for slags, (hoved, raekker) in alle.items():
            tekst = "\n".join([hoved, *(";".join(raekke) for raekke in raekker)])
            (mappe / f"{slags}.csv").write_text(tekst, "utf-8")
        oppe, processor, megabyte = koer(mappe, som, "--indlaes")
        igen, _, _ = koer(mappe, som, "--indlaes")
    hvad = f"{antal:,} linjer".replace(",", ".")
    meld(
        Maaling(
            f"{hvad} set igennem og indlæst",
            f"{oppe:.0f} s (processor {processor:.0f} s)",
            f"COPY {nede:.1f} s",
            oppe / nede,
        ),
        Maaling("… mod fem minutter", f"{oppe:.0f} s", f"{LAENGST:.0f} s", oppe / LAENGST, 1.0, mindst=False),
        Maaling(
            "… hukommelse", f"{megabyte:.0f} MB", f"{STOERST:.0f} MB", megabyte / STOERST, 1.0, mindst=False
        ),
        Maaling(f"{hvad} igen, intet nyt", f"{igen:.0f} s", f"COPY {nede:.1f} s", igen / nede),
    )
    fjern()


if __name__ == "__main__":
    main()
