"""What the log's reviewer may see beside the log: the name of whom a look-up is about, and no case."""

import pytest
from django.db import DatabaseError, connection

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Borger, Rolle
from tests.verden import Verden

LUKKET_FOR_AUDIT = sorted(t for t, doere in TABELLER.items() if Vaeg.AUDIT not in {d.vaeg for d in doere})
# Counted in the figures: only their days and states (docs/beslutninger/0018-revisorens-tal.md).
TALT = {
    *("sager_indstilling", "sager_afgoerelse", "sager_indsats", "sager_indsatsplan", "sager_indsatsstart"),
    "sager_moedeplads",
}
AABENT_FOR_AUDIT = TALT | {
    *("sager_organisation", "sager_medarbejder", "sager_borger", "sager_forloeb", "sager_sag", "sager_moede"),
    *("sager_haendelse", "sager_adgangspost", "sager_logstikproeve", "web_engangsnoegle"),
    *("sager_vikariat", "sager_noedadgang", "sager_noedkvittering"),
}


def test_det_logkontrolloeren_har_med_at_goere_er_skrevet_op() -> None:
    assert set(TABELLER) - set(LUKKET_FOR_AUDIT) == AABENT_FOR_AUDIT


@pytest.mark.parametrize("tabel", [*LUKKET_FOR_AUDIT, "sager_haendelse", *sorted(TALT)])
def test_logkontrolloeren_ser_ikke_sagerne(verden: Verden, tabel: str) -> None:
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.auditor), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel}")


def test_logkontrolloeren_ser_navnet_men_ikke_cpr(verden: Verden) -> None:
    verden.forloeb(navn="Navn Navnesen")
    with kontekst.arbejder_som(verden.auditor):
        assert list(Borger.objects.values_list("fuldt_navn", flat=True)) == ["Navn Navnesen"]
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.auditor):
        list(Borger.objects.values_list("cpr", flat=True))
    naboens = verden.person(Rolle.AUDITOR, verden.nabokommune)
    with kontekst.arbejder_som(naboens):
        assert not Borger.objects.values_list("fuldt_navn", flat=True)
