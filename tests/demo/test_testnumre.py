"""No CPR number in this repository, or in the demo, can belong to anybody."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from stdnum.dk import cpr as stdnum_cpr

from rehabteam.sager.testnumre import (
    ERSTATNINGSNUMRE,
    FOERSTE_FOEDSELSDAG,
    SIDSTE_FOEDSELSDAG,
    er_testnummer,
    testnummer,
    testnumre,
)

ROD = Path(__file__).resolve().parents[2]

# Ten digits with or without a hyphen (any of the dashes an editor may put in), standing alone. Letters beside
# the digits mean that they are part of a longer word, such as a hash written in hexadecimal, and not a number.
TI_CIFRE = re.compile(
    r"(?<![0-9A-Za-z])([0-3][0-9][01][0-9][0-9]{2})[-\u2010-\u2014]?([0-9]{4})(?![0-9A-Za-z])"
)
# In lock files a hash in base64 may hold ten digits between two signs, so hashes are taken out first.
HASH = re.compile(r"sha(?:256|384|512)[:-][A-Za-z0-9+/=]{40,}")


def cpr_lignende(tekst: str) -> list[str]:
    """Every number in the text that has the shape of a CPR number and begins with a possible date."""
    fundet = []
    for dag, loebenr in TI_CIFRE.findall(HASH.sub("", tekst)):
        if _mulig_dato(dag):
            fundet.append(dag + loebenr)
    return fundet


def _mulig_dato(ddmmaa: str) -> bool:
    dag, maaned, aar = int(ddmmaa[:2]), int(ddmmaa[2:4]), int(ddmmaa[4:])
    for aarhundrede in (1800, 1900, 2000):
        try:
            date(aarhundrede + aar, maaned, dag)
        except ValueError:
            continue
        return True
    return False


def sporede_filer() -> list[Path]:
    svar = subprocess.run(["git", "ls-files", "-z"], cwd=ROD, check=True, capture_output=True)
    return [ROD / navn for navn in svar.stdout.decode().split("\0") if navn]


def test_every_cpr_like_number_in_the_repository_is_on_the_list() -> None:
    fremmede = []
    for fil in sporede_filer():
        if not fil.is_file():  # deleted in the working tree, not yet in git
            continue
        indhold = fil.read_bytes()
        if b"\0" in indhold:  # pictures and PDFs; their text comes from sources that are read here
            continue
        tekst = indhold.decode("utf-8", "replace")
        fremmede += [
            f"{fil.relative_to(ROD)}: {nummer[:6]}-••••"
            for nummer in cpr_lignende(tekst)
            if not er_testnummer(nummer)
        ]
    assert fremmede == [], "Use a number from rehabteam.sager.testnumre instead"


def test_the_scanner_sees_what_it_must_see() -> None:
    nummer = testnumre()[0]
    med_streg = f"{nummer[:6]}-{nummer[6:]}"
    for tekst in (nummer, med_streg, f'"{nummer}"', f"cpr={med_streg}.", f"({nummer[:6]}\u2013{nummer[6:]})"):
        assert cpr_lignende(tekst) == [nummer]


def test_the_scanner_leaves_hashes_and_impossible_dates_alone() -> None:
    nummer = testnumre()[0]
    assert cpr_lignende(f"ab{nummer}cd") == []
    assert cpr_lignende("--hash=sha256:" + "0" * 27 + nummer + "f" * 27) == []
    assert cpr_lignende("sha512-" + "A" * 38 + f"/{nummer}+" + "B" * 38 + "==") == []
    assert cpr_lignende("310290" + "1234") == []  # there is no 31 February


def test_the_list_is_long_even_and_fixed() -> None:
    numre = testnumre()
    assert len(numre) == len(set(numre)) == 300
    assert numre == testnumre.__wrapped__()
    assert all(int(nummer) % 2 == (i % 2) for i, nummer in enumerate(numre))


@pytest.mark.parametrize("nummer", testnumre()[::7])
def test_a_number_can_belong_to_nobody(nummer: str) -> None:
    foedt = stdnum_cpr.get_birth_date(nummer)
    assert stdnum_cpr.validate(nummer) == nummer
    assert stdnum_cpr.checksum(nummer) != 0
    assert FOERSTE_FOEDSELSDAG <= foedt <= SIDSTE_FOEDSELSDAG
    assert (foedt.day, foedt.month) != (1, 1)
    assert er_testnummer(nummer)
    assert er_testnummer(f"{nummer[:6]}-{nummer[6:]}")


@pytest.mark.parametrize(
    "foedt", [date(1930, 1, 2), date(1936, 2, 29), date(1999, 12, 31), date(2006, 12, 31)]
)
def test_birth_date_and_sex_can_be_chosen(foedt: date) -> None:
    fem_kvinder = [testnummer(foedt, "K", nr) for nr in range(5)]
    fem_maend = [testnummer(foedt, "M", nr) for nr in range(5)]
    assert len({*fem_kvinder, *fem_maend}) == 10
    assert all(stdnum_cpr.get_birth_date(nummer) == foedt for nummer in fem_kvinder + fem_maend)
    assert all(int(nummer) % 2 == 0 for nummer in fem_kvinder)
    assert all(int(nummer) % 2 == 1 for nummer in fem_maend)


@pytest.mark.parametrize("foedt", [date(1990, 1, 1), date(1929, 12, 31), date(2007, 1, 2)])
def test_birth_dates_that_could_be_somebody_are_refused(foedt: date) -> None:
    with pytest.raises(ValueError):
        testnummer(foedt, "K")


def test_a_number_that_passes_modulus_11_is_not_on_the_list() -> None:
    dag = testnumre()[0][:6]
    godkendte = [f"{dag}{i:04d}" for i in range(10_000) if stdnum_cpr.checksum(f"{dag}{i:04d}") == 0]
    assert godkendte
    assert not any(er_testnummer(nummer) for nummer in godkendte)


@pytest.mark.parametrize("tekst", ["", "abc", "123", "1203851AB3", "9999999999"])
def test_other_texts_are_not_test_numbers(tekst: str) -> None:
    assert not er_testnummer(tekst)


@pytest.mark.parametrize("nummer", ERSTATNINGSNUMRE)
def test_replacement_numbers_cannot_be_ordinary_ones(nummer: str) -> None:
    assert re.fullmatch(r"[0-9]{6}[015-7][A-Z]{2}[0-9]", nummer)
    assert not stdnum_cpr.is_valid(nummer)
    assert _mulig_dato(nummer[:6])
