"""Every file of the corpus gets its verdict, from the real child; and every ending meets every content."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from rehabteam.dokumenter import barn
from rehabteam.dokumenter.modtag import ENDELSER, VISES_SOM_DE_ER, Afvist, undersoeg
from tests.dokumenter import korpus, korpus_billeder, korpus_kontor, korpus_ole, korpus_post
from tests.dokumenter import test_modtag as korpus_pdf
from tests.dokumenter.clamd import EICAR
from tests.dokumenter.uden_mur import hurtigt

__all__ = ["hurtigt"]

FILER = {
    navn: fil
    for samling in (korpus_billeder, korpus_kontor, korpus_post)
    for navn, fil in (samling.GODE | samling.DAARLIGE).items()
}
TUNGE = frozenset(  # more than half a second each, to make or to read
    ("eml i 3000 dele", "eml med html på 8 mb", "flad zip-bombe", "blank fax", "2001 indgange", "tiff-bombe")
)
LETTE = sorted(FILER.keys() - TUNGE)


def lav(indhold: korpus_pdf.Indhold) -> bytes:
    return indhold if isinstance(indhold, bytes) else indhold()


def dom(navn: str, data: bytes) -> str:
    try:
        return undersoeg(navn, data).slags
    except Afvist as afvist:
        return afvist.kode


@pytest.mark.parametrize("navn", LETTE)
def test_dommen(navn: str) -> None:
    filnavn, indhold, ventet = FILER[navn]
    assert dom(filnavn, lav(indhold)) == ventet


@pytest.mark.langsom
@pytest.mark.parametrize("navn", sorted(TUNGE))
def test_dommen_over_de_tunge(navn: str) -> None:
    filnavn, indhold, ventet = FILER[navn]
    assert dom(filnavn, lav(indhold)) == ventet


@pytest.mark.langsom
def test_en_bombe_over_200_mb_der_fylder_noget_selv() -> None:
    """The ratio is in order (some of it cannot be packed), the amount is not."""
    fyld = bytes(range(256)) * 4
    stoej = b"".join(
        bytes([a ^ b for a, b in zip(fyld, fyld[n % 256 :] + fyld, strict=False)]) for n in range(256)
    )
    dele = {f"word/fonts/f{nr}.odttf": stoej * 9 for nr in range(2)}
    dele |= {f"word/fonts/b{nr}.odttf": bytes(30_000_000) + bytes([nr]) for nr in range(8)}
    dele = {navn.encode(): data for navn, data in (korpus_kontor.docx_dele() | dele).items()}
    data = korpus_kontor.raa_zip([(navn, d, b"/f0" not in navn) for navn, d in dele.items()])
    data_stor = korpus_kontor.raa_zip(
        [*((navn, d, True) for navn, d in dele.items()), (b"word/fonts/x.odttf", stoej * 10, False)]
    )
    assert sum(map(len, dele.values())) > 200 * 1024**2 > 100 * 1024**2
    assert dom("a.docx", data) == dom("a.docx", data_stor) == "bombe"


def test_det_gode_der_kun_maa_vises_som_det_er() -> None:
    """A caller that shows files as they are takes three kinds, and says what the others are."""
    for navn in ("docx", "odt", "tiff", "heic", "eml", "msg"):
        filnavn, indhold, _ = FILER[navn]
        with pytest.raises(Afvist, match="kan ikke vises for alle"):
            undersoeg(filnavn, lav(indhold), VISES_SOM_DE_ER)


# --- Endings and contents ---------------------------------------------------------------------------------

INDHOLD: dict[str, korpus_pdf.Indhold] = {
    "pdf": korpus_pdf.PDF,
    "jpeg": korpus_pdf.JPEG,
    "png": korpus_pdf.PNG,
    "tiff": korpus_billeder.tiff(),
    "heic": korpus_billeder.HEIC,
    "docx": korpus_kontor.docx(),
    "odt": korpus_kontor.odt(),
    "eml": korpus_post.eml(),
    "msg": korpus_ole.msg,
    "gif": lambda: korpus.billede("GIF", mode="L"),
    "exe": b"MZ" + bytes(500),
    "txt": b"bare tekst",
}
NAVNE = ("pdf", "jpg", "png", "tif", "heic", "docx", "odt", "eml", "msg", "gif", "exe", "txt")
I_PAKKE = ("docx", "odt", "msg")  # what they are, only the child can tell


def ventet(endelse: str, slags: str) -> str:
    if slags not in ENDELSER:
        return "program" if slags == "exe" else "ikke_understoettet"
    return slags if endelse in ENDELSER[slags] else "forkert_endelse"


@pytest.mark.parametrize("slags", INDHOLD)
def test_hver_endelse_mod_hvert_indhold(slags: str) -> None:
    """The right ending and, where no child is asked, every wrong one; the rest are in test-all."""
    data = lav(INDHOLD[slags])
    for endelse in NAVNE:
        if slags not in I_PAKKE or ventet(endelse, slags) == slags:
            assert dom(f"a.{endelse}", data) == ventet(endelse, slags), endelse


@pytest.mark.langsom
@pytest.mark.parametrize("slags", INDHOLD)
def test_hver_endelse_mod_hvert_indhold_ogsaa_i_pakke(slags: str) -> None:
    data = lav(INDHOLD[slags])
    for endelse in (*NAVNE, "pdf.exe", "PDF", "jpeg ", "docx.pdf"):
        sidste = endelse.rpartition(".")[2].lower().strip()
        assert dom(f"a.{endelse}", data) == ventet(sidste, slags), endelse


def test_eicar_er_ingen_slags() -> None:
    """Alone it is no document; inside one it is the scanner's (test_scanner)."""
    for endelse in NAVNE:
        assert dom(f"a.{endelse}", EICAR) == "ikke_understoettet"


