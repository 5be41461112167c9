"""The law's answer about the six months as a page says it: verdict, ground, badge, reason in a list.

Every date and every sentence of law comes from the answer itself (lov); here it is only put in order. Danish
alone, as all answers of the law.
"""

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17 import Par17Detaljer
from rehabteam.lov.vurdering import Grund, Hjemmel, Vurdering, bek
from rehabteam.sager.models import Forloeb, Indsats

from .byggesten import datoer, fristmaerke
from .byggesten.fristmaerke import Fristmaerke

DOMME = {
    "SKAL_GENBEHANDLES": "Sagen skal for rehabiliteringsteamet igen",
    "IKKE_UDLOEBET": "De seks måneder er ikke gået endnu",
    "SUSPENDERET": "Tiden står stille",
    "INDSATS_RETTIDIG": "En indsats er begyndt i tide",
    "UNDTAGET_STK_4": "Sagen skal ikke for teamet igen: borgeren har haft løntimer",
    "UNDTAGET_STK_5": "Sagen skal ikke for teamet igen: borgeren har været i løntilskud efter § 15",
    "UNDTAGET_STK_6": "Sagen skal ikke for teamet igen: borgeren er i gang med STU",
    "SAERLIGE_GRUNDE": "Særlige grunde taler imod, at teamet ser sagen igen",
    "MANUEL_VURDERING": "Du skal vurdere, om sagen skal for teamet igen",
}
BEHANDLET = "Teamet har behandlet sagen igen"

# The ground that carries each verdict; what is not here takes the first ground.
BAERER = {
    "SKAL_GENBEHANDLES": "udloebet",
    "IKKE_UDLOEBET": "ikke_udloebet",
    "SUSPENDERET": "staar_stille",
    "SAERLIGE_GRUNDE": "saerlige_grunde",
}


@dataclass(frozen=True, slots=True)
class Dom:
    """What stands at the top of the page: the verdict, its ground, where it stands, and the badge."""

    overskrift: str
    begrundelse: str
    hjemler: tuple[Hjemmel, ...]
    maerke: Fristmaerke
    status: str


def genbehandlet(forloeb: Forloeb, pr: date) -> bool:
    """The team had treated the case again on that day (BEK § 19), so the duty was met."""
    return forloeb.genbehandlet is not None and forloeb.genbehandlet <= pr


def dom(forloeb: Forloeb, svar: Vurdering, pr: date) -> Dom:
    if genbehandlet(forloeb, pr):
        assert forloeb.genbehandlet is not None
        return Dom(
            BEHANDLET,
            f"Indstillingen blev givet {datoer.saetning(forloeb.genbehandlet)}, så pligten er opfyldt. "
            "Herunder står, hvordan de seks måneder var gået.",
            (bek(19),),
            Fristmaerke("ok", "Behandlet igen", datoer.tabel_med_ugedag(forloeb.genbehandlet)),
            "GENBEHANDLET",
        )
    return lovens_dom(svar, pr)


def lovens_dom(svar: Vurdering, pr: date) -> Dom:
    """The verdict of the six months alone, whatever the team has done since."""
    grund = baerende(svar)
    tekst, hjemler = grund.tekst, [grund.hjemmel]
    pligt = find(svar, "pligt")
    if svar.status == "SKAL_GENBEHANDLES" and pligt:
        fra = dict(pligt.data)["fra"]
        assert isinstance(fra, date)
        tekst += f" Pligten opstod {datoer.saetning(fra)}."
        hjemler.append(pligt.hjemmel)
    return Dom(DOMME[svar.status], tekst, tuple(hjemler), maerke(svar, pr, foer="fristen var"), svar.status)


def baerende(svar: Vurdering) -> Grund:
    """The ground the verdict rests on."""
    return find(svar, BAERER.get(svar.status, "")) or svar.grunde[0]


def find(svar: Vurdering, kode: str) -> Grund | None:
    return next((g for g in svar.grunde if g.kode == kode), None)


