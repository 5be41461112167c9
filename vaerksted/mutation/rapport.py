"""What mutmut found, file by file: at the terminal, and as docs/mutation.md when every mutant has been tried."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from vaerksted.besked import Stop, sig, sig_fejl
from vaerksted.mutation.omskriv import VAERDI, funktioner, pyntede

LIGEGYLDIGE = Path(__file__).with_name("ligegyldige.toml")
SIDE = Path("docs/mutation.md")
LOV = Path("src/rehabteam/lov")
FUNDET, LEVER, TIDEN_GIK, UDEN_PROEVE, IKKE_PROEVET = (
    "fundet",
    "lever",
    "tiden gik",
    "uden prøve",
    "ikke prøvet",
)
# mutmut's own numbers (mutmut/stats.py): pytest's exit code, or the signal that ended it.
UDFALD = {
    0: LEVER,
    1: FUNDET,
    3: FUNDET,
    33: UDEN_PROEVE,
    5: UDEN_PROEVE,
    None: IKKE_PROEVET,
    2: IKKE_PROEVET,
}

INDLEDNING = """\
# Mutationsprøve af loven

Lavet af `make mutation`; ret ikke her. Ligegyldige mutanter skrives i `vaerksted/mutation/ligegyldige.toml`.

[mutmut](https://github.com/boxed/mutmut) ændrer én ting ad gangen i `src/rehabteam/lov` (`<` bliver til `<=`, `and` til
`or`, 6 til 7, en tekst til en anden, et argument falder ud). Opdager ingen prøve ændringen, er der en regel, som intet
holder fast. Prøverne er `tests/lov`, `tests/eksempler` og `tests/egenskaber`.

```
make mutation                                  # det, der ikke er prøvet før, og det, der lever, når prøverne er ændret
make mutation T='rehabteam.lov.tid*'           # én fil (forfra)
```

Den er ikke en del af `make test` eller `make test-all`, fordi den er langsom. mutmut laver mutanterne; kørslen er vores
egen (`vaerksted/mutation`), for mutmuts læser loven én gang og kan derfor ikke prøve en konstant uden at finde alle
prøver forfra. For hver mutant læses loven på ny i en proces for sig med den ene fil ændret, og der spørges to gange:

1. Eksemplerne, dem fra dens egen paragraf først, til ét svar ikke er det, der er skrevet under på i `tests/eksempler/svar`
   (sætningerne og kvitteringen), eller skemaet ikke er det udgivne. Så fejler den prøve, der holder svaret fast.
2. Er alle svar de samme: alle de andre prøver i de filer, der kører den ændrede funktion, indtil én fejler. De, der står
   som ligegyldige, spørges ikke igen.

Den kører i sit eget miljø (`requirements/mutation.txt`) på en kopi af loven, hvor dekoratorerne `@regel`, `@stykke`,
`@property`, `@husk` og `@lru_cache` er kald efter funktionen, og hver konstant er værdien af en funktion, for ellers
springer mutmut dem over (`vaerksted/mutation/omskriv.py`). Det, der ikke bliver ændret: linjerne til registret
(`@stykke`, `uden_funktion`), felternes typer og udgangsværdier og den faste tekst mellem krølleparenteserne i en
f-streng. De tilfældige prøver trækker de samme eksempler hver gang, højst 25.
"""


@dataclass(frozen=True)
class Mutant:
    """One change: where, what became of what, and whether a test noticed."""

    fil: str
    funktion: str
    navn: str
    udfald: str
    foer: str = ""
    efter: str = ""


@dataclass(frozen=True)
class Ligegyldig:
    """A change that no answer can show, and why."""

    fil: str
    funktion: str
    foer: str
    efter: str
    hvorfor: str


def ligegyldige(fil: Path = LIGEGYLDIGE) -> list[Ligegyldig]:
    """The list of changes known to be harmless. Raises Stop if one of them lacks a reason."""
    fundne = [Ligegyldig(**post) for post in tomllib.loads(fil.read_text("utf-8")).get("mutant", [])]
    for post in fundne:
        if not post.hvorfor.strip():
            raise Stop(f"{fil.name}: {post.fil}, {post.funktion}: skriv hvorfor.")
    return fundne


def laes(kopi: Path) -> list[Mutant]:
    """Every mutant of the law in mutmut's folder; those that live with what was changed."""
    fundne = []
    for meta in sorted((kopi / "mutants" / LOV).rglob("*.meta")):
        sti = meta.relative_to(kopi / "mutants").with_suffix("")
        for navn, kode in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
            udfald = UDFALD.get(kode, TIDEN_GIK)
            kort = navn.rpartition(".")[2]
            foer, efter = ("", "") if udfald == FUNDET else aendring(kopi, sti, kort)
            fundne.append(Mutant(str(sti.relative_to(LOV)), funktion(kort), navn, udfald, foer, efter))
    return fundne


