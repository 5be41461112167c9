"""A letter that a person opens in the browser is a letter that keeps the standards."""

from tests.breve import aflaes


def brevet_holder(pdf: bytes, titel: str) -> None:
    """A letter says it is PDF/UA-1 and PDF/A-2a, which language it is in and what it is called, and is tagged."""
    with aflaes.aabn(pdf) as doc, doc.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert meta["pdfaid:part"] == "2" and meta["pdfaid:conformance"] == "A"
        assert meta["dc:title"] == titel
        assert str(doc.Root.Lang).lower().startswith("da")
        assert doc.Root.MarkInfo.Marked and doc.Root.ViewerPreferences.DisplayDocTitle
        assert "H1" in {navn for navn, _ in aflaes.maerker(doc)}
