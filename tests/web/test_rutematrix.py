"""Every route × every role × whose row it is: one's own opens, another's is not there, and the log knows of both.

The routes come from the URL resolver. What is foreign and what never was must be the same answer, byte for byte.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from django.db import connections
from django.http import HttpResponse
from django.urls import URLPattern, resolve, reverse

from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Rolle
from tests.arkitektur.test_ruter import LUKKEDE
from tests.vaegge.eksempler import kolonner
from tests.web.fremmede import ALLE as ALLE_STEDER
from tests.web.fremmede import FREMMED_FOR, Fremmede, tabel, uuider
from tests.web.proevevis import poster, proevevis
from tests.web.scene import Scene, Side

MED_ID = [rute for rute in LUKKEDE if uuider(rute)]
INTET = uuid.UUID("00000000-0000-4000-8000-000000000000")
AABNER = (200, 302, 405, 409, 410)  # 405: pages that only take a form; 410: a paper that was taken back
Kwargs = dict[str, object]


@pytest.fixture(scope="session")
def fremmede(scene: Scene) -> Fremmede:
    return Fremmede(scene.v)


def _egne(scene: Scene, rute: URLPattern) -> Kwargs:
    return dict(resolve(next(iter(scene.adresser(rute)))).kwargs)


def _uden_skiftende(svar: HttpResponse) -> bytes:
    """The answer without what differs at every look: CSRF tokens, once-only keys, the nonce, the id that was asked for."""
    krop = re.sub(rb'(csrfmiddlewaretoken|noegle)" value="[^"]*"', b"", svar.getvalue())
    krop = re.sub(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b"ID", krop)
    hoveder = sorted(
        (k, v) for k, v in svar.items() if k not in ("Content-Length", "Content-Security-Policy")
    )
    return krop + repr([(k, re.sub(r"[0-9a-f-]{36}", "ID", v)) for k, v in hoveder]).encode()


def _roller(rute: URLPattern) -> frozenset[Rolle]:
    return RETTIGHEDER[rute.callback.ret].roller


class Spoerger:
    """One role at one route: asks, and reads what the log then says."""

    def __init__(self, scene: Scene, rute: URLPattern, rolle: Rolle) -> None:
        self.scene, self.rute, self.rolle = scene, rute, rolle
        self.maa = rolle in _roller(rute)
        self.tomme: dict[object, HttpResponse] = {}

    def spoerg(self, metode: str, kwargs: Kwargs) -> HttpResponse:
        data = {"noegle": str(uuid.uuid4())} if metode == "post" else None
        with proevevis():
            adresse = reverse(f"web:{self.rute.name}", kwargs=kwargs)
            svar = getattr(self.scene.klienter[self.rolle], metode)(adresse, data)
            svar.poster = poster(self.scene.hvem[self.rolle], svar)
        return svar

    def fremmed(self, metode: str, kwargs: Kwargs, intet: Kwargs) -> Iterator[str]:
        """What is wrong with the answer about a foreign row, compared with one that never was."""
        tomt = self._intet(metode, intet)
        if tomt.status_code == 405:
            return
        svar = self.spoerg(metode, kwargs)
        if (svar.status_code, _uden_skiftende(svar)) != (tomt.status_code, _uden_skiftende(tomt)):
            yield f"{svar.status_code} ligner ikke {tomt.status_code} for det, der ikke findes"
        if svar.status_code != (404 if self.maa else 403):
            yield f"svarer {svar.status_code}"
        if [post[:2] for post in svar.poster] != [("afvist", svar.status_code)] or svar.poster != tomt.poster:
            yield f"loggen siger {svar.poster}, og for det, der ikke findes, {tomt.poster}"

    def _intet(self, metode: str, kwargs: Kwargs) -> HttpResponse:
        noegle = (metode, *kwargs.values())
        if noegle not in self.tomme:
            self.tomme[noegle] = self.spoerg(metode, kwargs)
        return self.tomme[noegle]


def _kombinationer(
    rute: URLPattern, egne: Kwargs, fremmede: Fremmede, sted: str
) -> Iterator[tuple[Kwargs, Kwargs]]:
    """The address with foreign ids, and the same with ids that never were: all of them, and only the last."""
    navne = uuider(rute)
    for byttet in {tuple(navne), (navne[-1],)}:
        fremmed = {navn: fremmede.id(sted, navn) for navn in byttet}
        yield {**egne, **fremmed}, {**egne, **dict.fromkeys(byttet, INTET)}


def _afvigelser(scene: Scene, fremmede: Fremmede, rute: URLPattern, rolle: Rolle) -> list[str]:
    spoerger, egne = Spoerger(scene, rute, rolle), _egne(scene, rute)
    return [
        f"{rolle} {metode} {sted}: {galt}"
        for sted in FREMMED_FOR.get(scene.hvem[rolle].vaeg, ALLE_STEDER)
        for kwargs, intet in _kombinationer(rute, egne, fremmede, sted)
        for metode in ("get", "post")
        for galt in spoerger.fremmed(metode, kwargs, intet)
    ]


@pytest.mark.parametrize("rute", MED_ID, ids=lambda r: str(r.name))
def test_andres_og_det_der_ikke_findes_er_det_samme(
    scene: Scene, fremmede: Fremmede, rute: URLPattern
) -> None:
    """One role of each kind of user; all of them in test_hele_matricen."""
    en_af_hver = {a.vaeg: rolle for rolle, a in scene.hvem.items() if rolle in _roller(rute)}
    assert en_af_hver
    galt = [g for rolle in en_af_hver.values() for g in _afvigelser(scene, fremmede, rute, rolle)]
    assert not galt, "\n".join(galt)


@pytest.mark.langsom
@pytest.mark.parametrize("rute", MED_ID, ids=lambda r: str(r.name))
def test_hele_matricen(scene: Scene, fremmede: Fremmede, rute: URLPattern) -> None:
    """Every role, also those without the right: they are refused alike, whatever is behind the address."""
    galt = [g for rolle in scene.hvem for g in _afvigelser(scene, fremmede, rute, rolle)]
    assert not galt, "\n".join(galt)


# Where the stage has nothing of the role's own, or the page asks for a second right as well.
UDEN_EGET = {
    ("inhabilitet_ophaev", Rolle.SEKRETARIAT): "the one on the stage is the kommune's",
    ("noedadgang_kvitter", Rolle.LEDER): "in a kommune nobody needs one: all see its cases",
    (
        "noedadgang_kvitter",
        Rolle.AUDITOR,
    ): "the one on the stage is the kommune's; the region's signs in stedfortraeder",
    **{
        ("margennote_ret", rolle): "the one on the stage is the caseworker's own"
        for rolle in (
            Rolle.MOEDELEDER,
            Rolle.TEAMMEDLEM,
            Rolle.LEDER,
            Rolle.SEKRETARIAT,
            Rolle.SUNDHEDSKOORDINATOR,
        )
    },
    ("samtykke_tilbage", Rolle.MOEDELEDER): "sees consents, takes none back",
    ("samtykke_tilbage", Rolle.TEAMMEDLEM): "sees consents, takes none back",
}


def test_hver_rolle_kan_aabne_sit_eget(scene: Scene) -> None:
    """The positive control: wherever a role has the right, one of its own addresses opens."""
    aabner = {(side.rute.name, side.hvem.rolle) for side in scene.sider if side.svar.status_code in AABNER}
    lukket = []
    for rute, rolle in product(LUKKEDE, scene.hvem):
        if rolle in _roller(rute) and (rute.name, rolle) not in aabner:
            svar = Spoerger(scene, rute, rolle).spoerg("get", _delte(scene, rute))
            if svar.status_code not in AABNER:
                lukket.append((rute.name, rolle))
    assert set(lukket) == set(UDEN_EGET), lukket


def _delte(scene: Scene, rute: URLPattern) -> Kwargs:
    """One's own address, moved to the case that is with the coordinator, and to its citizen."""
    kwargs = _egne(scene, rute)
    for navn in uuider(rute):
        t = tabel(navn)
        veje = {"sag_id": scene.hos.id, "borger_id": scene.hos.borger_id}
        hvor = "id" if navn in veje else next((vej for vej in veje if vej in kolonner(t)), None)
        if hvor is None:
            continue
        with connections["vedligehold"].cursor() as cursor:
            cursor.execute(
                f"SELECT id FROM {t} WHERE {hvor} = %s LIMIT 1", [veje[navn if hvor == "id" else hvor]]
            )
            (kwargs[navn],) = cursor.fetchone() or (kwargs[navn],)
    return kwargs


