"""A case to read in: many documents with real text on real pages, made here."""

import io
from datetime import date, timedelta

import pikepdf
from PIL import Image, ImageDraw

ORD = (
    "Hun kan sidde tyve minutter ad gangen og gå korte afstande.",
    "Praktikken på genbrugspladsen blev udsat, fordi operationen trak ud.",
    "Hun sover dårligt og har brug for pauser midt på dagen.",
    "Mentoren har været med hele vejen og ringer hver uge.",
    "Der er aftalt et forløb med fysisk træning i kommunens hus.",
    "Hun vil gerne tilbage til arbejdet med planter.",
)
SLAGS = ("laegeattest", "epikrise", "dokumentation", "opfoelgningsnotat", "cv", "andet", "indsatsplan")


def pdf(titel: str, sider: int, mere: dict[int, str] | None = None, paa_tvaers: bool = False) -> bytes:
    """A PDF of so many pages of Danish text. `mere`: page (from 1) → one more line on it."""
    bredde, hoejde = (842, 595) if paa_tvaers else (595, 842)
    with pikepdf.new() as ud:
        skrift = ud.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        for nr in range(1, sider + 1):
            linjer = [(18, f"{titel}"), (12, f"Side {nr} af {sider}")]
            linjer += [(12, ORD[(nr + i) % len(ORD)]) for i in range(18)]
            if mere and nr in mere:
                linjer.insert(5, (12, mere[nr]))
            side = ud.add_blank_page(page_size=(bredde, hoejde))
            side.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=skrift))
            side.Contents = ud.make_stream(_tegn(linjer, hoejde))
        fil = io.BytesIO()
        ud.save(fil, deterministic_id=True)
    return fil.getvalue()


def _tegn(linjer: list[tuple[int, str]], hoejde: int) -> bytes:
    ud, y = [b"BT"], hoejde - 80
    for stoerrelse, tekst in linjer:
        sikker = tekst.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
        ud.append(b"/F1 %d Tf 1 0 0 1 60 %d Tm (%s) Tj" % (stoerrelse, y, sikker))
        y -= 30
    return b"\n".join([*ud, b"ET"])


def scanning(nr: int) -> bytes:
    """A scanned page: a picture, where the words are only ink."""
    billede = Image.new("RGB", (1000, 1400), "white")
    tegner = ImageDraw.Draw(billede)
    for i in range(12):
        tegner.line(
            [(100, 200 + 80 * i), (500 + 30 * ((nr + i) % 12), 200 + 80 * i)], fill=(60, 60, 60), width=8
        )
    ud = io.BytesIO()
    billede.save(ud, "JPEG", quality=60)
    return ud.getvalue()


def bunke(dokumenter: int = 40, sider: int = 400) -> list[tuple[str, str, date, bytes, int, str]]:
    """(title, kind, day, bytes, pages, MIME) of so many documents with so many pages in all; two of them scanned."""
    hver, rest = divmod(sider - 2, dokumenter - 2)
    ud = []
    for nr in range(1, dokumenter - 1):
        antal = hver + (1 if nr <= rest else 0)
        mere = {2: "Smerterne tager til efter to timers aktivitet."} if nr % 8 == 0 else {}
        if nr == 3:
            mere[1] = "Sagen drøftes i rehabiliteringsteamet i juni."
        data = pdf(f"Dokument nummer {nr}", antal, mere, paa_tvaers=nr % 11 == 0)
        dag = date(2026, 5, 20) - timedelta(days=3 * nr)
        ud.append((f"Dokument {nr}", SLAGS[nr % len(SLAGS)], dag, data, antal, "application/pdf"))
    for nr in (1, 2):
        ud.append((f"Scanning {nr}", "andet", date(2026, 2, nr), scanning(nr), 1, "image/jpeg"))
    return ud
