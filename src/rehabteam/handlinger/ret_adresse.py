"""Write the address that letters to the citizen go to."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Postadresse

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

HOEJST = 5  # lines of an envelope


@handling("ret_adresse")
def ret_adresse(anledning: Anledning, forloeb_id: UUID, *, linjer: str) -> Postadresse:
    """The lines of the envelope without the name. Raises KanIkke at `linjer`, FindesIkke, IngenRet."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "ret_adresse", forloeb)
    rene = [ren for linje in linjer.splitlines() if (ren := " ".join(linje.split()))]
    if not rene:
        raise KanIkke(
            {"linjer": _("Skriv vej og nummer på den første linje og postnummer og by på den næste.")}
        )
    if len(rene) > HOEJST:
        raise KanIkke({"linjer": _("Adressen har for mange linjer. Højst fem kan stå på en kuvert.")})
    adresse, _ny = Postadresse.objects.update_or_create(
        borger=forloeb.borger,
        defaults={
            "linjer": "\n".join(rene),
            "aendret_tid": anledning.nu,
            "aendret_af": anledning.aktoer.navn,
        },
        create_defaults={
            "kommune_id": forloeb.kommune_id,
            "linjer": "\n".join(rene),
            "aendret_tid": anledning.nu,
            "aendret_af": anledning.aktoer.navn,
        },
    )
    # The address itself is no part of the sentence: it would stay in the history for ever.
    haendelse(anledning, "ret_adresse", "Borgerens adresse blev skrevet.", forloeb=forloeb)
    return adresse
