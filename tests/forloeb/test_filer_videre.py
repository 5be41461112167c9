"""Files that stop and go on in real Chromium: after a reload, in another browser, and never one into another.

And the whole way of a file: sent, examined, converted, said what it is, read by the worker, and found by its words.
"""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.dokumenter.clamd import KRAEVER_CLAMD
from tests.dokumenter.omdan.filer import ark, docx, scannet
from tests.forloeb import filerne
from tests.forloeb.filhuset import BORGER, HVEM, Hus, billede, hus, s, tekst, vent
from tests.forloeb.skaerm import Skaerm

__all__ = ["hus", "s"]
pytestmark = [pytest.mark.langsom, KRAEVER_CLAMD]
DATO = re.compile("^Dokumentets dato")


def test_genindlaest_midt_i_det_hele(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    side, sag = s.side, hus.site.aaben(BORGER)
    fil = tmp_path / "stor plan.pdf"
    fil.write_bytes(filerne.pdf(1, filerne._tung(10 * filerne.MB)))
    fra: list[int] = []

    def langsomt(rute: object) -> None:
        fra.append(int(re.search(r"fra=(\d+)", rute.request.url)[1]))  # type: ignore[attr-defined,index]
        time.sleep(0.4)
        rute.continue_()  # type: ignore[attr-defined]

    side.on("dialog", lambda d: d.accept())
    side.route("**/stykke/**", langsomt)
    s.gaa(f"{sag}dokumenter/ind/")
    side.get_by_label("Filer", exact=True).set_input_files(fil)
    vent(side, lambda: max(fra, default=0) >= 4 * filerne.MB)
    side.reload()
    assert re.match(r"Standset ved [1-9]\d? %\.", tekst(side, "stor plan.pdf"))
    billede(s, "standset")
    fra.clear()
    side.get_by_label("Filer", exact=True).set_input_files(fil)
    vent(side, lambda: side.locator("[data-tilstand=klar]").count() == 1, 90)
    assert min(fra) >= 2 * filerne.MB  # it went on where it stopped
    assert side.locator(".filliste li").count() == 1


def test_en_anden_fil_med_samme_navn_og_stoerrelse_i_en_anden_browser(
    chromium: Browser, s: Skaerm, hus: Hus, tmp_path: Path
) -> None:
    """Two scans that the machine gave one name and that weigh the same: each is what was chosen, byte for byte."""
    side, sag = s.side, hus.site.aaben(BORGER)
    en, anden = tmp_path / "1" / "scan.pdf", tmp_path / "2" / "scan.pdf"
    to_pdf = [filerne.pdf(1, filerne._tung(10 * filerne.MB)) for _ in range(2)]
    for fil, data in zip((en, anden), to_pdf, strict=True):
        fil.parent.mkdir()
        fil.write_bytes(data.ljust(max(map(len, to_pdf)), b"\n"))
    assert en.stat().st_size == anden.stat().st_size
    fra: list[int] = []

    def langsomt(rute: object) -> None:
        fra.append(int(re.search(r"fra=(\d+)", rute.request.url)[1]))  # type: ignore[attr-defined,index]
        time.sleep(0.4)
        rute.continue_()  # type: ignore[attr-defined]

    side.on("dialog", lambda d: d.accept())
    side.route("**/stykke/**", langsomt)
    s.gaa(f"{sag}dokumenter/ind/")
    side.get_by_label("Filer", exact=True).set_input_files(en)
    vent(side, lambda: max(fra, default=0) >= 4 * filerne.MB)
    side.reload()
    assert tekst(side, "scan.pdf").startswith("Standset ved")

    to = Skaerm(chromium, hus.site.adresse)
    to.log_ind(HVEM)
    to.gaa(f"{sag}dokumenter/ind/")
    to.side.get_by_label("Filer", exact=True).set_input_files(anden)
    vent(to.side, lambda: to.side.locator("[data-tilstand=klar]").count() == 1, 90)
    to.ser("»scan.pdf« sendes som en ny fil", "Standset ved")
    assert to.side.locator(".filliste li").count() == 2
    to.efterse("en anden fil med samme navn")
    billede(to, "anden_fil")
    fra.clear()
    to.side.route("**/stykke/**", langsomt)
    to.side.get_by_label("Filer", exact=True).set_input_files(en)
    vent(to.side, lambda: to.side.locator("[data-tilstand=klar]").count() == 2, 90)
    assert min(fra) >= 2 * filerne.MB  # and that one goes on where it stopped, in this browser too
    assert not to.klager
    to.omraade.close()
    sendt = {hashlib.sha256(fil.read_bytes()).hexdigest() for fil in (en, anden)}
    assert set(hus.site.svar("SELECT sha256 FROM sager_modtagetfil WHERE tilstand = 'klar'")) == sendt


def test_to_indsatte_billeder_med_et_navn_er_to(s: Skaerm, hus: Hus) -> None:
    """Every picture that is pasted is called image.png; two of one size are two files all the same."""
    side = s.side
    side.route("**/stykke/**", lambda rute: (time.sleep(0.5), rute.continue_()))
    s.gaa(f"{hus.site.aaben(BORGER)}dokumenter/ind/")
    for nr in (1, 2):
        side.evaluate(
            """nr => { const d = new DataTransfer(); const bytes = new Uint8Array(3e6).fill(nr);
            d.items.add(new File([bytes], "image.png", { type: "image/png", lastModified: nr }));
            document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: d, bubbles: true })); }""",
            nr,
        )
        side.wait_for_timeout(300)
    vent(side, lambda: side.locator("[data-tilstand=afvist]").count() == 2, 90)


def test_fra_fil_til_soegbart_dokument(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    """A letter and a scan without text: sent, said what they are, read by the worker, and found by their words.

    The demo's own documents wait to be read too: who has just laid hers on the case does not wait for them.
    """
    side, sag = s.side, hus.site.aaben(BORGER)
    brev, scan = tmp_path / "brev 05.03.2026.docx", tmp_path / "scan0002.pdf"
    brev.write_bytes(docx("Udtalelse", "Hun har prøvet hængekøjetræning."))
    scan.write_bytes(scannet(ark(("Status fra praktikken", "Han kører bogbindermaskinen"))))
    s.gaa(f"{sag}dokumenter/ind/")
    side.get_by_label("Filer", exact=True).set_input_files([brev, scan])
    vent(side, lambda: side.locator("[data-tilstand=klar]").count() == 2, 120)
    s.foelg("Se filerne efter, og læg dem på sagen")
    for felt in s.indhold.locator("select.form-select").all():
        felt.select_option("andet")
    for felt in s.indhold.get_by_role("textbox", name=DATO).all():
        felt.fill("04.03.2026")
    s.tryk("Læg på sagen")
    s.ser("2 filer er lagt på sagen.")
    for ord_ in ("hængekøjetræning", "bogbindermaskinen"):

        def fundet(ord_: str = ord_) -> bool:
            s.gaa("/find-dokument/")
            side.get_by_label("Ord i dokumentet").fill(ord_)
            s.tryk("Find")
            return side.locator("main mark", has_text=re.compile(ord_, re.IGNORECASE)).count() > 0

        vent(side, fundet, 180)
