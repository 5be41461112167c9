"""Rows → the law's facts: the only translation, and read-only."""

from django.db.models import Prefetch, QuerySet

from rehabteam.lov import fakta as lov
from rehabteam.lov.procedure.genforelaeggelse import GenforelaeggelsesDokumenter

from .models import (
    Forloeb,
    Indsats,
    Oplysning,
    OrdinaereTimer,
    SaerligeGrunde,
    Sag,
    Spaend,
    UndtagetPeriode,
)


def _gaeldende(model: type[Oplysning]) -> "QuerySet[Oplysning]":
    return model._default_manager.filter(tilbagekaldt_tid=None).order_by("registreret_tid", "id")


def med_fakta(forloeb: "QuerySet[Forloeb]") -> "QuerySet[Forloeb]":
    """The same forløb with all facts fetched: five more queries, however many rows."""
    return forloeb.prefetch_related(
        Prefetch("indsatser", _gaeldende(Indsats), to_attr="gaeldende_indsatser"),
        Prefetch("undtagne_perioder", _gaeldende(UndtagetPeriode), to_attr="gaeldende_perioder"),
        Prefetch("ordinaere_timer", _gaeldende(OrdinaereTimer), to_attr="gaeldende_timer"),
        Prefetch("spaend", _gaeldende(Spaend), to_attr="gaeldende_spaend"),
        Prefetch("saerlige_grunde", _gaeldende(SaerligeGrunde), to_attr="gaeldende_saerlige_grunde"),
    )


def ressourceforloeb(forloeb: Forloeb) -> lov.Ressourceforloeb:
    """What § 17 asks about. `forloeb` must come from `med_fakta`; the order of the rows is kept."""
    return lov.Ressourceforloeb(
        forloeb_start=forloeb.start,
        indsatser=tuple(
            lov.Indsats(
                hjemmel=i.hjemmel,
                paabegyndt=i.paabegyndt,
                i_indsatsdel=i.i_indsatsdel,
                optaget_i_indsatsdel=i.optaget_i_indsatsdel,
                bevilget=i.bevilget,
                genoptaget=i.genoptaget,
                afsluttet=i.afsluttet,
                aftalt=i.aftalt_start is not None,
                kilde=i.kilde or None,
            )
            for i in forloeb.gaeldende_indsatser  # type: ignore[attr-defined]
        ),
        undtagne_perioder=tuple(
            lov.UndtagetPeriode(fra=p.fra, til=p.til, hjemmel=p.hjemmel)
            for p in forloeb.gaeldende_perioder  # type: ignore[attr-defined]
        ),
        ordinaere_timer=tuple(
            lov.OrdinaereTimer(dato=t.dato, timer=float(t.timer), art=t.art)
            for t in forloeb.gaeldende_timer  # type: ignore[attr-defined]
        ),
        loentilskud_kompensationslov_15=_spaend(forloeb, Spaend.Slags.LOENTILSKUD_15),
        stu=_spaend(forloeb, Spaend.Slags.STU),
        saerlige_grunde=_saerlige_grunde(forloeb),
    )


def _spaend(forloeb: Forloeb, slags: Spaend.Slags) -> tuple[lov.Periode, ...]:
    alle: list[Spaend] = forloeb.gaeldende_spaend  # type: ignore[attr-defined]
    return tuple(lov.Periode(fra=s.fra, til=s.til) for s in alle if s.slags == slags)


def _saerlige_grunde(forloeb: Forloeb) -> lov.SaerligeGrunde | None:
    for g in reversed(forloeb.gaeldende_saerlige_grunde):  # type: ignore[attr-defined]
        return lov.SaerligeGrunde(
            besluttet=True, begrundelse=g.begrundelse, beslutningstager=g.beslutningstager, dato=g.dato
        )
    return None


def genforelaeggelse(sag: Sag) -> GenforelaeggelsesDokumenter:
    """What BEK § 18 and the procedure ask about a resumed case: which papers are there."""
    dokumenter = [d for d in sag.dokument_raekker.all() if d.trukket_tilbage_tid is None]
    slags = {d.slags for d in dokumenter}
    resume = max(sag.resume_raekker.all(), key=lambda r: r.version, default=None)
    return GenforelaeggelsesDokumenter(
        sagstype=sag.sagstype,
        undertype=sag.undertype,
        oprindelig_sag_genoptaget=sag.udspringer_af_id is not None,
        forberedende_del_oprindelig="forberedende_del" in slags,
        indsatsplan="indsatsplan" in slags,
        vaesentlige_aendringer=sag.vaesentlige_aendringer,
        nye_oplysninger=tuple(d.titel for d in dokumenter if d.slags == "nye_oplysninger"),
        forrige_indstilling_i_it=bool(sag.forrige_indstilling_i_it),
        forrige_indstilling_uploadet="forrige_indstilling" in slags,
        forrige_sundhedskoordinator_resume_i_it="sundhedsnotat" in slags,
        koordinerende_sagsbehandler_resume=resume is not None and resume.faerdigt,
        dokumentation_til_resume=tuple(d.titel for d in dokumenter if d.slags == "dokumentation"),
    )
