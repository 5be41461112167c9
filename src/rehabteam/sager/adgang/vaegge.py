"""The walls in PostgreSQL as data: per table, which kind of user may do what with which rows.

One database role per kind of user and one plain comparison per policy. Joins to a table of shares were
measured a thousand times slower; therefore the sharing columns are copied to each row (deling.py).
`byg.py` turns this into SQL, `katalog.py` compares a running database with it.
"""

from dataclasses import dataclass

from .aktoer import Tjeneste, Vaeg
from .log import KOLONNER as LOGGENS

KOMMUNEN = "kommune_id = (SELECT adgang.ctx_org('kommune'))"
REGIONEN = "region_id = (SELECT adgang.ctx_org('region'))"
KOORDINATOREN = "koordinator_id = (SELECT adgang.ctx_person('koordinator'))"
ALLE_RAEKKER = "true"


@dataclass(frozen=True, slots=True)
class Dor:
    """One kind of user's way to one table.

    `ser`: which rows (SQL). `indsaetter`/`aendrer`: the commands. `sete_kolonner`, `nye_kolonner`, `kolonner`: if
    given, the only columns a SELECT, an INSERT and an UPDATE may name. `skriver`: which rows it may write, when that
    is narrower than what it sees.
    """

    vaeg: Vaeg | Tjeneste
    ser: str
    indsaetter: bool = False
    aendrer: bool = False
    sletter: bool = False
    kolonner: tuple[str, ...] = ()
    nye_kolonner: tuple[str, ...] = ()
    sete_kolonner: tuple[str, ...] = ()
    laeser: bool = True
    skriver: str = ""


def _egen(vaeg: Vaeg) -> str:
    return f"organisation_id = (SELECT adgang.ctx_org('{vaeg}'))"


def _min(vaeg: Vaeg) -> str:
    return f"medarbejder_id = (SELECT adgang.ctx_person('{vaeg}'))"


INDE = (Vaeg.KOMMUNE, Vaeg.REGION, Vaeg.KOORDINATOR)
DELING = ("region_id", "koordinator_id")
KUN_KOMMUNEN = (Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),)


def _paa_sagen(
    kommunen_aendrer: tuple[str, ...] = (), koordinator_skriver: bool = False, udenfor: str = ""
) -> tuple[Dor, ...]:
    """A table whose rows belong to a case. `udenfor`: what region and coordinator must further meet to see one."""
    ekstra = f" AND {udenfor}" if udenfor else ""
    return (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=kommunen_aendrer),
        Dor(Vaeg.REGION, REGIONEN + ekstra, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN + ekstra, indsaetter=koordinator_skriver),
    )


# The reviewer of the log sees whose information was used and who had a task, and nothing of the case itself.
AUDIT_KOMMUNE = "kommune_id = (SELECT adgang.ctx_org('audit'))"
AUDIT_SAGEN = f"{AUDIT_KOMMUNE} OR region_id = (SELECT adgang.ctx_org('audit'))"
UNDERSKREVET = "underskrevet_tid IS NOT NULL"
HENDES_EGET = (
    f"{KOORDINATOREN} AND ({UNDERSKREVET} OR forfatter_id = (SELECT adgang.ctx_person('koordinator')))"
)

