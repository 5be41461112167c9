"""Look an import through, some citizens at a time: what would be made, known, changed, and what is wrong."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Importjob

from .handling import Anledning, haendelse, handling
from .importjob import GEMT, Fremgang, foer_videre, hent_job, naeste_bundt
from .importplan import planlaeg

MINDST = 2000  # rows at a time


@handling("efterse_import")
def efterse_import(anledning: Anledning, job_id: UUID) -> Fremgang:
    """One batch. Nothing about a citizen is written. Raises FindesIkke when the job is not to be looked through."""
    kraev_ret(anledning.aktoer, "efterse_import")
    job = hent_job(anledning, job_id, Importjob.Tilstand.MODTAGET)
    fra, linjer, borgere = job.naaet, job.behandlet, frozenset[UUID]()
    if bundt := naeste_bundt(anledning, job, MINDST, _("Filen er væk. Vælg filerne igen.")):
        plan = planlaeg(anledning, job.system, bundt.grupper)
        foer_videre(job, bundt, [plan])
        borgere = frozenset(plan.sete)
        if job.naaet >= job.stoerrelse:
            job.tilstand = Importjob.Tilstand.KLAR
    job.save(update_fields=GEMT)
    haendelse(
        anledning,
        "efterse_import",
        f"{job.behandlet - linjer} linjer fra {job.system} blev set igennem.",
        organisation_id=job.kommune_id,
        data={"import": str(job.id), "til": job.naaet},
    )
    return Fremgang(
        job.tilstand != Importjob.Tilstand.MODTAGET, job.behandlet - linjer, job.naaet - fra, borgere
    )
