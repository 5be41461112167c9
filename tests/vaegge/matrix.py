"""Reads matrix.txt: the expected answer of every cell."""

from pathlib import Path

FIL = Path(__file__).with_name("matrix.txt")
CELLE = "Ss-", "Nn-", "Rr-", "X-"


def laes(tekst: str) -> dict[str, dict[str, str]]:
    """line → column → cell. Raises ValueError at a blank or misspelt cell."""
    linjer = [linje.split() for linje in tekst.splitlines() if linje.strip() and not linje.startswith("#")]
    hoved, *resten = linjer
    forventet: dict[str, dict[str, str]] = {}
    for navn, *celler in resten:
        if navn in forventet:
            raise ValueError(f"{navn} står to gange i {FIL.name}")
        if len(celler) != len(hoved) - 1:
            raise ValueError(f"{navn} har {len(celler)} celler, ikke {len(hoved) - 1}: {FIL.name}")
        for celle in celler:
            if len(celle) != 4 or any(c not in lovlige for c, lovlige in zip(celle, CELLE, strict=True)):
                raise ValueError(f"{navn} har en celle, der ikke kan læses: {celle}")
        forventet[navn] = dict(zip(hoved[1:], celler, strict=True))
    return forventet


def skriv(navn: str, celler: dict[str, str]) -> str:
    """One line of the file; with the columns' own names as cells, its head."""
    return f"{navn:<35}{' '.join(f'{celle:<{max(4, len(k))}}' for k, celle in celler.items())}".rstrip()
