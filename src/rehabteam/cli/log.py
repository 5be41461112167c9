"""`rehabteam log …`: seal the access log, verify it, take it out, and let old months go."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import connections

from rehabteam.sager.adgang import forsegling, forsegling_noegle, forsegling_skift, logdele, logopbevaring
from rehabteam.sager.adgang.forsegling_vidne import Vidne, VidneFejl
from rehabteam.sager.adgang.loguddrag import billede, skriv_eksport

from . import efterproev_alene as alene


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("log", help="forsegl og efterprøv adgangsloggen")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser("noegle", help="lav nøglen, loggen underskrives med (én gang)")
    under.add_parser("forsegl", help="forsegl det nye; sæt det på en timer")
    proev = under.add_parser("efterproev", help="sig, om loggen er hel, og hvad der ellers er galt")
    proev.add_argument("--noegle", default="", help="den første offentlige nøgle, som du fik den")
    proev.add_argument("--kopi", type=Path, action="append", default=[], help="en kopi af vidnet")
    ud = under.add_parser("udfoer", help="skriv loggen til en fil, der kan efterprøves uden programmet")
    ud.add_argument("fil", type=Path)
    ud.add_argument("--organisation", default="", help="vis kun indholdet af denne organisations rækker (id)")
    igen = under.add_parser("genoptag", help="efter en gendannelse, eller når vidnet er tabt")
    igen.add_argument("--grund", required=True, choices=[str(g) for g in forsegling_skift.Grund])
    under.add_parser("ny-noegle", help="skift nøglen")
    vaek = under.add_parser("opbevaring", help="lav måneder frem, og fjern dem, hvis tid er gået")
    vaek.add_argument(
        "--fjern", action="store_true", help="fjern; ellers vises kun, hvad der ville blive fjernet"
    )


def koer(args: argparse.Namespace) -> int:
    try:
        return {
            "noegle": _noegle,
            "forsegl": _forsegl,
            "efterproev": _efterproev,
            "udfoer": _udfoer,
            "genoptag": _genoptag,
            "ny-noegle": _ny_noegle,
            "opbevaring": _opbevaring,
        }[args.hvad](args)
    except (VidneFejl, forsegling_noegle.NoegleFejl, logopbevaring.MaaIkkeFjernes, ValueError) as fejl:
        print(fejl, file=sys.stderr)
        return 1


def _steder() -> tuple[Vidne, forsegling_noegle.Noegle]:
    return Vidne(settings.LOGVIDNE), forsegling_noegle.laes(settings.LOGNOEGLE)


def _noegle(args: argparse.Namespace) -> int:
    noegle = forsegling_noegle.lav(settings.LOGNOEGLE)
    print(f"Den offentlige nøgle: {noegle.offentlig}")
    print("Gem den et andet sted end vidnet og databasen: den er det, loggen efterprøves med.")
    return 0


def _forsegl(args: argparse.Namespace) -> int:
    print(f"{forsegling.forsegl(*_steder())} rækker forseglet.")
    return 0


def _efterproev(args: argparse.Namespace) -> int:
    kopier = [kopi.read_text(encoding="utf-8").splitlines() for kopi in args.kopi]
    svar = efterproevet(Vidne(settings.LOGVIDNE), args.noegle, kopier)
    # That nobody seals is no fault of the log, but somebody must see it.
    return alene.skriv_svar(svar) or int(svar.staar_stille)


def efterproevet(vidne: Vidne, noegle: str = "", kopier: Iterable[list[str]] = ()) -> alene.Svar:
    """The whole log, as it stands in the database now, against its witness."""
    with ExitStack() as stak:
        with vidne.laas():  # the same moment on both sides
            nu = stak.enter_context(billede())
            databasens, vidnets = nu.linjer(), vidne.linjer()
        siger = alene.laes_vidne(vidnets or databasens, noegle)
        siger.fund += alene.sammenlign(databasens, vidnets, kopier)
        venter = (alene.Uforseglet(*r) for r in nu.uforseglede())
        return alene.efterproev((alene.Raekke(*r) for r in nu.raekker()), venter, siger)


def _udfoer(args: argparse.Namespace) -> int:
    sum_ = hashlib.sha256()

    def skriv(post: dict[str, Any]) -> None:
        tekst = json.dumps(post, separators=(",", ":")) + "\n"
        sum_.update(tekst.encode())
        fil.write(tekst)

    with open(args.fil, "x", encoding="utf-8") as fil, billede() as nu:
        args.fil.chmod(0o600)
        antal = nu.udfoer(skriv, args.organisation)
    skriv_eksport(antal, sum_.hexdigest())
    print(f"{antal} rækker i {args.fil}. Læg vidnet ved siden af: {Vidne(settings.LOGVIDNE).fil}")
    print(
        f"Efterprøv dem uden programmet: python3 {Path(alene.__file__).name} {args.fil} --vidne vidne.jsonl"
    )
    return 0


def _genoptag(args: argparse.Namespace) -> int:
    forsegling_skift.genoptag(*_steder(), forsegling_skift.Grund(args.grund))
    return _forsegl(args)


def _ny_noegle(args: argparse.Namespace) -> int:
    ny = forsegling_skift.ny_noegle(Vidne(settings.LOGVIDNE), settings.LOGNOEGLE)
    print(f"Den nye offentlige nøgle: {ny.offentlig}. Loggen efterprøves stadig med den første.")
    return 0


def _opbevaring(args: argparse.Namespace) -> int:
    dag = datetime.now(UTC).date()
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(f"SET ROLE {settings.ROLLEPRAEFIKS}_eje")
        lavede = logdele.lav_frem(cursor, dag)
        cursor.execute("RESET ROLE")
    print(f"{len(lavede)} måneder lavet frem.")
    for navn in logopbevaring.udloebne(dag, settings.LOGMAANEDER):
        if args.fjern:
            print(f"{navn}: {logopbevaring.fjern(*_steder(), navn)} rækker fjernet.")
        else:
            print(f"{navn}: kan fjernes (--fjern).")
    return 0
