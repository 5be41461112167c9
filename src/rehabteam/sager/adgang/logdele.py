"""The log's monthly tables: made ahead of time, closed to everyone, reached only through the whole log.

A month's table holds no grant and no policy of its own, so nobody reads or writes it by name; asked through
`sager_adgangspost` it answers under that table's policies. Months are counted in UTC.
"""

from datetime import date

from django.db.backends.utils import CursorWrapper

LOG = "sager_adgangspost"
PARTITIONEREDE = frozenset({LOG})
FREM = 13  # months made ahead: a year without deploys must not stop the log


def maaned(dag: date) -> date:
    return dag.replace(day=1)


def naeste(dag: date) -> date:
    return date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)


def navn(dag: date) -> str:
    return f"{LOG}_{dag:%Y_%m}"


def dele(cursor: CursorWrapper) -> list[str]:
    """The names of the log's monthly tables, oldest first."""
    cursor.execute(
        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
        "WHERE i.inhparent = to_regclass(%s) ORDER BY 1",
        [f"public.{LOG}"],
    )
    return [raekke[0] for raekke in cursor.fetchall()]


def lav_frem(cursor: CursorWrapper, fra: date, antal: int = FREM) -> list[str]:
    """Make the months from `fra` on that are missing. Runs as the owner; writers of the log do not wait for it."""
    findes, lavede, dag = set(dele(cursor)), [], maaned(fra)
    for _ in range(antal):
        if navn(dag) not in findes:
            _lav(cursor, dag)
            lavede.append(navn(dag))
        dag = naeste(dag)
    return lavede


def _lav(cursor: CursorWrapper, dag: date) -> None:
    # Attached rather than created in place: that takes the mildest lock on the log there is.
    cursor.execute(f"CREATE TABLE {navn(dag)} (LIKE {LOG} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
    luk(cursor, navn(dag))
    cursor.execute(
        f"ALTER TABLE {LOG} ATTACH PARTITION {navn(dag)} "
        f"FOR VALUES FROM ('{dag} 00:00+00') TO ('{naeste(dag)} 00:00+00')"
    )


def luk(cursor: CursorWrapper, del_: str) -> None:
    """No way in by name, and no emptying: a row's lock comes from the whole log, this one must be set on each."""
    cursor.execute(f"ALTER TABLE {del_} ENABLE ROW LEVEL SECURITY")
    cursor.execute(f"ALTER TABLE {del_} FORCE ROW LEVEL SECURITY")
    cursor.execute(f"DROP TRIGGER IF EXISTS laast_helt ON {del_}")
    cursor.execute(
        f"CREATE TRIGGER laast_helt BEFORE TRUNCATE ON {del_} "
        "FOR EACH STATEMENT EXECUTE FUNCTION adgang.kun_disse_kolonner()"
    )
