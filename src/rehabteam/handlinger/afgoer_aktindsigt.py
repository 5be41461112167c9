"""The request is answered: one archive with all that is handed over, and a letter that says what is not and why."""

import tempfile
from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam import breve
from rehabteam.breve.aktindsigt import Tilbageholdt
from rehabteam.dokumenter import arkiv
from rehabteam.dokumenter.lager import Blob, LagerFejl
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Aktindsigt, Overstregning, Postadresse, Udlevering
from rehabteam.sager.udtraek.aktindsigt import Stykke, laeses, stykker
from rehabteam.sager.udtraek.borgerlog import opslag, poster_om

from .aktindsigtsfrist import frist, hent_anmodning
from .aktindsigtspapir import PAPIRER
from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .lageret import gem, lager
from .logpapir import HOEJST_PDF, som_csv, som_pdf
from .overstregningslaesning import vent_paa_teksten
from .vaelg_udlevering import HJEMLER

HOEJST = 400 * 1024**2  # bytes of documents in one archive
I_HUKOMMELSEN = 8 * 1024**2
ENDELSER = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
BREV = "00-svar.pdf"


@handling("afgoer_aktindsigt")
def afgoer_aktindsigt(anledning: Anledning, aktindsigt_id: UUID, *, for_sent_grund: str = "") -> Aktindsigt:
    """For good. Late it needs a reason, and is given all the same.

    Raises KanIkke when a choice is lacking, at `for_sent_grund`, or when a file cannot be had; FindesIkke, IngenRet.
    """
    kraev_ret(anledning.aktoer, "afgoer_aktindsigt")
    anmodning = hent_anmodning(anledning, aktindsigt_id)
    kraev_ret(anledning.aktoer, "afgoer_aktindsigt", anmodning.sag)
    alle = stykker(anmodning)
    uden_valg = sum(s.valg is None for s in alle)
    if uden_valg:
        tekst = ngettext(
            "Der mangler et valg for %(antal)s del af sagen.",
            "Der mangler et valg for %(antal)s dele af sagen.",
            uden_valg,
        )
        raise KanIkke({"": tekst % {"antal": uden_valg}})
    _efterse(alle)
    anmodning.afgjort = anledning.dag
    svar = frist(anmodning, anledning.dag)
    anmodning.for_sent_grund = for_sent_grund.strip() if svar.status == "FOR_SENT" else ""
    if svar.status == "FOR_SENT" and not anmodning.for_sent_grund:
        raise KanIkke(
            {"for_sent_grund": _("Svaret gives efter fristen. Skriv hvorfor; borgeren får det at vide.")}
        )
    ude = [s for s in alle if s.valg and s.valg.udleveres]
    overstreget = [o for s in ude if (o := overstregningen(s))]
    blob = _arkiv(anledning, anmodning, svar, ude, [s for s in alle if s.valg and not s.valg.udleveres])
    Udlevering.objects.filter(aktindsigt=anmodning).update(laast=True)
    anmodning.afgjort_tid, anmodning.afgjort_af = anledning.nu, anledning.aktoer.navn
    anmodning.udleveret, anmodning.tilbageholdt = len(ude), len(alle) - len(ude)
    anmodning.arkiv_sha256, anmodning.arkiv_stoerrelse = blob.sha256, blob.stoerrelse
    anmodning.save()
    haendelse(
        anledning,
        "afgoer_aktindsigt",
        f"Der er svaret på aktindsigt {dansk(anledning.dag)}: {anmodning.udleveret} dele udleveres"
        f"{f', heraf {len(overstreget)} med overstregning' if overstreget else ''}, "
        f"{anmodning.tilbageholdt} holdes tilbage.",
        sag=anmodning.sag,
        vurdering=svar,
        data={
            "aktindsigt": str(anmodning.id),
            "sha256": blob.sha256,
            "antal": len(ude),
            "overstreget": [
                {"dokument": str(o.dokument_id), "udgave": o.nr, "sha256": o.sha256} for o in overstreget
            ],
        },
    )
    return anmodning


def _efterse(alle: list[Stykke]) -> None:
    """A redacted edition is given to nobody before it has its text. Raises KanIkke."""
    for s in alle:
        if s.dokument and laeses(s):
            raise KanIkke({"": vent_paa_teksten(s.dokument)})


def overstregningen(s: Stykke) -> Overstregning | None:
    """The redacted edition that is handed over in the document's place."""
    return s.valg.overstregning if s.valg and s.valg.udleveres else None


