"""The forms of the stage, filled in as a person does, sent with something changed, and the answer judged."""

import copy
import re
import uuid
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import urljoin

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from rehabteam.sager.aftaler import KATEGORIER
from rehabteam.sager.testnumre import testnummer
from rehabteam.web.aftaleside import FELTER
from tests.verden import PDF
from tests.web.formularlaeser import Formularlaeser
from tests.web.proevevis import ny_anmodning, proevevis
from tests.web.scene import Fundet, Scene

OND = (
    '"><img src=x onerror=alert(1)>q{{7*7}}z${7*7}#eval("1"){% load x %}\'; DROP TABLE sager_sag; --\\\u202e'
)
RAA = re.compile(r"<img src=x|q49z")
DATOER = {
    *("foedselsdato", "start", "bevilget", "aftalt_start", "paabegyndt", "afsluttet", "optaget_i_indsatsdel"),
    *(
        "fra",
        "til",
        "dato",
        "pr",
        "moede",
        "oprettet",
        "modtaget",
        "underrettet",
        "ventes",
        "givet",
        "hvornaar",
    ),
    *("gaelder_fra", "svarfrist", "forloeb_start", "plan_fra", "plan_til", "begyndt", "inden"),
}
GYLDIGE = {
    "timer": "4",
    "kl": "9.30",
    "telefon": "12 34 56 78",
    "tolk": "nej",
    "q": "Fredebert",
    "foedselsdato": "",
    "ventes": "30.06.2026",
    "svarfrist": "",
    "varighed_mdr": "",
    "hvornaar": "08.06.2026",
    "nummer": "2026-00001",
    "system": "Momentum",
    # An agreement: every field may stand empty, so most of them do.
    "skaeringstid": "12.00",
    **dict.fromkeys(("venstre", "top", "bredde", "hoejde"), "12,5"),  # an area to be black, in per cent
    "senest_maal_dage": "42",
    "lukkedage": "15.05.2026 Lukket",
    "beloeb": "250,00",
    **{f"pris_per_{hvad}": "1.250,00" for hvad in ("moede", "dag", *(f"sag_{k}" for k in KATEGORIER))},
    **{f"{felt}_{k}": "8" for felt in ("frist_hverdage", "sager_per_dag") for k in KATEGORIER},
    **{f"afbud{nr}_{felt}": str(nr + 1) for nr in range(4) for felt in ("dage", "procent")},
    **{f"afsnit_{felt}": "2.8" for felt in (*FELTER, "dokumenter")},
}
PROEVE = "En prøve, der siger nok til at blive læst."
CPR = testnummer(date(1971, 3, 4), "K", 4)
CSV = ("borgere.csv", f"cpr;navn\n{CPR};Ib Indlæst\n".encode())
# A POST that shows, because its words may stand in no address.
SVARER_200 = {
    "soeg",
    "laeser_soeg",
    "find_dokumenter",
    "vis_cpr",
    "beskyttet_vis",
    "borgerlog_hent",
    "lovspor_proev",
    "samtykke_blanket",
}
ENDER = {"log_ud", "sprog"}  # forms that are not about a case
# What an ordinary person is rightly refused on this stage: nothing to lift, a case she sees already, the log's reviewer,
# a file that is no package, a day that is gone.
AFVISES = {
    "overstreg_marker",
    "overstreg_lav",
    "beskyttelse_slut",
    "noedadgang",
    "vikar_ny",
    "modtag_overdragelse",
    "fravaer",
}
# Where a page asks for days to come, or means a time where others mean a day.
SIDENS_EGNE = {
    "moede_nyt": {"dato": "11.06.2026"},
    "moedeserie": {"fra": "11.06.2026", "til": "25.06.2026", "hver_uge": "1"},
    "moedeslut": {"inden": "30.06.2026", "begyndt": "9.30", "sluttet": "10.05"},
}
# A meeting, a case, a question, a file or a receiver that is on no list of the page is a page that is not there.
FINDES_IKKE = {"moede", "mit_moedesvar", "sag_svar", "modtagelse_opgiv", "indkaldelser", "regionsspoergsmaal"}
Data = dict[str, Any]


def er_dato(navn: str) -> bool:
    return navn in DATOER or navn.endswith(("_begynder", "-fra", "-til", "-dato", "-begyndt", "-optaget"))


