"""A mail as it went over the net (.eml): who, when, what is written, and the files attached."""

from __future__ import annotations

import contextlib
import email
import email.header
import email.policy
import email.utils
from datetime import datetime
from email.errors import (
    CloseBoundaryNotFoundDefect,
    NoBoundaryInMultipartDefect,
    StartBoundaryNotFoundDefect,
)
from email.message import Message

import htmltekst
from brev import HOEJST_BILAG, HOEJST_LAG, LAENGSTE_FELT, Brev
from graenser import Nej

# The mail's own lines are never folded anew, and a header is read only when it is asked for.
REGLER = email.policy.compat32
MAKS_DYBDE = 30  # multiparts in multiparts, mails in mails counted with them
MAKS_DELE = 5 * HOEJST_BILAG
LAENGSTE_HOVED = 20_000
KRYPTERET = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"))
UNDERSKRIFTER = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
)
AFSKAARET = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect, NoBoundaryInMultipartDefect)


def eml(data: bytes) -> dict[str, object]:
    """May the mail be kept? Raises Nej."""
    _brev(data).hoved()
    return {"sider": None}


def laes(data: bytes) -> list[bytes]:
    """The mail as `brev` writes it. Raises Nej."""
    return _brev(data).stykker()


def _brev(data: bytes) -> Brev:
    besked = email.message_from_bytes(data, policy=REGLER)
    _efterproev(besked, 0, 0, [0])
    brev = Brev(
        emne=felt(besked, "subject"),
        fra=", ".join(adresser(besked, "from")),
        til=[*adresser(besked, "to"), *adresser(besked, "cc")],
        dato=_dato(besked),
    )
    laeser = _Laeser(brev)
    laeser.del_(besked)
    brev.tekst = laeser.tekst()
    return brev


def _efterproev(besked: Message, dybde: int, mails: int, antal: list[int]) -> None:
    antal[0] += 1
    if antal[0] > MAKS_DELE:
        raise Nej("for_mange_bilag")
    if dybde > MAKS_DYBDE or mails > HOEJST_LAG:
        raise Nej("for_dyb")
    if any(isinstance(fejl, AFSKAARET) for fejl in besked.defects):
        raise Nej("afskaaret")
    type_ = besked.get_content_type()
    if type_ in KRYPTERET or type_ == "multipart/encrypted":
        raise Nej("krypteret")
    if type_ == "message/external-body":
        raise Nej("henter_udefra")
    if type_ == "message/partial":
        raise Nej("afskaaret")
    if besked.is_multipart():
        for nr, del_ in enumerate(besked.get_payload()):
            if type_ == "message/rfc822" and nr:
                raise Nej("beskadiget")
            _efterproev(del_, dybde + 1, mails + (type_ == "message/rfc822"), antal)


class _Laeser:
    """Goes through the parts once: text here, files there."""

    def __init__(self, brev: Brev) -> None:
        self.brev = brev
        self.ren: list[str] = []
        self.html: list[str] = []

    def tekst(self) -> str:
        return (
            "\n\n".join(self.ren)
            if any(t.strip() for t in self.ren)
            else "\n\n".join(map(htmltekst.tekst, self.html))
        )

    def del_(self, besked: Message, i_alternativ: bool = False) -> None:
        type_ = besked.get_content_type()
        vedhaeftet = besked.get_content_disposition() == "attachment" or bool(_filnavn(besked))
        if type_ == "message/rfc822":
            self._mail(besked)
        elif type_ == "message/delivery-status":
            self.ren.append(besked.as_string())
        elif besked.is_multipart():
            for del_ in besked.get_payload():
                self.del_(del_, type_ == "multipart/alternative")
        elif type_ in UNDERSKRIFTER:  # the whole of the signed mail is kept as it came
            return
        elif type_ in ("text/plain", "text/html") and not vedhaeftet:
            (self.ren if type_ == "text/plain" else self.html).append(_tekst(besked))
        elif (
            i_alternativ and besked.get_content_maintype() == "text" and not vedhaeftet
        ):  # the same words once more
            return
        else:
            self._fil(besked)

    def _mail(self, besked: Message) -> None:
        indre = besked.get_payload(0)
        navn = _filnavn(besked) or felt(indre, "subject") or "mail"
        self.brev.laeg_ved(navn if navn.lower().endswith(".eml") else f"{navn}.eml", indre.as_bytes())

    def _fil(self, besked: Message) -> None:
        data = besked.get_payload(decode=True) or b""
        navn = _filnavn(besked) or f"bilag {len(self.brev.bilag) + 1}"
        i_teksten = bool(besked["content-id"]) and besked.get_content_disposition() != "attachment"
        self.brev.laeg_ved(navn, data, i_teksten and besked.get_content_maintype() == "image")


def _filnavn(besked: Message) -> str:
    try:
        return _afkod(besked.get_filename() or "")
    except (LookupError, ValueError, TypeError):
        return "bilag"


def _tekst(besked: Message) -> str:
    data = besked.get_payload(decode=True) or b""
    tegnsaet = str(besked.get_content_charset() or "utf-8")
    for proev in (tegnsaet, "utf-8"):
        with contextlib.suppress(LookupError, UnicodeDecodeError, ValueError):
            return data.decode(proev)
    return data.decode("cp1252", errors="replace")


def felt(besked: Message, navn: str) -> str:
    """A header field in words; "" if there is none."""
    return _afkod(_raat(besked, navn))[:LAENGSTE_FELT]


def _raat(besked: Message, navn: str) -> str:
    fundet = next((str(v) for k, v in besked.raw_items() if k.lower() == navn), "")
    if len(fundet) > LAENGSTE_HOVED:
        raise Nej("for_tung")
    # Bytes that are not ASCII came in as surrogates: most programs that send them mean UTF-8.
    return (
        fundet.encode("utf-8", "surrogateescape")
        .decode("utf-8", "replace")
        .replace("\n", "")
        .replace("\r", "")
    )


def _afkod(raat: str) -> str:
    try:
        return str(email.header.make_header(email.header.decode_header(raat)))
    except (LookupError, ValueError):
        return raat


def adresser(besked: Message, navn: str) -> list[str]:
    """Each as "name <address>", so that a name can never pass for the address."""
    raat = _raat(besked, navn)
    fundne = [f"{_afkod(n)} <{a}>" if n else a for n, a in email.utils.getaddresses([raat]) if n or a]
    return fundne[:200] or (
        [_afkod(raat)] if raat.strip() else []
    )  # what cannot be taken apart is shown whole


def _dato(besked: Message) -> datetime | None:
    try:
        return email.utils.parsedate_to_datetime(_raat(besked, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
