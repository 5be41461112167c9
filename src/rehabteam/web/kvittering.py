"""A receipt of old: what the law answered on the day, read from what was stored and from nothing else.

The texts stand in the receipt itself, so it reads the same when rules, codes and statuses have other names since, or
are gone. What an older receipt does not hold is left out; what is not known here is shown by its own name.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rehabteam.lov.regel import REGLER
from rehabteam.lov.vurdering import ADRESSER
from rehabteam.sager.models import Haendelse

from .byggesten import datoer
from .svar import DOMME

PAR17 = "bek2408.par17"
DOMMENE: dict[str, str] = DOMME | {
    "FULDSTAENDIG": "Intet manglede",
    "MANGELFULD": "Noget manglede",
    "RETTIDIG": "Rettidigt",
    "FOR_SENT": "For sent",
    "BESVARET": "Besvaret",
    "LOEBER": "Fristen løb",
    "FORLAENGET": "Fristen var forlænget",
    "OVERSKREDET": "Fristen var overskredet",
    "BESKYTTET": "Navn og adresse var beskyttet",
    "OPHAEVET": "Beskyttelsen var ophævet",
    "UDLOEBET": "Beskyttelsen var udløbet",
    "UGYLDIGE_DATA": "Oplysningerne kunne ikke læses",
}
# The lists of a receipt, with what stands above each.
LISTER: tuple[tuple[str, str | Promise], ...] = (
    ("fejl", _("Det var forkert")),
    ("mangler", _("Det manglede")),
    ("skal_vurderes", _("Det skulle et menneske vurdere")),
    ("advarsler", _("Råd")),
)
# What is shown in a place of its own, and so not among the figures.
SAGT = {
    *("regel", "status", "frist", "grunde", "laesninger", "aendrer", "valideringsfejl", "udgave", "detaljer"),
    *(navn for navn, _overskrift in LISTER),
}


@dataclass(frozen=True, slots=True)
class Punkt:
    """One ground, lack or question: its sentence, where it stands, and the address of the official text."""

    tekst: str
    hjemmel: str
    url: str


@dataclass(frozen=True, slots=True)
class Kvittering:
    """A receipt in words. `dag`: the day the facts were looked at."""

    dag: date
    dom: str
    regel: str
    frist: str
    grunde: list[Punkt]
    lister: list[tuple[str | Promise, list[Punkt]]]
    laesninger: list[dict[str, Any]]
    tal: list[tuple[str, str]]
    udgave: str
    hvorfor: str
    forbehold: list[str]


def kvittering(haendelse: Haendelse) -> Kvittering | None:
    """None where the law was not asked."""
    v = haendelse.vurdering
    return _laes(v, haendelse.dag) if isinstance(v, dict) else None


def andre(haendelse: Haendelse) -> list[Kvittering]:
    """The answers of the other rules that were asked at the same time, and kept beside the decisive one."""
    fundne: list[Kvittering] = []
    for gemt in haendelse.data.values():
        for v in gemt if isinstance(gemt, list) else [gemt]:
            if isinstance(v, dict) and "grunde" in v and v != haendelse.vurdering:
                fundne.append(_laes(v, haendelse.dag))
    return fundne


def _laes(v: dict[str, Any], dag: date) -> Kvittering:
    status, navn = str(v.get("status") or ""), str(v.get("regel") or "")
    udgave = v.get("udgave") if isinstance(v.get("udgave"), dict) else {}
    lister = [(overskrift, _punkter(v.get(liste))) for liste, overskrift in LISTER]
    ukendte = [Punkt(str(sti), "", "") for sti in v.get("valideringsfejl") or []]
    return Kvittering(
        dag=dag,
        dom=DOMMENE.get(status) or status.replace("_", " ").capitalize(),
        regel=str(REGLER[navn].hjemmel) if navn in REGLER else navn,
        frist=_som_tekst(v.get("frist")),
        grunde=_punkter(v.get("grunde")),
        lister=[(o, p) for o, p in (*lister, (_("Det kunne ikke læses"), ukendte)) if p],
        laesninger=[_laesning(en) for en in v.get("laesninger") or [] if isinstance(en, dict)],
        tal=_tal(v),
        udgave=str(udgave.get("navn") or ""),
        hvorfor=str(udgave.get("hvorfor") or ""),
        forbehold=[str(f) for f in udgave.get("forbehold") or []],
    )


def _punkter(raa: object) -> list[Punkt]:
    if not isinstance(raa, list):
        return []
    return [
        Punkt(
            str(p.get("tekst") or p.get("spoergsmaal") or p.get("kode") or ""),
            str(p.get("hjemmel") or ""),
            str(p.get("url") or "") or _adresse(str(p.get("hjemmel") or "")),
        )
        for p in raa
        if isinstance(p, dict)
    ]


def _adresse(hjemmel: str) -> str:
    """The official text of a provision that is only known by its name."""
    return next((url for kilde, url in ADRESSER.items() if hjemmel.startswith(kilde)), "")


def _laesning(en: dict[str, Any]) -> dict[str, Any]:
    """An open question, with what each reading gave on the day."""
    return {
        **{felt: str(en.get(felt) or "") for felt in ("nr", "spoergsmaal", "vores", "anden")},
        "forskel": bool(en.get("forskel")),
        "gav": _som_tekst(en.get("frist")) or str(en.get("resultat") or ""),
        "anden_gav": _som_tekst(en.get("anden_frist")) or str(en.get("anden_resultat") or ""),
    }


# The figures by the names they have in the receipts; one that is not here is shown by its own.
TAL: dict[str, str | Promise] = {
    "d0": _("Seks måneder uden fradrag"),
    "n": _("Dage i alt"),
    "undtagne_dage": _("Dage holdt ude"),
    "talte_dage": _("Dage talt"),
    "resterende_dage": _("Dage tilbage"),
    "pligt_fra": _("Pligten gælder fra"),
    "seneste_oprettelsesdato": _("Sidste dag at oprette"),
    "sekretariat_videresendelse": _("Sekretariatet sender videre"),
    "strengere": _("Den strengere læsning"),
    "lempeligere": _("Den lempeligere læsning"),
    "dage": _("Dage"),
}


def _tal(v: dict[str, Any]) -> list[tuple[str, str]]:
    detaljer = v.get("detaljer")
    alle = {k: x for k, x in v.items() if k not in SAGT} | (detaljer if isinstance(detaljer, dict) else {})
    return [
        (str(TAL.get(navn) or navn.replace("_", " ").capitalize()), _som_tekst(vaerdi))
        for navn, vaerdi in alle.items()
        if isinstance(vaerdi, str | int | float)
        and vaerdi not in ("", None)
        # what is left is a figure of its own only while the time stands still
        and not (navn == "resterende_dage" and v.get("frist"))
    ]


def _som_tekst(vaerdi: object) -> str:
    """A value of the receipt as it is said: dates in Danish, yes and no as words."""
    if isinstance(vaerdi, bool):
        return "Ja" if vaerdi else "Nej"
    if isinstance(vaerdi, str):
        try:
            return datoer.saetning(date.fromisoformat(vaerdi))
        except ValueError:
            return vaerdi
    return "" if vaerdi is None else str(vaerdi)
