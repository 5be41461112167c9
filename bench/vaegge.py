"""What the walls and the log cost: `python -m bench.vaegge` (needs REHABTEAM_DB_SUPER; keeps its database).

Ten core queries with the walls against the same query, filtered by hand, on a connection no wall holds; and two
pages against their twins. The two sides take turns; medians. The ratio of a query is that of the server's own work
(processor time); the clock stands beside it. PostgreSQL's own plan must read no big table through and ask nothing
once per row.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from bench import basen  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections, transaction
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench import vaeggedata
from bench.tabel import Maaling, meld
from bench.tvilling import Side, Tvilling, ejer
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Borger, Dokument, Medarbejder
from rehabteam.sager.udtraek import arbejdsliste, borgerlog, indbakke, sagsbillede, soegning
from rehabteam.sager.udtraek.udvalg import Udvalg
from rehabteam.web.models import Konto

DAG = vaeggedata.DAG
GANGE = 60
Spurgt = tuple[Callable[[], object], int]  # the asking, and the server process that answers
STORE = ("sager_borger", "sager_forloeb", "sager_sag", "sager_dokument", "sager_adgangspost")


def id_(slags: str, tal: int) -> UUID:
    return UUID(f"{slags}000000-0000-4000-8000-{tal:012x}")


SAG = id_("b2", 686 * 6)  # of kommune 0, at work, sent


def hvem(nummer: UUID) -> Aktoer:
    return aktoer(Medarbejder.objects.using("vedligehold").select_related("organisation").get(id=nummer))


def spoergsmaal() -> Iterator[tuple[str, Aktoer, Callable[[], object]]]:
    """The core queries, as the product's pages ask them: name, who asks, and the asking."""
    behandler, auditor = hvem(id_("a2", 0)), hvem(id_("a2", 8))
    sekretariat, koordinator = hvem(id_("a3", 20)), hvem(id_("a3", 0))
    egne = Udvalg(hos=(behandler.sager_for,))

    def liste(qs: QuerySet) -> Callable[[], object]:  # type: ignore[type-arg]
        return lambda: list(qs.prefetch_related(None))

    yield (
        "arbejdslisten, 25 første",
        behandler,
        liste(arbejdsliste.skal_for_teamet(behandler, DAG, Udvalg())[:25]),
    )
    yield "arbejdslisten, antal", behandler, arbejdsliste.skal_for_teamet(behandler, DAG, Udvalg()).count
    yield "nærmer sig, 25 første", behandler, liste(arbejdsliste.naermer_sig(behandler, DAG, egne)[:25])
    yield (
        "CPR-søgning",
        behandler,
        liste(Borger.objects.filter(kommune_id=id_("a0", 0), cpr=f"{98 * 7:010d}")),
    )
    yield "navnesøgning", behandler, liste(soegning.find(behandler, "Efternavn98")[:26])
    yield "en sag", behandler, liste(sagsbillede.sag_med_papirer(behandler).filter(id=SAG))
    yield "sagens dokumenter", behandler, liste(Dokument.objects.filter(sag_id=SAG))
    yield "regionens indbakke", sekretariat, lambda: list(indbakke.modtagne(sekretariat)[:50])
    yield "koordinatorens sager", koordinator, liste(indbakke.mine(koordinator)[:50])
    yield "loggen om en borger", auditor, liste(borgerlog.poster_om(auditor, id_("b0", 98))[:50])


def maal(vores: Callable[[], object], bund: Callable[[], object], gange: int = GANGE) -> tuple[float, float]:
    """Medians in milliseconds of the two, taking turns; the first three are not counted."""
    tider: tuple[list[float], list[float]] = ([], [])
    for nr in range(gange + 3):
        for liste, goer in zip(tider, (vores, bund), strict=True):
            foer = time.perf_counter()
            goer()
            if nr >= 3:
                liste.append((time.perf_counter() - foer) * 1000)
    return statistics.median(tider[0]), statistics.median(tider[1])


def arbejde(proces: int) -> float:
    """Processor time of one server process so far, in milliseconds; the clock where the system does not tell."""
    tal = Path(f"/proc/{proces}/schedstat")
    return int(tal.read_text().split()[0]) / 1e6 if tal.exists() else time.perf_counter() * 1000


