"""Take files in from the kommune's other system: read what they are, gather them by citizen, and let them wait."""

import re
import uuid
from collections.abc import Sequence
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.indlaesning import spole
from rehabteam.sager.indlaesning.filer import Filfejl
from rehabteam.sager.models import Importjob

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling

SYSTEM = re.compile(r"[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå .\-]{0,39}")


@handling("modtag_import")
def modtag_import(anledning: Anledning, *, filer: Sequence[BinaryIO], system: str) -> Importjob:
    """A new job, to be looked through. `system`: what the keys in the files belong to, the same name each time.

    Raises KanIkke at `filer`/`system`. Neither the files nor their names are kept: only their rows, in a file of the
    job's own, until the import is over.
    """
    kraev_ret(anledning.aktoer, "modtag_import")
    system = " ".join(system.split())
    if not SYSTEM.fullmatch(system):
        raise KanIkke({"system": _("Skriv systemets navn med bogstaver og tal, højst 40 tegn.")})
    job_id = uuid.uuid4()
    try:
        lagt = spole.laeg(filer, spole.sti(settings.DATA, job_id))
    except Filfejl as fejl:
        raise KanIkke({"filer": str(fejl)}) from None
    except OSError:
        raise KanIkke({"filer": _("Der er ikke plads til filerne lige nu. Prøv igen senere.")}) from None
    if not lagt.antal:
        spole.fjern(spole.sti(settings.DATA, job_id))
        raise KanIkke({"filer": _("Der er ingen rækker i filerne, kun kolonnenavne.")})
    job = Importjob.objects.create(
        id=job_id,
        kommune_id=anledning.aktoer.organisation_id,
        bestilt_af_id=anledning.aktoer.medarbejder_id,
        system=system,
        filer=[{"slags": f.slags, "hvad": f.ord} for f in lagt.filer],
        antal=lagt.antal,
        stoerrelse=lagt.stoerrelse,
        modtaget_tid=anledning.nu,
    )
    haendelse(
        anledning,
        "modtag_import",
        f"{lagt.antal} linjer fra {system} blev modtaget og ses igennem.",
        organisation_id=job.kommune_id,
        data={"import": str(job.id)},
    )
    return job
