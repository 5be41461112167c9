"""Where each provision shows in the product: pages and Handlinger, and who meets them.

Only names stand here (the layers above are not known below): tests/lovspor/test_steder.py holds every address,
every role and every Handling to the truth, and follows the calls down to the rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.vurdering import Hjemmel

ALLE, OFFENTLIGT = "alle, der er logget ind", "alle, uden login"
KOMMUNEN, MYNDIGHED = "kommunens medarbejdere", "sagsbehandler og leder"
SEKRETARIAT, MOEDELEDER = "sekretariatet", "mødelederen"
MYNDIGHED_OG_MOEDELEDER = "sagsbehandler, leder og mødeleder"
LEDELSEN = "leder og sekretariat"


@dataclass(frozen=True, slots=True)
class Sted:
    """A page (`adresse`: the name of its url) or something done (`handling`: its module), and who may."""

    titel: str
    hvem: str
    adresse: str = ""
    handling: str = ""


def _side(titel: str, adresse: str, hvem: str) -> Sted:
    return Sted(titel, hvem, adresse=adresse)


def _handling(titel: str, handling: str, hvem: str) -> Sted:
    return Sted(titel, hvem, handling=handling)


BEREGN_SEKS = _side("Beregn seksmånedersfristen", "beregn_seks_maaneder", OFFENTLIGT)
BEREGN_MOEDE = _side("Beregn fristen før mødet", "beregn_moedefrist", OFFENTLIGT)
FORLOEB = _side("Forløbets side: svaret, tidslinjen og optællingen", "forloeb", KOMMUNEN)
MIT_ARBEJDE = _side("Mit arbejde: hvem der nærmer sig, og hvem der skal for teamet", "mit_arbejde", KOMMUNEN)
KALENDER = _side("Kalenderen: seks måneder og sidste dag at sende, på deres dag", "kalender", KOMMUNEN)
GENOPTAG = _side("Genoptag sagen til genforelæggelse", "genoptag", MYNDIGHED)
OM_NATTEN = _handling("Loven spørges igen om alle forløb", "genberegn_frister", "leder")
INDSATS = _side("Registrér en indsats", "indsats_ny", MYNDIGHED)
INDSATSENS_GANG = _side("Indsatsen er bevilget, begyndt eller skrevet ind", "indsats_gang", MYNDIGHED)
SAGEN = _side("Sagens overblik: hvad der mangler", "sag", ALLE)
SEND = _side("Send sagen til Klinisk Funktion", "send", MYNDIGHED)
SENDES = _handling("Sagen sendes: reglen afgør, hvad der mangler", "send_til_region", MYNDIGHED)

VALGT_MOEDE = _handling("Mødet vælges", "vaelg_moede", MYNDIGHED_OG_MOEDELEDER)
PLAN_GODKENDT = _handling("Planlæggerens forslag godkendes", "godkend_plan", MYNDIGHED_OG_MOEDELEDER)
BYTTET = _handling("To sager bytter møde", "byt_pladser", MYNDIGHED_OG_MOEDELEDER)
AFGOERES = _handling("Kommunen afgør sagen: reglen siger, hvad der mangler", "traef_afgoerelse", MYNDIGHED)
PLANEN = (
    _side("Sagens forberedende del: hvad der mangler", "sag_forberedende", ALLE),
    _handling("Der skrives på den forberedende del", "skriv_plandel", MYNDIGHED),
    _handling("En ældre udgave af en del hentes frem", "gendan_plandel", MYNDIGHED),
    _handling("En plan på papir krydses af", "afkryds_planbilag", MYNDIGHED),
    _handling("De dele, begge slags sager har, følger med", "skift_sagsart", MYNDIGHED),
)
MOEDERUM = (
    _side("Møderummet: indstillingen skrives og afgives", "moederum", KOMMUNEN),
    _handling("Der skrives på indstillingen: er udfaldet åbent?", "skriv_indstilling", MOEDELEDER),
    _handling("Teamets indstilling afgives", "afgiv_indstilling", MOEDELEDER),
    AFGOERES,
)
ATTESTER = _side("Sagens attester: hvad der mangler om lægens vurdering", "attester", KOMMUNEN)
SAGENS_GRUNDLAG = (SAGEN, SEND, SENDES, AFGOERES, ATTESTER)

STEDER: tuple[tuple[str, tuple[Sted, ...]], ...] = (
    (
        "BEK 2408/2021 § 1",
        (
            SAGEN,
            SEND,
            SENDES,
            AFGOERES,
            VALGT_MOEDE,
            PLAN_GODKENDT,
            MOEDERUM[1],
            MOEDERUM[2],
            _handling("En sag oprettes: skal den for teamet?", "opret_sag", MYNDIGHED),
            _handling("Sagen føres videre som en anden slags", "skift_sagsart", MYNDIGHED),
            _handling("Sagen forelægges igen, fordi kommunen er uenig", "genoptag_uenig", MYNDIGHED),
            _handling("Sagen afsluttes", "afslut_sag", MYNDIGHED),
        ),
    ),
    ("BEK 2408/2021 § 3", (*SAGENS_GRUNDLAG, *PLANEN)),
    (
        "BEK 2408/2021 § 4",
        (*SAGENS_GRUNDLAG, _handling("En lægeattest læses og krydses af", "vurder_laegeattest", MYNDIGHED)),
    ),
    *((f"BEK 2408/2021 § {nr}", SAGENS_GRUNDLAG) for nr in (12, 13, 14)),
    ("BEK 2408/2021 § 15", (*SAGENS_GRUNDLAG, *PLANEN)),
    (
        "BEK 2408/2021 § 5",
        (
            _side("Kommunens indsatsplan: hvad der mangler", "indsatsplan", MYNDIGHED),
            _side("Gør indsatsplanen færdig", "indsatsplan_faerdig", MYNDIGHED),
            _handling("Indsatsplanen lægges på sagen", "laeg_indsatsplan", MYNDIGHED),
        ),
    ),
    (
        "BEK 2408/2021 § 17",
        (
            FORLOEB,
            MIT_ARBEJDE,
            KALENDER,
            GENOPTAG,
            BEREGN_SEKS,
            _handling("Et forløb registreres, og fristen regnes ud", "opret_forloeb", MYNDIGHED),
            _handling("En oplysning tages tilbage, og fristen regnes om", "tilbagekald_oplysning", MYNDIGHED),
            _handling("Sagen genoptages til genforelæggelse", "genoptag_sag", MYNDIGHED),
            _handling("Et bevilget ressourceforløb begynder", "traef_afgoerelse", MYNDIGHED),
            _handling("Mange forløb indlæses på én gang", "importer_raekker", MYNDIGHED),
            _handling("Et forløb modtages fra en anden kommune", "modtag_overdragelse", MYNDIGHED),
            OM_NATTEN,
        ),
    ),
    (
        "BEK 2408/2021 § 17, stk. 1",
        (
            INDSATS,
            INDSATSENS_GANG,
            _handling("En indsats registreres", "registrer_indsats", MYNDIGHED),
            _handling("Indsatsens gang registreres", "registrer_indsatsens_gang", MYNDIGHED),
            _handling("Indsatsplanen lægges, og fristen regnes om", "laeg_indsatsplan", MYNDIGHED),
        ),
    ),
    ("BEK 2408/2021 § 17, stk. 2", (INDSATS, INDSATSENS_GANG)),
    (
        "BEK 2408/2021 § 17, stk. 3",
        (
            _side("Registrér en periode, der holdes ude", "periode_ny", MYNDIGHED),
            _side("Sæt slutdato på en periode", "periode_slut", MYNDIGHED),
            _handling("En periode registreres", "registrer_undtaget_periode", MYNDIGHED),
            _handling("En periode får en slutdato", "afslut_undtaget_periode", MYNDIGHED),
        ),
    ),
    (
        "BEK 2408/2021 § 17, stk. 4",
        (
            _side("Registrér timer", "timer_ny", MYNDIGHED),
            _handling("Timer registreres", "registrer_timer", MYNDIGHED),
        ),
    ),
    *(
        (
            f"BEK 2408/2021 § 17, stk. {stk}",
            (
                _side("Registrér løntilskud efter § 15 eller STU", "spaend_ny", MYNDIGHED),
                _handling("Løntilskud eller STU registreres", "registrer_spaend", MYNDIGHED),
            ),
        )
        for stk in (5, 6)
    ),
    (
        "BEK 2408/2021 § 18",
        (
            SAGEN,
            SEND,
            _side("Vurdér, om situationen er ændret", "aendringer", MYNDIGHED),
            SENDES,
            AFGOERES,
        ),
    ),
    (
        "BEK 2408/2021 § 19",
        (
            _side("Møderummet: indstillingen skrives og afgives", "moederum", KOMMUNEN),
            _handling("Teamets indstilling afgives", "afgiv_indstilling", MOEDELEDER),
            AFGOERES,
        ),
    ),
    *((f"BEK 2408/2021 § {nr}", MOEDERUM) for nr in (7, 8, 9, 10, 11, 16)),
    (
        "BEK 2408/2021 § 21, stk. 1",
        (FORLOEB, BEREGN_SEKS, _handling("Indstillingen siger sin udgave", "afgiv_indstilling", MOEDELEDER)),
    ),
    (
        "Retssikkerhedsloven § 11 a",
        (
            _side("Sagens samtykker: hvilke der gælder", "sag_samtykker", KOMMUNEN),
            _side("Bed om en attest eller oplysninger", "anmodning_ny", MYNDIGHED),
            _side("Bed om oplysninger uden samtykke", "anmodning_uden_samtykke", MYNDIGHED),
            _handling(
                "Der bedes om oplysninger: reglen afgør, om det må ske", "anmod_om_oplysninger", MYNDIGHED
            ),
            _handling("Et brev til lægen: reglen afgør, om det må sendes", "skriv_brev", MYNDIGHED),
            _handling(
                "Lægen indkaldes til mødet: reglen afgør, om det må ske", "indkald", MYNDIGHED_OG_MOEDELEDER
            ),
        ),
    ),
    (
        "Retssikkerhedsloven § 11 c",
        (_side("Bed om oplysninger uden samtykke", "anmodning_uden_samtykke", MYNDIGHED),),
    ),
    ("Retssikkerhedsloven § 12", (_side("Bed om en attest eller oplysninger", "anmodning_ny", MYNDIGHED),)),
    ("LAB § 113", (FORLOEB, MIT_ARBEJDE, GENOPTAG, BEREGN_SEKS)),
    (
        "LAB § 113, stk. 2, 2. pkt.",
        (
            _side("Beslut, at særlige grunde taler imod", "saerlige_grunde", MYNDIGHED),
            _handling("Beslutningen om særlige grunde gemmes", "beslut_saerlige_grunde", MYNDIGHED),
        ),
    ),
    (
        "CPR-loven § 28",
        (
            _side("Beskyt navn og adresse, eller forlæng det", "beskyttelse_ny", MYNDIGHED),
            _side("Beskyttelsen løftes", "beskyttelse_slut", MYNDIGHED),
            _handling(
                "Beskyttelsen registreres, og den sidste dag regnes ud", "registrer_beskyttelse", MYNDIGHED
            ),
            _handling("Beskyttelsen løftes", "ophaev_beskyttelse", MYNDIGHED),
        ),
    ),
    (
        "Offentlighedsloven § 36",
        (
            MIT_ARBEJDE,
            _side(
                "Sagens anmodninger om aktindsigt, og hvornår der skal svares", "sag_aktindsigt", MYNDIGHED
            ),
            _side("En anmodning om aktindsigt", "aktindsigt", MYNDIGHED),
            _handling(
                "Anmodningen registreres, og den sidste dag regnes ud", "registrer_aktindsigt", MYNDIGHED
            ),
            _handling(
                "Borgeren får besked om, at det tager længere tid", "underret_om_aktindsigt", MYNDIGHED
            ),
            _handling("Der svares på aktindsigt", "afgoer_aktindsigt", MYNDIGHED),
        ),
    ),
    (
        "Proceduren, kommunens opgave",
        (
            _side("Vælg mødet", "vaelg_moede", MYNDIGHED_OG_MOEDELEDER),
            SEND,
            _side("Mødedagene: hvornår sagerne skal være sendt", "moeder", KOMMUNEN),
            KALENDER,
            BEREGN_MOEDE,
            VALGT_MOEDE,
            PLAN_GODKENDT,
            BYTTET,
            _handling("Sagen sendes, og fristen prøves", "send_til_region", MYNDIGHED),
        ),
    ),
    (
        "Proceduren, sekretariatets afsendelse",
        (_side("Klinisk Funktions indbakke", "indbakke", SEKRETARIAT), BEREGN_MOEDE),
    ),
    ("Proceduren, dokumenter der følger med", SAGENS_GRUNDLAG),
    ("Proceduren, dokumenter der tilføjes", SAGENS_GRUNDLAG),
    ("Proceduren, hvad der er omfattet", SAGENS_GRUNDLAG),
    (
        "Proceduren, reform og samarbejdsaftale",
        (
            SAGEN,
            _side("Klinisk Funktions indbakke", "indbakke", SEKRETARIAT),
            VALGT_MOEDE,
            PLAN_GODKENDT,
            BYTTET,
            _handling("En mødedag oprettes med aftalens pladser", "opret_moede", MYNDIGHED_OG_MOEDELEDER),
            _handling("En serie af mødedage oprettes", "opret_moedeserie", MYNDIGHED_OG_MOEDELEDER),
            _handling("En mødedags pladser lægges efter aftalen", "laeg_pladser", MYNDIGHED_OG_MOEDELEDER),
            _handling("En sag, der kom for sent, flyttes", "tag_stilling", SEKRETARIAT),
            _handling("Aftalen skrives", "registrer_aftale", SEKRETARIAT),
            _handling("En måneds afregning opgøres", "opgoer_afregning", LEDELSEN),
            _handling("En måneds afregning godkendes", "godkend_afregning", LEDELSEN),
        ),
    ),
)


def steder(hjemmel: Hjemmel) -> tuple[Sted, ...]:
    """Where the provision shows, the most particular places first; none where only its rule can be asked."""
    stykke = str(hjemmel)
    passer = [(noegle, s) for noegle, s in STEDER if stykke == noegle or stykke.startswith(f"{noegle},")]
    passer.sort(key=lambda par: -len(par[0]))
    return tuple(dict.fromkeys(sted for _, fundne in passer for sted in fundne))
