"""Ask somebody to the meeting of a case; tell her when it has changed, and when it is off.

A letter becomes a document on the case; a calendar file is made from the row each time. Nothing is sent from here.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.fuldstaendig import FULDSTAENDIG
from rehabteam.lov.love import gaeldende
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fakta_samtykke import anmodningen
from rehabteam.sager.models import Dokument, Invitation, Moede, Sag, Samtykke
from rehabteam.sager.udtraek.indkaldelser import BREVE, Plads, Stand, Tid, bisidder, sagens_pladser, sagt

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_samtykke
from .indkaldelsespapir import brev
from .papir import laeg_paa_sagen

M = Invitation.Modtager
OPLYSNING = "At der holdes møde i rehabiliteringsteamet, hvornår og hvor"
TITLER = {"foerste": "Indkaldelse", "aendret": "Ændret indkaldelse", "aflyst": "Aflysning"}
HVEM = {
    M.BORGER: "borgeren",
    M.BISIDDER: "bisidderen",
    M.SAGSBEHANDLER: "sagsbehandleren",
    M.SUNDHEDSKOORDINATOR: "sundhedskoordinatoren",
    M.LAEGE: "den praktiserende læge",
}


@handling("indkald")
def indkald(
    anledning: Anledning,
    sag_id: UUID,
    *,
    uid: str,
    aflys: bool = False,
    navn: str = "",
    oensker: bool = False,
    samtykke_id: UUID | None = None,
    daekker: bool = False,
) -> Invitation:
    """The next letter or calendar file to one receiver: the first, a change, or (`aflys`, or no meeting) a cancellation.

    `uid`: the receiver, as sagens_pladser names her. `navn`: the bisidder or the læge. To the læge only when she
    `oensker` it, on the consent `samtykke_id` that `daekker` it by the caseworker's judgement; to cancel asks for none.
    Raises KanIkke at the fields, FindesIkke, IngenRet.
    """
    samtykke = hent_samtykke(anledning, samtykke_id) if samtykke_id else None
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "indkald", sag)
    if samtykke and samtykke.sag_id != sag.id:
        raise FindesIkke
    plads = next((p for p in sagens_pladser(sag, anledning.dag) if p.uid == uid), None)
    if plads is None:
        raise FindesIkke
    tid, udgave = hvad_nu(plads, anledning, aflys=aflys)
    navn = navn.strip() or (plads.seneste.navn if plads.seneste else "") or plads.navn
    if udgave != "aflyst":
        _maa(anledning, sag, plads, navn, samtykke, oensker=oensker, daekker=daekker)
    dokument = None
    if plads.modtager in BREVE:
        dokument = _brev(anledning, sag, plads, tid, udgave, navn, samtykke)
    invitation = opret(
        anledning,
        plads,
        tid,
        moede=None,
        sag=sag,
        navn="" if plads.modtager == M.BORGER else navn,
        aflyst=udgave == "aflyst",
        samtykke=samtykke,
        dokument=dokument,
    )
    haendelse(
        anledning,
        "indkald",
        f"{TITLER[udgave]} til {HVEM[M(plads.modtager)]}: mødet {dansk(tid.dato)} kl. {tid.kl:%H.%M}.",
        sag=sag,
        data={"invitation": str(invitation.id), "sekvens": invitation.sekvens},
    )
    return invitation


def hvad_nu(plads: Plads, anledning: Anledning, *, aflys: bool) -> tuple[Tid, str]:
    """What is told next, and as which kind of letter. Raises KanIkke where there is nothing to tell."""
    gaelder = plads.seneste is not None and not plads.seneste.aflyst
    if plads.seneste is not None and gaelder and (aflys or plads.tid is None):
        return sagt(plads.seneste), "aflyst"
    if aflys:
        raise KanIkke({"": _("Der er ingen indkaldelse at aflyse.")})
    if plads.tid is None:
        raise KanIkke({"": _("Vælg mødet, før du indkalder.")})
    if plads.tid.dato < anledning.dag:
        raise KanIkke({"": _("Mødet er holdt.")})
    if plads.stand == Stand.RIGTIG:
        raise KanIkke({"": _("Indkaldelsen er allerede lavet, og mødet er ikke ændret siden.")})
    return plads.tid, "aendret" if gaelder else "foerste"


def _maa(
    anledning: Anledning,
    sag: Sag,
    plads: Plads,
    navn: str,
    samtykke: Samtykke | None,
    *,
    oensker: bool,
    daekker: bool,
) -> None:
    """What must be so before this receiver is told anything."""
    if plads.modtager == M.BISIDDER and not navn:
        raise KanIkke({"navn": _("Skriv bisidderens navn. Borgeren vælger selv sin bisidder.")})
    if plads.modtager != M.LAEGE:
        return
    fejl = {} if navn else {"navn": _("Skriv lægens navn eller klinik.")}
    if not oensker:
        fejl["oensker"] = _("Lægen indkaldes kun, når lægen selv gerne vil være med.")
    if samtykke is None:
        fejl["samtykke_id"] = _(
            "Vælg det samtykke, der bygges på. Uden samtykke får lægen ikke besked om mødet."
        )
        raise KanIkke(fejl)
    if not daekker:
        fejl["daekker"] = _("Vurder, om samtykket dækker, at lægen indkaldes. Bed ellers borgeren om et nyt.")
    if fejl:
        raise KanIkke(fejl)
    fakta = anmodningen(
        sag, anledning.dag, til=samtykke.kilde, oplysninger=OPLYSNING, samtykke=samtykke, daekker=daekker
    )
    svar = gaeldende("par11a", anledning.dag).funktion(fakta)
    if svar.status != FULDSTAENDIG:
        raise KanIkke(
            {"samtykke_id": " ".join(m.tekst for m in svar.mangler) or _("Samtykket kan ikke bruges.")}
        )


def _brev(
    anledning: Anledning,
    sag: Sag,
    plads: Plads,
    tid: Tid,
    udgave: str,
    navn: str,
    samtykke: Samtykke | None,
) -> Dokument:
    borgerens = plads.modtager == M.BORGER
    hvem = bisidder(sag, anledning.dag) if borgerens else navn
    pdf = brev(anledning, sag, plads, tid, udgave, navn=hvem, samtykke=samtykke)
    return laeg_paa_sagen(
        anledning,
        sag,
        pdf,
        titel=f"{TITLER[udgave]} til {HVEM[M(plads.modtager)]}, mødet {tid.dato:%d.%m.%Y}",
        slags="indkaldelse" if borgerens else "indkaldelse_andre",
        dato=anledning.dag,
        filnavn=f"indkaldelse-{tid.dato.isoformat()}.pdf",
    )


def opret(
    anledning: Anledning,
    plads: Plads,
    tid: Tid,
    *,
    moede: Moede | None,
    sag: Sag | None,
    navn: str,
    aflyst: bool,
    samtykke: Samtykke | None = None,
    dokument: Dokument | None = None,
) -> Invitation:
    """The row: the next in this receiver's sequence."""
    om = sag or moede
    assert om is not None
    return Invitation.objects.create(
        kommune_id=om.kommune_id,
        moede_id=tid.moede_id,
        sag=sag,
        modtager=plads.modtager,
        medarbejder=plads.medarbejder,
        navn=navn,
        slags=Invitation.Slags.BREV if plads.modtager in BREVE else Invitation.Slags.KALENDER,
        uid=plads.uid,
        sekvens=plads.naeste,
        aflyst=aflyst,
        dato=tid.dato,
        kl=tid.kl,
        slut=tid.slut,
        sted=tid.sted,
        video=tid.video,
        linjer=[list(linje) for linje in tid.linjer],
        samtykke=samtykke,
        dokument=dokument,
        dag=anledning.dag,
        tid=anledning.nu,
        lavet_af=anledning.aktoer.signatur,
    )
