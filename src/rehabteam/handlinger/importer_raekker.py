"""Read a batch of rows in: written at once, judged as one at a time, and the law asked about every forløb it touches.

The place in the file moves in the same transaction as the rows, so an import that was killed goes on where it stopped,
and two at once take turns.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Borger, Forloeb, Importjob, Importnoegle
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .datoer import dansk
from .frist import MED_FRIST, forskel, vurder
from .handling import Anledning, Sket, haendelse, haendelser_i_bunke, handling
from .hent import efter_tur
from .importjob import GEMT, Fremgang, fjern_bagefter, foer_videre, hent_job, naeste_bundt
from .importplan import planlaeg
from .importplan.oplysning import FAKTA
from .importplan.plan import Plan, Udfald

MINDST = 1000  # rows at a time
ORD = {
    "indsats": ("indsats", "indsatser"),
    "periode": ("periode", "perioder"),
    "timer": ("dag med timer", "dage med timer"),
    "rettet": ("oplysning, som kilden har rettet", "oplysninger, som kilden har rettet"),
}


@handling("importer_raekker")
def importer_raekker(anledning: Anledning, job_id: UUID) -> Fremgang:
    """One batch of the job. Raises FindesIkke when the job is not to be read in."""
    kraev_ret(anledning.aktoer, "importer_raekker")
    job = hent_job(anledning, job_id, Importjob.Tilstand.BESTILT)
    fra, linjer, borgere = job.naaet, job.behandlet, frozenset[UUID]()
    vaek = _("Filen forsvandt undervejs. Det, der er indlæst, bliver. Vælg filerne igen.")
    if bundt := naeste_bundt(anledning, job, MINDST, vaek):
        efter_tur("borger", job.kommune_id)
        planer = _skriv(anledning, job, bundt.grupper)
        foer_videre(job, bundt, planer)
        borgere = frozenset().union(*(plan.sete for plan in planer))
        if job.naaet >= job.stoerrelse:
            job.tilstand, job.slut_tid = Importjob.Tilstand.FAERDIG, anledning.nu
            fjern_bagefter(job)
    job.save(update_fields=GEMT)
    haendelse(
        anledning,
        "importer_raekker",
        f"{job.behandlet - linjer} linjer fra {job.system} blev indlæst, i alt {job.behandlet} af {job.antal}.",
        organisation_id=job.kommune_id,
        data={"import": str(job.id), "til": job.naaet, "tal": job.tal},
    )
    return Fremgang(
        job.tilstand != Importjob.Tilstand.BESTILT, job.behandlet - linjer, job.naaet - fra, borgere
    )


def _skriv(anledning: Anledning, job: Importjob, grupper: list[list[Raekke]]) -> list[Plan]:
    """Plan and write these citizens. Where PostgreSQL refuses, halves are tried, down to the one it is about."""
    try:
        with transaction.atomic():
            # Two caseworkers take turns here as well: what is planned from is what is written on.
            plan = planlaeg(anledning, job.system, grupper, laas=True)
            _gem(anledning, job, plan)
            return [plan]
    except (IntegrityError, DataError):
        if len(grupper) == 1:
            return [_afvist(grupper[0])]
        midt = len(grupper) // 2
        return [*_skriv(anledning, job, grupper[:midt]), *_skriv(anledning, job, grupper[midt:])]


def _afvist(gruppe: list[Raekke]) -> Plan:
    """A citizen whom this person is kept out from, or whose rows cannot stand beside what is here."""
    plan = Plan()
    for raekke in gruppe:
        plan.svar(raekke, Udfald.FEJL, **{"": _("Borgeren kan ikke registreres af dig. Tal med din leder.")})
    return plan


def _gem(anledning: Anledning, job: Importjob, plan: Plan) -> None:
    """Everything in the order rows point at one another; then the law's answer about every forløb it touched."""
    _nye(Borger, plan.borgere)
    _nye(Forloeb, plan.forloeb)
    Forloeb.objects.bulk_update(plan.slut, ["slut"])
    for oplysning in plan.tilbage:
        oplysning.tilbagekaldt_tid = anledning.nu
        oplysning.tilbagekaldt_grund = f"import: {job.system} har rettet oplysningen"
    for model, _felter, _sted in FAKTA.values():
        _nye(model, [o for o in plan.oplysninger if isinstance(o, model)])
        tilbage = [o for o in plan.tilbage if isinstance(o, model)]
        model._default_manager.bulk_update(tilbage, ["tilbagekaldt_tid", "tilbagekaldt_grund"])
    _nye(Importnoegle, plan.noegler)
    Importnoegle.objects.bulk_update(plan.nye_aftryk, ["raekke", "aftryk"])
    plan.sete.update(b.id for b in plan.borgere)
    _svar(anledning, job, plan)


def _nye(model: type[Model], raekker: Iterable[Any]) -> None:
    model._default_manager.bulk_create(list(raekker), batch_size=500)


def _svar(anledning: Anledning, job: Importjob, plan: Plan) -> None:
    roerte = list(med_fakta(synlige_forloeb(anledning.aktoer).filter(id__in=list(plan.roert))))
    sket = []
    for forloeb in roerte:
        svar = vurder(forloeb, anledning.dag)
        forloeb.naeste_frist = svar.frist if svar.status in MED_FRIST else None
        forloeb.frist_status = svar.status
        forloeb.version += 1
        kendt = plan.kendte.get(forloeb.id)
        foer = vurder(kendt, anledning.dag) if kendt else None
        hvad = _hvad(forloeb, plan.roert[forloeb.id])
        tekst = (
            f"Overført fra {job.system}: {hvad}. {forskel(foer, svar, f'det er overført fra {job.system}')}"
        )
        sket.append(
            Sket(forloeb, tekst, svar, {"import": str(job.id), "rettet": plan.roert[forloeb.id]["rettet"]})
        )
    Forloeb.objects.bulk_update(roerte, ["naeste_frist", "frist_status", "version"], batch_size=500)
    haendelser_i_bunke(anledning, "importer_raekker", sket)


def _hvad(forloeb: Forloeb, gjort: "Counter[str]") -> str:
    """ "ressourceforløbet med start 01.03.2026, 2 indsatser og 1 periode"."""
    dele = [f"ressourceforløbet med start {dansk(forloeb.start)}"] if gjort["forloeb"] else []
    dele += [f"{gjort[k]} {en if gjort[k] == 1 else flere}" for k, (en, flere) in ORD.items() if gjort[k]]
    if gjort["slut"] and forloeb.slut:
        dele.append(f"slutdatoen {dansk(forloeb.slut)}")
    return dele[0] if len(dele) == 1 else f"{', '.join(dele[:-1])} og {dele[-1]}"
