"""Compile the translations: each locale/**/*.po of the package gets its .mo beside it.

Git keeps the texts, never the compiled files; set-up calls this as `python -m rehabteam.opsaetning.oversaet`.
"""

from pathlib import Path

import polib

PAKKE = Path(__file__).resolve().parent.parent


def oversaet(rod: Path = PAKKE) -> list[Path]:
    """Write the .mo files under `rod` and return them. A .po that cannot be read raises OSError."""
    skrevne = []
    for po in sorted(rod.glob("**/locale/**/*.po")):
        mo = po.with_suffix(".mo")
        polib.pofile(str(po)).save_as_mofile(str(mo))
        skrevne.append(mo)
    return skrevne


if __name__ == "__main__":
    oversaet()
