"""Give a selection of documents to its receiver: one PDF, kept as it was given, and a line of who got it."""

from functools import partial
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam import breve
from rehabteam.dokumenter import samling
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.samlebarn import SamlingFejl
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Forsendelse, Forsendelseslinje, Sag
from rehabteam.sager.udtraek.forsendelser import laeses, linjer, venter
from rehabteam.sager.udtraek.overstregninger import PDF, kilden

from .beskyttede_ord import skal_ses_efter
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .lageret import gem, lager
from .lav_udvalg import modtagerens_fuldmagt
from .overstregningslaesning import vent_paa_teksten
from .vaelg_udgaver import hent_aaben

M = Forsendelse.Modtager


@handling("udlever_udvalg")
def udlever_udvalg(anledning: Anledning, forsendelse_id: UUID) -> Forsendelse:
    """For good. Receiver, protection and editions are looked at again now, whatever they were when it was chosen.

    Raises KanIkke, FindesIkke (also if it is given already), IngenRet, and what breve.bundt raises.
    """
    forsendelse = hent_aaben(anledning, forsendelse_id)
    sag = hent_sag(anledning, forsendelse.sag_id)
    kraev_ret(anledning.aktoer, "udlever_udvalg", sag)
    modtagerens_fuldmagt(anledning, sag, forsendelse.modtager, forsendelse.fuldmagt_id)
    alle = linjer(forsendelse)
    _efterse(sag, forsendelse, alle)
    try:
        samlet = samling.byg(
            [_bilag(x) for x in alle], _forside(anledning, sag, forsendelse), breve.bundt, settings.DATA
        )
        with samlet.fil as fil:
            blob = gem(fil)
    except (LagerFejl, SamlingFejl) as fejl:
        raise KanIkke({"": str(fejl)}) from None
    if uvist := [p.titel for p in samlet.poster if p.hvorfor_ikke]:
        raise KanIkke(
            {
                "": _(
                    "»%(titel)s« kan ikke samles. Tag dokumentet ud, eller lav en overstreget udgave af det."
                )
                % {"titel": uvist[0]}
            }
        )
    for linje in alle:
        linje.sha256, linje.laast = _udgaven(linje)[0], True
        linje.save(update_fields=["sha256", "laast"])
    forsendelse.udleveret_tid, forsendelse.udleveret_dag = anledning.nu, anledning.dag
    forsendelse.udleveret_af = anledning.aktoer.navn
    forsendelse.antal, forsendelse.sider = len(alle), samlet.sider
    forsendelse.sha256, forsendelse.stoerrelse = blob.sha256, blob.stoerrelse
    forsendelse.save()
    hvem = M(forsendelse.modtager).label.lower()
    antal = ngettext("%(n)s dokument", "%(n)s dokumenter", len(alle)) % {"n": len(alle)}
    # Not the receiver's name: the region reads the sentence too. It stands on the selection itself.
    haendelse(
        anledning,
        "udlever_udvalg",
        f"{antal} fra sagen blev gjort klar til udlevering. Modtager: {hvem}.",
        sag=sag,
        data={"forsendelse": str(forsendelse.id), "sha256": blob.sha256, "antal": len(alle)},
    )
    return forsendelse


def _efterse(sag: Sag, forsendelse: Forsendelse, alle: list[Forsendelseslinje]) -> None:
    """What may have changed since it was chosen. Raises KanIkke."""
    if any(x.dokument.trukket_tilbage_tid for x in alle):
        raise KanIkke({"": _("Et af dokumenterne er trukket tilbage imens. Opgiv udvalget, og vælg igen.")})
    if any(x.overstregning and x.overstregning.trukket_tilbage_tid for x in alle):
        raise KanIkke({"": _("En af de overstregede udgaver er trukket tilbage imens. Vælg en anden.")})
    if uden := [x for x in alle if laeses(x)]:
        raise KanIkke({"": vent_paa_teksten(uden[0].dokument)})
    beskyttet = skal_ses_efter(sag, forsendelse.modtager)
    if beskyttet and any("venter" in x.fund for x in alle):
        raise KanIkke(
            {"": _("En overstreget udgave er gjort søgbar imens. Gem valgene igen, så den ses efter.")}
        )
    if beskyttet and any(not x.fund for x in alle):
        raise KanIkke(
            {
                "": _(
                    "Borgerens navn og adresse er blevet beskyttet imens. Gem valgene igen, så dokumenterne ses efter."
                )
            }
        )
    mangler = sum(venter(x) for x in alle)
    if mangler:
        tekst = ngettext(
            "%(n)s dokument venter på en overstreget udgave eller en grund.",
            "%(n)s dokumenter venter på en overstreget udgave eller en grund.",
            mangler,
        )
        raise KanIkke({"": tekst % {"n": mangler}})


def _udgaven(linje: Forsendelseslinje) -> tuple[str, str]:
    """The bytes that go: the redacted edition, else the document, as the edition that can be searched where there is one."""
    return (linje.overstregning.sha256, PDF) if linje.overstregning else kilden(linje.dokument)


def _bilag(linje: Forsendelseslinje) -> samling.Bilag:
    sha256, mime = _udgaven(linje)
    d = linje.dokument
    return samling.Bilag(
        titel=d.vist_titel,
        slags="Dokumenter",
        dato=d.dato,
        kilde_tekst=" · ".join(
            t for t in (d.vist_afsender, "overstreget udgave" if linje.overstregning else "") if t
        ),
        data=partial(lager().aaben, sha256),
        mime=mime,
    )


def _forside(anledning: Anledning, sag: Sag, forsendelse: Forsendelse) -> dict[str, object]:
    return {
        "afsender": {"navn": anledning.aktoer.organisation_navn, "linjer": []},
        "sagsnummer": sag.nummer,
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "dato": anledning.dag.isoformat(),
        "moededato": None,
        "til": modtageren(sag, forsendelse),
        "demo": settings.DEMO,
    }


def modtageren(sag: Sag, forsendelse: Forsendelse) -> str:
    """Who gets it, as a person would say it."""
    if forsendelse.modtager == M.BORGER:
        return sag.borgerens_navn
    if forsendelse.modtager == M.BISIDDER:
        assert forsendelse.fuldmagt
        return forsendelse.fuldmagt.bisidder_navn
    if forsendelse.modtager == M.REGION and sag.kommune.region:
        return f"Klinisk Funktion, {sag.kommune.region.navn}"
    return forsendelse.modtager_navn or str(M(forsendelse.modtager).label)