def _arkiv(
    anledning: Anledning, anmodning: Aktindsigt, svar: Vurdering, ude: list[Stykke], inde: list[Stykke]
) -> Blob:
    """The archive in the store. Its names say neither name, title nor CPR number."""
    if sum((overstregningen(s) or s.dokument).stoerrelse for s in ude if s.dokument) > HOEJST:
        raise KanIkke(
            {"": _("Papirerne fylder over 400 MB og kan ikke samles i ét arkiv. Del anmodningen i to.")}
        )
    log = opslag(anledning.aktoer, poster_om(anledning.aktoer, anmodning.sag.borger_id))
    navne = {s.noegle: _filnavn(nr, s, len(log)) for nr, s in enumerate(ude, start=1)}

    def filer() -> Iterator[tuple[str, bytes]]:
        yield BREV, _brev(anledning, anmodning, svar, ude, inde, navne)
        for s in ude:
            if s.dokument:
                yield navne[s.noegle], lager().laes((overstregningen(s) or s.dokument).sha256)
            elif s.del_navn in PAPIRER:
                yield navne[s.noegle], PAPIRER[s.del_navn](anledning, anmodning.sag)
            else:
                paa_papir = len(log) <= HOEJST_PDF
                yield (
                    navne[s.noegle],
                    som_pdf(anledning, anmodning.sag.borger, log) if paa_papir else som_csv(log),
                )

    try:
        with tempfile.SpooledTemporaryFile(I_HUKOMMELSEN) as fil:
            arkiv.pak(filer(), fil)  # type: ignore[arg-type]
            fil.seek(0)
            return gem(fil)  # type: ignore[arg-type]
    except LagerFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _filnavn(nr: int, s: Stykke, i_loggen: int) -> str:
    if s.dokument:
        slags = s.dokument.slags.replace("_", "-")
        if overstregningen(s):
            return f"dokumenter/{nr:02}-{s.dokument.dato.isoformat()}-{slags}-overstreget.pdf"
        endelse = ENDELSER.get(s.dokument.mime, "bin")
        return f"dokumenter/{nr:02}-{s.dokument.dato.isoformat()}-{slags}.{endelse}"
    if s.del_navn in PAPIRER:
        return f"{nr:02}-{s.del_navn}.pdf"
    return f"{nr:02}-log.{'pdf' if i_loggen <= HOEJST_PDF else 'csv'}"


def _titel(s: Stykke) -> str:
    overstreget = " (overstreget udgave)" if overstregningen(s) else ""
    return f"{s.titel}{overstreget}" + (
        " (var trukket tilbage)" if s.dokument and s.dokument.trukket_tilbage_tid else ""
    )


def _brev(
    anledning: Anledning,
    anmodning: Aktindsigt,
    svar: Vurdering,
    ude: list[Stykke],
    inde: list[Stykke],
    navne: dict[str, str],
) -> bytes:
    sag = anmodning.sag
    assert svar.frist is not None
    return breve.aktindsigt(
        {
            "afsender": {"navn": anledning.aktoer.organisation_navn},
            "sagsnummer": sag.nummer,
            "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
            "modtager": _modtager(anmodning),
            "dato": anledning.dag.isoformat(),
            "modtaget": anmodning.modtaget.isoformat(),
            "hvad": anmodning.hvad,
            "udleveret": [{"titel": _titel(s), "dato": _dag(s), "fil": navne[s.noegle]} for s in ude],
            "overstreget": [_holdt_tilbage(s) for s in ude if overstregningen(s)],
            "tilbageholdt": [_holdt_tilbage(s) for s in inde],
            "senest": svar.frist.isoformat(),
            "for_sent": anmodning.for_sent_grund,
            "underskriver": anledning.aktoer.navn,
            "demo": settings.DEMO,
        }
    )


def _holdt_tilbage(s: Stykke) -> Tilbageholdt:
    assert s.valg
    return {
        "titel": s.titel if overstregningen(s) else _titel(s),
        "dato": _dag(s),
        "hjemmel": HJEMLER[s.valg.hjemmel],
        "begrundelse": s.valg.begrundelse,
    }


def _modtager(anmodning: Aktindsigt) -> breve.former.Modtager | None:
    """The citizen with her address, unless that is protected; who speaks for her gets it from her own hand."""
    borger = anmodning.sag.borger
    if anmodning.hvem == Aktindsigt.Hvem.REPRAESENTANT:
        return {"navn": anmodning.repraesentant}
    if borger.er_beskyttet:
        return None
    adresse = Postadresse.objects.filter(borger=borger).first()
    return {"navn": borger.navn, "linjer": adresse.linjer.splitlines() if adresse else []}


def _dag(s: Stykke) -> str | None:
    return s.dokument.dato.isoformat() if s.dokument else None
