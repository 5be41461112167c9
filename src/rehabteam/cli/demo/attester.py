"""Certificates on their way in the demo: one at each stage, and one that is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.registrer_attestskridt import registrer_attestskridt
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.testnumre import testnummer

from .dagbog import Dagbog
from .sager import Demosag
from .sager import laes as laes_sager

Skridt = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Attest:
    """One request in the case of `hvem`: asked for on `bedt`, and the steps since. `papir`: it came, and lies there."""

    hvem: str
    form: str
    hos: str
    bedt: date
    skridt: tuple[Skridt, ...] = ()
    kl: time | None = None
    svarfrist: date | None = None
    papir: bool = False


VURDERING = "Lægens vurdering af helbredet i forhold til at kunne arbejde"
ATTESTER = (
    Attest(
        "Freja Lindskov Palle",
        "LAE_265",
        "Lægehuset ved Havnen, Nordby",
        date(2026, 5, 5),
        (
            ("udleveret", date(2026, 5, 6)),
            ("hos_laegen", date(2026, 5, 8)),
            ("tid_bestilt", date(2026, 6, 2)),
        ),
        kl=time(10, 15),
    ),
    Attest(
        "Malthe Sejersen Bukh",
        "LAE_265",
        "Lægerne Skolegade, Nordby",
        date(2026, 5, 19),
        (("udleveret", date(2026, 5, 20)),),
    ),
    # The 30 days were over on 22 May, and nobody has reminded the doctor.
    Attest(
        "Bente Roslev Kjærgaard",
        "LAE_265",
        "Lægehuset ved Havnen, Nordby",
        date(2026, 4, 21),
        (("udleveret", date(2026, 4, 21)), ("hos_laegen", date(2026, 4, 22))),
    ),
    Attest(
        "Poul Erik Stampe",
        "LAE_135",
        "Lægehuset i Åstrup",
        date(2026, 5, 8),
        (
            ("hos_laegen", date(2026, 5, 11)),
            ("konsultation", date(2026, 5, 12)),
            ("rykket", date(2026, 5, 27)),
        ),
    ),
    Attest(
        "Lisbeth Thygesen Ravn",
        "LAE_265",
        "Lægerne Skolegade, Nordby",
        date(2026, 3, 31),
        (
            ("udleveret", date(2026, 4, 1)),
            ("hos_laegen", date(2026, 4, 7)),
            ("konsultation", date(2026, 4, 14)),
        ),
        papir=True,
    ),
)


def foer(dagbog: Dagbog) -> None:
    """Ask for each, and note its steps on their days."""
    sager = {s.navn: s for s in laes_sager()}
    for attest in ATTESTER:
        with kontekst.arbejder_som(dagbog.folk[sager[attest.hvem].sagsbehandler]):
            _foer(dagbog, attest, sager[attest.hvem])


def _foer(dagbog: Dagbog, attest: Attest, demosag: Demosag) -> None:
    hvem = demosag.sagsbehandler
    cpr = laes_cpr(testnummer(demosag.foedt, demosag.koen)).nummer
    sag = Sag.objects.filter(borger__cpr=cpr).earliest("nummer")
    samtykke = registrer_samtykke(
        dagbog.anledning(hvem, attest.bedt),
        sag.id,
        oplysninger=VURDERING,
        kilde=attest.hos,
        formaal="Den skal indgå i den forberedende del af sagen.",
        givet=attest.bedt,
        maade="underskrift",
        praecist=True,
        konsekvenser_oplyst=True,
    )
    anmodning = anmod_om_oplysninger(
        dagbog.anledning(hvem, attest.bedt),
        sag.id,
        attest=attest.form,
        til=attest.hos,
        oplysninger=VURDERING,
        samtykke_id=samtykke.id,
        daekker=True,
        svarfrist=attest.svarfrist,
    )

    noteret = attest.bedt
    for slags, dato in attest.skridt:
        # An appointment is noted when it is made, on the day of the step before.
        noteret = noteret if slags == "tid_bestilt" else dato
        registrer_attestskridt(
            dagbog.anledning(hvem, noteret), anmodning.id, slags=slags, dato=dato, kl=attest.kl
        )
    if attest.papir:
        papir = Dokument.objects.filter(sag=sag, slags="laegeattest").earliest("tilfoejet_tid")
        kom: date = demosag.attest["laest"]
        registrer_attestskridt(
            dagbog.anledning(hvem, kom), anmodning.id, slags="modtaget", dato=kom, dokument_id=papir.id
        )
