"""The life of a case: from wherever it is there is a way on to its end, nothing written is lost, all of it is told."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_sag import AlleredeGenoptaget
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.indstillingsdele import FLAG, tekstdele
from rehabteam.sager.models import Haendelse, Plandel, Sag, Skoen
from rehabteam.sager.sagsarter import ARTER, art
from rehabteam.sager.sagsfakta.indstilling import valg
from rehabteam.sager.sagsfakta.plan import dele, kraevede
from rehabteam.sager.sagsfakta.samlet import Vej, vej
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL, seneste, svar
from tests.verden import Verden

T = Sag.Tilstand
KAN_VAELGES = sorted(a.noegle for a in ARTER.values() if a.vaelges)
MOEDE = date(2026, 6, 11)
AFGOER = {"begrundelse": "Fordi.", "naeste": "Vi ringer.", "klagevejledning": "Skriv til os."}


class Liv:
    """One case and what has been done to it."""

    def __init__(self, v: Verden, slags: str) -> None:
        self.v, self.gjort = v, Counter[str]()
        self.sag: Sag = v.goer(v.sagsbehandler, opret_sag, art=slags, borger_id=v.forloeb().borger_id)
        self.gjort["opret_sag"] += 1
        self.tekster: set[str] = set()

    def nu(self) -> Sag:
        with kontekst.arbejder_som(self.v.sagsbehandler):
            return Sag.objects.select_related("moede", "borger").get(id=self.sag.id)

    def goer(self, hvem: str, handling: Callable[..., Any], **felter: Any) -> bool:
        """True if it was done; a refusal is an answer too, and leaves nothing."""
        try:
            self.v.goer(getattr(self.v, hvem), handling, self.sag.id, **felter)
        except (KanIkke, IngenRet, FindesIkke, AlleredeGenoptaget):
            return False
        self.gjort[handling.__name__] += 1
        return True

    # --- what anybody may try at any time ------------------------------------------------------------

    def svar(self, noegle: str, vaerdi: Any) -> None:
        self.goer("sagsbehandler", svar_paa_spoergsmaal, noegle=noegle, vaerdi=vaerdi, grund="Fordi.")

    def skriv(self, noegle: str, tekst: str) -> None:
        with kontekst.arbejder_som(self.v.sagsbehandler):
            sidste = self.sag.plandel_raekker.filter(noegle=noegle).order_by("-version").first()
            deler = noegle in {d.noegle for d in kraevede(self.sag.sagstype) if not d.liste and not d.punkter}
        indhold = Indhold(kommunen=tekst)
        felter = {"noegle": noegle, "version": sidste.version if sidste else 0, "indhold": indhold}
        # Quiet saves of one sitting are one line of the history: they are counted by their words.
        if deler and self.goer("sagsbehandler", skriv_plandel, **felter):
            self.tekster.add(tekst.strip())

    def moede(self) -> None:
        self.goer("sagsbehandler", vaelg_moede, moede_id=self.v.moede(MOEDE).id)

    def send(self) -> None:
        self.goer("sagsbehandler", send_til_region, grund="Resten følger.", aarsag="andet")

    def uenig(self) -> None:
        self.goer("sagsbehandler", genoptag_uenig, grund="Vi er uenige.")

    # --- the way on ----------------------------------------------------------------------------------

    def videre(self) -> bool:
        """One step towards the end, by whoever it is for. False: there is none, and the case is stuck."""
        sag = self.nu()
        with kontekst.arbejder_som(self.v.sagsbehandler):
            retning = vej(sag)
        v = self.v
        match T(sag.tilstand):
            case T.FORBEREDES if retning == Vej.UAFKLARET:
                foer = self.gjort.total()
                self.svar("indsats_13d", False)
                self.svar("kommunen_vaelger", True)
                return self.gjort.total() > foer
            case T.FORBEREDES if retning == Vej.UDEN_TEAM:
                return self.goer(
                    "sagsbehandler", traef_afgoerelse, **AFGOER, bevilget=False, mangler_grund="Det er nok."
                )
            case T.FORBEREDES:
                if retning == Vej.TEAM:
                    self.moede()
                foer = self.gjort["send_til_region"]
                self.send()
                return self.gjort["send_til_region"] > foer
            case T.SENDT:
                til = v.koordinator.medarbejder_id
                return self.goer("sekretariat", fordel_til_koordinator, koordinator_id=til)
            case T.HOS_KOORDINATOR if retning == Vej.SAMTALE:
                return self.goer("sagsbehandler", afslut_sag, resultat="gennemfoert", grund="Talt sammen.")
            case T.HOS_KOORDINATOR:
                return self.indstil(sag)
            case T.INDSTILLET:
                return self.goer(
                    "sagsbehandler", traef_afgoerelse, **AFGOER, foelger=True, forloeb_start=None
                ) or self.goer("sagsbehandler", afslut_sag, resultat="bortfaldet", grund="Kom videre.")
            case _:
                return self.goer(
                    "sagsbehandler", afslut_sag, resultat="gennemfoert", grund="Slut."
                ) or self.goer("sagsbehandler", afslut_sag, resultat="bortfaldet", grund="Slut.")

    def indstil(self, sag: Sag) -> bool:
        with kontekst.arbejder_som(self.v.moedeleder):
            udfald = next(u.navn for u in valg(sag) if u.kan_vaelges)
        self.goer("moedeleder", registrer_deltagere, fremmoede=[Fremmoede("borger", "Birthe", True)])
        skrevet = self.v.goer(
            self.v.moedeleder,
            skriv_indstilling,
            sag.id,
            version=0,
            udfald=udfald,
            indhold={d.noegle: "Ja." for d in tekstdele(udfald)},
            flag=dict.fromkeys(FLAG, False),
            indsatser=[Indstillet("Praktik", "Beskæftigelse", "2026-06-15", "Sanne")],
            opfoelgning="Hver fredag.",
            se_igen=False,
        )
        self.gjort["skriv_indstilling"] += 1
        return self.goer(
            "moedeleder", afgiv_indstilling, version=skrevet.version, begrundelse_tilstraekkelig=True
        )

    # --- what must hold ------------------------------------------------------------------------------

    def efterse(self) -> None:
        with kontekst.arbejder_som(self.v.sagsbehandler):
            fortalt = Counter(
                h for h in Haendelse.objects.filter(sag=self.sag).values_list("handling", flat=True)
            )
            skrevet = {d.kommunen for d in Plandel.objects.filter(sag=self.sag)}
            besvaret = Skoen.objects.filter(sag=self.sag).count()
        # A re-presentation is told on the case it made.
        gjort = Counter(
            {n: antal for n, antal in self.gjort.items() if n not in ("skriv_plandel", "genoptag_uenig")}
        )
        assert {n: fortalt[n] for n in gjort} == gjort
        assert self.tekster <= skrevet
        assert besvaret == self.gjort["svar_paa_spoergsmaal"]

    def til_ende(self) -> None:
        for _ in range(9):
            if self.nu().tilstand == T.AFSLUTTET:
                break
            assert self.videre(), (self.sag.sagstype, self.sag.undertype, self.nu().tilstand)
        assert self.nu().tilstand == T.AFSLUTTET
        self.efterse()


HURTIGE = {"ftp_12_uden", "samtale_113_stk3"}


@pytest.mark.parametrize(
    "slags", [a if a in HURTIGE else pytest.param(a, marks=pytest.mark.langsom) for a in KAN_VAELGES]
)
def test_hver_slags_sag_har_en_vej_til_sin_ende(verden: Verden, slags: str) -> None:
    Liv(verden, slags).til_ende()


def test_en_sag_der_forelaegges_igen_har_plan_svar_og_papirer_med(verden: Verden) -> None:
    """The kommune will not follow the indstilling: a new case with all that the old one had, and the old one waits."""
    v, liv = verden, Liv(verden, "fleksjob")
    liv.skriv("stk1_nr1", "Gartner i tolv år.")
    liv.svar("udarbejdet_sammen_med_borger", True)
    while liv.nu().tilstand != T.INDSTILLET:
        assert liv.videre()
    ny = v.goer(v.sagsbehandler, genoptag_uenig, liv.sag.id, grund="Praktikken gik bedre.")
    with pytest.raises(AlleredeGenoptaget):
        v.goer(v.sagsbehandler, genoptag_uenig, liv.sag.id, grund="Igen.")
    with kontekst.arbejder_som(v.sagsbehandler):
        gammel = liv.sag
        assert art(ny).noegle == "genforelaeggelse_uenig" and vej(ny) == Vej.TEAM
        assert dele(ny) == dele(gammel) and "stk1_nr1" in dele(ny)
        assert svar(ny) == svar(gammel) and seneste(ny)["udarbejdet_sammen_med_borger"].version == 1
        slags = [sorted(d.slags for d in s.dokument_raekker.all()) for s in (ny, gammel)]
        assert slags[0] == slags[1] and "indstilling" in slags[0]
    assert not liv.goer("sagsbehandler", traef_afgoerelse, **AFGOER, foelger=True)
    liv.til_ende()


SVARENE = [(n, v) for n, s in SPOERGSMAAL.items() for v in (*(s.valg or (True, False)), None)]
SKRIDT = st.one_of(
    st.tuples(st.just("svar"), st.sampled_from(SVARENE)),
    st.tuples(
        st.just("skriv"),
        st.tuples(
            st.sampled_from(["stk1_nr1", "stk1_nr3", "par15_nr3"]),
            st.text(st.characters(codec="latin-1", categories=("L", "N", "Zs")), min_size=1, max_size=40),
        ),
    ),
    st.tuples(st.sampled_from(["moede", "send", "uenig", "videre"]), st.just(())),
)


@pytest.mark.langsom
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hvad_der_end_sker_er_der_en_vej_videre(verden: Verden, data: st.DataObject) -> None:
    """Any acts in any order, refused or done: the case can still be brought to its end, and its history is whole."""
    liv = Liv(verden, data.draw(st.sampled_from(KAN_VAELGES)))
    for navn, felter in data.draw(st.lists(SKRIDT, max_size=12)):
        if liv.nu().tilstand != T.AFSLUTTET:
            getattr(liv, navn)(*felter)
        liv.efterse()
    liv.til_ende()
