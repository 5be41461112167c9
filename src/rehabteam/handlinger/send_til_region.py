"""Send the case to Klinisk Funktion. From then on the region sees it."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.sager.aarsager import AARSAGER
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.krav import antal_krav
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .mangler import antal_mangler, mangler
from .planpapir import forberedende_papir


@handling("send_til_region")
def send_til_region(anledning: Anledning, sag_id: UUID, *, grund: str = "", aarsag: str = "") -> Sag:
    """Missing papers or a passed day never stop it; they ask for a reason, which the region reads.

    `aarsag`: a key of AARSAGER, asked for when the day is passed. A talk with a sundhedskoordinator needs no meeting.
    Raises KanIkke at `grund` and `aarsag`, or at "" when no meeting is chosen or the case is not the region's to see;
    FindesIkke, IngenRet (already sent).
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "send_til_region", sag)
    papirer = mangler(sag)
    if stop := _ikke_regionens(sag, papirer.vej):
        raise KanIkke({"": stop})
    tid = (
        gaeldende("frist", sag.moede.dato).funktion(sag.moede.dato, anledning.dag)
        if sag.moede and frist_kendt(sag)
        else None
    )
    for_sent = tid is not None and tid.status == "FOR_SENT"
    antal = antal_mangler(papirer)
    mangler_svar = {}
    if for_sent and aarsag not in AARSAGER:
        mangler_svar["aarsag"] = _("Vælg, hvorfor sagen sendes for sent.")
    if (for_sent or antal) and not grund.strip():
        mangler_svar["grund"] = _hvorfor(for_sent, antal)
    if mangler_svar:
        raise KanIkke(mangler_svar)
    # The plan as the team gets it, for this meeting and those that come after.
    forberedende_papir(anledning, sag)
    sag.region_id = sag.kommune.region_id
    sag.tilstand = Sag.Tilstand.SENDT
    sag.sendt_tid = anledning.nu
    sag.sendt_dag = anledning.dag
    sag.sendt_grund = grund.strip() if for_sent or antal else ""
    sag.sendt_for_sent = for_sent
    sag.sendt_aarsag = aarsag if for_sent else ""
    sag.sendt_mangler, sag.sendt_krav = antal, antal_krav(sag, papirer)
    sag.version += 1
    sag.save(
        update_fields=[
            "region",
            "tilstand",
            "sendt_tid",
            "sendt_dag",
            "sendt_grund",
            "sendt_for_sent",
            "sendt_aarsag",
            "sendt_mangler",
            "sendt_krav",
            "version",
        ]
    )
    ord_ = [] if tid is None else ["for sent" if for_sent else "rettidigt"]
    if antal:
        ord_.append(f"med {antal} mangler" if antal > 1 else "med 1 mangel")
    haendelse(
        anledning,
        "send_til_region",
        f"{' '.join(('Sagen blev sendt til Klinisk Funktion', ' og '.join(ord_))).strip()}."
        + (f" Årsag: {AARSAGER[aarsag]}." if for_sent else "")
        + (f" Begrundelse: {sag.sendt_grund}" if sag.sendt_grund else ""),
        sag=sag,
        vurdering=papirer.vurderinger[-1],
        data={"svar": papirer.som_json()}
        | ({"frist": tid.som_json()} if tid else {})
        | ({"aarsag": aarsag} if for_sent else {}),
    )
    return sag


def _ikke_regionens(sag: Sag, vej: Vej) -> str:
    """Why the case cannot be sent at all: nobody outside the kommune sees it before it is known that it is to."""
    if vej == Vej.UDEN_TEAM:
        return _("Sagen skal ikke for teamet og sendes ikke. Kommunen afgør den selv.")
    if vej == Vej.UAFKLARET:
        return _("Svar først på, om sagen skal for teamet. Så kan den sendes.")
    if vej == Vej.TEAM and sag.moede is None:
        return _("Vælg et møde først. Regionen skal vide, hvilken dag sagen skal være klar til.")
    return ""


def _hvorfor(for_sent: bool, antal: int) -> str:
    if for_sent and antal:
        return _(
            "Der er under fem hverdage til mødet, og noget mangler. Skriv hvorfor, så sendes sagen alligevel."
        )
    if for_sent:
        return _("Der er under fem hverdage til mødet. Skriv hvorfor, så sendes sagen alligevel.")
    return _("Noget mangler. Skriv hvorfor, så sendes sagen alligevel.")
