"""How long the log is kept: whole months are dropped when their time is over, and the witness says so.

A month is dropped only when every row in it is sealed and is what was sealed. The seals stay: they hold no person, and
the chain is still whole from the first row to the last.
"""

import json
from datetime import date

from django.conf import settings
from django.db import connections, transaction

from . import logdele
from .forsegling import TEKST, UTC_TEKST, bliv_forsegler, enige, gem, mangler, stilling
from .forsegling_noegle import Noegle
from .forsegling_vidne import Vidne, linje

MINDST, HOEJST = 6, 60  # months
KLAR = f"""
SELECT count(*), count(s.nr) FILTER (WHERE s.tid = p.tid
  AND s.aftryk = sha256(convert_to('rehabteam logpost 1' || chr(10) || {TEKST}, 'UTF8')))
FROM {{}} p LEFT JOIN sager_logsegl s ON s.post_id = p.id
"""
FORSEGLET = f"SELECT count(*) FROM sager_logsegl s WHERE {UTC_TEKST.format('s.tid')} LIKE %s"


class MaaIkkeFjernes(RuntimeError):
    """A month holds rows that are not sealed, or not as they were sealed. The text is Danish."""


def graense(dag: date, maaneder: int) -> date:
    """The first month that is kept."""
    if not MINDST <= maaneder <= HOEJST:
        raise ValueError(f"Loggen skal opbevares mellem {MINDST} og {HOEJST} måneder.")
    nr = dag.year * 12 + dag.month - 1 - maaneder
    return date(nr // 12, nr % 12 + 1, 1)


def udloebne(dag: date, maaneder: int) -> list[str]:
    """The monthly tables whose time is over, oldest first."""
    with connections["vedligehold"].cursor() as cursor:
        return [navn for navn in logdele.dele(cursor) if navn < logdele.navn(graense(dag, maaneder))]


def fjern(vidne: Vidne, noegle: Noegle, navn: str) -> int:
    """Drop one month; returns the number of rows. Raises MaaIkkeFjernes, VidneFejl."""
    maaned = navn.removeprefix(f"{logdele.LOG}_").replace("_", "-")
    with vidne.laas():
        with transaction.atomic(using="vedligehold"), connections["vedligehold"].cursor() as cursor:
            # As the maintenance role itself, which passes the walls: the month is closed to everybody else.
            cursor.execute(KLAR.format(navn))
            antal, rigtige = cursor.fetchone()
            cursor.execute(FORSEGLET, [f"{maaned}%"])
            forseglet = cursor.fetchone()[0]
            if not antal == rigtige == forseglet:
                raise MaaIkkeFjernes(
                    f"{maaned} fjernes ikke: {antal} rækker, {rigtige} som de blev forseglet, {forseglet} segl."
                )
            bliv_forsegler(cursor)
            forrige = enige(cursor, vidne, noegle)
            foer = json.loads(forrige)
            arv = {k: foer[k] for k in ("log", "nr", "kaede", "horisont", "efter", "naeste", "klynge")}
            felter = {
                **arv,
                "slags": "fjernet",
                "maaned": maaned,
                "antal": antal,
                "tid": stilling(cursor).tid,
            }
            gem(cursor, linje(felter, forrige, noegle))
            cursor.execute("SELECT set_config('role', %s, true)", [f"{settings.ROLLEPRAEFIKS}_eje"])
            cursor.execute("SET LOCAL lock_timeout = '2s'")  # rather fail and try again than hold the log up
            cursor.execute(f"DROP TABLE {navn}")
        mangler(vidne)
    return int(antal)
