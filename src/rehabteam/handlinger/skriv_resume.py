"""The koordinerende sagsbehandler's resumé since the last meeting (the procedure)."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Resume, Sag

from .fejl import AendretAfAnden, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .papir import erstat, laeg_paa_sagen


@handling("skriv_resume")
def skriv_resume(anledning: Anledning, sag_id: UUID, *, tekst: str, faerdigt: bool, version: int) -> Resume:
    """A new version of the resumé; a finished one becomes a document on the case.

    `version` is the one the text was written on top of (0 = none). Raises KanIkke at `tekst`, AendretAfAnden.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_resume", sag)
    sidste = sag.resume_raekker.order_by("-version").first()
    nu = sidste.version if sidste else 0
    if sidste and nu != version and sidste.tekst != tekst:
        raise AendretAfAnden(sidste.forfatter, sidste.tid, nu, {"tekst": sidste.tekst})
    if not tekst.strip():
        raise KanIkke({"tekst": _("Skriv, hvad der er sket siden sidste møde.")})
    resume = Resume.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        tekst=tekst,
        faerdigt=faerdigt,
        version=nu + 1,
        tid=anledning.nu,
        forfatter=anledning.aktoer.navn,
    )
    if faerdigt:
        _som_dokument(anledning, sag, resume)
    hvad = "gjort færdigt" if faerdigt else "gemt som kladde"
    haendelse(anledning, "skriv_resume", f"Resuméet blev {hvad} (version {resume.version}).", sag=sag)
    return resume


def _som_dokument(anledning: Anledning, sag: Sag, resume: Resume) -> None:
    try:
        pdf = breve.resume(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "dato": anledning.dag.isoformat(),
                "afsnit": [{"overskrift": "Siden sidste møde", "tekst": resume.tekst}],
                "underskrift": {"navn": anledning.aktoer.navn, "rolle": "Koordinerende sagsbehandler"},
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"tekst": str(fejl)}) from None
    erstat(anledning, sag, "resume", "Der er skrevet en nyere version af resuméet.")
    laeg_paa_sagen(
        anledning,
        sag,
        pdf,
        titel="Resumé siden sidste møde",
        slags="resume",
        dato=anledning.dag,
        filnavn="resume.pdf",
    )