def test_hver_side_har_sin_linje_i_loggen(scene: Scene) -> None:
    """One row in the database for each answer, in its transaction, naming everyone whose name stands on the page."""
    galt = set()
    for side in scene.sider:
        if not side.rute.callback.ret or side.svar.status_code == 405:
            continue
        vist = {borger for navn, borger in scene.borgere.items() if navn.split()[0] in side.html}
        match side.svar.poster:
            case [(_, udfald, borgere)] if udfald == side.svar.status_code and vist <= set(borgere):
                continue
        galt.add(f"{side.rute.name} ({side.hvem.rolle}, {side.svar.status_code}): {side.svar.poster}")
    assert not galt, "\n".join(sorted(galt))


@pytest.fixture
def loggen_kan_ikke_skrives(scene: Scene) -> Iterator[None]:
    """A real fault in the database: nothing can be put into the log."""
    assert scene.sider  # made while it could
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("ALTER TABLE sager_adgangspost ADD CONSTRAINT i_stykker CHECK (false) NOT VALID")
        yield
        cursor.execute("ALTER TABLE sager_adgangspost DROP CONSTRAINT i_stykker")


def _uden_log(scene: Scene, sider: Iterable[Side]) -> Iterator[str]:
    for side in sider:
        with proevevis():
            svar = scene.klienter[side.hvem.rolle].get(side.adresse)
        krop = svar.content.decode("utf-8", "replace")
        if svar.status_code != 503 or any(navn.split()[0] in krop for navn in scene.borgere):
            yield f"{side.rute.name} ({side.hvem.rolle}): {svar.status_code}"


