"""What a human answers about a case: the questions, and what has been answered so far.

A question's key is the law's own: a fact of its contract, or the judgement a Vurdering says is lacking. The texts are
Danish as they are kept in the history; a page translates them when it shows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from rehabteam.lov.teamet import ORGANISERING
from rehabteam.lov.vurdering import Hjemmel, bek
from rehabteam.sager.models import Sag, Skoen
from rehabteam.sager.sagsarter import art

JA, NEJ, IKKE = _("Ja"), _("Nej"), _("Ikke vurderet endnu")
# Mark on a question with reasons: a judgement, which nobody makes without saying why.
SKOENNET = True
ERHVERVSUDDANNELSE = "erhvervskompetencegivende_uddannelse"


@dataclass(frozen=True, slots=True)
class Spoergsmaal:
    """One question. `valg`: its answers by value where it is not yes or no; `med_grund`: a reason must be given."""

    noegle: str
    tekst: str
    hjemmel: Hjemmel
    hjaelp: str = ""
    med_grund: bool = False
    valg: Mapping[str, str] = field(default_factory=dict)

    def tager(self, vaerdi: object) -> bool:
        """Is this an answer to the question? None takes an earlier answer back."""
        return vaerdi is None or (vaerdi in self.valg if self.valg else isinstance(vaerdi, bool))

    def ord(self, vaerdi: object) -> str:
        """The answer in words."""
        if self.valg:
            return self.valg.get(str(vaerdi), IKKE)
        return (JA if vaerdi else NEJ) if isinstance(vaerdi, bool) else IKKE


_SPOERGSMAAL = (
    # § 1: must it go to the team?
    Spoergsmaal(
        "indsats_13d",
        _("Fik borgeren en tværfaglig indsats efter sygedagpengelovens § 13 d, mens sygedagpengene løb?"),
        bek(1, 2),
        _("Kun hvis den indsats blev givet, kan det første jobafklaringsforløb begynde uden teamet."),
    ),
    Spoergsmaal(
        "ophoer",
        _("Hvordan ophørte sygedagpengene?"),
        bek(1, 2),
        _("Det skal være ved revurderingen, og efter at den tværfaglige indsats var givet."),
        valg={
            "SDL_24_STK_1": _("Ved revurderingen efter sygedagpengelovens § 24, stk. 1"),
            "ANDET": _("På en anden måde"),
        },
    ),
    Spoergsmaal(
        "kommunen_vaelger",
        _("Vælger kommunen at lade teamet se på sagen?"),
        bek(1, 5),
        _("Reglerne kræver det ikke."),
        SKOENNET,
    ),
    Spoergsmaal(
        "bruger_bekendtgoerelsen",
        _("Vælger kommunen at bruge reglerne om den forberedende del i denne sag?"),
        bek(1, 5),
        _("Det er et valg for sig: en sag kan komme for teamet, uden at resten af reglerne bruges."),
    ),
    # §§ 2-4: the forberedende del and the læge's assessment
    Spoergsmaal(
        "udarbejdet_sammen_med_borger",
        _("Er den forberedende del lavet sammen med borgeren?"),
        bek(2, 2),
        _("Du står inde for det med dit navn. Det kan ikke læses af teksten."),
    ),
    Spoergsmaal(
        "fuldt_oplyst",
        _("Er sagen fuldt oplyst, så teamet kan behandle den?"),
        bek(3, 1, pkt=2),
        _("Du står inde for det med dit navn."),
    ),
    Spoergsmaal(
        "indeholder_vurdering",
        _("Vurderer eller anbefaler den forberedende del, hvad der skal ske fremover?"),
        bek(3, 3),
        _(
            "Den må kun beskrive. Borgerens egne ønsker og egen vurdering må gerne stå der. Svar ja eller nej."
        ),
    ),
    Spoergsmaal(
        "sagstype_angivet",
        _("Står det i den forberedende del, hvilken slags sag det er?"),
        bek(3, 4),
        _("Ved jobafklaringsforløb skal det også stå, om det er det første."),
    ),
    Spoergsmaal(
        "overgang",
        _("Hvordan gik borgeren over i jobafklaringsforløbet?"),
        bek(4, 2, pkt=1),
        _("Svaret afgør, om attesten fra den første samtale (LÆ 285) kan være nok."),
        valg={
            "SDL_24_STK_1_REVURDERING": _("Ved revurderingen efter 22 uger, § 24, stk. 1"),
            "NYT_JAF": _("Fra et tidligere jobafklaringsforløb"),
            "ANDET": _("På en anden måde"),
        },
    ),
    Spoergsmaal(
        "kommunens_vurdering_tilstraekkelig",
        _("Er attesten fra den første samtale nok for teamet, sammen med det, der ellers ligger i sagen?"),
        bek(4, 2, pkt=2),
        _("Gælder kun, når den almindelige attest (LÆ 265) ikke er hentet."),
        SKOENNET,
    ),
    # § 7: what the team may recommend
    Spoergsmaal(
        "forberedende_del_kan_danne_grundlag",
        _("Kan den forberedende del bære en anden anbefaling end et nyt jobafklaringsforløb?"),
        bek(7, 2, pkt=3),
        "",
        SKOENNET,
    ),
    Spoergsmaal(
        "andet_udfald_i_foerste_forloeb",
        _("Kan teamet anbefale andet end en indsats i det første jobafklaringsforløb?"),
        bek(7, 2),
        _("Reglen nævner kun indsatsen. Skriv, hvad I bygger på."),
        SKOENNET,
    ),
    Spoergsmaal(
        "andet_udfald_i_kategori_3",
        _("Kan teamet anbefale andet end en indsats i en sygedagpengesag i kategori 3?"),
        bek(7, 3),
        _("Reglen nævner kun indsatsen. Skriv, hvad I bygger på."),
        SKOENNET,
    ),
    # Who must be at the meeting: asked in the room, of those under 30
    Spoergsmaal(
        ERHVERVSUDDANNELSE,
        _("Har borgeren en erhvervskompetencegivende uddannelse?"),
        ORGANISERING,
        _("Er svaret nej, skal uddannelse med i teamet, når borgeren er under 30 år."),
    ),
    # §§ 12 and 14: the special routes
    Spoergsmaal(
        "vaesentligt_nedsat",
        _("Er borgerens arbejdsevne nedsat i væsentligt omfang?"),
        bek(12, 1, pkt=1),
        "",
        SKOENNET,
    ),
    Spoergsmaal(
        "helt_aabenbart",
        _("Er det helt åbenbart, at arbejdsevnen ikke kan blive bedre?"),
        bek(12, 1, pkt=1),
        "",
        SKOENNET,
    ),
    Spoergsmaal(
        "helbredsoplysninger_tilstraekkelige",
        _("Er helbredsoplysningerne i sagen nok uden den praktiserende læges vurdering?"),
        bek(12, 1, pkt=2),
        "",
        SKOENNET,
    ),
    Spoergsmaal(
        "grundlag_tilstraekkeligt",
        _("Er den forberedende del som helhed et tilstrækkeligt grundlag?"),
        bek(12, 1, pkt=1),
        _("Den skal kun udfyldes så langt, det er relevant og muligt. Men helheden skal være nok."),
        SKOENNET,
    ),
    Spoergsmaal(
        "arbejdsevne_beskrevet",
        _("Beskriver og dokumenterer den forberedende del borgerens arbejdsevne?"),
        bek(14, pkt=2),
        "",
        SKOENNET,
    ),
)
SPOERGSMAAL: Mapping[str, Spoergsmaal] = {s.noegle: s for s in _SPOERGSMAAL}
# What decides which way the case goes: it is answered before the case is sent, and not after.
OMFANG = frozenset({"indsats_13d", "ophoer", "kommunen_vaelger", "bruger_bekendtgoerelsen"})


def seneste(sag: Sag) -> dict[str, Skoen]:
    """The newest answer to each question. One query, or none if `skoen_raekker` is prefetched."""
    nyeste: dict[str, Skoen] = {}
    for skoen in sorted(sag.skoen_raekker.all(), key=lambda s: s.version):
        nyeste[skoen.noegle] = skoen
    return nyeste


def svar(sag: Sag) -> dict[str, object]:
    """What is answered, by the law's keys: first what the kind of case says by itself, then what people have said.

    A question nobody has answered is not there; one whose answer was taken back is None.
    """
    return {**art(sag).fakta, **{noegle: skoen.vaerdi for noegle, skoen in seneste(sag).items()}}
