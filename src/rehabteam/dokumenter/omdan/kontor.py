"""DOCX and ODT as PDF, by LibreOffice behind the wall."""

from __future__ import annotations

import signal
from pathlib import Path

from rehabteam.dokumenter.omdan import mur
from rehabteam.dokumenter.omdan.fejl import OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

STEDER = ("/usr/lib/libreoffice/program/soffice.bin", "/usr/lib64/libreoffice/program/soffice.bin")
GRAENSER = Graenser(sekunder=120, cpu=60, venlig=5, hukommelse=1200 * MB, skrivebord=500 * MB, processer=64)
# The profile: no macros, no links followed, Danish where a file says nothing; and a version so late that LibreOffice
# does not try out its drawing at each start, which took longer than the file.
OPSAETNING = Path(__file__).with_name("kontor")
LAESES_SOM = {
    "docx": "MS Word 2007 XML",
    "odt": "writer8",
}  # never guessed: rubbish must not become pages of text
FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportFormFields":{"type":"boolean","value":"false"},'
    '"Quality":{"type":"long","value":"90"}}'
)
# A profile that knows its build is not made anew; where it is, LibreOffice answers 81 and is started again.
PROGRAM = """
mkdir -p /tmp/p/user/extensions /tmp/ud && cat > "/tmp/ind.$1"
cp /opsaetning/registrymodifications.xcu /tmp/p/user/
sed -n 's/^buildid=//p' "${2%/*}/versionrc" | tr -d '\n' > /tmp/p/user/extensions/buildid
for gang in 1 2; do
  "$2" --headless --norestore --nolockcheck --nodefault -env:UserInstallation=file:///tmp/p \
    --infilter="$4" --convert-to "$3" --outdir /tmp/ud "/tmp/ind.$1" 1>&2
  kode=$?
  [ "$kode" = 81 ] || break
done
[ "$kode" = 0 ] || exit "$kode"
[ -s /tmp/ud/ind.pdf ] || exit 3
exec cat /tmp/ud/ind.pdf
"""


# LibreOffice catches the signals that stop it, and tells of them in its last words.
DOEDE_AF = {f"Signal {signal.SIGXCPU.value}": "for_langsom", "bad_alloc": "for_tung"}


def soffice() -> str | None:
    """LibreOffice's own program, past the script that starts it."""
    return next((s for s in STEDER if Path(s).exists()), None)


def til_pdf(slags: str, data: bytes, graenser: Graenser = GRAENSER) -> bytes:
    """`slags`: docx or odt. Raises OmdanFejl; OmdanNede where LibreOffice is not installed."""
    if (program := soffice()) is None:
        raise OmdanNede("LibreOffice er ikke installeret på denne maskine (libreoffice-writer-nogui).")
    if not data:  # LibreOffice would make an empty page of it
        raise OmdanFejl("beskadiget")
    svar = mur.koer(
        ["/bin/sh", "-c", PROGRAM, "sh", slags, program, FILTER, LAESES_SOM[slags]],
        data,
        graenser,
        {OPSAETNING: "/opsaetning"},
    )
    if svar.kode != 0 or not svar.ud.startswith(b"%PDF-"):
        raise OmdanFejl(next((kode for ord_, kode in DOEDE_AF.items() if ord_ in svar.klage), "beskadiget"))
    return svar.ud
