"""The invitation as paper and as calendar file: what each receiver is told, and no more."""

from django.conf import settings

from rehabteam import breve
from rehabteam.breve.former_indkaldelse import Indkaldelse
from rehabteam.sager.kalenderfil import Kalenderpost, Person, kalenderfil
from rehabteam.sager.models import Invitation, Moedemedlem, Sag, Samtykke
from rehabteam.sager.udtraek.indkaldelser import Plads, Tid

from .fejl import KanIkke
from .handling import Anledning

M = Invitation.Modtager
ARBEJDER_MED = {
    "beskaeftigelse": "arbejde og job",
    "social": "sociale forhold",
    "sundhed": "sundhed",
    "uddannelse": "uddannelse",
}
UDEN_TOLK = frozenset({"", "ingen", "ingen tolk", "nej"})
FOLK_FRA_KOMMUNEN = "Folk fra kommunen, som ved noget om arbejde, sociale forhold og sundhed."
FRA_REGIONEN = (
    "En sundhedskoordinator fra regionen. Det er en, der kan svare på spørgsmål om helbred og arbejde."
)


def brev(
    anledning: Anledning,
    sag: Sag,
    plads: Plads,
    tid: Tid,
    udgave: str,
    *,
    navn: str,
    samtykke: Samtykke | None,
) -> bytes:
    """The letter's PDF. Raises KanIkke where a character cannot be shown."""
    borgerens = plads.modtager == M.BORGER
    data: Indkaldelse = {
        "til": plads.modtager,  # type: ignore[typeddict-item]
        "udgave": udgave,  # type: ignore[typeddict-item]
        "afsender": {"navn": anledning.aktoer.organisation_navn},
        "modtager": {"navn": sag.borgerens_navn if borgerens else navn},
        "sagsnummer": sag.nummer,
        "dato": anledning.dag.isoformat(),
        "tid": {
            "dato": tid.dato.isoformat(),
            "kl": f"{tid.kl:%H.%M}",
            "sted": tid.sted,
            "video": tid.video,
        },
        "hvem": _hvem(sag, din=borgerens),
        "har_bisidder": bool(navn) if borgerens else False,
        "tolk": _sprog(sag.borger.tolk) if borgerens else "",
        "samtykke_givet": samtykke.givet.isoformat() if samtykke else "",
        "sagsbehandler": sag.sagsbehandler.navn,
        "demo": settings.DEMO,
    }
    try:
        return breve.indkaldelse(data)
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None


def _sprog(tolk: str) -> str:
    """What was noted about an interpreter; "" where it says that none is needed."""
    return "" if tolk.strip().casefold() in UDEN_TOLK else tolk.strip()


def _hvem(sag: Sag, *, din: bool) -> list[str]:
    """Who else sits at the table, with the names the kommune has written; an interpreter is not among them."""
    moede = sag.moede
    medlemmer = list(moede.medlemmer.all()) if moede else []
    egne = [
        f"{m.navn}, som arbejder med {ARBEJDER_MED[m.fagomraade]}."
        for m in medlemmer
        if m.fagomraade in ARBEJDER_MED and m.navn
    ]
    koordinator = next((m.navn for m in medlemmer if m.fagomraade not in ARBEJDER_MED), "")
    return [
        f"{sag.sagsbehandler.navn}, som er {'din sagsbehandler' if din else 'sagsbehandler'}.",
        *([f"{moede.moedeleder.navn}, som leder mødet."] if moede else []),
        *(egne or [FOLK_FRA_KOMMUNEN]),
        f"{koordinator}, som er sundhedskoordinator fra regionen."
        if koordinator and koordinator in {m.navn for m in medlemmer if _fra_regionen(m)}
        else FRA_REGIONEN,
    ]


def _fra_regionen(medlem: Moedemedlem) -> bool:
    return medlem.organisation_id == medlem.region_id


def fil(i: Invitation, organisation_navn: str) -> bytes:
    """The calendar file of one invitation, the same bytes each time it is fetched."""
    nummer = i.sag.nummer if i.sag else ""
    if nummer:
        overskrift = f"Møde i rehabiliteringsteamet, sag {nummer}"
    else:
        antal = len(i.linjer)
        overskrift = f"Møde i rehabiliteringsteamet, {antal} {'sag' if antal == 1 else 'sager'}"
    return kalenderfil(
        Kalenderpost(
            uid=i.uid,
            sekvens=i.sekvens,
            aflyst=i.aflyst,
            tid=i.tid,
            dato=i.dato,
            fra=i.kl,
            til=i.slut,
            sted=f"Video: {i.sted}" if i.video else i.sted,
            overskrift=f"Aflyst: {overskrift}" if i.aflyst else overskrift,
            tekst=_tekst(i, nummer),
            afsender=Person(organisation_navn, f"urn:uuid:{i.kommune_id}"),
            modtager=Person(i.navn or i.get_modtager_display(), f"urn:uuid:{i.medarbejder_id or i.id}"),
        )
    )


def _tekst(i: Invitation, nummer: str) -> str:
    linjer = ["Mødet er aflyst."] if i.aflyst else []
    if nummer:
        linjer.append(f"kl. {i.kl:%H.%M} sag {nummer}")
    linjer += [f"kl. {kl} sag {sag}" for kl, sag in i.linjer]
    if not nummer and not i.linjer:
        linjer.append("Der er ingen sager på dagen endnu.")
    return "\n".join([*linjer, "Log ind i Rehabteam for at se mere."])
