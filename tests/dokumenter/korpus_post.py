"""Mails, good and hostile, made here."""

from __future__ import annotations

import base64
from collections.abc import Callable
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart

from tests.dokumenter import korpus, korpus_ole
from tests.dokumenter.korpus_ole import mail, msg, ole, vedhaeftet

PDF = korpus.pdf()
HTML = (
    "<html><head><title>x</title><style>p{color:red}</style></head><body><h1>Epikrise</h1><p>Kære&nbsp;team</p>"
    '<script>alert(1)</script><ul><li>et</li><li>to</li></ul><a href="https://sundhed.dk/x">her</a>'
    '<img src="http://127.0.0.1/spor.gif"></body></html>'
)


def eml(
    tekst: str | None = "Kære team\n\nSe den vedhæftede epikrise.\n",
    html: str = "",
    bilag: dict[str, bytes] | None = None,
    **hoved: str,
) -> bytes:
    besked = EmailMessage()
    felter = {
        "From": "Læge Åse <aase@laege.example>",
        "To": "Rehab <rehab@nordby.example>, x@y.example",
        "Cc": "leder@nordby.example",
        "Subject": "Epikrise på en borger",
        "Date": "Wed, 20 May 2026 10:15:00 +0200",
        "Message-ID": "<1@laege.example>",
    }
    for navn, vaerdi in (felter | {n.replace("_", "-"): v for n, v in hoved.items()}).items():
        besked[navn] = vaerdi
    if tekst is not None:
        besked.set_content(tekst)
    if html and tekst is not None:
        besked.add_alternative(html, subtype="html")
    elif html:
        besked.set_content(html, subtype="html")
    for navn, data in (bilag or {}).items():
        besked.add_attachment(data, "application", "octet-stream", filename=navn)
    return besked.as_bytes()


def med_logo() -> bytes:
    besked = EmailMessage()
    besked["From"], besked["Subject"] = "a@b.example", "Med logo"
    besked.set_content("Hej")
    besked.add_alternative('<p>Hej <img src="cid:l"></p>', subtype="html")
    besked.get_payload()[1].add_related(korpus.billede("PNG"), "image", "png", cid="<l>")
    return besked.as_bytes()


def i_lag(antal: int) -> bytes:
    """Mails inside one another; not one of them is the same as the next."""
    inderst = EmailMessage()
    inderst["From"], inderst["Subject"] = "a@b.example", "Inderst"
    inderst.set_content("x")
    for nr in range(antal - 1):
        ydre = EmailMessage()
        ydre["From"], ydre["Subject"] = "a@b.example", f"Lag {nr}"
        ydre.set_content("y")
        ydre.add_attachment(inderst)
        inderst = ydre
    return inderst.as_bytes()


def i_dele(antal: int) -> bytes:
    """Multiparts inside one another."""
    ydre = MIMEMultipart()
    ydre["From"], ydre["Subject"] = "a@b.example", "Dybt"
    inderst = ydre
    for _ in range(antal):
        naeste = MIMEMultipart()
        inderst.attach(naeste)
        inderst = naeste
    inderst.attach(MIMEApplication(b"x"))
    return ydre.as_bytes()


def raa(type_: str, krop: str, **hoved: str) -> bytes:
    felter = {"From": "a@b.example", "Subject": "x", "MIME-Version": "1.0", "Content-Type": type_} | hoved
    return ("".join(f"{n}: {v}\r\n" for n, v in felter.items()) + "\r\n" + krop).encode()


def mange(antal: int) -> bytes:
    dele = "".join(f"--s\r\nContent-Type: application/x\r\n\r\n{nr}\r\n" for nr in range(antal))
    return raa("multipart/mixed; boundary=s", f"{dele}--s--\r\n")


def _msg_med_stor_loegn() -> bytes:
    """Its folder says that a hundred streams share the same bytes."""
    strøm = b"x" * 300_000
    data = bytearray(
        ole(mail() | {f"__substg1.0_{0x6000 + nr:04X}0102": strøm[: 4096 + nr] for nr in range(60)})
    )
    for nr in range(60):
        navn = f"__substg1.0_{0x6000 + nr:04X}0102".encode("utf-16-le")
        sted = data.index(navn)
        data[sted + 120 : sted + 124] = (290_000).to_bytes(4, "little")
    return bytes(data)


