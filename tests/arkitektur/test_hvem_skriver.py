"""Only a Handling changes what we know about a case; the few others that write anything are named here."""

import ast
from pathlib import Path

KILDE = Path(__file__).parents[2] / "src" / "rehabteam"
SKRIVER = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "acreate", "asave", "adelete", "aupdate",
}  # fmt: skip
# File → what it may write, and nothing else.
ANDRE = {
    "web/laest.py": "what a person has opened",
    "web/indgang": "logins and their sessions, and the people they are",
    "cli/konto.py": "accounts for emergencies",
    "cli/organisation.py": "organisations and their CVR numbers",
    "web/models.py": "tries of a one-time code",
    "cli/demo": "logins and organisations of the demo (set-up, not casework)",
}


def _skrivende_kald(fil: Path) -> list[int]:
    """Lines that call a writing method of Django's ORM on something that looks like a model or a queryset."""
    linjer = []
    for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
        if not (isinstance(knude, ast.Call) and isinstance(knude.func, ast.Attribute)):
            continue
        navn, paa = knude.func.attr, ast.unparse(knude.func.value)
        if navn in SKRIVER and (
            "objects" in paa or "_raekker" in paa or navn in {"save", "bulk_create", "bulk_update"}
        ):
            linjer.append(knude.lineno)
    return linjer


def test_kun_handlinger_skriver() -> None:
    fundet = []
    for fil in sorted(KILDE.rglob("*.py")):
        sti = fil.relative_to(KILDE).as_posix()
        if "/migrations/" in sti or sti.startswith(("handlinger/", "lov/", "breve/", "dokumenter/")):
            continue
        if any(sti.startswith(tilladt) for tilladt in ANDRE):
            continue
        fundet += [f"{sti}:{linje}" for linje in _skrivende_kald(fil)]
    assert not fundet, "Disse linjer skriver uden for en Handling: " + ", ".join(fundet)


def test_proeven_ville_opdage_det(tmp_path: Path) -> None:
    """The positive control: the same search finds the writes of the Handlinger themselves."""
    assert _skrivende_kald(KILDE / "handlinger" / "opret_forloeb.py")
    assert _skrivende_kald(KILDE / "cli" / "demo" / "konti.py")


def test_listen_er_ikke_foraeldet() -> None:
    for sti in ANDRE:
        assert (KILDE / sti).exists(), f"{sti} findes ikke mere: tag den af listen"
