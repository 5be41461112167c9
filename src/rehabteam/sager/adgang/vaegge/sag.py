"""The case, what is written on it, and its meeting."""

from ..aktoer import Vaeg
from .dor import (
    AUDIT_KOMMUNE,
    AUDIT_SAGEN,
    DELING,
    HENDES_EGET,
    KOMMUNEN,
    KOORDINATOREN,
    KUN_KOMMUNEN,
    KUN_NYE,
    LAEST,
    REGIONEN,
    UNDERSKREVET,
    Dor,
    egen,
    min_,
    paa_sagen,
)

MEDLEMMET = ("medarbejder_id", "navn", "stedfortraeder_id", "stedfortraeder_navn")


def _huset(vaeg: Vaeg) -> str:
    return f"kommune_id = (SELECT adgang.ctx_org('{vaeg}'))"


def _ved_siden(vaeg: Vaeg, sagen: str) -> Dor:
    """A note beside a page: her own, and what colleagues of her own house have shared; written in her own name."""
    i_huset = f"{sagen} AND {egen(vaeg)}"
    return Dor(
        vaeg,
        f"{i_huset} AND (delt_tid IS NOT NULL OR {min_(vaeg)})",
        indsaetter=True,
        aendrer=True,
        sletter=True,
        kolonner=("tekst", "sted", "version", "tid", "delt_tid", "trukket_tilbage_tid"),
        skriver=f"{i_huset} AND {min_(vaeg)}",
        fjerner=f"{i_huset} AND {min_(vaeg)} AND delt_tid IS NULL",
    )


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_indsatsplan": (
        *KUN_KOMMUNEN,
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, sete_kolonner=("id", "sag_id", "faerdig_tid")),
    ),
    # What the kommune decides, closes and hands over is its own; the letters about it are documents on the case.
    "sager_afgoerelse": (
        *KUN_NYE,
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, sete_kolonner=("id", "sag_id", "dag")),
    ),
    "sager_sagsskifte": KUN_NYE,
    "sager_overdragelse": KUN_NYE,
    "sager_indsatsstart": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNEN,
            indsaetter=True,
            aendrer=True,
            kolonner=("tilbagekaldt_tid", "tilbagekaldt_grund"),
        ),
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, sete_kolonner=("sag_id", "begyndt", "tilbagekaldt_tid")),
    ),
    # Who has asked to see the papers, and what was held back, is the kommune's own.
    "sager_aktindsigt": KUN_KOMMUNEN,
    "sager_udlevering": KUN_KOMMUNEN,
    # Redacted editions, and what was put together for whom, are the kommune's own.
    "sager_overstregning": (
        *KUN_KOMMUNEN,
        # As for a document's reading: the worker asks as the door, and becomes the one who ordered it.
        Dor(
            Vaeg.DOER,
            "laesning = 'venter' AND trukket_tilbage_tid IS NULL",
            sete_kolonner=("id", "bestilt_af_id", "lavet_tid", "laesning"),
        ),
    ),
    "sager_forsendelse": KUN_KOMMUNEN,
    "sager_forsendelseslinje": KUN_KOMMUNEN,
    # What colleagues write to each other, and what they want to be reminded of, stays in the house.
    "sager_note": (Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True),),
    # Who was asked to a meeting is the kommune's own; what each writes for her own reading is nobody else's.
    "sager_invitation": KUN_NYE,
    "sager_laesenote": (
        Dor(
            Vaeg.KOMMUNE,
            f"{KOMMUNEN} AND {min_(Vaeg.KOMMUNE)}",
            indsaetter=True,
            aendrer=True,
            sletter=True,
            kolonner=("tekst", "version", "aendret_tid"),
        ),
    ),
    "sager_margennote": (
        _ved_siden(Vaeg.KOMMUNE, KOMMUNEN),
        _ved_siden(Vaeg.REGION, REGIONEN),
        _ved_siden(Vaeg.KOORDINATOR, KOORDINATOREN),
    ),
    "sager_paamindelse": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNEN,
            indsaetter=True,
            aendrer=True,
            kolonner=("medarbejder_id", "lukket_tid", "lukket_af"),
        ),
    ),
    "sager_sag": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(
            Vaeg.REGION,
            REGIONEN,
            aendrer=True,
            kolonner=(
                *("koordinator_id", "tilstand", "fordelt_tid", "version"),
                # A case that came too late is taken along, or moved to another day (handlinger/tag_stilling.py).
                *("moede_id", "moede_kl", "moede_sent_grund"),
                *("sent_stilling", "sent_stilling_grund", "sent_stilling_af", "sent_stilling_tid"),
            ),
        ),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN),
        Dor(
            Vaeg.AUDIT,
            AUDIT_SAGEN,
            sete_kolonner=(
                *("kommune_id", "region_id", "borger_id", "sagsbehandler_id", "koordinator_id"),
                "moede_id",
                # Counted: the days, and whether and why it came too late.
                *("id", "forloeb_id", "oprettet", "sendt_dag", "sendt_for_sent", "sendt_aarsag"),
            ),
        ),
    ),
    "sager_dokument": paa_sagen(
        (*DELING, "trukket_tilbage_tid", "trukket_tilbage_grund"), koordinator_skriver=True
    ),
    # The text of a document's pages is read where the document is; the worker writes it as the one who put it there.
    "sager_dokumentside": paa_sagen(DELING, koordinator_skriver=True),
    "sager_gennemgang": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=(*LAEST, *DELING)),
        Dor(Vaeg.REGION, REGIONEN, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN, indsaetter=True, aendrer=True, kolonner=LAEST),
        # The worker asks as the door whose turn it is, and then becomes the one who ordered it.
        Dor(
            Vaeg.DOER,
            "tilstand = 'venter'",
            sete_kolonner=("id", "kommune_id", "bestilt_af_id", "bestilt_tid", "tilstand"),
        ),
    ),
    # Every version of the plan while it is written is the kommune's own; the paper it becomes goes with the case.
    "sager_plandel": KUN_NYE,
    "sager_planbilag": paa_sagen(DELING),
    "sager_resume": paa_sagen(DELING, udenfor="faerdigt"),
    # What the kommune has answered and judged goes with the case: the team's region reads the reasons.
    "sager_skoen": paa_sagen(DELING),
    # What was found in a certificate is read where the certificate is.
    "sager_laegevurdering": paa_sagen(DELING),
    "sager_sundhedsnotat": (
        # The kommune inserts only when an old case is taken over from another system, already signed.
        Dor(
            Vaeg.KOMMUNE,
            f"{KOMMUNEN} AND {UNDERSKREVET}",
            indsaetter=True,
            aendrer=True,
            kolonner=DELING,
        ),
        Dor(Vaeg.REGION, f"{REGIONEN} AND {UNDERSKREVET}", aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, HENDES_EGET, indsaetter=True, aendrer=True),
    ),
    "sager_deltager": paa_sagen(("til_stede", "navn", "bemaerkning", *DELING)),
    "sager_indstilling": (
        *paa_sagen(udenfor="afgivet_tid IS NOT NULL"),
        # That one was given, and the day; never a word of it.
        Dor(
            Vaeg.AUDIT,
            f"({AUDIT_SAGEN}) AND afgivet_tid IS NOT NULL",
            sete_kolonner=("id", "sag_id", "afgivet_dag"),
        ),
    ),
    # The secretariat asks, the kommune answers; the coordinator reads it on her own cases.
    "sager_regionsspoergsmaal": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNEN,
            aendrer=True,
            kolonner=("svar", "svar_tid", "svar_dag", "svar_af", *DELING),
        ),
        Dor(Vaeg.REGION, REGIONEN, indsaetter=True, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN),
    ),
    "sager_referat": paa_sagen(udenfor="godkendt_tid IS NOT NULL"),
    "sager_moede": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(Vaeg.REGION, REGIONEN),
        Dor(Vaeg.KOORDINATOR, "region_id = (SELECT adgang.ctx_org('koordinator'))"),
        Dor(
            Vaeg.AUDIT,
            AUDIT_SAGEN,
            sete_kolonner=("id", "kommune_id", "region_id", "moedeleder_id", "dato", "aflyst_tid"),
        ),
    ),
    # A place is laid once; only which case has it, and when it comes up, is ever written on it.
    "sager_moedeplads": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=("sag_id", "kl")),
        Dor(Vaeg.REGION, REGIONEN, aendrer=True, kolonner=("sag_id", "kl")),
        Dor(Vaeg.AUDIT, AUDIT_SAGEN, sete_kolonner=("id", "kommune_id", "moede_id", "sag_id")),
    ),
    # Each house names its own people on the day.
    "sager_moedemedlem": (
        *(
            Dor(
                vaeg,
                ser,
                indsaetter=True,
                aendrer=True,
                kolonner=MEDLEMMET,
                skriver=f"{ser} AND organisation_id = (SELECT adgang.ctx_org('{vaeg}'))",
            )
            for vaeg, ser in ((Vaeg.KOMMUNE, KOMMUNEN), (Vaeg.REGION, REGIONEN))
        ),
        Dor(Vaeg.KOORDINATOR, "region_id = (SELECT adgang.ctx_org('koordinator'))"),
    ),
    "sager_haendelse": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=DELING),
        Dor(Vaeg.REGION, REGIONEN, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN),
        # What the region does on a case stands in the case's history; what it does in its own house, in its own.
        *(
            Dor(
                vaeg,
                "",
                laeser=False,
                indsaetter=True,
                skriver=f"{sagen} OR sag_id IS NULL AND {_huset(vaeg)}",
            )
            for vaeg, sagen in ((Vaeg.REGION, REGIONEN), (Vaeg.KOORDINATOR, KOORDINATOREN))
        ),
        Dor(
            Vaeg.AUDIT,
            "",
            laeser=False,
            indsaetter=True,
            skriver=f"sag_id IS NULL AND {_huset(Vaeg.AUDIT)}",
        ),
        # Which cases lost their meeting day, and when; the history itself is not hers to read.
        Dor(
            Vaeg.AUDIT,
            f"({AUDIT_SAGEN}) AND mistet_dag",
            sete_kolonner=("id", "kommune_id", "sag_id", "handling", "dag", "mistet_dag"),
        ),
    ),
}
