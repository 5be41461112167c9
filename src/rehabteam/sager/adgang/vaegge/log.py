"""The access log, its seals, and its review."""

from ..aktoer import Tjeneste, Vaeg
from ..log import KOLONNER as LOGGENS
from .dor import ALLE_RAEKKER, INDE, Dor, egen, min_, som_den_man_er

TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_adgangspost": (
        # At the door only logins and refusals are written, so that nothing can be put in another's name there.
        Dor(
            Vaeg.DOER,
            "art = 'login' OR art = 'afvist'",
            indsaetter=True,
            laeser=False,
            nye_kolonner=LOGGENS,
        ),
        *(
            Dor(
                *(v, egen(v)),
                indsaetter=True,
                nye_kolonner=LOGGENS,
                skriver=f"{egen(v)} AND {min_(v)} AND {som_den_man_er(v)}",
            )
            for v in (*INDE, Vaeg.AUDIT)
        ),
        # It reads all to seal and verify it, and writes only that the log was taken out.
        Dor(
            Tjeneste.FORSEGLER,
            ALLE_RAEKKER,
            indsaetter=True,
            nye_kolonner=LOGGENS,
            skriver="medarbejder_id IS NULL AND art = 'eksport'",
        ),
    ),
    "sager_logsegl": (Dor(Tjeneste.FORSEGLER, ALLE_RAEKKER, indsaetter=True),),
    "sager_logstand": (Dor(Tjeneste.FORSEGLER, ALLE_RAEKKER, indsaetter=True),),
    # Nobody reviews in another's name, or the one she stands in for; that nobody reviews herself is a rule of the table.
    "sager_logstikproeve": (
        Dor(
            Vaeg.AUDIT,
            egen(Vaeg.AUDIT),
            indsaetter=True,
            aendrer=True,
            kolonner=("udfald", "bemaerkning", "gennemgaaet_af_id", "gennemgaaet_tid"),
            skriver=f"{egen(Vaeg.AUDIT)} AND (gennemgaaet_af_id IS NULL "
            "OR gennemgaaet_af_id = (SELECT adgang.ctx_person('audit')) "
            "AND medarbejder_id <> (SELECT adgang.ctx_for('audit')))",
        ),
    ),
}
