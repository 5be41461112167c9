"""`rehabteam rettigheder`: who may do what, as docs/rettigheder.md, from the table and the walls themselves."""

import argparse
import sys
from collections.abc import Iterator

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from rehabteam.sager.adgang import rettighedstavle as tavle
from rehabteam.sager.adgang import vaegtavle

INDLEDNING = """# Rettigheder

Hvem må hvad, hvornår, og hvad der skal binde en til sagen. Siden er lavet af programmet selv med
`rehabteam rettigheder`: rettighederne står i `sager/adgang/rettigheder.py`, væggene i `sager/adgang/vaegge/`, og en
prøve holder denne fil lig med dem. Skriv den om med `rehabteam rettigheder > docs/rettigheder.md`.

To ting skal passe, før nogen ser noget: rettigheden (rolle, handling, sagens tilstand og båndet til sagen) og væggen i
PostgreSQL, som ikke kender roller, men kun organisationer og personer. Den, der er udelukket fra en borger på grund af
inhabilitet, ser intet om borgeren, uanset hvad der ellers står her. En vikar har den rolle og de sager, som den har,
hun er vikar for. Nødadgang åbner én sag til læsning i højst 60 minutter og åbner aldrig for en, der er udelukket.

Et fagsystem (rollen Fagsystem) har rettigheder og sin egen væg, men ingen dør endnu: der er ingen API. En konto med
den rolle afvises i browseren. Det, den registrerer, står i fagsystemets navn, også som sagsbehandler på et nyt
forløb. Uden for inhabilitet findes der endnu ingen Handling, der skifter sagsbehandler.
"""


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    subparsers.add_parser("rettigheder", help="vis, hvem der må hvad (docs/rettigheder.md)")


def koer(args: argparse.Namespace) -> int:
    sys.stdout.write(dokument())
    return 0


def dokument() -> str:
    return "\n".join((INDLEDNING, *_roller(), *_matrix(), *_vaegge())) + "\n"


def _roller() -> Iterator[str]:
    yield "## Rolle for rolle\n"
    for spaend, ord_ in tavle.SPAEND.items():
        yield f"»{ord_.capitalize()}« er: {tavle.i_raekke(spaend)}.\n"
    for hus, roller in tavle.HUSE:
        yield f"### {hus}\n"
        for rolle in roller:
            kort = tavle.rollekort(rolle)
            yield f"#### {rolle.label}\n"
            for overskrift, linjer in (("Må se", kort.se), ("Må gøre", kort.goere)):
                if linjer:
                    yield from _tabel(
                        (overskrift, "Når sagen er", "Hvis"),
                        ((x.hvad, x.naar or "–", x.baand or "–") for x in linjer),
                    )
            if not kort.se and not kort.goere:
                yield "Ingen rettigheder.\n"


def _matrix() -> Iterator[str]:
    yield "## Hele tabellen\n"
    yield "● har retten. Navnet er det, ruter og Handlinger spørger om.\n"
    yield from _tabel(
        ("Ret", "Navn", *(r.label for r in tavle.roller())),
        (
            (ret.hvad, f"`{navn}`", *("●" if har else "" for har in hvem))
            for navn, ret, hvem in tavle.matrix()
        ),
    )


def _vaegge() -> Iterator[str]:
    yield "## Væggene i PostgreSQL\n"
    yield (
        "Én databaserolle pr. slags bruger. En tabel, der ikke nævnes, har den slags bruger ingen vej til. MIG, "
        "MIN_ORGANISATION og de andre store ord læses i den underskrevne kontekst, aldrig i det, siden beder om.\n"
    )
    for slags, hvem in vaegtavle.HVEM.items():
        yield f"### {hvem} (`{slags}`)\n"
        yield from _tabel(
            ("Tabel", "Ser", "Indsætter", "Ændrer", "Sletter"),
            ((f"`{v.tabel}`", v.ser, v.indsaetter, v.aendrer, v.sletter) for v in vaegtavle.veje(slags)),
        )
    yield "### Inhabilitet\n"
    yield (
        "Disse tabeller lukkes desuden for den, der er udelukket fra borgeren, hvad der end ellers lukker op, for: "
        f"{'; '.join(vaegtavle.personer())}.\n"
    )
    yield ", ".join(f"`{t}`" for t in vaegtavle.med_udelukkelse()) + "\n"
    yield "### Tabeller uden nogen vej\n"
    yield ", ".join(f"`{t}`" for t in vaegtavle.lukkede()) + "\n"


def _tabel(hoveder: tuple[str, ...], raekker: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(hoveder)} |"
    yield f"|{'---|' * len(hoveder)}"
    for raekke in raekker:
        yield f"| {' | '.join(celle.replace('|', chr(92) + '|') for celle in raekke)} |"
    yield ""
