"""Running an import in a test as the worker does: batch by batch, each in a transaction of its own."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.handlinger.efterse_import import efterse_import
from rehabteam.handlinger.importer_raekker import importer_raekker
from rehabteam.handlinger.modtag_import import modtag_import
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Importjob
from rehabteam.sager.testnumre import testnummer
from tests.verden import Verden

VED = "vedligehold"
CPR = testnummer(date(1980, 3, 4), "K")


def rows(v: Verden, model: Any, **hvor: Any) -> Any:
    return model.objects.using(VED).filter(kommune_id=v.kommune.id, **hvor)


def frisk(job: Importjob) -> Importjob:
    return Importjob.objects.using(VED).get(id=job.id)


def gennemset(
    v: Verden, filer: Sequence[io.BytesIO], hvem: Aktoer | None = None, system: str = "Momentum"
) -> Importjob:
    hvem = hvem or v.leder
    job = v.goer(hvem, modtag_import, filer=filer, system=system)
    while not v.goer(hvem, efterse_import, job.id).faerdig:
        pass
    return frisk(job)


def indlaest(
    v: Verden, filer: Sequence[io.BytesIO], hvem: Aktoer | None = None, system: str = "Momentum"
) -> Importjob:
    hvem = hvem or v.leder
    job = gennemset(v, filer, hvem, system)
    v.goer(hvem, bestil_import, job.id)
    while not v.goer(hvem, importer_raekker, job.id).faerdig:
        pass
    return frisk(job)
