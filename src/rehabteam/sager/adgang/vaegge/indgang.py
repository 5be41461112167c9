"""The login's own tables, the once-only keys and the read marks."""

from ..aktoer import Vaeg
from .dor import ALLE_RAEKKER, INDE, Dor, min_

TABELLER: dict[str, tuple[Dor, ...]] = {
    # The web's own tables
    "web_konto": (
        # A new account comes only from an identity provider; local and demo accounts are made by an operator.
        Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, skriver="udsteder <> '' AND NOT demo"),
        Dor(
            Vaeg.DOER,
            ALLE_RAEKKER,
            laeser=False,
            aendrer=True,
            kolonner=("last_login", "password", "roller"),
        ),
    ),
    "web_myndighed": (Dor(Vaeg.DOER, ALLE_RAEKKER),),
    "web_indlogning": (
        Dor(
            Vaeg.DOER,
            ALLE_RAEKKER,
            indsaetter=True,
            aendrer=True,
            kolonner=("slut", "navne_id"),
        ),
    ),
    "web_brugtsvar": (Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, sletter=True),),
    "otp_totp_totpdevice": (
        Dor(
            Vaeg.DOER,
            ALLE_RAEKKER,
            aendrer=True,
            kolonner=(
                "drift",
                "last_t",
                "last_used_at",
                "throttling_failure_count",
                "throttling_failure_timestamp",
            ),
        ),
    ),
    "django_session": (Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True, sletter=True),),
    "axes_accessattempt": (Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True, sletter=True),),
    "axes_accesslog": (Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True),),
    "axes_accessfailurelog": (Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True),),
    "axes_accessattemptexpiration": (
        Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True, sletter=True),
    ),
    "web_engangsnoegle": tuple(
        Dor(vaeg, min_(vaeg), indsaetter=True, aendrer=True, kolonner=("svar",))
        for vaeg in (*INDE, Vaeg.AUDIT)
    ),
    # How one's own list is shown, and whether one wants a mail: one's own to read and write.
    "web_visning": (
        Dor(Vaeg.KOMMUNE, min_(Vaeg.KOMMUNE), indsaetter=True, aendrer=True, kolonner=("valg",)),
        Dor(Vaeg.REGION, min_(Vaeg.REGION), indsaetter=True, aendrer=True, kolonner=("valg",)),
    ),
    "web_mailvalg": (
        Dor(Vaeg.KOMMUNE, min_(Vaeg.KOMMUNE), indsaetter=True, aendrer=True, kolonner=("adresse", "til")),
    ),
    "web_laest": tuple(Dor(vaeg, min_(vaeg), indsaetter=True) for vaeg in INDE),
}
