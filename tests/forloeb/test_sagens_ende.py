"""How a case ends otherwise than as the team recommended: decided against, closed and opened, handed to another kommune."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.breve import aflaes
from tests.forloeb import sagens_gang
from tests.forloeb.klargoering import Klargoering
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

pytestmark = pytest.mark.langsom
LISBETH, FREJA, MALTHE = "Lisbeth Thygesen Ravn", "Freja Lindskov Palle", "Malthe Sejersen Bukh"
GRUND = "Praktikken gik bedre, end teamet vidste. Lisbeth har selv bedt om at prøve flere timer først."


def uset(s: Skaerm, navn: str) -> None:
    """A state another story has inspected."""


def test_kommunen_vil_noget_andet_end_teamet(aabn: Aabn, site: Site, demo: Path) -> None:
    """Against the indstilling only when the team has been asked again: the old case waits, the new one decides."""
    gammel = site.aaben(LISBETH)
    sagens_gang.hold_moedet(aabn("karsten.nordby"), gammel, "fleksjob", "Fleksjob", uset)
    s = aabn("bodil.nordby")
    s.gaa(gammel + "afgoerelse/")
    s.foelg("Kommunen vil ikke følge indstillingen")
    s.tryk("Spørg teamet igen")
    s.ser("Skriv, hvorfor kommunen ikke vil følge indstillingen.")
    s.efterse("uenig, uden grund")
    s.skriv("Hvorfor vil kommunen ikke følge indstillingen?", GRUND)
    s.tryk("Spørg teamet igen")
    s.ser("Afgørelsen venter på teamet")
    ny = s.adresse_paa(re.compile("^Åbn sag "))
    assert s.indhold.get_by_role("link", name="Træf afgørelse").count() == 0
    assert (
        s.gaa(gammel + "afgoerelse/traef/") in (403, 200) and "Træf afgørelsen og lav brevet" not in s.tekst
    )
    s.gaa(gammel + "afgoerelse/")
    s.efterse("afgørelsen venter på teamet")
    s.foelg("Skriv til borgeren om det")
    s.skriv("Derfor er kommunen ikke enig endnu", GRUND)
    s.tryk("Lav brevet")
    s.efterse("brevet om, at teamet spørges igen")

    s.gaa(ny)
    s.efterse("den nye sag, når teamet skal spørges igen")
    papir = next((demo / "papirer").glob("*/*.pdf"))
    Klargoering(s, ny, papir, uset).til_den_er_klar()
    sagens_gang.vaelg_moedet(s, ny, uset)
    sagens_gang.send(s, ny, uset)
    sagens_gang.fordel(aabn("pia.region"), LISBETH, uset)
    sagens_gang.hold_moedet(aabn("karsten.nordby"), ny, "fleksjob", "Fleksjob", uset)
    s.gaa(ny + "afgoerelse/traef/")
    s.saet(re.compile("^Nej"))
    s.tryk("Træf afgørelsen og lav brevet")
    s.ser("Ret")
    s.efterse("imod indstillingen, når noget mangler")
    s.vaelg("Hvad afgøres?", "Ressourceforløb")
    s.saet("Borgeren får det")
    s.skriv("Ressourceforløbet begynder", "27.05.2026")
    s.skriv("Derfor", GRUND)
    s.skriv("Det sker der nu", "Jonas ringer på fredag.")
    s.skriv("Klagevejledning", "Skriv eller ring til os, hvis du vil klage.")
    s.tryk("Træf afgørelsen og lav brevet")
    s.ser("Den går imod teamets indstilling, som er hørt to gange.", "Skriv indsatsplan")
    s.efterse("afgjort imod indstillingen")
    tekst = aflaes.tekst(s.pdf(s.adresse_paa("Læs det")))
    assert "fleksjob" in tekst and "ressourceforløb" in tekst
    s.gaa(gammel)
    s.efterse("den sag, der ventede")


def test_afsluttet_og_aabnet_igen(aabn: Aabn, site: Site) -> None:
    s, sag = aabn("jonas.nordby"), site.aaben(MALTHE)
    s.gaa(sag)
    s.foelg("Afslut sagen", inden_i=s.indhold)
    s.saet(re.compile("^Gennemført"))
    s.skriv("Kort om, hvordan den endte", "Malthe er flyttet til udlandet.")
    s.tryk("Afslut sagen")
    s.ser("Kommunen har ikke afgjort sagen endnu.")
    s.efterse("afslut, før den er afgjort")
    s.saet("Grundlaget er faldet væk")
    s.tryk("Afslut sagen")
    s.ser("Afsluttet")
    s.efterse("en lukket sag")
    assert s.indhold.locator("form:not([action*='cpr']) button").count() == 0
    s.foelg("Åbn sagen igen", inden_i=s.indhold)
    s.ser("Malthe er flyttet til udlandet.")
    s.tryk("Åbn sagen igen")
    s.efterse("åbn igen uden grund")
    s.skriv("Hvorfor åbnes sagen igen?", "Han er kommet hjem.")
    s.tryk("Åbn sagen igen")
    s.ser("Sagen er åben igen")
    s.efterse("åbnet igen")
    s.gaa(sag + "historik/")
    s.ser("Malthe er flyttet til udlandet.", "Han er kommet hjem.")


def test_overdraget_til_en_anden_kommune(aabn: Aabn, site: Site, tmp_path: Path) -> None:
    s, sag = aabn("mette.nordby"), site.aaben(FREJA)
    s.gaa(sag)
    s.foelg("Overdrag den til en anden kommune")
    s.tryk("Overdrag og afslut her")
    s.ser("Ret")
    s.efterse("overdrag, når noget mangler")
    s.skriv("Kommunen, der overtager sagen", "Åstrup Kommune")
    s.skriv("Hvorfor overdrages sagen?", "Freja er flyttet til Åstrup.")
    s.tryk("Overdrag og afslut her")
    s.ser("Overdraget til Åstrup Kommune", "Segl")
    s.efterse("overdraget")
    pakke = tmp_path / "pakken.zip"
    pakke.write_bytes(s.hent(s.indhold.get_by_role("link", name="Hent pakken (ZIP)")).read_bytes())
    s.gaa(sag)
    s.ser("Afsluttet")
    s.efterse("den overdragne sag")

    hun = aabn("camilla.aastrup")
    hun.gaa("/mit-arbejde/")
    hun.foelg("Ny sag")
    hun.foelg("Modtag en sag fra en anden kommune")
    hun.tryk("Modtag sagen")
    hun.ser("Vælg filen med pakken.")
    hun.efterse("modtag uden fil")
    modtag(hun, aendret(pakke, tmp_path))
    assert hun.sti == "/sag/modtag/", "en ændret pakke blev modtaget"
    hun.efterse("modtag en ændret pakke")
    modtag(hun, pakke)
    ny = hun.sti
    assert re.fullmatch(r"/sag/[0-9a-f-]{36}/", ny) and ny != sag
    hun.ser(FREJA)
    hun.efterse("den modtagne sag")
    hun.gaa(ny + "forberedende-del/")
    hun.ser("Freja er uddannet frisør")
    hun.efterse("den modtagne sags plan")
    hun.gaa("/sag/modtag/")
    modtag(hun, pakke)
    assert hun.sti == ny, "den samme pakke blev til to sager"
    assert aabn("mette.nordby").gaa(ny) == 404


def modtag(s: Skaerm, fil: Path) -> None:
    s.indhold.locator("input[type=file]").set_input_files(fil)
    s.tryk("Modtag sagen")


def aendret(pakke: Path, mappe: Path) -> Path:
    """The same package with one word of one of its files changed on the way."""
    ny = mappe / "aendret.zip"
    with zipfile.ZipFile(pakke) as fra, zipfile.ZipFile(ny, "w") as til:
        for navn in fra.namelist():
            til.writestr(navn, fra.read(navn).replace("frisør".encode(), b"bagere"))
    return ny