def gyldigt(fundet: Fundet) -> Data:
    """The form as an ordinary person fills it in."""
    data: Data = {}
    egne = SIDENS_EGNE.get(fundet.rute, {})
    for felt in fundet.form.felter.values():
        if felt.navn == "noegle":
            data["noegle"] = str(uuid.uuid4())
        elif felt.navn in egne:
            data[felt.navn] = felt.vaerdi or egne[felt.navn]
        elif felt.navn in ("csrfmiddlewaretoken", "beskyttet_adresse"):
            continue
        elif felt.slags == "file":
            tabel = felt.navn == "filer" and fundet.rute != "modtagelse"
            data[felt.navn] = SimpleUploadedFile(*(CSV if tabel else ("opfølgning.pdf", PDF)))
        elif felt.valg:
            # Who stands in is another than the one who is chosen first.
            andre = reversed(felt.valg) if felt.navn == "stedfortraeder" else felt.valg
            data[felt.navn] = felt.vaerdi or next(v for v in andre if v)
        elif er_dato(felt.navn) and felt.navn not in GYLDIGE:
            data[felt.navn] = felt.vaerdi or "02.03.2026"
        else:
            data[felt.navn] = felt.vaerdi or GYLDIGE.get(felt.navn, CPR if felt.navn == "cpr" else PROEVE)
    return data | dict(fundet.form.knapper[:1])


def felter(fundet: Fundet, *slags: str) -> list[str]:
    """The fields of these kinds: tekst, dato, valg, skjult, tal."""

    def art(navn: str) -> str:
        felt = fundet.form.felter[navn]
        if felt.valg:
            return "valg"
        if navn in ("timer", "version", "kl", "hver_uge", "sluttet"):
            return "tal"
        if felt.slags == "hidden":
            return "skjult"
        return (
            "dato"
            if er_dato(navn)
            else "tekst"
            if felt.slags in ("text", "textarea", "search")
            else felt.slags
        )

    return [n for n in fundet.form.felter if n not in ("csrfmiddlewaretoken", "noegle") and art(n) in slags]


def proev(scene: Scene, fundet: Fundet, data: Data, **ekstra: Any) -> list[str]:
    """Send it and look where it leads. What is wrong with the answer, in words."""
    klient = scene.klienter[fundet.hvem.rolle]
    kager = copy.deepcopy(klient.cookies)
    with proevevis():
        metode = klient.post if fundet.form.metode == "post" else klient.get
        svar = metode(fundet.form.adresse, data, **ekstra)
        galt = bedoem(fundet, svar, data)
        if svar.status_code == 302 and fundet.rute not in ENDER:
            ny_anmodning()
            efter = klient.get(urljoin(fundet.form.adresse, svar["Location"]))
            galt += [f"efter: {g}" for g in ubehageligt(efter)]
            if efter.status_code >= 400 or "/log-ind/" in svar["Location"]:
                galt.append(f"fører til {svar['Location']} {efter.status_code}")
    klient.cookies = kager  # one of the forms is the way out
    return [f"{fundet.rute} ({fundet.hvem.rolle}): {g}" for g in galt]


def ubehageligt(svar: HttpResponse) -> list[str]:
    krop = svar.content.decode("utf-8", "replace") if "html" in svar.get("Content-Type", "") else ""
    galt = [f"{svar.status_code}"] if svar.status_code >= 500 else []
    if fund := RAA.search(krop):
        galt.append(f"uændret på siden: {krop[max(0, fund.start() - 80) : fund.end() + 40]!r}")
    return galt


def bedoem(fundet: Fundet, svar: HttpResponse, data: Data) -> list[str]:
    galt = ubehageligt(svar)
    krop = svar.content.decode("utf-8", "replace")
    if svar.status_code == 200 and fundet.form.metode == "post" and fundet.rute not in SVARER_200:
        galt.append("200 på et POST")
    if svar.status_code == 422:
        if not re.search(r"form-error|error-summary|fejlopsummering|alert-error", krop):
            galt.append("422 uden fejltekst")
        galt += tabt(fundet, krop, data)
    elif svar.status_code == 404 and fundet.rute in FINDES_IKKE:
        pass
    elif svar.status_code not in (200, 302, 409, 422) and svar.status_code < 500:
        galt.append(f"{svar.status_code} i stedet for 422")
    return galt


def tabt(fundet: Fundet, krop: str, data: Data) -> Iterable[str]:
    """Each text that was typed and does not stand on the page that says what is wrong."""
    tilbage: dict[str, list[str]] = {}
    for form in Formularlaeser.laes(krop):
        for felt in form.felter.values():
            tilbage.setdefault(felt.navn, []).append(felt.vaerdi)
    for navn in felter(fundet, "tekst", "dato", "tal"):
        if navn == "version" or not isinstance(data.get(navn), str):
            continue
        skrevet = data[navn].replace("\x00", "\ufffd")
        vist = [v.replace("\x00", "\ufffd") for v in tilbage.get(navn, [])]
        if not any(v.split() == skrevet.split() for v in vist):
            yield f"{navn} blev ikke stående: {skrevet[:60]!r} → {[v[:60] for v in vist]!r}"


def alle(scene: Scene, aendr: Callable[[Fundet], Iterable[Data]], **ekstra: Any) -> None:
    """Every form with each change of it; all complaints together."""
    galt = []
    assert scene.fundne
    for fundet in scene.fundne:
        for aendring in aendr(fundet):
            galt += proev(scene, fundet, gyldigt(fundet) | aendring, **ekstra)
    assert not galt, "\n".join(dict.fromkeys(galt))
