"""Genoptag sag: the re-submission that springs from the old case (BEK §§ 17-18, the procedure)."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import GENFORELAEGGELSE, Dokument, Forloeb, Sag

from .fejl import KanIkke
from .frist import vurder
from .gennemgang import bestil
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb
from .sagsnummer import naeste


class AlleredeGenoptaget(Exception):
    """There is an open re-submission; two caseworkers make one."""

    def __init__(self, sag: Sag) -> None:
        super().__init__(sag.nummer)
        self.sag = sag


def oprindelig_sag(forloeb: Forloeb) -> Sag | None:
    """The last case of the forløb that the team has been through."""
    return forloeb.sager.filter(tilstand=Sag.Tilstand.AFSLUTTET).order_by("-oprettet", "-nummer").first()


@handling("genoptag_sag")
def genoptag_sag(anledning: Anledning, forloeb_id: UUID, *, grund: str = "") -> Sag:
    """Make the new case; documents, earlier indstilling and health note follow as links to the same bytes.

    `grund` is needed where § 17 does not demand it. Raises KanIkke at `grund`, AlleredeGenoptaget, FindesIkke.
    """
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "genoptag_sag", forloeb)
    aaben = forloeb.sager.filter(undertype=GENFORELAEGGELSE).exclude(tilstand=Sag.Tilstand.AFSLUTTET).first()
    if aaben:
        raise AlleredeGenoptaget(aaben)
    svar = vurder(forloeb, anledning.dag)
    if svar.status != "SKAL_GENBEHANDLES" and not grund.strip():
        raise KanIkke(
            {"grund": _("Loven kræver det ikke i dag. Skriv, hvorfor sagen skal for teamet igen alligevel.")}
        )
    gammel = oprindelig_sag(forloeb)
    papirer = list(gammel.dokument_raekker.filter(trukket_tilbage_tid=None)) if gammel else []
    sag = Sag.objects.create(
        kommune_id=forloeb.kommune_id,
        borger=forloeb.borger,
        forloeb=forloeb,
        nummer=naeste(forloeb.kommune_id, anledning.dag.year),
        sagstype="ressourceforloeb_genbehandling",
        undertype=GENFORELAEGGELSE,
        udspringer_af=gammel,
        sagsbehandler_id=forloeb.sagsbehandler_id,
        oprettet=anledning.dag,
        forrige_indstilling_i_it=any(d.slags == "indstilling" for d in papirer),
    )
    foelg_alle_med(anledning, sag, papirer)
    haendelse(
        anledning,
        "genoptag_sag",
        f"Sagen blev genoptaget som {GENFORELAEGGELSE} {sag.nummer}. {len(papirer)} dokumenter fulgte med."
        + (f" Begrundelse: {grund.strip()}" if grund.strip() else ""),
        sag=sag,
        forloeb=forloeb,
        vurdering=svar,
    )
    return sag


def foelg_alle_med(anledning: Anledning, sag: Sag, papirer: Iterable[Dokument]) -> dict[UUID, Dokument]:
    """Links to them all, by the id of the old; what came in a mail stays with the link to the mail, where that comes
    along too."""
    med = {d.id: d for d in papirer}
    nye: dict[UUID, Dokument] = {}

    def foelg(d: Dokument) -> Dokument:
        if d.id not in nye:
            mail = med.get(d.del_af_id) if d.del_af_id else None
            nye[d.id] = foelg_med(anledning, sag, d, foelg(mail) if mail else None)
        return nye[d.id]

    for d in med.values():
        foelg(d)
    return nye


def foelg_med(anledning: Anledning, sag: Sag, gammelt: Dokument, del_af: Dokument | None = None) -> Dokument:
    """A new link to the same version: same bytes, same day, its own place on the new case."""
    dokument = Dokument.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        titel=gammelt.titel,
        slags=gammelt.slags,
        dato=gammelt.dato,
        afsender=gammelt.afsender,
        filnavn=gammelt.filnavn,
        mime=gammelt.mime,
        sha256=gammelt.sha256,
        stoerrelse=gammelt.stoerrelse,
        sider=gammelt.sider,
        original_sha256=gammelt.original_sha256,
        original_mime=gammelt.original_mime,
        original_filnavn=gammelt.original_filnavn,
        del_af=del_af,
        fulgte_med=gammelt,
        tilfoejet_tid=anledning.nu,
        tilfoejet_af=gammelt.tilfoejet_af,
        virusscannet=gammelt.virusscannet,
    )
    bestil(anledning, dokument)
    return dokument
