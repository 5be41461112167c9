"""Say yes to what the preview showed: from now on the import runs until it is done, whatever stops in between."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Importjob

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .importjob import filen, hent_job


@handling("bestil_import")
def bestil_import(anledning: Anledning, job_id: UUID) -> Importjob:
    """The job waits for its turn. Raises FindesIkke when it is not ready, KanIkke when its file is gone."""
    kraev_ret(anledning.aktoer, "bestil_import")
    job = hent_job(anledning, job_id, Importjob.Tilstand.KLAR)
    if not filen(job).exists():
        raise KanIkke({"": _("Filen er slettet, fordi der er gået syv dage. Vælg filerne igen.")})
    job.tilstand, job.bestilt_tid = Importjob.Tilstand.BESTILT, anledning.nu
    job.naaet = job.behandlet = job.antal_fejl = 0
    job.tal, job.fejl = {}, []
    job.save(update_fields=["tilstand", "bestilt_tid", "naaet", "behandlet", "antal_fejl", "tal", "fejl"])
    haendelse(
        anledning,
        "bestil_import",
        f"Indlæsningen af {job.antal} linjer fra {job.system} blev sat i gang.",
        organisation_id=job.kommune_id,
        data={"import": str(job.id)},
    )
    return job
