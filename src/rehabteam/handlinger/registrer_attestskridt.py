"""A certificate has come a step further: handed over, at the doctor's, an appointment, reminded, received."""

from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.attestformer import er_attest
from rehabteam.sager.models import FORMER, Anmodning, Attestskridt, Dokument, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.attester import former

from .attestvej import luk_modtaget, skriv
from .datoer import dansk, kraev, rimelig
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_anmodning

S = Attestskridt.Slags
TEKSTER = {
    S.UDLEVERET: "Anmodningen om {attest} blev givet til borgeren {dag}.",
    S.HOS_LAEGEN: "{til} fik anmodningen om {attest} {dag}.",
    S.TID_BESTILT: "Borgeren har tid hos {til} {dag}{kl} til {attest}.",
    S.KONSULTATION: "Borgeren var hos {til} {dag} til {attest}.",
    S.RYKKET: "{til} blev rykket for {attest} {dag}.",
    S.MODTAGET: "{attest} fra {til} blev modtaget {dag}.",
}


@handling("registrer_attestskridt")
def registrer_attestskridt(
    anledning: Anledning,
    anmodning_id: UUID,
    *,
    slags: str,
    dato: date,
    kl: time | None = None,
    dokument_id: UUID | None = None,
) -> Attestskridt:
    """`dato`: when it happened; of an appointment, the day it is for. `dokument_id`: what came, on the same case.

    Received, the request is closed. Raises KanIkke at `slags`, `dato`, `dokument`; FindesIkke, also when the request is
    no longer open: nothing goes on after a withdrawn consent.
    """
    anmodning = hent_anmodning(anledning, anmodning_id)
    sag = hent_sag(anledning, anmodning.sag_id)
    kraev_ret(anledning.aktoer, "registrer_attestskridt", sag)
    if not er_attest(anmodning.form):
        raise FindesIkke
    aabne = (*former(anledning.aktoer.organisation_navn)[anmodning.form].skridt, S.RYKKET, S.MODTAGET)
    if slags not in aabne:
        raise KanIkke({"slags": _("Vælg, hvad der er sket.")})
    kraev({"dato": _dagen(sag, anmodning, slags, dato, anledning.dag)})
    dokument = _dokument(sag, slags, dokument_id)
    skridt = skriv(
        anledning, anmodning, slags, dato, kl=kl if slags == S.TID_BESTILT else None, dokument=dokument
    )
    if slags == S.MODTAGET:
        luk_modtaget(anledning, anmodning, dato)
    haendelse(
        anledning,
        "registrer_attestskridt",
        TEKSTER[S(slags)].format(
            attest=FORMER[anmodning.form],
            til=anmodning.til,
            dag=dansk(dato),
            kl=f" kl. {kl:%H.%M}" if skridt.kl else "",
        ),
        sag=sag,
        data={
            "anmodning": str(anmodning.id),
            "skridt": str(skridt.id),
            "dokument": str(dokument.id) if dokument else None,
        },
    )
    return skridt


def _dagen(sag: Sag, anmodning: Anmodning, slags: str, dag: date, i_dag: date) -> str:
    if fejl := rimelig(dag, sag.borger.foedselsdato, i_dag, fremtid=slags == S.TID_BESTILT):
        return fejl
    if dag < anmodning.sendt:
        return _("Datoen ligger før %(dag)s, hvor der blev bedt om attesten.") % {
            "dag": dansk(anmodning.sendt)
        }
    return ""


def _dokument(sag: Sag, slags: str, dokument_id: UUID | None) -> Dokument | None:
    """The paper that came: on this case, and not withdrawn."""
    if dokument_id is None or slags != S.MODTAGET:
        return None
    fundet = next((d for d in sagsbillede.gyldige(sag) if d.id == dokument_id), None)
    if fundet is None:
        raise KanIkke({"dokument": _("Vælg et dokument på sagen, eller vælg, at det ikke er lagt på endnu.")})
    return fundet
