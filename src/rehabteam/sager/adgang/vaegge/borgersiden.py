"""What the citizen herself sees, and the person she has given a fuldmagt to: her own rows, and of them the columns
that are hers to read here. No CPR number, no name of who has looked, no note of the house's own.

Everything is compared with one person's id. Where a table does not carry it, the ids of her cases are found once for
the whole query (an array, not a subquery per row).
"""

from ..aktoer import Vaeg
from ..log import KOLONNER as LOGGENS
from .dor import ALLE_RAEKKER, KOMMUNEN, Dor, egen, min_

# Whose rows. A fuldmagt that is taken back gives nobody, whatever the site believes. Its last day is asked about by the
# site at every request (indgang/borgere.py): the product's day is the demo's own, which PostgreSQL does not know.
BORGEREN = {
    Vaeg.BORGER: "(SELECT adgang.ctx_person('borger'))",
    Vaeg.BISIDDER: "(SELECT f.borger_id FROM sager_fuldmagt f WHERE f.id = "
    "(SELECT adgang.ctx_person('bisidder')) AND f.tilbagekaldt_tid IS NULL)",
}
MED_PAPIRER = BORGEREN[Vaeg.BISIDDER].replace("IS NULL", "IS NULL AND f.dokumenter")
# What she has been given herself. The rest she asks for: aktindsigt is answered by a person.
HENDES_PAPIRER = (
    "(slags = 'indstilling' OR slags = 'indsatsplan' OR slags = 'afgoerelse' OR slags = 'indkaldelse')"
)
GAELDER = "trukket_tilbage_tid IS NULL"

RAEKKEN = ("id", "kommune_id")
OPLYSNINGEN = (*RAEKKEN, "forloeb_id", "registreret_tid", "tilbagekaldt_tid")
DAGENE = ("bevilget", "aftalt_start", "paabegyndt", "afsluttet", "genoptaget", "optaget_i_indsatsdel")


def _paa_sagen(hvis: str, *mere: str) -> str:
    sager = f"sag_id = ANY (ARRAY(SELECT s.id FROM sager_sag s WHERE s.borger_id = {hvis}))"
    return " AND ".join((sager, *mere))


def _i_forloebet(hvis: str) -> str:
    return f"forloeb_id = ANY (ARRAY(SELECT l.id FROM sager_forloeb l WHERE l.borger_id = {hvis}))"


def _faelles(vaeg: Vaeg) -> dict[str, Dor]:
    """What citizen and bisidder see alike."""
    hende = BORGEREN[vaeg]
    hendes, forloebet = f"borger_id = {hende}", _i_forloebet(hende)
    return {
        "sager_forloeb": Dor(
            vaeg,
            hendes,
            sete_kolonner=(*RAEKKEN, "borger_id", "sagsbehandler_id", "start", "slut", "genbehandlet"),
        ),
        "sager_indsats": Dor(
            vaeg,
            forloebet,
            sete_kolonner=(*OPLYSNINGEN, *DAGENE, "navn", "hjemmel", "i_indsatsdel", "kilde"),
        ),
        "sager_undtagetperiode": Dor(vaeg, forloebet, sete_kolonner=(*OPLYSNINGEN, "fra", "til", "hjemmel")),
        "sager_ordinaeretimer": Dor(vaeg, forloebet, sete_kolonner=(*OPLYSNINGEN, "dato", "timer", "art")),
        "sager_spaend": Dor(vaeg, forloebet, sete_kolonner=(*OPLYSNINGEN, "slags", "fra", "til")),
        "sager_saerligegrunde": Dor(
            vaeg, forloebet, sete_kolonner=(*OPLYSNINGEN, "begrundelse", "beslutningstager", "dato")
        ),
        "sager_sag": Dor(
            vaeg,
            hendes,
            sete_kolonner=(
                *(*RAEKKEN, "borger_id", "forloeb_id", "nummer", "sagstype", "undertype", "tilstand"),
                *("udspringer_af_id", "sagsbehandler_id", "oprettet", "moede_id", "moede_kl", "sendt_dag"),
                *("afsluttet", "region_id", "koordinator_id"),
            ),
        ),
        "sager_moede": Dor(
            vaeg,
            f"id = ANY (ARRAY(SELECT s.moede_id FROM sager_sag s WHERE s.borger_id = {hende}))",
            sete_kolonner=(*RAEKKEN, "region_id", "dato", "kl", "sted"),
        ),
        # Who is who: the people who have her case, by name.
        "sager_medarbejder": Dor(
            vaeg,
            f"id = ANY (ARRAY(SELECT s.sagsbehandler_id FROM sager_sag s WHERE s.borger_id = {hende}))",
            sete_kolonner=("id", "organisation_id", "navn", "rolle"),
        ),
        "sager_adgangspost": Dor(
            vaeg,
            f"{egen(vaeg)} AND {min_(vaeg)}",
            indsaetter=True,
            laeser=False,
            nye_kolonner=LOGGENS,
        ),
        "web_engangsnoegle": Dor(vaeg, min_(vaeg), indsaetter=True, aendrer=True, kolonner=("svar",)),
    }