def arbejdets_forhold(vores: Spurgt, bund: Spurgt, gange: int = GANGE) -> float:
    """The two server processes' own work, as a ratio of medians: it moves less than the clock on a busy machine."""
    tider: tuple[list[float], list[float]] = ([], [])
    for _ in range(gange):
        for liste, (goer, proces) in zip(tider, (vores, bund), strict=True):
            foer = arbejde(proces)
            goer()
            liste.append(arbejde(proces) - foer)
    return statistics.median(tider[0]) / statistics.median(tider[1])


def plan_fejl(plan: dict) -> Iterator[str]:  # type: ignore[type-arg]
    """Big tables read through, and questions asked once per row."""
    tabel, gange = plan.get("Relation Name", ""), plan.get("Actual Loops", 1)
    laest = plan.get("Actual Rows", 0) * gange + plan.get("Rows Removed by Filter", 0)
    if plan["Node Type"].endswith("Seq Scan") and tabel.startswith(STORE) and laest > 1000:
        yield f"{tabel} læses igennem"
    if plan.get("Parent Relationship") == "SubPlan" and plan.get("Actual Loops", 0) > 1:
        yield f"{plan.get('Subplan Name', 'SubPlan')} spørges {plan['Actual Loops']} gange"
    for barn in plan.get("Plans", ()):
        yield from plan_fejl(barn)


def vaegge() -> list[str]:
    galt = []
    print(f"{'Forespørgsel':<28}{'med væg ms':>12}{'i hånden ms':>13}{'forhold':>9}{'arbejde':>9}")
    for navn, som, spoerg in spoergsmaal():
        with transaction.atomic():
            kontekst.som(som)
            with CaptureQueriesContext(connection) as fanget:
                spoerg()
            saetninger = [spurgt["sql"] for spurgt in fanget]
            with connection.cursor() as med, connections["vedligehold"].cursor() as uden:

                def koer(cursor: object = med, saetninger: list[str] = saetninger) -> None:
                    for saetning in saetninger:
                        cursor.execute(saetning)  # type: ignore[attr-defined]
                        cursor.fetchall()  # type: ignore[attr-defined]

                vores, bund = maal(koer, lambda: koer(uden))
                processer = [c.connection.info.backend_pid for c in (med, uden)]
                forhold = arbejdets_forhold((koer, processer[0]), (lambda: koer(uden), processer[1]))
                for saetning in saetninger:
                    med.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + saetning)
                    plan = med.fetchone()[0][0]["Plan"]
                    uden.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + saetning)
                    haandens = set(plan_fejl(uden.fetchone()[0][0]["Plan"]))
                    nye = [fejl for fejl in dict.fromkeys(plan_fejl(plan)) if fejl not in haandens]
                    galt += [f"{navn}: {fejl}" for fejl in nye]
        print(f"{navn:<28}{vores:>12.2f}{bund:>13.2f}{vores / bund:>9.2f}{forhold:>9.2f}", flush=True)
        meld(Maaling(f"Væg: {navn}", f"{vores:.2f} ms", f"{bund:.2f} ms", forhold, 1.2, mindst=False))
    return galt


def _kage() -> str:
    browser = Client()
    with transaction.atomic():
        kontekst.aabn_doeren()
        browser.force_login(
            Konto.objects.get(id=id_("a4", 0)), backend="django.contrib.auth.backends.ModelBackend"
        )
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def sider() -> None:
    kage, ejerens = _kage(), ejer()
    for navn, sti in (
        ("Mit arbejde", reverse("web:mit_arbejde")),
        ("en sags side", reverse("web:sag", args=[SAG])),
    ):
        side, tvilling = Side(WSGIHandler(), sti, kage), Tvilling(sti, kage, ejerens)
        assert abs(side() - tvilling()) < 500, "de to sider er ikke ens"
        vores, bund = maal(side, tvilling)
        meld(
            Maaling(
                f"Side: {navn}, mod sin tvilling",
                f"{1000 / vores:.1f} sider/s",
                f"{1000 / bund:.1f} sider/s",
                bund / vores,
                0.85,
            )
        )
    ejerens.close()


def main() -> int:
    vaeggedata.klar()
    galt = vaegge()
    sider()
    print(
        "\n".join(galt)
        or "Planerne: ingen stor tabel læses igennem, og intet spørges pr. række på grund af væggene."
    )
    return 1 if galt else 0


if __name__ == "__main__":
    raise SystemExit(main())
