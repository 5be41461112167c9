"""Copies the front end's npm packages to the static files: ``python -m rehabteam.opsaetning.statisk``.

Only what a page can ask for is copied: dkfds' style sheet, script, icons and the font files the style
sheet names, htmx, and the licences of all of them. Standard library only, so it can run in any set-up.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

_ADRESSE = re.compile(r"url\(\s*['\"]?(?!data:)([^'\")?#]+)")

DKFDS = (
    "css/dkfds.min.css",
    "css/dkfds.min.css.map",
    "js/dkfds.min.js",
    "js/dkfds.min.js.map",
    "img/all-svg-icons.svg",
    "LICENSE.md",
    "fonts/IBMPlexSans/complete/woff2/license.txt",
)
HTMX = {"dist/htmx.min.js": "htmx.min.js", "dist/htmx.min.js.map": "htmx.min.js.map", "LICENSE": "LICENSE"}


def kopier(npm_dir: Path, maal: Path) -> list[Path]:
    """Copies from ``npm_dir`` (a ``node_modules``) to ``maal``; returns the files now there, sorted.

    What was in ``maal`` before is replaced. Raises ``FileNotFoundError`` naming the file, if a package
    is not installed or does not hold what we use.
    """
    dkfds, htmx = npm_dir / "dkfds" / "dist", npm_dir / "htmx.org"
    par = [(dkfds / navn, Path("dkfds") / navn) for navn in (*DKFDS, *_naevnt_i(dkfds, "css/dkfds.min.css"))]
    par += [(htmx / fra, Path("htmx") / til) for fra, til in HTMX.items()]
    for fra, _ in par:
        if not fra.is_file():
            raise FileNotFoundError(f"{fra} findes ikke. Kør `npm ci` først.")
    if maal.exists():
        shutil.rmtree(maal)
    for fra, til in par:
        (maal / til).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fra, maal / til)
    return sorted({maal / til for _, til in par})


def _naevnt_i(dkfds: Path, stilark: str) -> list[str]:
    """Paths, from ``dkfds``, of the fonts and pictures the style sheet asks for."""
    if not (dkfds / stilark).is_file():
        raise FileNotFoundError(f"{dkfds / stilark} findes ikke. Kør `npm ci` først.")
    rod = dkfds.resolve()
    adresser = set(_ADRESSE.findall((dkfds / stilark).read_text(encoding="utf-8")))
    return sorted(((rod / stilark).parent / a).resolve().relative_to(rod).as_posix() for a in adresser)


def main(argv: list[str]) -> int:
    """``[node_modules [target]]``; without arguments the project's own folders."""
    projekt = Path(__file__).resolve().parents[3]
    npm_dir = Path(argv[0]) if argv else projekt / "node_modules"
    maal = Path(argv[1]) if len(argv) > 1 else projekt / "src" / "rehabteam" / "web" / "static" / "npm"
    try:
        filer = kopier(npm_dir, maal)
    except FileNotFoundError as fejl:
        print(fejl, file=sys.stderr)
        return 1
    print(f"{len(filer)} filer lagt i {maal}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
