"""The copying of npm packages takes what a page asks for, with the licences, and says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehabteam.opsaetning import statisk


def _pakker(rod: Path) -> Path:
    for navn in statisk.DKFDS:
        (rod / "dkfds/dist" / navn).parent.mkdir(parents=True, exist_ok=True)
        (rod / "dkfds/dist" / navn).write_text("x", encoding="utf-8")
    (rod / "dkfds/dist/css/dkfds.min.css").write_text(
        "@font-face{src:url('../fonts/a.woff2?v=1')}i{background:url(../img/i.svg)}b{background:url(data:image/png;base64,x)}",
        encoding="utf-8",
    )
    for navn in ("fonts/a.woff2", "fonts/ubrugt.woff2", "img/i.svg"):
        (rod / "dkfds/dist" / navn).write_text("x", encoding="utf-8")
    for navn in statisk.HTMX:
        (rod / "htmx.org" / navn).parent.mkdir(parents=True, exist_ok=True)
        (rod / "htmx.org" / navn).write_text("x", encoding="utf-8")
    return rod


def test_kopierer_det_siden_henter_og_licenserne(tmp_path: Path) -> None:
    maal = tmp_path / "npm"
    (maal / "gammelt").mkdir(parents=True)
    filer = statisk.kopier(_pakker(tmp_path / "node_modules"), maal)
    navne = {f.relative_to(maal).as_posix() for f in filer}
    assert {
        "dkfds/fonts/a.woff2",
        "dkfds/img/i.svg",
        "dkfds/LICENSE.md",
        "htmx/htmx.min.js",
        "htmx/LICENSE",
    } <= navne
    assert navne == {f.relative_to(maal).as_posix() for f in maal.rglob("*") if f.is_file()}
    assert "dkfds/fonts/ubrugt.woff2" not in navne


def test_siger_hvilken_fil_der_mangler(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert statisk.main([str(tmp_path), str(tmp_path / "npm")]) == 1
    assert "dkfds.min.css findes ikke" in capsys.readouterr().err
    assert not (tmp_path / "npm").exists()
