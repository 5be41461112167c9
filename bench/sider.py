"""Text search across a million pages, 40 % of them in one kommune: `python -m bench.sider` (needs REHABTEAM_DB_SUPER).

The search of the page »Find et dokument«, as the kommune's real role: how long it takes from the words to the rows,
and what the wall costs against the same questions by hand on a connection no wall holds. Beside it, the question to
the pages alone in the ways there are to keep the index in use: the operator declared LEAKPROOF (ours, where the
question itself says whose), and one function with the owner's powers that filters first; and with neither. Words are
drawn as they stand on the pages.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable
from uuid import UUID

os.environ["REHABTEAM_BENCH_DATABASE"] = "rehabteam_bench_sider"

from bench import basen  # noqa: F401  (first: it starts Django)

# isort: split
import psycopg
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from psycopg.conninfo import make_conninfo

from bench import siderdata
from bench.basen import DATABASE, SUPER
from bench.tabel import Maaling, meld
from bench.vaegge import arbejde
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Medarbejder
from rehabteam.sager.udtraek.dokumentsoegning import Valg, find_dokumenter

SPOERGSMAAL, UDEN = 60, 5
TAET = "ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) {}LEAKPROOF"
SIDERNE = (
    "SELECT s.dokument_id FROM sager_dokumentside s "
    "WHERE {}s.soegning @@ adgang.soegespoergsmaal(%s) LIMIT 1000"
)
FUNKTION = """
CREATE OR REPLACE FUNCTION adgang.find_sider(q text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.dokument_id FROM public.sager_dokumentside s WHERE s.kommune_id = (SELECT adgang.ctx_org('kommune'))
  AND (s.udelukkede = '{}'::uuid[] OR NOT adgang.holdt_ude('kommune', s.udelukkede))
  AND s.soegning @@ adgang.soegespoergsmaal(q) LIMIT 1000 $$
"""


def hvem(nummer: int) -> Aktoer:
    id_ = UUID(f"a2000000-0000-4000-8000-{nummer:012x}")
    return aktoer(Medarbejder.objects.using("vedligehold").select_related("organisation").get(id=id_))


def ordene() -> list[str]:
    """One or two words that stand on a page, drawn as they stand: the common ones are asked for most."""
    tilfaeldig, afsnit = random.Random(7), siderdata.afsnit()
    return [
        " ".join(tilfaeldig.sample(tilfaeldig.choice(afsnit).split(), tilfaeldig.choice((1, 1, 2))))
        for _ in range(SPOERGSMAAL)
    ]


def p95(tider: list[float]) -> float:
    return statistics.quantiles(tider, n=20)[-1]


def _ms(tider: list[float]) -> tuple[str, str]:
    return f"{p95(tider):.0f} ms", f"i midten: {statistics.median(tider):.0f} ms"


def taget(goer: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    foer = time.perf_counter()
    goer()
    return (time.perf_counter() - foer) * 1000


def hele_soegningen(som: Aktoer, navn: str) -> None:
    """From the words to the rows of the page, by the clock; and the same statements by hand, the server's own work."""
    tider: list[float] = []
    arbejder: list[float] = []
    vores = haand = 0.0
    with transaction.atomic(), connections["vedligehold"].cursor() as uden:
        kontekst.som(som)
        os_, dem = connection.connection.info.backend_pid, uden.connection.info.backend_pid
        for q in ordene():
            with CaptureQueriesContext(connection) as fanget:
                begyndt, her = arbejde(os_), time.process_time()
                tider.append(taget(lambda q=q: find_dokumenter(som, Valg(tekst=q), 25)))
                arbejder.append(arbejde(os_) - begyndt + (time.process_time() - her) * 1000)
            with connection.cursor() as med:
                for cursor, proces in ((uden, dem), (med, os_), (uden, dem), (med, os_)):
                    foer = arbejde(proces)
                    for spurgt in fanget:
                        cursor.execute(spurgt["sql"])
                        cursor.fetchall()
                    if proces == os_:
                        vores += arbejde(proces) - foer
                    else:
                        haand += arbejde(proces) - foer
    n = 2 * SPOERGSMAAL
    meld(
        Maaling(f"Find et dokument, {navn}, p95, ms efter uret", *_ms(tider), p95(tider), 300, mindst=False),
        Maaling(
            "… p95, ms serverens og vores processortid", *_ms(arbejder), p95(arbejder), 300, mindst=False
        ),
        Maaling(
            f"… mod i hånden, {navn} (arbejde)",
            f"{vores / n:.1f} ms",
            f"{haand / n:.1f} ms",
            vores / haand,
            1.2,
            mindst=False,
        ),
    )


def siderne_alene(som: Aktoer) -> None:
    """The question to the pages: LEAKPROOF, a function, neither; against the hand-filtered one. The server's work."""
    i_haanden = SIDERNE.format(f"s.kommune_id = '{som.organisation_id}' AND ")
    veje = {
        "operatoren er tæt (LEAKPROOF), og spørgsmålet siger hvis": (i_haanden, True, SPOERGSMAAL),
        "operatoren er tæt, væggen alene siger hvis": (SIDERNE.format(""), True, SPOERGSMAAL),
        "én funktion, der filtrerer først": ("SELECT adgang.find_sider(%s)", True, SPOERGSMAAL),
        "ingen af delene": (SIDERNE.format(""), False, UDEN),
    }
    for navn, (sql, taet, antal) in veje.items():
        with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE), autocommit=True) as super_:
            super_.execute(TAET.format("" if taet else "NOT "))
        try:
            vores, haand = _arbejdet(som, sql, i_haanden, ordene()[:antal])
        finally:
            with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE), autocommit=True) as super_:
                super_.execute(TAET.format(""))
        n = antal * 2
        meld(Maaling(f"Siderne: {navn}", f"{vores / n:.1f} ms", f"{haand / n:.1f} ms", vores / haand))


def _arbejdet(som: Aktoer, sql: str, i_haanden: str, hvad: list[str]) -> tuple[float, float]:
    vores = haand = 0.0
    with transaction.atomic(), connections["vedligehold"].cursor() as uden:
        kontekst.som(som)
        with connection.cursor() as med:
            processer = [c.connection.info.backend_pid for c in (med, uden)]
            for q in hvad:
                for gang in range(3):  # the first is not counted
                    foer = [arbejde(p) for p in processer]
                    for cursor, spurgt in ((med, sql), (uden, i_haanden)):
                        cursor.execute(spurgt, [q])
                        cursor.fetchall()
                    if gang:
                        vores += arbejde(processer[0]) - foer[0]
                        haand += arbejde(processer[1]) - foer[1]
    return vores, haand


def main() -> None:
    siderdata.klar()
    with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE), autocommit=True) as super_:
        super_.execute(FUNKTION)
        super_.execute("GRANT EXECUTE ON FUNCTION adgang.find_sider(text) TO rehabteam_test_app_kommune")
        try:
            siderne_alene(hvem(0))
        finally:
            super_.execute("DROP FUNCTION adgang.find_sider(text)")
    hele_soegningen(hvem(0), "400.000 egne sider")
    hele_soegningen(hvem(5), "6.000 egne sider")


if __name__ == "__main__":
    main()