TABELLER: dict[str, tuple[Dor, ...]] = {
    # Names of organisations are no secret.
    "sager_organisation": tuple(Dor(vaeg, ALLE_RAEKKER) for vaeg in Vaeg),
    "sager_medarbejder": (
        # At the door a person is made or renamed as her own organisation's login tells it; never moved.
        Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True, kolonner=("navn", "rolle")),
        *(Dor(vaeg, _egen(vaeg)) for vaeg in (*INDE, Vaeg.AUDIT)),
    ),
    "sager_borger": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(Vaeg.REGION, REGIONEN, aendrer=True, kolonner=("koordinatorer",)),
        Dor(Vaeg.KOORDINATOR, "koordinatorer @> ARRAY[(SELECT adgang.ctx_person('koordinator'))]"),
        Dor(
            Vaeg.AUDIT,
            AUDIT_SAGEN,
            sete_kolonner=("id", "kommune_id", "region_id", "navn", "beskyttet_adresse"),
        ),
    ),
    "sager_forloeb": (
        *KUN_KOMMUNEN,
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, sete_kolonner=("kommune_id", "borger_id", "sagsbehandler_id")),
    ),
    "sager_indsats": KUN_KOMMUNEN,
    "sager_undtagetperiode": KUN_KOMMUNEN,
    "sager_ordinaeretimer": KUN_KOMMUNEN,
    "sager_spaend": KUN_KOMMUNEN,
    "sager_saerligegrunde": KUN_KOMMUNEN,
    "sager_indsatsplan": KUN_KOMMUNEN,
    "sager_sag": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(
            Vaeg.REGION,
            REGIONEN,
            aendrer=True,
            kolonner=("koordinator_id", "tilstand", "fordelt_tid", "version"),
        ),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN),
        Dor(
            Vaeg.AUDIT,
            AUDIT_SAGEN,
            sete_kolonner=(
                *("kommune_id", "region_id", "borger_id", "sagsbehandler_id", "koordinator_id"),
                "moede_id",
            ),
        ),
    ),
    "sager_dokument": _paa_sagen(
        (*DELING, "trukket_tilbage_tid", "trukket_tilbage_grund"), koordinator_skriver=True
    ),
    "sager_resume": _paa_sagen(DELING, udenfor="faerdigt"),
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
    "sager_deltager": _paa_sagen(("til_stede", "navn", "bemaerkning", *DELING)),
    "sager_indstilling": _paa_sagen(udenfor="afgivet_tid IS NOT NULL"),
    "sager_moede": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(Vaeg.REGION, REGIONEN),
        Dor(Vaeg.KOORDINATOR, "region_id = (SELECT adgang.ctx_org('koordinator'))"),
        Dor(Vaeg.AUDIT, AUDIT_SAGEN, sete_kolonner=("id", "kommune_id", "region_id", "moedeleder_id")),
    ),
    "sager_haendelse": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=DELING),
        Dor(Vaeg.REGION, REGIONEN, indsaetter=True, aendrer=True, kolonner=DELING),
        Dor(Vaeg.KOORDINATOR, KOORDINATOREN, indsaetter=True),
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, indsaetter=True, laeser=False),
    ),
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
            Dor(v, _egen(v), indsaetter=True, nye_kolonner=LOGGENS, skriver=f"{_egen(v)} AND {_min(v)}")
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
    # Nobody reviews in another's name; that nobody reviews herself is a rule of the table.
    "sager_logstikproeve": (
        Dor(
            Vaeg.AUDIT,
            _egen(Vaeg.AUDIT),
            indsaetter=True,
            aendrer=True,
            kolonner=("udfald", "bemaerkning", "gennemgaaet_af_id", "gennemgaaet_tid"),
            skriver=f"{_egen(Vaeg.AUDIT)} AND (gennemgaaet_af_id IS NULL "
            "OR gennemgaaet_af_id = (SELECT adgang.ctx_person('audit')))",
        ),
    ),
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
        Dor(vaeg, _min(vaeg), indsaetter=True, aendrer=True, kolonner=("svar",))
        for vaeg in (*INDE, Vaeg.AUDIT)
    ),
    "web_laest": tuple(Dor(vaeg, _min(vaeg), indsaetter=True) for vaeg in INDE),
}

# Tables no kind of user may touch: they hold no grants at all.
LUKKEDE = frozenset(
    {
        "django_migrations",
        "django_content_type",
        "auth_permission",
        "auth_group",
        "auth_group_permissions",
    }
)

# Composite foreign keys: a row cannot point across organisations, nor be used to ask whether an id exists there.
SAMMENSATTE = (
    ("sager_forloeb", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_forloeb", ("kommune_id", "sagsbehandler_id"), "sager_medarbejder", ("organisation_id", "id")),
    *(
        (tabel, ("kommune_id", "forloeb_id"), "sager_forloeb", ("kommune_id", "id"))
        for tabel in (
            "sager_indsats",
            "sager_undtagetperiode",
            "sager_ordinaeretimer",
            "sager_spaend",
            "sager_saerligegrunde",
            "sager_sag",
            "sager_haendelse",
        )
    ),
    *(
        (tabel, ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id"))
        for tabel in (
            "sager_dokument",
            "sager_resume",
            "sager_sundhedsnotat",
            "sager_deltager",
            "sager_indstilling",
            "sager_indsatsplan",
            "sager_haendelse",
        )
    ),
    ("sager_sag", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "sagsbehandler_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_sag", ("kommune_id", "udspringer_af_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_sag", ("region_id", "koordinator_id"), "sager_medarbejder", ("organisation_id", "id")),
    *(
        ("sager_logstikproeve", ("organisation_id", hvem), "sager_medarbejder", ("organisation_id", "id"))
        for hvem in ("medarbejder_id", "gennemgaaet_af_id")
    ),
    ("sager_moede", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_moede", ("kommune_id", "moedeleder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_dokument", ("kommune_id", "fulgte_med_id"), "sager_dokument", ("kommune_id", "id")),
    ("sager_sundhedsnotat", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_indstilling", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_indsatsplan", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_haendelse", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
)
