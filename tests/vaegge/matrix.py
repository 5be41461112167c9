"""The expected walls, written out: who sees what of one kommune's case, as it moves towards the region.

Rows: table. Columns: the viewer. Values: "-" nothing, "s" sees. One line per table, no blank cell.
The case has been sent and given to `koordinator`; notes are signed and the indstilling is given.
"""

SEERE = ("kommunen", "naboen", "regionen", "fjern_region", "koordinator", "anden_koordinator")

DELT = """
sager_borger           s  -  s  -  s  -
sager_forloeb          s  -  -  -  -  -
sager_indsats          s  -  -  -  -  -
sager_undtagetperiode  s  -  -  -  -  -
sager_ordinaeretimer   s  -  -  -  -  -
sager_spaend           s  -  -  -  -  -
sager_saerligegrunde   s  -  -  -  -  -
sager_sag              s  -  s  -  s  -
sager_dokument         s  -  s  -  s  -
sager_resume           s  -  s  -  s  -
sager_sundhedsnotat    s  -  s  -  s  -
sager_deltager         s  -  s  -  s  -
sager_indstilling      s  -  s  -  s  -
sager_indsatsplan      s  -  -  -  -  -
sager_haendelse        s  -  s  -  s  -
sager_moede            s  -  s  -  s  s
"""

FOER = """
sager_borger           s  -  -  -  -  -
sager_forloeb          s  -  -  -  -  -
sager_sag              s  -  -  -  -  -
sager_dokument         s  -  -  -  -  -
sager_haendelse        s  -  -  -  -  -
"""


def tabel(tekst: str) -> dict[tuple[str, str], bool]:
    """(table, viewer) → may see."""
    celler = {}
    for linje in tekst.strip().splitlines():
        navn, *svar = linje.split()
        assert len(svar) == len(SEERE) and set(svar) <= {"s", "-"}, f"en celle mangler i {navn}"
        celler |= {(navn, seer): s == "s" for seer, s in zip(SEERE, svar, strict=True)}
    return celler