def funktion(kort: str) -> str:
    """mutmut's name of a mutant, as a person writes the function: x_foo__mutmut_3 → foo."""
    navn = kort.partition("__mutmut_")[0]
    navn = ".".join(navn.split("ǁ")[1:]) if "ǁ" in navn else navn.removeprefix("x_")
    return navn.removeprefix(VAERDI)


def aendring(kopi: Path, sti: Path, kort: str) -> tuple[str, str]:
    """What was changed in a file, and what it became: the lines that differ."""
    fil = kopi / "mutants" / sti
    spaend = json.loads(fil.with_name(fil.name + ".spans").read_text("utf-8"))["spans"]
    linjer = fil.read_text("utf-8").splitlines()
    original = kort.partition("__mutmut_")[0] + "__mutmut_orig"
    gammel, ny = (
        [linje.strip().replace(navn, "f") for linje in linjer[spaend[navn][0] - 1 : spaend[navn][1]]]
        for navn in (original, kort)
    )
    forskel = list(difflib.unified_diff(gammel, ny, n=0, lineterm=""))[2:]
    foer = [x[1:] for x in forskel if x.startswith("-")]
    efter = [x[1:] for x in forskel if x.startswith("+")]
    return " ".join(foer), " ".join(efter)


def skriv(rod: Path, kopi: Path, *, helt: bool) -> int:
    """Say what lives; with `helt` also write the page. Returns 1 if a change lives that is not on the list."""
    mutanter, kendte = laes(kopi), ligegyldige()
    noegle = {(k.fil, k.funktion, k.foer, k.efter): k for k in kendte}
    lever = [m for m in mutanter if m.udfald in (LEVER, UDEN_PROEVE)]
    ukendte = [m for m in lever if (m.fil, m.funktion, m.foer, m.efter) not in noegle]
    for m in ukendte:
        sig(f"\n{m.udfald}: {m.navn}\n  - {m.foer}\n  + {m.efter}")
    for m in mutanter:
        if m.udfald == TIDEN_GIK:
            sig(f"\n{m.udfald}: {m.navn}\n  - {m.foer}\n  + {m.efter}")
    brugte = {(m.fil, m.funktion, m.foer, m.efter) for m in lever}
    for n in sorted(set(noegle) - brugte if helt else ()):
        sig(f"\nstår som ligegyldig, men lever ikke: {n}")
    tabel, i_alt = _tabel(mutanter, noegle)
    sig("\n" + tabel)
    for sti, navne in _oversete(kopi).items():
        sig_fejl(f"mutmut springer over: {sti}: {', '.join(navne)}")
    if helt:
        (rod / SIDE).write_text(_side(kopi, mutanter, kendte, tabel, i_alt), "utf-8")
        sig(f"Skrevet i {SIDE}.")
    return 1 if ukendte else 0


