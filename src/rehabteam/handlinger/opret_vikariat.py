"""Somebody stands in for a colleague from one day to another."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.adgang.stedfortraeder import hvorfor_ikke
from rehabteam.sager.models import Rolle, Vikariat
from rehabteam.sager.udtraek.stedfortraedere import kolleger

from .datoer import dansk, kraev
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling

FOR_ALLE = frozenset({Rolle.LEDER, Rolle.SEKRETARIAT})  # who may find a substitute for others
LAENGST = timedelta(days=365)


@handling("opret_vikariat")
def opret_vikariat(
    anledning: Anledning, *, for_hvem_id: UUID, vikar_id: UUID, fra: date, til: date, grund: str
) -> Vikariat:
    """For oneself, or, as leader or secretariat, for anybody in the organisation but the one who reviews the log.

    Raises KanIkke per field, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "opret_vikariat")
    if aktoer.vikar_for:
        raise IngenRet(_("En vikar kan ikke sætte en vikar. Arbejd som dig selv, og prøv igen."))
    folk = {m.id: m for m in kolleger(aktoer)}
    for_hvem, vikar = folk.get(for_hvem_id), folk.get(vikar_id)
    if for_hvem is None:
        raise KanIkke({"for_hvem": _("Vælg, hvem der er væk.")})
    if vikar is None:
        raise KanIkke({"vikar": _("Vælg, hvem der er vikar.")})
    selv = for_hvem.id == aktoer.medarbejder_id
    if not selv and aktoer.rolle not in FOR_ALLE:
        raise KanIkke({"for_hvem": _("Du kan kun sætte en vikar for dig selv. Spørg din leder om andre.")})
    if not selv and for_hvem.rolle == Rolle.AUDITOR:
        raise KanIkke({"for_hvem": _("Logkontrolløren vælger selv sin vikar.")})
    if vikar.id == for_hvem.id:
        raise KanIkke({"vikar": _("Vælg en anden end den, der er væk.")})
    if afslag := hvorfor_ikke(Rolle(vikar.rolle), Rolle(for_hvem.rolle)):
        raise KanIkke({"vikar": afslag})
    kraev(
        {
            "fra": "" if fra >= anledning.dag else _("Dagen er gået. Skriv i dag eller senere."),
            "til": "" if til >= fra else _("Den sidste dag ligger før den første. Ret en af dem."),
            "grund": "" if grund.strip() else _("Skriv, hvorfor der er brug for en vikar."),
        }
    )
    if til > anledning.dag + LAENGST:
        raise KanIkke({"til": _("Et vikariat kan højst vare et år. Skriv en tidligere dag.")})
    vikariat = Vikariat(
        organisation_id=aktoer.organisation_id,
        for_hvem=for_hvem,
        vikar=vikar,
        fra=fra,
        til=til,
        grund=grund.strip(),
        oprettet_tid=anledning.nu,
        oprettet_af=aktoer.navn,
    )
    vikariat.save(force_insert=True)
    haendelse(
        anledning,
        "opret_vikariat",
        f"{vikar.navn} blev sat som vikar for {for_hvem.navn} fra {dansk(fra)} til {dansk(til)}.",
        organisation_id=aktoer.organisation_id,
        data={"vikariat": str(vikariat.id)},
    )
    return vikariat