def _papirer(vaeg: Vaeg, hende: str) -> dict[str, Dor]:
    return {
        "sager_dokument": Dor(
            vaeg,
            _paa_sagen(hende, GAELDER, HENDES_PAPIRER),
            sete_kolonner=(
                *(*RAEKKEN, "sag_id", "titel", "slags", "dato", "afsender", "filnavn", "mime", "sha256"),
                *("stoerrelse", "sider", "fulgte_med_id", "tilfoejet_tid", "trukket_tilbage_tid"),
            ),
        ),
        "sager_indstilling": Dor(
            vaeg,
            _paa_sagen(hende, "afgivet_tid IS NOT NULL"),
            sete_kolonner=(
                *(*RAEKKEN, "sag_id", "udfald", "indhold", "aarsag", "indsatser", "opfoelgning", "se_igen"),
                *("afgivet_tid", "afgivet_dag", "dokument_id"),
            ),
        ),
        "sager_indsatsplan": Dor(
            vaeg,
            _paa_sagen(hende, "faerdig_tid IS NOT NULL"),
            sete_kolonner=(
                *(*RAEKKEN, "sag_id", "maal", "delmaal", "indsatser", "opfoelgning", "mentor", "faerdig_tid"),
                *("placering", "maal_art", "maal_hvorfor", "delmaalene", "plan_fra", "plan_til"),
                *("mentor_behov", "jobformidler", "dokument_id"),
            ),
        ),
        "sager_afgoerelse": Dor(
            vaeg,
            _paa_sagen(hende),
            sete_kolonner=(
                *(*RAEKKEN, "sag_id", "foelger", "udfald", "bevilget", "begrundelse", "naeste", "dag"),
                *("klagevejledning", "forloeb_start", "dokument_id"),
            ),
        ),
    }


FULDMAGTEN = (
    *(*RAEKKEN, "borger_id", "bisidder_navn", "dokumenter", "fra", "til", "givet_tid", "paa_papir"),
    *("tilbagekaldt_tid", "tilbagekaldt_dag"),
)
HENDES = f"borger_id = {BORGEREN[Vaeg.BORGER]}"
I_HENDES_KOMMUNE = "kommune_id = (SELECT adgang.ctx_org('borger'))"

