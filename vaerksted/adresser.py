"""No file names a package registry: what is fetched, and from where, is the machine's own business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from vaerksted.kopi import filer
from vaerksted.sted import ROD

REGISTER = re.compile(r"//[\w.-]*(?:pypi|pythonhosted|npmjs|yarnpkg|deb\.debian)\b", re.I)
# A lock or a set-up file has no business with any address at all, nor with a folder of packages.
LAASEFIL = re.compile(r"^(?:requirements/.*|package(?:-lock)?\.json|pyproject\.toml|Makefile|\.ci/.*)$")
I_LAASEFIL = re.compile(r"\w+://|--(?:extra-)?index-url|--find-links|--trusted-host|\"resolved\"\s*:")


def fund(rod: Path = ROD) -> Iterator[str]:
    """Each offending line as »file:number«."""
    for fil in filer(rod):
        try:
            tekst = (rod / fil).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        laas = LAASEFIL.match(fil.as_posix())
        for nummer, linje in enumerate(tekst.splitlines(), 1):
            if REGISTER.search(linje) or (laas and I_LAASEFIL.search(linje)):
                yield f"{fil}:{nummer}"


if __name__ == "__main__":
    steder = list(fund())
    print("\n".join(steder) or "Ingen adresser på pakkeregistre.")
    raise SystemExit(bool(steder))