def maerke(svar: Vurdering, pr: date, foer: str = "") -> Fristmaerke:
    """The badge of an answer asked about `pr`; `foer` stands before the date of a limit that is passed."""
    status = svar.status
    if status == "MANUEL_VURDERING":
        usikker = find(svar, "udgave_usikker")
        return fristmaerke.vurder("hvilke regler gælder?" if usikker else "loven er ikke klar")
    if status == "SUSPENDERET":
        return fristmaerke.staar_stille()
    if status == "INDSATS_RETTIDIG":
        fra = dict(baerende(svar).data)["fra"]
        assert isinstance(fra, date)
        return Fristmaerke("ok", "I tide", f"tæller fra {datoer.tabel(fra)}")
    if status.startswith("UNDTAGET"):
        return fristmaerke.rolig("Undtaget", baerende(svar).hjemmel.kort)
    if status == "SAERLIGE_GRUNDE":
        besluttet = dict(baerende(svar).data)["dato"]
        assert isinstance(besluttet, date)
        return fristmaerke.rolig("Særlige grunde", f"besluttet {datoer.tabel(besluttet)}")
    assert svar.frist is not None
    return fristmaerke.dage(svar.frist, pr, foer=foer if svar.frist < pr else "")


def aarsag(forloeb: Forloeb, svar: Vurdering) -> str:
    """Why the forløb stands in the list, in one sentence: what the law still waits for, said with names.

    `forloeb` comes from `med_fakta`; its efforts stand in the order of the answer's.
    """
    d: Par17Detaljer = svar.detaljer
    if svar.status == "MANUEL_VURDERING":
        return svar.skal_vurderes[0].spoergsmaal if svar.skal_vurderes else svar.grunde[0].tekst
    if svar.status == "SUSPENDERET":
        fra = dict(baerende(svar).data)["fra"]
        assert isinstance(fra, date)
        return (
            f"Fritaget siden {datoer.dag_og_maaned(fra)} uden slutdato: {d.talte_dage} dage er talt, "
            f"{d.resterende_dage} er tilbage."
        )
    return _indsatserne(forloeb, d, udloebet=svar.status == "SKAL_GENBEHANDLES")


TAELLER_IKKE = {
    "ikke_paa_listen": "for den er ikke en af de indsatser, reglen nævner",
    "begyndt_foer": "for den begyndte før ressourceforløbet",
    "ikke_i_indsatsdel": "for den står ikke i indsatsdelen",
    "senere_i_indsatsdel": "for den kommer først senere i indsatsdelen",
    "begyndt_for_sent": "for den begyndte efter fristen",
    "optaget_for_sent": "for den kom for sent i indsatsdelen",
}


def _indsatserne(forloeb: Forloeb, d: Par17Detaljer, *, udloebet: bool) -> str:
    raekker = forloeb.gaeldende_indsatser  # type: ignore[attr-defined]
    par = [(raekker[s.nr], s) for s in d.indsatser]
    if not par:
        return "Ingen indsats er registreret."
    venter = [i for i, s in par if s.svar == "IKKE_BEGYNDT"]
    if venter:
        return _ikke_begyndt(min(venter, key=lambda i: i.aftalt_start or date.max), d.frist, udloebet)
    if len(par) > 1:
        return f"Ingen af de {len(par)} indsatser, der er registreret, tæller."
    indsats, svar = par[0]
    return (
        f"»{indsats.navn}« tæller ikke, {TAELLER_IKKE.get(svar.grund.kode, 'og ingen anden er registreret')}."
    )


def _ikke_begyndt(indsats: Indsats, frist: date | None, udloebet: bool) -> str:
    navn = f"»{indsats.navn}«"
    if indsats.aftalt_start:
        dag = datoer.dag_og_maaned(indsats.aftalt_start)
        if frist and indsats.aftalt_start > frist:
            return f"{navn} er aftalt til {dag}, og det er efter fristen."
        return f"{navn} er aftalt til {dag}, men starten er ikke registreret."
    hvad = "bevilget" if indsats.bevilget else "registreret"
    if udloebet or not frist:
        return f"{navn} er {hvad}, men ikke begyndt."
    return f"{navn} er {hvad}; begynder den senest {datoer.dag_og_maaned(frist)}, kan den tælle med."
