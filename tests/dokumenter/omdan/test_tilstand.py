"""What the machine lacks is said in words that name the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan import kontor, mur, scanning


def test_det_der_mangler_siges(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kontor, "STEDER", ())
    monkeypatch.setattr(scanning, "TESSERACT", tmp_path / "tesseract")
    monkeypatch.setattr(mur, "MAADER", ())
    mur._fundet.cache_clear()
    fundet = omdan.mangler()
    assert [any(ord_ in f for f in fundet) for ord_ in ("bubblewrap", "LibreOffice", "Tesseract")] == [
        True
    ] * 3
    (tmp_path / "tesseract").write_text("#!/bin/sh\necho eng\n")
    (tmp_path / "tesseract").chmod(0o755)
    assert "kan ikke dansk" in omdan.mangler()[-1]


def test_paa_en_hel_maskine_mangler_intet() -> None:
    if kontor.soffice() is None or not scanning.TESSERACT.exists():
        pytest.skip("LibreOffice eller Tesseract er ikke installeret")
    mur._fundet.cache_clear()
    assert omdan.mangler() == ()