def _viste(scene: Scene) -> list[Side]:
    return [side for side in scene.sider if side.rute.callback.ret and side.svar.status_code < 400]


def test_uden_log_vises_intet(scene: Scene, loggen_kan_ikke_skrives: None) -> None:
    en_gang = {side.rute.name: side for side in _viste(scene)}
    assert not [*_uden_log(scene, en_gang.values())]


@pytest.mark.langsom
def test_uden_log_vises_intet_for_nogen(scene: Scene, loggen_kan_ikke_skrives: None) -> None:
    assert not [*_uden_log(scene, _viste(scene))]


def test_uden_log_goeres_intet(scene: Scene, loggen_kan_ikke_skrives: None) -> None:
    """What is done and its row in the log are one transaction: without the one the other is not there."""
    sag = scene.forberedes
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sager_haendelse WHERE sag_id = %s", [sag.id])
        foer = cursor.fetchone()
        svar = scene.klienter[Rolle.SAGSBEHANDLER].post(
            reverse("web:aendringer", args=[sag.id]),
            {"noegle": str(uuid.uuid4()), "aendret": "nej", "grund": "Helbredet er som før."},
        )
        assert svar.status_code == 503
        cursor.execute("SELECT count(*) FROM sager_haendelse WHERE sag_id = %s", [sag.id])
        assert cursor.fetchone() == foer
        cursor.execute("SELECT vaesentlige_aendringer FROM sager_sag WHERE id = %s", [sag.id])
        assert cursor.fetchone() == (sag.vaesentlige_aendringer,)
