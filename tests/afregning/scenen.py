"""A kommune's meetings as rows and Hændelser, without the whole way to an indstilling: what a settlement is made from."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from rehabteam.handlinger.godkend_afregning import godkend_afregning
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.handlinger.ret_afregning import ret_afregning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.afregning import Forskel, Post, forskelle
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE, Vilkaar
from rehabteam.sager.models import GENFORELAEGGELSE, Afregning, Afregningslinje, Borger, Haendelse, Moede, Sag
from rehabteam.sager.udtraek import afregning as udtraek
from tests.verden import Verden

MAJ = date(2026, 5, 1)
PRISER = Vilkaar(
    pris_per_sag={SYGEDAGPENGE: Decimal("3250.00"), FLEKSJOB: Decimal("4100.50")},
    afbud=((1, 100), (5, 50)),
    kategorier={"fleksjob": FLEKSJOB},
)


@dataclass
class Scene:
    """`v`'s kommune with an agreement and meetings; every act is as a real one leaves its rows."""

    v: Verden
    aftaler: int = 0
    moeder: dict[date, Moede] = field(default_factory=dict)

    def aftale(self, terms: Vilkaar = PRISER, fra: date = date(2026, 1, 1), **andet: Any) -> None:
        self.v.goer(
            self.v.sekretariat,
            registrer_aftale,
            self.v.kommune.id,
            gaelder_fra=fra,
            vilkaar=terms,
            begrundelse="Aftalt.",
            foer_nr=self.aftaler,
            **andet,
        )
        self.aftaler += 1

    def moede(self, dato: date) -> Moede:
        if dato not in self.moeder:
            self.moeder[dato] = Moede.objects.using("vedligehold").create(
                kommune=self.v.kommune,
                region=self.v.region,
                dato=dato,
                kl=time(9),
                sted=uuid.uuid4().hex[:8],
                moedeleder_id=self.v.moedeleder.medarbejder_id,
            )
        return self.moeder[dato]

    def sag(self, art: str = "genforelaeggelse", sendt: bool = True) -> Sag:
        """A case that was sent to the region on 1 April."""
        v = self.v
        borger = Borger.objects.using("vedligehold").create(
            kommune=v.kommune, cpr=next(v._numre), fuldt_navn="Birthe", foedselsdato=date(1980, 1, 1)
        )
        genforelagt = art == "genforelaeggelse"
        return Sag.objects.using("vedligehold").create(
            kommune=v.kommune,
            borger=borger,
            nummer=uuid.uuid4().hex[:12],
            sagstype="ressourceforloeb_genbehandling" if genforelagt else art,
            undertype=GENFORELAEGGELSE if genforelagt else "",
            sagsbehandler_id=v.sagsbehandler.medarbejder_id,
            oprettet=date(2026, 3, 1),
            region=v.region if sendt else None,
            sendt_tid=datetime(2026, 4, 1, 8, tzinfo=UTC) if sendt else None,
        )

    def behandlet(self, dato: date, sag: Sag | None = None, art: str = "genforelaeggelse") -> Sag:
        """The team gave its indstilling on the case at the meeting that day."""
        sag = sag or self.sag(art)
        sag.moede = self.moede(dato)
        sag.tilstand = Sag.Tilstand.INDSTILLET
        sag.save(using="vedligehold")
        self._haendelse(sag, "afgiv_indstilling", dato, {})
        return sag

    def afbud(self, dato: date, dag: date, sag: Sag | None = None) -> Sag:
        """The case gave up its place at the meeting on `dato`, on `dag`."""
        sag = sag or self.sag()
        hvad = {"moede_id": str(self.moede(dato).id), "moede_dato": dato.isoformat()}
        self._haendelse(sag, "aflys_sag", dag, hvad)
        return sag

    def _haendelse(self, sag: Sag, navn: str, dag: date, data: dict[str, str]) -> None:
        Haendelse.objects.using("vedligehold").create(
            kommune=self.v.kommune,
            borger_id=sag.borger_id,
            sag=sag,
            handling=navn,
            tid=datetime.combine(dag, time(12), UTC),
            dag=dag,
            aktoer_navn="Sanne",
            aktoer_rolle="sagsbehandler",
            aktoer_organisation="Prøve Kommune",
            tekst="x",
            data=data,
        )

    def opgoer(self, hvem: Aktoer | None = None, maaned: date = MAJ) -> Afregning:
        return self.v.goer(hvem or self.v.sekretariat, opgoer_afregning, self.v.kommune.id, maaned=maaned)

    def ret(self, linje: Afregningslinje, beloeb: str, grund: str = "Aftalt pr. telefon.") -> Afregningslinje:
        return self.v.goer(self.v.leder, ret_afregning, linje.id, beloeb=Decimal(beloeb), grund=grund)

    def godkend(self, hvem: Aktoer, dag: date = date(2026, 6, 2), maaned: date = MAJ) -> Afregning:
        """As she sees it now: the latest of the month, with the lines it has."""
        with kontekst.arbejder_som(hvem):
            a = Afregning.objects.filter(kommune=self.v.kommune, maaned=maaned).order_by("-nr")[0]
            antal = a.linjer.count()
        return self.v.goer(hvem, godkend_afregning, a.id, linjer=antal, dag=dag)

    def linjer(self, maaned: date = MAJ, hvem: Aktoer | None = None) -> list[Afregningslinje]:
        with kontekst.arbejder_som(hvem or self.v.sekretariat):
            return udtraek.maanedens_linjer(self.v.kommune.id, maaned)

    def poster(self, maaned: date = MAJ, hvem: Aktoer | None = None) -> dict[str, Post]:
        with kontekst.arbejder_som(hvem or self.v.sekretariat):
            return udtraek.poster(hvem or self.v.sekretariat, self.v.kommune.id, maaned)

    def forskelle(self, maaned: date = MAJ) -> list[Forskel]:
        return forskelle(self.poster(maaned), self.linjer(maaned))
