"""`rehabteam import …`: read files from the kommune's other system in, do what waits on the pages, show the format.

Exit code of `fil`: 0 all lines could be used, 1 some could not, 2 could not run or was stopped.
"""

import argparse
import sys
import time
import uuid
from contextlib import ExitStack
from typing import Any

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.handlinger.efterse_import import efterse_import
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.importer_raekker import importer_raekker
from rehabteam.handlinger.importjob import Fremgang, stands
from rehabteam.handlinger.modtag_import import modtag_import
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.indlaesning import skema, spole
from rehabteam.sager.indlaesning.kolonner import NAVNE
from rehabteam.sager.models import Importjob, Medarbejder

from .fremskridt import Fremskridt, tal

VED = "vedligehold"
T = Importjob.Tilstand
VENT = 2.0  # seconds between two looks when nothing waits
ORD = {
    "ny": "nye",
    "ens": "kendt i forvejen",
    "aendret": "rettet siden sidst",
    "afviger": "kendt, men med andre oplysninger",
    "fejl": "med fejl",
}


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("import", help="indlæs filer fra kommunens andet system")
    under = parser.add_subparsers(dest="hvad", required=True)
    fil = under.add_parser("fil", help="se filer igennem, og indlæs dem")
    fil.add_argument("filer", nargs="+", metavar="FIL", help="CSV eller JSON Lines")
    fil.add_argument("--som", required=True, metavar="BRUGERNAVN", help="den, der står for indlæsningen")
    fil.add_argument("--system", required=True, help="systemets navn, det samme hver gang")
    fil.add_argument("--indlaes", action="store_true", help="indlæs; ellers ses filerne kun igennem")
    koer_ = under.add_parser("koer", help="indlæs det, der venter på siderne (kører, til den standses)")
    koer_.add_argument("--en-gang", action="store_true", help="hold op, når intet venter")
    vis = under.add_parser("skema", help="vis filernes form (docs/import.md)")
    vis.add_argument("--json", action="store_true", help="som JSON Schema (docs/import-skema.json)")


def koer(args: argparse.Namespace) -> int:
    if args.hvad == "skema":
        sys.stdout.write(skema.som_json() if args.json else skema.som_markdown())
        return 0
    try:
        return _fil(args) if args.hvad == "fil" else _koer(args.en_gang)
    except KeyboardInterrupt:
        print("Standset. Det, der er bestilt, går videre med »rehabteam import koer«.", file=sys.stderr)
        return 2


def _nej(tekst: str) -> int:
    print(f"rehabteam import: {tekst}", file=sys.stderr)
    return 2


# --- One import from the command line -----------------------------------------------------------------


def _fil(args: argparse.Namespace) -> int:
    konto = (
        get_user_model()
        ._default_manager.using(VED)
        .filter(brugernavn=args.som.strip().lower(), is_active=True)
    )
    hvem = konto.select_related("medarbejder__organisation").first()
    if hvem is None or hvem.medarbejder is None:
        return _nej("Der er ingen åben konto med det brugernavn hos en medarbejder.")
    som = aktoer(hvem.medarbejder)
    try:
        with ExitStack() as stak:
            filer = [stak.enter_context(open(navn, "rb")) for navn in args.filer]
            job: Importjob = _goer(som, modtag_import, filer=filer, system=args.system)
        _til_ende(som, job, efterse_import)
        job = _vis(som, job.id)
        if args.indlaes and job.tilstand == T.KLAR:
            _goer(som, bestil_import, job.id)
            _til_ende(som, job, importer_raekker)
            job = _vis(som, job.id)
    except (KanIkke, IngenRet) as nej:
        return _nej(str(nej) if isinstance(nej, KanIkke) else nej.forklaring)
    except FindesIkke:
        return _nej("Indlæsningen blev fortrudt af en anden.")
    except OSError as fejl:
        return _nej(f"{fejl.filename or 'filen'} kan ikke læses: {fejl.strerror}")
    if job.tilstand == T.UMULIG:
        return _nej(job.grund)
    return 1 if job.antal_fejl else 0


def _goer(som: Aktoer, handling: Any, *args: Any, **kwargs: Any) -> Any:
    with kontekst.arbejder_som(som):
        return handling(Anledning(som, dagen(), timezone.now()), *args, **kwargs)


def _til_ende(som: Aktoer, job: Importjob, handling: Any) -> None:
    with Fremskridt(job.stoerrelse) as fremskridt:
        while True:
            gik = bunke(som, handling, job.id)
            fremskridt.kommet(gik.linjer, gik.naaet)
            if gik.faerdig:
                return


def bunke(som: Aktoer, handling: Any, job_id: uuid.UUID) -> Fremgang:
    """One batch as this person, with whose rows it was about in the access log: one transaction."""
    with kontekst.arbejder_som(som):
        gik: Fremgang = handling(Anledning(som, dagen(), timezone.now()), job_id)
        art = log.Art.SKRIV if handling is importer_raekker else log.Art.LAES
        log.skriv(som, art, handling.__name__, 200, uuid.uuid4(), job_id, gik.borgere)
    return gik


def _vis(som: Aktoer, job_id: uuid.UUID) -> Importjob:
    """The figures and the first errors. Never a name or a number of a person."""
    with kontekst.arbejder_som(som):
        job = Importjob.objects.get(id=job_id)
    print(f"{job.get_tilstand_display()}: {tal(job.behandlet)} linjer")
    for slags, deres in job.tal.items():
        print(f"  {NAVNE.get(slags, 'linjer')}: " + ", ".join(f"{tal(n)} {ORD[u]}" for u, n in deres.items()))
    for f in job.fejl:
        felt = f" {f['felt']}:" if f["felt"] else ""
        print(f"  fil {f['fil'] + 1} linje {f['linje']}:{felt} {f['tekst']}")
    if job.antal_fejl > len(job.fejl):
        print(f"  … {tal(job.antal_fejl)} linjer med fejl i alt")
    return job


# --- What waits on the pages ---------------------------------------------------------------------------


def _koer(en_gang: bool) -> int:
    while True:
        try:
            gjort = tag_en()
        except (OperationalError, InterfaceError):
            connection.close()  # the database is away for a while: what was not finished is still there
            gjort = False
            if en_gang:
                return _nej("Databasen svarer ikke.")
        if not gjort:
            spole.ryd(settings.DATA)
            if en_gang:
                return 0
            time.sleep(VENT)


def tag_en() -> bool:
    """One batch of what waits: previews first, they are short and somebody looks at them. False if nothing waits."""
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = Importjob.objects.filter(tilstand__in=(T.MODTAGET, T.BESTILT)).order_by(
            "-tilstand", "modtaget_tid"
        )
        job = venter.values("id", "bestilt_af_id", "tilstand").first()
        if job is None:
            return False
        som = aktoer(Medarbejder.objects.select_related("organisation").get(id=job["bestilt_af_id"]))
    try:
        bunke(som, efterse_import if job["tilstand"] == T.MODTAGET else importer_raekker, job["id"])
    except FindesIkke:
        pass  # another worker finished it, or somebody gave it up
    except (OperationalError, InterfaceError):
        raise
    except Exception as fejl:
        # Never its text: it may hold a row. The job is stopped, or it would be tried for ever.
        print(f"rehabteam import: {job['id']} blev standset: {type(fejl).__name__}", file=sys.stderr)
        with kontekst.arbejder_som(som):
            stands(job["id"], rettighed=isinstance(fejl, IngenRet))
    return True
