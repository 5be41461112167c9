"""Tampering, done as a superuser with every lock off: each kind is found, and the row (or the line) is named.

The log has 40 rows in four signed rounds. `sted` is the place in the chain that is tampered with; the kinds that can
be tried at many places are tried at 200 (in memory, on an export) in test_alene.py.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from rehabteam.sager.adgang.logdele import navn
from tests.log import indgreb_i_kaeden
from tests.log.indgreb_i_kaeden import POST, STED
from tests.log.kaede import Log, som_super

FREMMED = "'11111111-2222-4333-8444-555555555555'"
KOLONNER = {
    "id": "p.id + 1000000",
    "tid": "p.tid - interval '1 hour'",
    "transaktion": "p.transaktion - 1",
    "anmodning": FREMMED,
    "organisation_id": FREMMED,
    "medarbejder_id": FREMMED,
    "rolle": "'leder'",
    "art": "'skriv'",
    "rute": "'forloeb.se'",
    "udfald": "404",
    "objekt": "NULL",
    "borgere": "'{}'",
    "antal": "NULL",
    "aftryk": "''",
    "soegning": "''",
}


def post(nr: int) -> int:
    return int(som_super("SELECT post_id FROM sager_logsegl WHERE nr = %s", nr)[0][0])


@pytest.mark.parametrize("kolonne", KOLONNER)
def test_hver_kolonne_er_med_i_seglet(loggen: Log, kolonne: str) -> None:
    id_ = post(STED)
    som_super(f"UPDATE sager_adgangspost p SET {kolonne} = {KOLONNER[kolonne]} {POST} {STED}")
    assert any(f.startswith(f"nr. {STED}, række {id_}:") for f in loggen.fund()), loggen.fund()


def _slet(loggen: Log) -> str:
    som_super(
        f"DELETE FROM sager_adgangspost p USING sager_logsegl s WHERE s.post_id = p.id AND s.nr = {STED}"
    )
    return f"nr. {STED}, række "


def _slet_med_segl(loggen: Log) -> str:
    _slet(loggen)
    som_super("DELETE FROM sager_logsegl WHERE nr = %s", STED)
    return f"nr. {STED}: seglet er fjernet"


def _slet_og_luk_hullet(loggen: Log) -> str:
    """Numbers moved down over the hole, but the chain as it was."""
    _slet_med_segl(loggen)
    som_super("ALTER TABLE sager_logsegl DROP CONSTRAINT sager_logsegl_pkey")
    som_super("UPDATE sager_logsegl SET nr = nr - 1 WHERE nr > %s", STED)
    som_super("ALTER TABLE sager_logsegl ADD PRIMARY KEY (nr)")
    return f"nr. {STED}, række "


def _slet_seglet(loggen: Log) -> str:
    id_ = post(STED)
    som_super("DELETE FROM sager_logsegl WHERE nr = %s", STED)
    return f"række {id_}: rækken har intet segl"


def _skyd_ind(loggen: Log) -> str:
    """A row among the old ones, back in time, with an old transaction."""
    ((id_,),) = som_super(
        "INSERT INTO sager_adgangspost (tid, transaktion, anmodning, rolle, art, rute, udfald, borgere) "
        f"SELECT tid, transaktion, gen_random_uuid(), rolle, art, rute, udfald, borgere FROM sager_adgangspost p "
        f"WHERE id = {post(STED)} RETURNING id"
    )
    return f"række {id_}: rækken har intet segl"


def _skyd_ind_med_segl(loggen: Log) -> str:
    som_super("UPDATE sager_logsegl SET nr = nr + 1000 WHERE nr > 40")
    ((id_,),) = som_super(
        "INSERT INTO sager_adgangspost (anmodning, rolle, art, rute, udfald, borgere) "
        "VALUES (gen_random_uuid(), 'leder', 'laes', 'sag.se', 200, '{}') RETURNING id"
    )
    som_super(
        "INSERT INTO sager_logsegl SELECT 41, id, tid, sha256('x'), sha256('y') FROM sager_adgangspost WHERE id = %s",
        id_,
    )
    return f"nr. 41, række {id_}: seglet er ændret"


def _byt_om(loggen: Log) -> str:
    """Two rows change content; both keep their number."""
    a, b = post(STED), post(STED + 1)
    som_super(
        "UPDATE sager_adgangspost p SET borgere = q.borgere, objekt = q.objekt FROM sager_adgangspost q "
        "WHERE (p.id, q.id) IN ((%s, %s), (%s, %s))",
        *(a, b, b, a),
    )
    return f"nr. {STED}, række {a}: indholdet"


def _byt_segl(loggen: Log) -> str:
    a, b = post(STED), post(STED + 1)
    som_super("ALTER TABLE sager_logsegl DROP CONSTRAINT sager_logsegl_post_id_key")
    som_super(
        "UPDATE sager_logsegl SET post_id = CASE post_id WHEN %s THEN %s::bigint ELSE %s::bigint END "
        "WHERE post_id IN (%s, %s)",
        *(a, b, a, a, b),
    )
    som_super("ALTER TABLE sager_logsegl ADD CONSTRAINT sager_logsegl_post_id_key UNIQUE (post_id)")
    return f"nr. {STED}, række {b}: indholdet"


def _dater_tilbage(loggen: Log) -> str:
    """A new row given an old time before it was sealed: the seal is right, the time cannot be."""
    loggen.skriv()
    maaned = som_super("UPDATE sager_adgangspost SET tid = tid - interval '5 minutes' WHERE id = "
                       "(SELECT max(id) FROM sager_adgangspost) RETURNING id")  # fmt: skip
    loggen.forsegl()
    return f"nr. 41, række {maaned[0][0]}: rækken er dateret tilbage"


def _dater_frem(loggen: Log) -> str:
    loggen.skriv()
    ((id_,),) = som_super(
        "UPDATE sager_adgangspost SET tid = tid + interval '5 minutes' WHERE id = "
        "(SELECT max(id) FROM sager_adgangspost) RETURNING id"
    )
    loggen.forsegl()
    return f"nr. 41, række {id_}: tiden ligger efter forseglingen"


def _skaer_halen_af(loggen: Log) -> str:
    som_super("DELETE FROM sager_adgangspost p USING sager_logsegl s WHERE s.post_id = p.id AND s.nr > 30")
    som_super("DELETE FROM sager_logsegl WHERE nr > 30")
    return "nr. 31: halen er skåret af: nr. 31 til 40 mangler"


def _skaer_halen_af_med_linjen(loggen: Log) -> str:
    """Also the database's own copy of the signed line: only the witness outside knows."""
    _skaer_halen_af(loggen)
    som_super("DELETE FROM sager_logstand WHERE nr > 3")
    return "nr. 31: halen er skåret af"


