"""A protected name is hidden in one place (Borger.navn). Nobody else may read the name behind it, or forget to ask."""

import re
from pathlib import Path

KILDE = Path(__file__).parents[2] / "src" / "rehabteam"
# File → why it may know the name itself.
MAA_SE = {
    "sager/models/borger.py": "hides it",
    "sager/udtraek/soegning.py": "searches in it, and leaves the protected out",
    "sager/udtraek/orden.py": "sorts by it, and the protected last without it",
    "sager/udtraek/stikproeve.py": "compares names for the risk score, and shows none of them",
    "handlinger/borgeren.py": "writes it",
    "handlinger/importplan/borger.py": "writes it, and compares it with the file",
    "handlinger/vis_beskyttet.py": "reveals it, as an act of its own",
    "handlinger/beskyttede_ord.py": "looks for it in the papers before they leave the house, and shows it nobody",
    "handlinger/overdragelsespakke.py": "the sealed package to the citizen's new kommune",
    "handlinger/modtag_overdragelse.py": "writes it, from such a package",
    "sager/migrations": "names the column",
    "web/views/min_sag.py": "the columns behind the citizen's own page",
    "lovspor": "the full name of a §",
    "web/templates/web/lovspor": "the full name of a §",
}
BAG = re.compile(r"\bfuldt_navn\b")
ADRESSE = re.compile(r"\bPostadresse\b|\bpostadresse\b")
MAA_SE_ADRESSE = {
    "sager/models/borger.py": "the table",
    "sager/models/__init__.py": "the list of tables",
    "sager/migrations": "makes it",
    "handlinger/ret_adresse.py": "writes it",
    "handlinger/vis_beskyttet.py": "reveals it",
    "handlinger/beskyttede_ord.py": "looks for it in the papers before they leave the house",
    "handlinger/afgoer_aktindsigt.py": "a letter to the citizen, unless it is protected",
    "web/views/beskyttelse.py": "shows it unless it is protected",
}


def _filer() -> list[Path]:
    return [f for f in sorted(KILDE.rglob("*")) if f.suffix in {".py", ".html", ".typ", ".prosa"}]


def _fund(moenster: re.Pattern[str], maa: dict[str, str]) -> list[str]:
    fundet = []
    for fil in _filer():
        sti = fil.relative_to(KILDE).as_posix()
        if any(sti == m or sti.startswith(f"{m}/") for m in maa):
            continue
        linjer = fil.read_text(encoding="utf-8").splitlines()
        fundet += [f"{sti}:{nr}" for nr, linje in enumerate(linjer, start=1) if moenster.search(linje)]
    return fundet


def test_kun_disse_kender_det_navn_der_er_skjult() -> None:
    assert _fund(BAG, MAA_SE) == []


def test_kun_disse_kender_adressen() -> None:
    assert _fund(ADRESSE, MAA_SE_ADRESSE) == []


def test_proeven_ville_opdage_det() -> None:
    """Without the list the same search finds every one of those files."""
    for moenster, maa in ((BAG, MAA_SE), (ADRESSE, MAA_SE_ADRESSE)):
        stier = {f.rpartition(":")[0] for f in _fund(moenster, {})}
        for m in maa:
            if not (KILDE / m).exists():
                raise AssertionError(f"{m} findes ikke mere: tag den af listen")
            assert any(s == m or s.startswith(f"{m}/") for s in stier), m
