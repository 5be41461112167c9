"""Mails read: who, when, what is written, and every attachment by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rehabteam.dokumenter import barn, post
from rehabteam.dokumenter.modtag import Afvist, undersoeg
from rehabteam.dokumenter.post import Vedhaeftet, laes
from tests.dokumenter import korpus, korpus_ole
from tests.dokumenter.korpus_ole import msg, vedhaeftet
from tests.dokumenter.korpus_post import HTML, PDF, eml, i_lag, med_logo, raa
from tests.dokumenter.uden_mur import hurtigt

__all__ = ["hurtigt"]

FELTER = '{"emne": "", "fra": "", "til": [], "tekst": "", "udeladt": [], "bilag": %s, "dato": %s}'
LOGO = korpus.billede("PNG")


def test_en_eml_med_bilag() -> None:
    mail = laes(eml(bilag={"Epikrise.pdf": PDF, "Ærø & co.bin": b"\0\1\2"}), "eml")
    assert mail.emne == "Epikrise på en borger"
    assert mail.fra == "Læge Åse <aase@laege.example>"
    assert mail.til == ("Rehab <rehab@nordby.example>", "x@y.example", "leder@nordby.example")
    assert mail.dato == datetime(2026, 5, 20, 8, 15, tzinfo=UTC)
    assert mail.tekst == "Kære team\n\nSe den vedhæftede epikrise."
    assert mail.bilag == (Vedhaeftet("Epikrise.pdf", PDF), Vedhaeftet("Ærø & co.bin", b"\0\1\2"))
    assert undersoeg(mail.bilag[0].navn, mail.bilag[0].data).slags == "pdf"


def test_en_msg_med_bilag() -> None:
    data = msg(
        bilag=[
            vedhaeftet("Epikrise.pdf", PDF),
            vedhaeftet("logo.png", LOGO, cid="l"),
            vedhaeftet("Videre.msg", korpus_ole.mail("Videre", "Indre tekst", [vedhaeftet("x.pdf", PDF)], indre=True), 5),
            vedhaeftet("https://sky.example/fil", b"", 7),
            vedhaeftet("tegning", {"x": b"y"}, 6),
        ]
    )  # fmt: skip
    mail = laes(data, "msg")
    assert (mail.emne, mail.fra) == ("Epikrise", '"Læge Åse" <aase@laege.example>')
    assert mail.til == ("Nordby Kommune <rehab@nordby.example>",)
    assert mail.dato == datetime(2026, 5, 20, 8, 15, tzinfo=UTC)
    assert mail.tekst == "Kære rehabiliteringsteam\n\nSe den vedhæftede epikrise."
    assert mail.bilag[:2] == (Vedhaeftet("Epikrise.pdf", PDF), Vedhaeftet("logo.png", LOGO, True))
    assert mail.udeladt == ("https://sky.example/fil", "tegning")
    indre = mail.bilag[2]
    assert indre.navn == "Videre.eml" and undersoeg(indre.navn, indre.data).slags == "eml"
    inde_i = laes(indre.data, "eml")
    assert (inde_i.emne, inde_i.tekst, inde_i.dato) == ("Videre", "Indre tekst", mail.dato)
    assert inde_i.bilag == (Vedhaeftet("x.pdf", PDF),)
    assert laes(data, "msg").bilag[2].data == indre.data


def test_mailen_i_mailen_foelger_med_som_fil() -> None:
    lag = 0
    data = i_lag(5)
    while bilag := laes(data, "eml").bilag:
        (indre,) = bilag
        assert indre.navn.endswith(".eml")
        data, lag = indre.data, lag + 1
    assert lag == 4


@pytest.mark.parametrize("data", [eml(None, HTML), msg(tekst=None, html=HTML)])
def test_html_bliver_til_ord(data: bytes) -> None:
    slags = undersoeg("m", data).slags
    assert laes(data, slags).tekst == "Epikrise\n\nKære team\n\n- et\n- to\n\nher <https://sundhed.dk/x>"


def test_den_rene_tekst_gaar_foran_html_og_logoet_siger_det_er_et() -> None:
    mail = laes(med_logo(), "eml")
    assert mail.tekst == "Hej"
    assert [(b.i_teksten, b.data) for b in mail.bilag] == [(True, LOGO)]


@pytest.mark.parametrize(
    ("html", "tekst"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<script>x</script>a<style>y</style>", "a"),
        ("<!-- x -->a<![CDATA[b]]>", "a"),
        ("<b>a</b> &lt;b&gt; &#x41;&aelig;", "a <b> Aæ"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a  b"),
        ('<a href="javascript:alert(1)">klik</a>', "klik"),
        ('<a href="https://x.example/">https://x.example</a>', "https://x.example"),
        (
            '<a href="https://ond.example">https://god.example</a>',
            "https://god.example <https://ond.example>",
        ),
        ("<svg><script>x</script><text>y</text></svg>a", "a"),
        ("</p></p>a<div b", "a<div b"),
        ("\u202eomvendt", "omvendt"),
    ],
)
def test_html_er_kun_sine_ord(html: str, tekst: str) -> None:
    assert laes(eml(None, html), "eml").tekst == tekst


@pytest.mark.parametrize(
    ("hoved", "felt", "vaerdi"),
    [
        ({"Subject": "=?iso-8859-1?Q?L=E6ge?="}, "emne", "Læge"),
        ({"Subject": "=?findes-ikke?Q?x?="}, "emne", "=?findes-ikke?Q?x?="),
        ({"Subject": "=?utf-8?B?////?="}, "emne", None),
        ({"Subject": "rå æøå"}, "emne", "rå æøå"),
        ({"Subject": "a\u202eb\u200fc"}, "emne", "abc"),
        ({"Subject": "=?utf-8?Q?a=0D=0ABcc:_x?="}, "emne", "a Bcc: x"),
        ({"From": "chef@kommune.dk <ond@x.example>"}, "fra", "chef@kommune.dk <ond@x.example>"),
        ({"From": "=?utf-8?Q?=C3=85se_=3Cgod=40x=2Eexample=3E?= <ond@x.example>"}, "fra", None),
        ({"Date": "i går"}, "dato", None),
        ({"Date": "Wed, 20 May 99999 10:15:00 +0200"}, "dato", None),
        ({"Date": "Wed, 20 May 2026 10:15:00 +9999"}, "dato", None),
        ({"To": ",,,;<>;@"}, "til", None),
    ],
)
def test_maerkelige_hoveder(hoved: dict[str, str], felt: str, vaerdi: object) -> None:
    mail = laes(raa("text/plain", "x", **hoved), "eml")
    assert vaerdi is None or getattr(mail, felt) == vaerdi
    assert mail.tekst == "x"
    if felt == "fra":
        assert mail.fra.endswith("<ond@x.example>")


@pytest.mark.parametrize(
    ("type_", "krop", "tekst"),
    [
        ("text/plain; charset=findes-ikke", "æ", "æ"),
        ("text/plain; charset=ascii", "æ", "æ"),
        ("text/plain; charset=utf-16", "x", "x"),
        ('text/plain; charset="\0"', "x", "x"),
        ("text/plain", "a\x00b\x1b[31mc", "a b [31mc"),
    ],
)
def test_maerkelige_tegnsaet(type_: str, krop: str, tekst: str) -> None:
    data = raa(type_.replace("\0", "?"), krop)
    assert laes(data, "eml").tekst == tekst


@pytest.mark.parametrize("navn", ["../../etc/passwd", "a\u202efdp.exe", "a" * 5000, "", "CON", "a;b=c.pdf"])
def test_bilagets_navn_er_kun_et_navn(navn: str) -> None:
    """What the mail calls it is passed on on one line; undersoeg makes a file name of it."""
    (bilag,) = laes(eml(bilag={navn: PDF}), "eml").bilag
    assert len(bilag.navn) <= 300 and "\n" not in bilag.navn and "\u202e" not in bilag.navn
    try:
        rent = undersoeg(bilag.navn, bilag.data).navn
    except Afvist as afvist:
        assert afvist.kode == "forkert_endelse"
    else:
        assert "/" not in rent and rent.endswith(".pdf") and len(rent.encode()) <= 200


def test_underskriften_paa_en_underskrevet_mail_er_ikke_et_bilag() -> None:
    krop = "--s\r\nContent-Type: text/plain\r\n\r\nhej\r\n--s\r\n"
    krop += 'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n\r\nx\r\n--s--\r\n'
    mail = laes(raa("multipart/signed; boundary=s", krop), "eml")
    assert (mail.tekst, mail.bilag) == ("hej", ())


def test_tekst_kun_i_outlooks_eget_format_siges() -> None:
    mail = laes(msg(tekst=None, rtf=b"LZFu" * 9), "msg")
    assert mail.tekst == "" and "Outlooks eget format" in mail.udeladt[0]


@pytest.mark.parametrize(
    "svar",
    [
        "print('{}')",
        "print('[]')",
        "print('" + FELTER % ('[["a", 9, false]]', "null") + "')",
        "print('" + FELTER % ('[["a", -1, false]]', "null") + "')",
        "print('" + FELTER % ("7", "null") + "')",
        "print('" + FELTER % ("[]", '"i går"') + "')",
        "raise SystemExit(1)",
        "import sys\nwhile True: sys.stdout.write('x' * 10**6)",
    ],
)
def test_et_barn_der_lyver_er_en_afvisning(
    svar: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "barn.py"
    program.write_text(svar)
    monkeypatch.setattr(barn, "BARN", program)
    with pytest.raises(Afvist):
        laes(eml(), "eml")


def test_kun_mails_kan_laeses_som_mails() -> None:
    assert post.HOEJST_LAG == 5
    with pytest.raises(ValueError):
        laes(PDF, "pdf")
