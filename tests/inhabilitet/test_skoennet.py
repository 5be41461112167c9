"""What PostgreSQL believes of the wall round those who are kept out: cheap, and that nearly every row passes."""

from django.db import connections

from rehabteam.sager.adgang.udelukkelse import PERSONER, habil
from tests.verden import Verden


def test_vaeggen_koster_naesten_intet_i_planen(verden: Verden) -> None:
    """At the cost a function has by itself, a plan looks cases up one by one where two tables are to be read once."""
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "SELECT procost FROM pg_proc WHERE oid = 'adgang.holdt_ude(text, uuid[])'::regprocedure"
        )
        assert cursor.fetchone() == (1.0,)


def test_den_tomme_liste_staar_som_den_er() -> None:
    """The column itself is compared: of a computed length there are no statistics, and a guess for every table."""
    assert all(habil(vaeg).startswith("(udelukkede = '{}'::uuid[] OR ") for vaeg in PERSONER)
