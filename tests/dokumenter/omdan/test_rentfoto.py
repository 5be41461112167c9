"""A photo without where and when: the picture is the same, point for point."""

import io
from typing import Any

import pytest
from PIL import Image, ImageChops

from rehabteam.dokumenter.omdan.vaerk.rentfoto import uden_oplysninger

HEMMELIG = b"55 40 12"


def jpeg(mode: str = "RGB", **gem: Any) -> bytes:
    ud = io.BytesIO()
    billede = Image.merge("RGB", [Image.linear_gradient(s) for s in "LLL"]) if mode == "RGB" else None
    (billede or Image.linear_gradient("L").convert(mode)).save(ud, "JPEG", **gem)
    return ud.getvalue()


def med_alt(data: bytes) -> bytes:
    """As telephones and picture programs write them, and a small film after the picture's end."""
    dele = [(m, navn + HEMMELIG) for m, navn in (
        (0xE1, b"Exif\0\0"), (0xE1, b"http://ns.adobe.com/xap/1.0/\0"), (0xE2, b"FPXR\0"),
        (0xED, b"Photoshop 3.0\0"), (0xFE, b""), (0xE0, b"JFXX\0"),
    )]  # fmt: skip
    nye = b"".join(b"\xff" + bytes((m,)) + (len(d) + 2).to_bytes(2, "big") + d for m, d in dele)
    return data[:2] + nye + data[2:] + b"\0\0ftypmp42" + HEMMELIG


@pytest.mark.parametrize(
    "gem", [{}, {"progressive": True}, {"quality": 100, "subsampling": 0}, {"restart_marker_rows": 1}]
)
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_billedet_er_det_samme_og_resten_er_vaek(mode: str, gem: dict[str, Any]) -> None:
    data = med_alt(jpeg(mode, **gem))
    rent = uden_oplysninger(data)
    assert HEMMELIG not in rent and b"ftyp" not in rent
    foer, efter = (Image.open(io.BytesIO(d)) for d in (data, rent))
    assert efter.mode == mode and ("adobe" in foer.info) == ("adobe" in efter.info)
    assert ImageChops.difference(foer.convert("RGB"), efter.convert("RGB")).getbbox() is None


def test_et_foto_uden_oplysninger_er_som_foer() -> None:
    assert uden_oplysninger(jpeg()) == jpeg()


@pytest.mark.parametrize("laengde", [0, 1, 2, 3, 20, 200, 600])
def test_en_afskaaret_fil_standser_den_ikke(laengde: int) -> None:
    assert HEMMELIG not in uden_oplysninger(med_alt(jpeg())[:laengde])