BORGER: dict[str, Dor] = {
    "sager_borger": Dor(
        Vaeg.BORGER,
        f"id = {BORGEREN[Vaeg.BORGER]}",
        aendrer=True,
        kolonner=("egne_ord",),
        sete_kolonner=(*RAEKKEN, "bisidder", "tolk", "egne_ord"),
    ),
    # What was done, and when; not the words of those who did it.
    "sager_haendelse": Dor(
        Vaeg.BORGER,
        HENDES,
        indsaetter=True,
        skriver=f"{HENDES} AND {I_HENDES_KOMMUNE}",
        sete_kolonner=(*RAEKKEN, "borger_id", "forloeb_id", "sag_id", "handling", "tid", "dag"),
    ),
    "sager_fuldmagt": Dor(
        Vaeg.BORGER,
        HENDES,
        indsaetter=True,
        aendrer=True,
        skriver=f"{HENDES} AND {I_HENDES_KOMMUNE}",
        kolonner=("tilbagekaldt_tid", "tilbagekaldt_dag"),
        sete_kolonner=(*FULDMAGTEN, "kodeaftryk"),
    ),
    # What was given to others of her case: to whom, when, how many; not why, and not the papers themselves.
    "sager_forsendelse": Dor(
        Vaeg.BORGER,
        _paa_sagen(BORGEREN[Vaeg.BORGER], "udleveret_tid IS NOT NULL"),
        sete_kolonner=(
            *RAEKKEN,
            "sag_id",
            "modtager",
            "modtager_navn",
            "udleveret_tid",
            "udleveret_dag",
            "antal",
        ),
    ),
    "sager_moedesvar": Dor(
        Vaeg.BORGER,
        HENDES,
        indsaetter=True,
        skriver=f"{HENDES} AND {I_HENDES_KOMMUNE}",
        sete_kolonner=(*RAEKKEN, "borger_id", "sag_id", "moede_id", "svar", "tid"),
    ),
    # Who has used what is known about her, in every organisation that has her case; never who by name.
    "sager_adgangspost": Dor(
        Vaeg.BORGER,
        f"borgere @> ARRAY[{BORGEREN[Vaeg.BORGER]}]",
        indsaetter=True,
        nye_kolonner=LOGGENS,
        skriver=f"{egen(Vaeg.BORGER)} AND {min_(Vaeg.BORGER)}",
        sete_kolonner=("id", "tid", "organisation_id", "rolle", "art", "rute", "udfald", "borgere"),
    ),
}
BISIDDER: dict[str, Dor] = {
    "sager_borger": Dor(
        Vaeg.BISIDDER,
        f"id = {BORGEREN[Vaeg.BISIDDER]}",
        sete_kolonner=(*RAEKKEN, "navn", "tolk", "beskyttet_adresse", "beskyttet_til"),
    ),
    "sager_fuldmagt": Dor(
        Vaeg.BISIDDER, "id = (SELECT adgang.ctx_person('bisidder'))", sete_kolonner=FULDMAGTEN
    ),
}
# The citizens' door. It sees a citizen only while it holds her CPR number proved and signed (borgerdoer.py), and of her
# the id; an account can be bound to no other.
DOEREN: dict[str, Dor] = {
    "sager_borger": Dor(Vaeg.DOER, "cpr = (SELECT adgang.ctx_nummer('doer'))", sete_kolonner=RAEKKEN),
    "sager_fuldmagt": Dor(
        Vaeg.DOER,
        ALLE_RAEKKER,
        sete_kolonner=(*RAEKKEN, "borger_id", "dokumenter", "fra", "til", "tilbagekaldt_tid", "kodeaftryk"),
    ),
    "web_borgerkonto": Dor(
        Vaeg.DOER,
        ALLE_RAEKKER,
        indsaetter=True,
        aendrer=True,
        sletter=True,
        kolonner=("navn",),
        skriver="fuldmagt_id IS NOT NULL OR borger_id = ANY (ARRAY(SELECT b.id FROM sager_borger b))",
    ),
}

HUSET: dict[str, Dor] = {
    "sager_fuldmagt": Dor(
        Vaeg.KOMMUNE,
        KOMMUNEN,
        indsaetter=True,
        aendrer=True,
        kolonner=("tilbagekaldt_tid", "tilbagekaldt_dag"),
    ),
    "sager_moedesvar": Dor(Vaeg.KOMMUNE, KOMMUNEN),
}

DELE = (
    HUSET,
    _faelles(Vaeg.BORGER) | _papirer(Vaeg.BORGER, BORGEREN[Vaeg.BORGER]) | BORGER,
    _faelles(Vaeg.BISIDDER) | _papirer(Vaeg.BISIDDER, MED_PAPIRER) | BISIDDER,
    DOEREN,
)


TABELLER: dict[str, tuple[Dor, ...]] = {
    tabel: tuple(del_[tabel] for del_ in DELE if tabel in del_)
    for tabel in dict.fromkeys(tabel for del_ in DELE for tabel in del_)
}