def _smid_maaneden_vaek(loggen: Log) -> str:
    """What the owner of the tables can do without being a superuser."""
    del_ = navn(datetime.now(UTC).date())
    som_super(f"DROP TABLE {del_}")
    return f"nr. 1, række {post(1)}: rækken er slettet"


def _ret_seglet(loggen: Log) -> str:
    id_ = post(STED)
    som_super("UPDATE sager_logsegl SET aftryk = sha256('x') WHERE nr = %s", STED)
    return f"nr. {STED}, række {id_}: "


def _ret_tiden_i_seglet(loggen: Log) -> str:
    id_ = post(STED)
    som_super("UPDATE sager_logsegl SET tid = tid - interval '1 day' WHERE nr = %s", STED)
    return f"nr. {STED}, række {id_}: "


def _dobbelt(loggen: Log) -> str:
    """A second row with the number of the first."""
    id_ = post(STED)
    som_super(
        "INSERT INTO sager_adgangspost (id, tid, anmodning, rolle, art, rute, udfald, borgere) "
        "SELECT id, tid - interval '1 second', gen_random_uuid(), rolle, art, rute, udfald, '{}' "
        "FROM sager_adgangspost WHERE id = %s",
        id_,
    )
    return f"nr. {STED}, række {id_}: "


INDGREB: dict[str, Callable[[Log], str]] = {
    f.__name__.strip("_"): f
    for f in (
        _slet,
        _slet_med_segl,
        _slet_og_luk_hullet,
        _slet_seglet,
        _skyd_ind,
        _skyd_ind_med_segl,
        _byt_om,
        _byt_segl,
        _dater_tilbage,
        _dater_frem,
        _skaer_halen_af,
        _skaer_halen_af_med_linjen,
        _smid_maaneden_vaek,
        _ret_seglet,
        _ret_tiden_i_seglet,
        _dobbelt,
        *indgreb_i_kaeden.INDGREB,
    )
}


@pytest.mark.parametrize("indgreb", INDGREB)
def test_indgrebet_bliver_fundet(loggen: Log, maaneden_igen: None, indgreb: str) -> None:
    assert loggen.fund() == []  # the positive control
    ventet = INDGREB[indgreb](loggen)
    fund = loggen.fund()
    assert any(f.startswith(ventet) for f in fund), f"ventede »{ventet}«, fandt {fund}"
