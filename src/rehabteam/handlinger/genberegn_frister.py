"""Ask § 17 again about every running forløb of the kommune: what the clock does each morning."""

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Forloeb
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .frist import MED_FRIST, ORD, vurder
from .handling import Anledning, haendelse, handling


@handling("genberegn_frister")
def genberegn_frister(anledning: Anledning) -> int:
    """Bring every cached answer up to the day; a Hændelse where the answer had become another. Returns how many."""
    kraev_ret(anledning.aktoer, "genberegn_frister")
    aendrede = []
    for forloeb in med_fakta(synlige_forloeb(anledning.aktoer).filter(slut=None)).iterator(chunk_size=1000):
        svar = vurder(forloeb, anledning.dag)
        frist = svar.frist if svar.status in MED_FRIST else None
        if (forloeb.naeste_frist, forloeb.frist_status) == (frist, svar.status):
            continue
        if forloeb.frist_status != svar.status:
            haendelse(
                anledning,
                "genberegn_frister",
                f"Svaret på de seks måneder blev et andet: {ORD[svar.status]}.",
                forloeb=forloeb,
                vurdering=svar,
            )
        forloeb.naeste_frist, forloeb.frist_status = frist, svar.status
        aendrede.append(forloeb)
    Forloeb.objects.bulk_update(aendrede, ["naeste_frist", "frist_status"], batch_size=1000)
    return len(aendrede)
