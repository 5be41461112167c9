"""Give an import up: before it has begun, or where it has come to. What is read in already stays."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Importjob

from .handling import Anledning, haendelse, handling
from .importjob import fjern_bagefter, hent_job

T = Importjob.Tilstand


@handling("fortryd_import")
def fortryd_import(anledning: Anledning, job_id: UUID) -> Importjob:
    """The job's file is deleted. Raises FindesIkke when the job is over."""
    kraev_ret(anledning.aktoer, "fortryd_import")
    job = hent_job(anledning, job_id, T.MODTAGET, T.KLAR, T.BESTILT)
    begyndt = job.tilstand == T.BESTILT
    job.tilstand, job.slut_tid = T.FORTRUDT, anledning.nu
    job.save(update_fields=["tilstand", "slut_tid"])
    fjern_bagefter(job)
    haendelse(
        anledning,
        "fortryd_import",
        f"Indlæsningen fra {job.system} blev "
        + (
            f"standset efter {job.behandlet} af {job.antal} linjer."
            if begyndt
            else "fortrudt, før den begyndte."
        ),
        organisation_id=job.kommune_id,
        data={"import": str(job.id)},
    )
    return job