def _tabel(mutanter: list[Mutant], kendte: dict[tuple[str, str, str, str], Ligegyldig]) -> tuple[str, str]:
    """The table per file, and the whole in a sentence."""
    linjer = [
        "| Fil i `lov/` | Mutanter | Fundet | Tiden gik | Ligegyldige | Lever | Ikke prøvet |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    i_alt: Counter[str] = Counter()
    for fil in dict.fromkeys(m.fil for m in mutanter):
        tal: Counter[str] = Counter()
        for m in (m for m in mutanter if m.fil == fil):
            lever = m.udfald in (LEVER, UDEN_PROEVE)
            kendt = lever and (m.fil, m.funktion, m.foer, m.efter) in kendte
            tal["kendt" if kendt else LEVER if lever else m.udfald] += 1
        i_alt += tal
        linjer.append(_raekke(f"`{fil}`", tal))
    linjer.append(_raekke("**I alt**", i_alt))
    proevet = i_alt.total() - i_alt[IKKE_PROEVET]
    opdaget = i_alt[FUNDET] + i_alt[TIDEN_GIK]
    alle = f"{i_alt.total()} mutanter, {proevet} prøvet: {opdaget} opdaget"
    score = 100 * opdaget / (proevet or 1)
    return "\n".join(
        linjer
    ), f"{alle} ({score:.1f} %), {i_alt['kendt']} ligegyldige, {i_alt[LEVER]} lever.".replace(".", ",", 1)


def _raekke(navn: str, tal: Counter[str]) -> str:
    dele = [tal.total(), tal[FUNDET], tal[TIDEN_GIK], tal["kendt"], tal[LEVER], tal[IKKE_PROEVET]]
    return f"| {navn} | " + " | ".join(str(d) for d in dele) + " |"


def _oversete(kopi: Path) -> dict[str, list[str]]:
    """Functions that mutmut cannot change, since a decorator of another kind stands above them."""
    fundne = {f: pyntede(f.read_text("utf-8")) for f in sorted((kopi / LOV).rglob("*.py"))}
    return {str(f.relative_to(kopi)): navne for f, navne in fundne.items() if navne}


def _uden_mutanter(kopi: Path, mutanter: list[Mutant]) -> list[str]:
    """Functions in which there is nothing for mutmut to change: they hand on a value as it is."""
    med = {(m.fil, m.funktion) for m in mutanter}
    uden = []
    for fil in sorted((kopi / LOV).rglob("*.py")):
        sti = str(fil.relative_to(kopi / LOV))
        for navn in funktioner(fil.read_text("utf-8")):
            if not navn.startswith(VAERDI) and (sti, navn) not in med:
                uden.append(f"`{sti}` {navn}")
    return uden


def _side(kopi: Path, mutanter: list[Mutant], kendte: list[Ligegyldig], tabel: str, i_alt: str) -> str:
    if any(m.udfald == IKKE_PROEVET for m in mutanter):
        i_alt += " Resten er ikke prøvet endnu, og tallene siger intet om dem."
    dele = [INDLEDNING, "## Resultat", "", i_alt, "", tabel, "", "## Ligegyldige mutanter", ""]
    dele.append("Ændringer, som intet svar kan vise. Hver står med sin grund." if kendte else "Ingen.")
    for k in sorted(kendte, key=lambda k: (k.fil, k.funktion)):
        dele += ["", f"- `{k.fil}`, `{k.funktion}`: `{k.foer}` → `{k.efter or '(væk)'}`. {k.hvorfor}"]
    lever = [m for m in mutanter if m.udfald in (LEVER, UDEN_PROEVE)]
    ukendte = {(m.fil, m.funktion, m.foer, m.efter) for m in lever}
    ukendte -= {(k.fil, k.funktion, k.foer, k.efter) for k in kendte}
    if ukendte:
        dele += ["", "## Lever endnu", ""]
        dele += [
            f"- `{fil}`, `{navn}`: `{foer}` → `{efter or '(væk)'}`"
            for fil, navn, foer, efter in sorted(ukendte)
        ]
    uden = _uden_mutanter(kopi, mutanter)
    dele += ["", "## Funktioner uden mutanter", ""]
    dele.append("De giver en værdi videre, som den er, så der er intet at ændre:" if uden else "Ingen.")
    dele += ["", *[f"- {u}" for u in uden]] if uden else []
    return "\n".join(dele) + "\n"
