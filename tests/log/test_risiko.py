"""Which look-ups the sample picks for their risk: a town of people who look, and some who snoop."""

import random
import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rehabteam.sager.models import Rolle
from rehabteam.sager.udtraek.logrisiko import GRAENSE, Brug, Gruppe, Viden, grupper

KBH = ZoneInfo("Europe/Copenhagen")
MANDAG = datetime(2026, 11, 2, tzinfo=KBH)
EFTERNAVNE = [f"{navn}{endelse}" for navn in ("Vester", "Øster", "Sønder", "Nørre", "Lille", "Store", "Gamle", "Ny")
              for endelse in ("gaard", "bæk", "lund", "holm", "dal", "høj", "mark", "toft", "sø", "bjerg")] + [
    *(["Jensen"] * 4), *(["Nielsen"] * 4), *(["Hansen"] * 3)]  # fmt: skip


class By:
    """A kommune's two weeks: 40 people at work, 2,000 citizens, 50,000 rows of ordinary days."""

    def __init__(self) -> None:
        self.t = random.Random(2408)
        self.folk = [uuid.UUID(int=n) for n in range(1, 41)]
        self.roller = {m: Rolle.SAGSBEHANDLER if n < 25 else Rolle.LEDER for n, m in enumerate(self.folk)}
        navne = {m: f"Ansat{n} {self.t.choice(EFTERNAVNE)}" for n, m in enumerate(self.folk)}
        borgere = [uuid.UUID(int=n) for n in range(1001, 3001)]
        self.egne = {b: self.t.choice(self.folk[:25]) for b in borgere}
        kendt = {b: (f"Borger{n} {self.t.choice(EFTERNAVNE)}", n % 40 == 0) for n, b in enumerate(borgere)}
        self.viden = Viden(navne, kendt, {(m, b) for b, m in self.egne.items()})
        self.linjer: list[Brug] = []
        while len(self.linjer) < 50_000:
            b = self.t.choice(borgere)
            # One in three hundred covers for a colleague; the leaders go across.
            hvem = self.egne[b]
            if self.t.random() < 1 / 300:
                hvem = self.t.choice(self.folk[:25])
            elif self.t.random() < 0.05:
                hvem = self.t.choice(self.folk[25:])
            self.se(hvem, b, self.arbejdstid(), self.t.randrange(1, 8))

    def arbejdstid(self) -> datetime:
        dag = self.t.choice([0, 1, 2, 3, 4, 7, 8, 9, 10, 11])
        return MANDAG + timedelta(days=dag, hours=self.t.randrange(8, 16), minutes=self.t.randrange(60))

    def se(self, hvem: uuid.UUID, b: uuid.UUID, tid: datetime, antal: int = 1, art: str = "laes") -> None:
        self.linjer += [Brug(hvem, self.roller[hvem], tid, art, b)] * antal

    def fremmed(self, hvem: uuid.UUID) -> uuid.UUID:
        return next(b for b in self.t.sample(list(self.egne), 500) if self.egne[b] != hvem)

    def plant(self) -> set[tuple[uuid.UUID, uuid.UUID]]:
        """Twenty who look where they have no business, each in one of six ways."""
        snagere = set()
        for n in range(20):
            hvem, tid = self.folk[n], self.arbejdstid()
            b, navn = self.fremmed(hvem), self.viden.medarbejdere[hvem]
            slags = n % 6
            if slags == 0:
                self.viden.borgere[b] = (f"Tante {navn.split()[-1]}", False)
            elif slags == 1:
                self.viden.borgere[b] = (self.viden.medarbejdere[self.folk[-1 - n]], False)
            elif slags == 2:
                self.viden.borgere[b] = (navn, False)
            elif slags == 3:
                tid = tid.replace(hour=23)
            elif slags == 4:
                self.viden.borgere[b] = ("Bente Beskyttet", True)
            else:
                self.linjer += [Brug(hvem, "sagsbehandler", tid, "soeg", None)] * 25
            self.se(hvem, b, tid)
            snagere.add((hvem, b))
        return snagere


def test_nitten_af_tyve_snagere_findes_og_faa_andre(record_property: pytest.FixtureRequest) -> None:
    by = By()
    snagere = by.plant()
    fundne = grupper(by.linjer, by.viden)
    ramte = [g for g in fundne if g.score >= GRAENSE]
    rigtige = {(g.medarbejder, g.borger) for g in ramte} & snagere
    falske = [g for g in ramte if (g.medarbejder, g.borger) not in snagere]
    record_property("fundet", len(rigtige))  # type: ignore[operator]
    assert len(rigtige) >= 19, f"{len(rigtige)} af 20"
    assert len(falske) <= len(fundne) / 100, f"{len(falske)} falske af {len(fundne)}"
    assert fundne == sorted(fundne, key=lambda g: -g.score)


def test_en_med_opgave_er_ikke_mistaenkt() -> None:
    m, b = uuid.uuid4(), uuid.uuid4()
    viden = Viden({m: "Anne Jensen"}, {b: ("Bo Jensen", True)}, {(m, b)})
    (g,) = grupper([Brug(m, "sagsbehandler", MANDAG.replace(hour=10), "laes", b)], viden)
    assert (g.score, g.grunde) == (0, ())
    (g,) = grupper(
        [Brug(m, "sagsbehandler", MANDAG.replace(hour=10), "laes", b)],
        Viden(viden.medarbejdere, viden.borgere),
    )
    assert g == Gruppe(m, b, MANDAG.date(), 1, 10, ("efternavn", "uden_opgave", "beskyttet"))


def test_en_liste_og_en_afvisning_er_ikke_et_opslag() -> None:
    m, b, tid = uuid.uuid4(), uuid.uuid4(), MANDAG.replace(hour=10)
    assert (
        grupper([Brug(m, "leder", tid, "laes", None), Brug(m, "leder", tid, "afvist", b)], Viden({}, {}))
        == []
    )
