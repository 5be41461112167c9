"""Make a new case of any kind, with the answers that decide whether it goes to the team (BEK § 1)."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsarter import ARTER, Sagsart
from rehabteam.sager.sagsfakta.samlet import Vej, omfang, vej
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.sager.udtraek.synlige import synlige_sager

from .borgeren import NyBorger, borgeren
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur, hent_borger
from .sagsnummer import naeste
from .svar_paa_spoergsmaal import skriv_svar

# What § 1 says of the case, in one sentence of the history; a page translates it.
VEJEN = {
    Vej.TEAM: gettext_noop("Sagen skal for rehabiliteringsteamet."),
    Vej.UDEN_TEAM: gettext_noop("Sagen skal ikke for rehabiliteringsteamet. Kommunen afgør den selv."),
    Vej.SAMTALE: gettext_noop("Sagen er en samtale med sundhedskoordinator og skal ikke for teamet."),
    Vej.UAFKLARET: gettext_noop("Det er ikke afklaret, om sagen skal for rehabiliteringsteamet."),
}


@handling("opret_sag")
def opret_sag(
    anledning: Anledning,
    *,
    art: str,
    borger_id: UUID | None = None,
    ny: NyBorger | None = None,
    svar: Mapping[str, bool | str] | None = None,
    grunde: Mapping[str, str] | None = None,
) -> Sag:
    """A case about a citizen the kommune knows (`borger_id`) or writes down now (`ny`).

    `art`: a key of sagsarter.ARTER. `svar`, `grunde`: answers to the kind's own questions and the reasons for them;
    what is not answered now is asked on the case. Raises KanIkke at `art`, `cpr`, `foedselsdato`, "svar_" or "grund_"
    + the question's key; FindesIkke.
    """
    kraev_ret(anledning.aktoer, "opret_sag")
    slags = ARTER.get(art)
    if slags is None or not slags.vaelges:
        raise KanIkke({"art": _("Vælg, hvilken slags sag det er.")})
    svarene, grundene = svar or {}, grunde or {}
    _efterse(slags, svarene, grundene)
    if ny is None and borger_id is None:
        raise KanIkke({"cpr": _("Skriv, hvem sagen handler om.")})
    borger = borgeren(anledning, ny) if ny else hent_borger(anledning, borger_id)  # type: ignore[arg-type]
    kraev_ret(anledning.aktoer, "opret_sag", borger)
    efter_tur("ny sag", borger.id)
    aaben = (
        synlige_sager(anledning.aktoer)
        .filter(borger=borger, sagstype=slags.sagstype, undertype=slags.undertype)
        .exclude(tilstand=Sag.Tilstand.AFSLUTTET)
        .first()
    )
    if aaben:
        raise KanIkke(
            {
                "art": _("Borgeren har allerede en åben sag af den slags: %(nummer)s.")
                % {"nummer": aaben.nummer}
            }
        )
    sag = Sag.objects.create(
        kommune_id=borger.kommune_id,
        borger=borger,
        nummer=naeste(borger.kommune_id, anledning.dag.year),
        sagstype=slags.sagstype,
        undertype=slags.undertype,
        sagsbehandler_id=anledning.aktoer.sager_for,
        oprettet=anledning.dag,
    )
    for noegle, vaerdi in svarene.items():
        skriv_svar(anledning, sag, noegle, vaerdi, grundene.get(noegle, ""))
    haendelse(
        anledning,
        "opret_sag",
        f"Sagen blev oprettet som »{slags.navn}«. {VEJEN[vej(sag)]}",
        sag=sag,
        vurdering=omfang(sag),
    )
    return sag


def _efterse(slags: Sagsart, svar: Mapping[str, bool | str], grunde: Mapping[str, str]) -> None:
    """Only the kind's own questions, only their own answers, and a reason for every judgement."""
    fejl = {}
    for noegle, vaerdi in svar.items():
        spoergsmaal = SPOERGSMAAL.get(noegle)
        if noegle not in slags.spoergsmaal or spoergsmaal is None or not spoergsmaal.tager(vaerdi):
            fejl[f"svar_{noegle}"] = _("Vælg et af svarene.")
        elif spoergsmaal.med_grund and not grunde.get(noegle, "").strip():
            fejl[f"grund_{noegle}"] = _("Skriv, hvad du lægger vægt på i vurderingen.")
    if fejl:
        raise KanIkke(fejl)