Fil = tuple[str, "bytes | Callable[[], bytes]", str]

GODE: dict[str, Fil] = {
    "eml": ("Mail.eml", eml(bilag={"Epikrise.pdf": PDF}), "eml"),
    "eml uden endelse": ("Mail", eml(), "eml"),
    "eml med html": ("a.eml", eml(None, HTML), "eml"),
    "eml med logo": ("a.eml", med_logo(), "eml"),
    "eml i fem lag": ("a.eml", i_lag(5), "eml"),
    "eml uden krop": ("a.eml", b"From: a@b.example\r\nSubject: x\r\n\r\n", "eml"),
    "msg": ("Mail.msg", lambda: msg(bilag=[vedhaeftet("Epikrise.pdf", PDF)]), "msg"),
    "msg uden endelse": ("Mail", lambda: msg(), "msg"),
    "msg i fem lag": ("a.msg", lambda: ole(korpus_ole.mail_i_mail(5)), "msg"),
    "msg med html": ("a.msg", lambda: msg(tekst=None, html=HTML), "msg"),
}
DAARLIGE: dict[str, Fil] = {
    "eml kaldt pdf": ("a.pdf", eml(), "forkert_endelse"),
    "eml kaldt msg": ("a.msg", eml(), "forkert_endelse"),
    "msg kaldt eml": ("a.eml", lambda: msg(), "forkert_endelse"),
    "eml i seks lag": ("a.eml", i_lag(7), "for_dyb"),
    "eml i 40 dele": ("a.eml", i_dele(40), "for_dyb"),
    "eml i 3000 dele": ("a.eml", b"".join(
        b"%sContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (b"From: a@b.example\nTo: x\n" * (not n), n, n)
        for n in range(3000)
    ), "for_tung"),
    "101 bilag": ("a.eml", lambda: mange(101), "for_mange_bilag"),
    "5000 bilag": ("a.eml", lambda: mange(5000), "for_mange_bilag"),
    "eml skåret over": ("a.eml", eml(bilag={"a.pdf": PDF})[:-900], "afskaaret"),
    "eml krypteret": (
        "a.eml", raa("application/pkcs7-mime; smime-type=enveloped-data", base64.b64encode(b"x" * 99).decode()), "krypteret"
    ),
    "eml med pgp": ("a.eml", raa("multipart/encrypted; boundary=s", "--s\r\n\r\nx\r\n--s--\r\n"), "krypteret"),
    "eml der henter sin krop": (
        "a.eml", raa('message/external-body; access-type=URL; URL="http://127.0.0.1/"', "\r\n"), "henter_udefra"
    ),
    "eml i flere breve": ("a.eml", raa("message/partial; id=1; number=1; total=2", "x"), "afskaaret"),
    "eml med langt hoved": ("a.eml", eml(Subject="x" * 60_000), "for_tung"),
    "eml med html på 8 mb": ("a.eml", lambda: eml(None, "<p>" + "ord " * 2_000_000), "for_tung"),
    "eml der er html": ("a.eml", b"<html>From: a@b.example\nSubject: x\n\n", "ikke_understoettet"),
    "tekst kaldt eml": ("a.eml", b"Hej\nFrom: a\n\n", "ikke_understoettet"),
    "eml uden afsender": ("a.eml", b"Subject: x\nDate: y\n\nhej", "ikke_understoettet"),
    "pdf foran eml": ("a.eml", b"From: a@b.example\nTo: x\n\n" + PDF, "flere_filer"),
    "msg i seks lag": ("a.msg", lambda: ole(korpus_ole.mail_i_mail(7)), "for_dyb"),
    "msg krypteret": ("a.msg", lambda: msg(klasse="IPM.Note.SMIME"), "krypteret"),
    "msg med p7m": ("a.msg", lambda: msg(bilag=[vedhaeftet("smime.p7m", b"x")]), "krypteret"),
    "msg med 101 bilag": ("a.msg", lambda: msg(bilag=[vedhaeftet(f"{n}", b"x") for n in range(101)]), "for_mange_bilag"),
    "msg skåret over": ("a.msg", lambda: msg(bilag=[vedhaeftet("a.pdf", PDF * 9)])[:9000], "beskadiget"),
    "msg med fælles bytes": ("a.msg", _msg_med_stor_loegn, "bombe"),
}  # fmt: skip
