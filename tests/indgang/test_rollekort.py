"""From the outside's roles to ours: only what stands in the table, only where the sender may speak."""

import uuid

import pytest

from rehabteam.sager.models import Rolle
from rehabteam.web.indgang.privilegier import Gruppe
from rehabteam.web.indgang.rollekort import Myndighedskort, Tildelt, tolk

SYSTEM = "https://rehabteam.example.dk"
KOMMUNE = Myndighedskort(uuid.uuid4(), "kommune", "11111111", uuid.UUID(int=1))
NABO = Myndighedskort(uuid.uuid4(), "kommune", "22222222", None)
REGION = Myndighedskort(uuid.uuid4(), "region", "33333333", None)
ALLE = (KOMMUNE, NABO, REGION)
KLE, ENHED = "http://sts.kombit.dk/constraints/KLE/1", "http://sts.kombit.dk/constraints/orgenhed/1"


def uri(navn: str, system: str = SYSTEM) -> str:
    return f"{system}/roles/usersystemrole/{navn}/1"


def _tolk(*grupper: Gruppe, cvr: tuple[str, ...] = ("11111111", "22222222", "33333333")) -> list[Tildelt]:
    return list(tolk(grupper, SYSTEM, ALLE, cvr).roller)


def test_hver_rolle_i_sin_slags_organisation() -> None:
    alle = ("sagsbehandler", "moedeleder", "teammedlem", "teamleder", "sekretariat", "sundhedskoordinator")
    i_kommunen = {t.rolle for t in _tolk(Gruppe("11111111", tuple(map(uri, alle))))}
    i_regionen = {t.rolle for t in _tolk(Gruppe("33333333", tuple(map(uri, alle))))}
    assert i_kommunen == {Rolle.SAGSBEHANDLER, Rolle.MOEDELEDER, Rolle.TEAMMEDLEM, Rolle.LEDER}
    assert i_regionen == {Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR}


@pytest.mark.parametrize(
    "adresse",
    [
        uri("superbruger"),
        uri("Sagsbehandler"),
        uri("sagsbehandler", "https://ond.example"),
        uri("sagsbehandler", "https://rehabteam.example.dk.ond.example"),
        uri("sagsbehandler", "https://rehabteam.example.dk@ond.example"),
        uri("sagsbehandler", "ftp://rehabteam.example.dk"),
        f"{SYSTEM}/roles/usersystemrole/sagsbehandler/2",
        f"{SYSTEM}/roles/usersystemrole/sagsbehandler/1/x",
        f"{SYSTEM}/roles/usersystemrole/sagsbehandler/1?x=1",
        f"{SYSTEM}/roles/usersystemrole//1",
        "sagsbehandler",
        "",
        "http://[",
    ],
)
def test_en_ukendt_rolle_giver_intet(adresse: str) -> None:
    assert _tolk(Gruppe("11111111", (adresse,))) == []


def test_http_og_https_er_den_samme_rolle() -> None:
    assert _tolk(Gruppe("11111111", (uri("sagsbehandler", "http://rehabteam.example.dk"),)))


def test_en_afsender_taler_kun_for_sine_egne() -> None:
    grupper = [Gruppe(m.cvr, (uri("sagsbehandler"),)) for m in (KOMMUNE, NABO)]
    assert [t.organisation_id for t in _tolk(*grupper, cvr=("11111111",))] == [KOMMUNE.organisation_id]
    assert _tolk(Gruppe("44444444", (uri("sagsbehandler"),)), cvr=("44444444",)) == []


@pytest.mark.parametrize(
    ("navn", "vaerdi", "holder"),
    [
        (KLE, "15.17.18", True),
        (KLE, "27.36.08, 15.17.*", True),
        (KLE, "15", True),
        (KLE, "*", True),
        (KLE, "15.17.22", False),
        (KLE, "15.17.18.G01", False),
        (KLE, "", False),
        (ENHED, str(KOMMUNE.fk_uuid), True),
        (ENHED, f"{uuid.UUID(int=2)},{str(KOMMUNE.fk_uuid).upper()}", True),
        (ENHED, str(uuid.UUID(int=2)), False),
        (ENHED, "", False),
        ("http://sts.kombit.dk/constraints/foelsomhed/1", "x", False),
        ("ukendt", "", False),
    ],
)
def test_en_graense_vi_ikke_kan_holde_giver_ingen_adgang(navn: str, vaerdi: str, holder: bool) -> None:
    tolkning = tolk(
        [Gruppe("11111111", (uri("sagsbehandler"),), ((navn, vaerdi),))], SYSTEM, ALLE, ["11111111"]
    )
    assert (bool(tolkning.roller), tolkning.afgraenset) == (holder, not holder)


def test_alle_graenser_skal_kunne_holdes() -> None:
    begge = ((KLE, "15.17.18"), (ENHED, str(uuid.uuid4())))
    assert _tolk(Gruppe("11111111", (uri("sagsbehandler"),), begge)) == []
    assert not tolk([Gruppe("11111111", ("ukendt",), begge)], SYSTEM, ALLE, ["11111111"]).afgraenset


def test_organisationens_enhed_uden_uuid_holder_intet() -> None:
    assert _tolk(Gruppe("22222222", (uri("sagsbehandler"),), ((ENHED, "none"),))) == []


def test_tilsyn_og_drift_findes_i_begge_huse_og_et_fagsystem_i_ingen() -> None:
    for cvr, organisation in (("11111111", KOMMUNE), ("33333333", REGION)):
        for navn, rolle in (("logkontrolloer", Rolle.AUDITOR), ("drift", Rolle.DRIFT)):
            assert _tolk(Gruppe(cvr, (uri(navn),), ())) == [Tildelt(rolle, organisation.organisation_id)]
        for navn in ("integration", "fagsystem", "borger", "bisidder"):
            assert _tolk(Gruppe(cvr, (uri(navn),), ())) == []
