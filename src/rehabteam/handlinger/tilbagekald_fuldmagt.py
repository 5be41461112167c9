"""Take a fuldmagt back: from the next click the bisidder sees nothing."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Fuldmagt

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur, hent_borgeren_selv


@handling("tilbagekald_fuldmagt")
def tilbagekald_fuldmagt(anledning: Anledning, borger_id: UUID, fuldmagt_id: UUID) -> None:
    """By the citizen herself, or by the kommune when she asks for it. Raises FindesIkke (also if it is done)."""
    aktoer = anledning.aktoer
    borger, forloeb = hent_borgeren_selv(aktoer, borger_id)
    kraev_ret(aktoer, "tilbagekald_fuldmagt", borger)
    efter_tur("fuldmagt", borger_id)
    aaben = Fuldmagt.objects.filter(id=fuldmagt_id, borger_id=borger_id, tilbagekaldt_tid=None)
    navn = aaben.values_list("bisidder_navn", flat=True).first()
    if navn is None:
        raise FindesIkke
    aaben.update(tilbagekaldt_tid=anledning.nu, tilbagekaldt_dag=anledning.dag)
    haendelse(
        anledning,
        "tilbagekald_fuldmagt",
        f"Fuldmagten til {navn} som bisidder blev taget tilbage.",
        forloeb=forloeb,
        data={"fuldmagt": str(fuldmagt_id)},
    )