# --- Limits -----------------------------------------------------------------------------------------------

MAALER = (
    "import resource, runpy, sys\n"
    f"runpy.run_path({str(barn.BARN)!r}, run_name='__main__')\n"
    "hoejst = [linje for linje in open('/proc/self/status') if linje.startswith('VmHWM')]\n"
    "tid = resource.getrusage(resource.RUSAGE_SELF)\n"
    "print('', tid.ru_utime + tid.ru_stime, *hoejst, file=sys.stderr)\n"
)
ALLE = {**FILER, **korpus_pdf.DAARLIGE}


@pytest.mark.langsom
@pytest.mark.parametrize("navn", sorted(ALLE))
def test_hver_fil_holder_sig_inden_for_5_sekunder_og_300_mb(navn: str) -> None:
    filnavn, indhold, ventet_dom = ALLE[navn]
    data = lav(indhold)
    tid = time.monotonic()
    assert dom(filnavn, data) == ventet_dom
    assert time.monotonic() - tid <= barn.SEKUNDER
    if opgave := _opgave(data):
        svar = subprocess.run(
            [sys.executable, "-I", "-c", MAALER, opgave], input=data, capture_output=True, check=False
        )
        if not svar.returncode:  # else its own limits stopped it
            sekunder, _, kb, _ = svar.stderr.split()[-4:]
            assert float(sekunder) <= 5 and int(kb) <= 300 * 1024


def _opgave(data: bytes) -> str:
    """What the child is asked about these bytes, "" when it is not."""
    for begyndelse, opgave in (
        (b"PK\3\4", "zip"),
        (b"\xd0\xcf", "ole"),
        (b"%PDF", "pdf"),
        (b"\x89PNG", "png"),
    ):
        if data.startswith(begyndelse):
            return opgave
    if data.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    return {b"\xff\xd8": "jpeg", b"Fr": "eml"}.get(data[:2], "heic" if data[4:8] == b"ftyp" else "")
