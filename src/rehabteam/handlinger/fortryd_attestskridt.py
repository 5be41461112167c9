"""What was noted of a certificate was wrong: a row of its own says so, and why. The first one stays."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import FORMER, Anmodning, Attestskridt

from .attestvej import aabn_igen, skriv
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_skridt

S = Attestskridt.Slags
# What the steps are called in the history.
NAVNE = {
    S.UDLEVERET: "at anmodningen blev givet til borgeren",
    S.HOS_LAEGEN: "at lægen fik anmodningen",
    S.TID_BESTILT: "tiden hos lægen",
    S.KONSULTATION: "at konsultationen er holdt",
    S.RYKKET: "at der blev rykket",
    S.MODTAGET: "at attesten blev modtaget",
}


@handling("fortryd_attestskridt")
def fortryd_attestskridt(anledning: Anledning, skridt_id: UUID, *, grund: str) -> Attestskridt:
    """Regretted, a receipt opens the request again; not when the consent has been withdrawn since.

    Raises KanIkke at `grund` or at the top; FindesIkke, also when it was regretted before.
    """
    skridt, anmodning = hent_skridt(anledning, skridt_id)
    sag = hent_sag(anledning, anmodning.sag_id)
    kraev_ret(anledning.aktoer, "fortryd_attestskridt", sag)
    if anmodning.tilstand not in (Anmodning.Tilstand.SENDT, Anmodning.Tilstand.MODTAGET):
        raise FindesIkke
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor det fortrydes.")})
    if skridt.slags == S.MODTAGET:
        if anmodning.samtykke and anmodning.samtykke.tilbagekaldt_tid:
            raise KanIkke(
                {"": _("Samtykket er trukket tilbage siden. Der kan ikke ventes på attesten igen.")}
            )
        aabn_igen(anmodning)
    fortrudt = skriv(anledning, anmodning, S.FORTRUDT, anledning.dag, fortryder=skridt, grund=grund.strip())
    haendelse(
        anledning,
        "fortryd_attestskridt",
        f"{FORMER[anmodning.form]} hos {anmodning.til}: {NAVNE[S(skridt.slags)]} blev fortrudt. {grund.strip()}",
        sag=sag,
        data={"anmodning": str(anmodning.id), "skridt": str(skridt.id)},
    )
    return fortrudt
