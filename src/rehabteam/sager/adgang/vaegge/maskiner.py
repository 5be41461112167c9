"""Those who are not casework: the people who keep the machine running, and another system of one kommune.

Operations see no citizen at all: of the log only when it was written, never by whom or about whom. A system of the
kommune may hand over what it knows – a citizen, a forløb, its facts, an old case – and reads back only that.
"""

from ..aktoer import Vaeg
from ..log import KOLONNER as LOGGENS
from .dor import LAEST, Dor, egen, min_

I_DRIFT = "(SELECT adgang.ctx_org('drift')) IS NOT NULL"
KOMMUNEN = "kommune_id = (SELECT adgang.ctx_org('integration'))"


def _egen_log(vaeg: Vaeg) -> Dor:
    return Dor(
        vaeg,
        "",
        laeser=False,
        indsaetter=True,
        nye_kolonner=LOGGENS,
        skriver=f"{egen(vaeg)} AND {min_(vaeg)}",
    )


def _ind(*kolonner: str) -> tuple[Dor, ...]:
    """Handed over by the system; afterwards only these columns change."""
    return (Dor(Vaeg.INTEGRATION, KOMMUNEN, indsaetter=True, aendrer=bool(kolonner), kolonner=kolonner),)


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_adgangspost": (
        Dor(Vaeg.DRIFT, I_DRIFT, sete_kolonner=("id", "tid", "transaktion")),
        _egen_log(Vaeg.DRIFT),
        _egen_log(Vaeg.INTEGRATION),
    ),
    "sager_logsegl": (Dor(Vaeg.DRIFT, I_DRIFT, sete_kolonner=("nr", "post_id", "tid")),),
    "sager_logstand": (Dor(Vaeg.DRIFT, I_DRIFT),),
    "django_migrations": (Dor(Vaeg.DRIFT, I_DRIFT, sete_kolonner=("id", "app", "name", "applied")),),
    "sager_medarbejder": (Dor(Vaeg.INTEGRATION, egen(Vaeg.INTEGRATION)),),
    "sager_borger": _ind(),
    "sager_forloeb": _ind("naeste_frist", "frist_status", "version"),
    "sager_indsats": _ind(
        *("bevilget", "aftalt_start", "paabegyndt", "afsluttet", "genoptaget"),
        *("i_indsatsdel", "optaget_i_indsatsdel"),
    ),
    "sager_undtagetperiode": _ind("til"),
    "sager_ordinaeretimer": _ind(),
    "sager_spaend": _ind(),
    "sager_saerligegrunde": (Dor(Vaeg.INTEGRATION, KOMMUNEN),),
    "sager_sag": _ind(),
    "sager_dokument": _ind(),
    "sager_dokumentside": _ind(),
    "sager_gennemgang": _ind(*LAEST),
    "sager_haendelse": (Dor(Vaeg.INTEGRATION, "", laeser=False, indsaetter=True, skriver=KOMMUNEN),),
}
