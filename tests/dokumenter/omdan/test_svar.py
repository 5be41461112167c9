"""What a program behind the wall answers is not believed: it may have been taken over by the file it read."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan import barn
from tests.dokumenter.omdan import filer

WEBP = b"RIFF" + (12).to_bytes(4, "little") + b"WEBPVP8 " + bytes(4)
LOEGNE = {
    "html i stedet for et billede": (b'{"numre": [1], "filer": [16]}\n<script>1</script', "tegnpdf"),
    "mere end det er": (b'{"numre": [1], "filer": [22]}\n' + WEBP + b"<b", "tegnpdf"),
    "en anden side": (b'{"numre": [7], "filer": [20]}\n' + WEBP, "tegnpdf"),
    "forkert laengde": (b'{"numre": [1], "filer": [4000000000]}\n' + WEBP, "tegnpdf"),
    "negativ laengde": (b'{"numre": [1, 2], "filer": [40, -20]}\n' + WEBP, "tegnpdf"),
    "ikke json": (b"hej\n", "tegnpdf"),
    "en liste": (b"[1, 2]\n", "tegnpdf"),
    "intet": (b"", "tegnpdf"),
    "sider, der ikke er sider": (b'{"sider": [[1, 2]], "filer": []}\n', "tekst"),
    "ingen sider": (b'{"filer": []}\n', "tekst"),
}


@pytest.mark.parametrize("loegn", LOEGNE)
def test_en_loegn_er_en_fejl(loegn: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    svar, modul = LOEGNE[loegn]
    (tmp_path / "svar").write_bytes(svar)
    (tmp_path / f"{modul}.py").write_text(
        "import sys\ndef main():\n    sys.stdout.buffer.write(open('/vaerk/svar', 'rb').read())\n"
    )
    for mappe in (tmp_path, *tmp_path.parents):  # the child is nobody, and must find its way there
        if mappe == Path(tempfile.gettempdir()):
            break
        mappe.chmod(0o755)
    monkeypatch.setattr(barn, "VAERK", tmp_path)
    with pytest.raises(omdan.OmdanFejl) as fejl:
        if modul == "tegnpdf":
            omdan.sidebilleder(filer.trykt(), "application/pdf", [1, 2], 300)
        else:
            omdan.sidetekster(filer.trykt())
    assert fejl.value.kode == "beskadiget"


def test_en_kode_den_finder_paa_bliver_ikke_til_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    assert omdan.OmdanFejl("<b>min egen</b>").kode == "beskadiget"
