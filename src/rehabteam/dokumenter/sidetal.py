"""How many pages a PDF of our own making has."""

from __future__ import annotations

import io

import pikepdf


def antal_sider(pdf: bytes) -> int:
    """Pages of a PDF we made ourselves (what comes from outside is counted by `modtag`)."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return len(doc.pages)
