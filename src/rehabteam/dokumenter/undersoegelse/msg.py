"""A mail as Outlook saves it (.msg): an OLE compound file. Other OLE files are older Office files, or locked ones."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from datetime import datetime
from email.message import EmailMessage

import htmltekst
from brev import HOEJST_BILAG, HOEJST_LAG, Brev
from graenser import MAKS_UDPAKKET, Nej
from olefile import OleFileIO
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain import constants as c
from oxmsg.properties import Properties
from oxmsg.storage import Storage

MAIL = "__properties_version1.0"
LAASTE = ("EncryptedPackage", "EncryptionInfo")
MAKS_STROEMME = 10_000
VED_VAERDI, INDLEJRET_MAIL = 1, 5
OBJEKT = "__substg1.0_3701000D"
INDRE_HOVED = 24  # bytes; an inner mail's list of properties begins here, the outer one's at 32
KRYPTERET = ("ipm.note.smime",)
LEVERET = 0x0E06
RTF = 0x1009


def ole(data: bytes) -> dict[str, object]:
    """Is it a mail that may be kept? Raises Nej."""
    _mail(data).hoved()
    return {"slags": "msg", "sider": None}


def laes(data: bytes) -> list[bytes]:
    """The mail as `brev` writes it. Raises Nej."""
    return _mail(data).stykker()


def _mail(data: bytes) -> Brev:
    with OleFileIO(io.BytesIO(data)) as fil:
        _efterproev(fil, len(data))
    return _brev(Message.load(data), 0)


def _efterproev(fil: OleFileIO, stoerrelse: int) -> None:
    """A mail, unlocked, and no stream counted twice to look bigger than the file."""
    if any(fil.exists(navn) for navn in LAASTE):
        raise Nej("krypteret")
    if not fil.exists(MAIL):
        raise Nej("andet_kontor")
    stroemme = fil.listdir(streams=True, storages=False)
    if len(stroemme) > MAKS_STROEMME:
        raise Nej("bombe")
    if sum(fil.get_size(sti) for sti in stroemme) > min(MAKS_UDPAKKET, 2 * stoerrelse):
        raise Nej("bombe")
    if any(len(sti) > 4 * HOEJST_LAG for sti in stroemme):
        raise Nej("for_dyb")
    if (
        any(led.startswith("__attach") for sti in stroemme for led in sti)
        and len({tuple(sti[:-1]) for sti in stroemme if sti[-2:-1] and sti[-2].startswith("__attach")})
        > 5 * HOEJST_BILAG
    ):
        raise Nej("for_mange_bilag")


class _Indre(Message):
    """A mail inside a mail: its properties begin elsewhere."""

    @property
    def _properties(self) -> Properties:  # type: ignore[override]
        return Properties(self._storage, properties_header_offset=INDRE_HOVED)


def _brev(mail: Message, lag: int) -> Brev:
    if lag > HOEJST_LAG:
        raise Nej("for_dyb")
    if mail.message_class.lower().startswith(KRYPTERET):
        raise Nej("krypteret")
    brev = Brev(emne=mail.subject, fra=mail.sender or "", til=_til(mail), dato=_dato(mail))
    brev.tekst = _tekst(mail, brev)
    for vedhaeftet in mail.attachments:
        _vedhaeft(vedhaeftet, brev, lag)
    return brev


def _til(mail: Message) -> list[str]:
    fundne = []
    for modtager in mail.recipients:
        navn, adresse = modtager.name, modtager.email_address
        fundne.append(f"{navn} <{adresse}>" if navn and adresse and navn != adresse else navn or adresse)
    return fundne[:200]


def _dato(mail: Message) -> datetime | None:
    with contextlib.suppress(OverflowError, ValueError):
        return mail.sent_date or mail.properties.date_prop_value(LEVERET)
    return None


def _tekst(mail: Message, brev: Brev) -> str:
    if (mail.body or "").strip():
        return str(mail.body)
    if html := _html(mail):
        return htmltekst.tekst(html)
    if mail.properties.binary_prop_value(RTF):
        brev.udeladt.append("mailens tekst, som kun findes i Outlooks eget format")
    return ""


def _html(mail: Message) -> str:
    try:
        return mail.html_body or ""
    except (LookupError, UnicodeDecodeError):
        return (mail.properties.binary_prop_value(c.PID_BODY_HTML) or b"").decode("cp1252", errors="replace")


def _vedhaeft(vedhaeftet: Attachment, brev: Brev, lag: int) -> None:
    egne = vedhaeftet.properties
    navn = (
        vedhaeftet.file_name
        or egne.str_prop_value(c.PID_ATTACH_FILENAME)
        or egne.str_prop_value(c.PID_DISPLAY_NAME)
        or f"bilag {len(brev.bilag) + 1}"
    )
    maade = egne.int_prop_value(c.PID_ATTACH_METHOD)
    if maade == VED_VAERDI and vedhaeftet.file_bytes is not None:
        if navn.lower().endswith(".p7m"):
            raise Nej("krypteret")
        i_teksten = bool(egne.str_prop_value(c.PID_ATTACH_CONTENT_ID)) and str(
            vedhaeftet.mime_type
        ).startswith("image/")
        brev.laeg_ved(navn, vedhaeftet.file_bytes, i_teksten)
    elif maade == INDLEJRET_MAIL and (indre := _indre(vedhaeftet._storage)):
        navn = navn.removesuffix(".msg").removesuffix(".eml")
        brev.laeg_ved(f"{navn}.eml", _som_eml(_brev(_Indre(indre), lag + 1)))
    else:
        brev.udeladt.append(navn)


def _indre(vedhaeftet: Storage) -> Storage | None:
    return next((s for s in vedhaeftet.storages if s.name == OBJEKT), None)


def _som_eml(brev: Brev) -> bytes:
    """The inner mail written out as a mail of its own. The original .msg keeps it as it came."""
    ud = EmailMessage()
    ud["Subject"], ud["From"], ud["To"] = (
        " ".join(f.split()) for f in (brev.emne, brev.fra, ", ".join(brev.til))
    )
    if brev.dato:
        ud["Date"] = brev.dato
    ud.set_content(brev.tekst)
    for navn, data, _ in brev.bilag:
        ud.add_attachment(data, "application", "octet-stream", filename=navn)
    if ud.is_multipart():  # the same bytes each time
        ud.set_boundary(
            f"mail-{hashlib.sha256(json.dumps([brev.emne, brev.tekst]).encode()).hexdigest()[:32]}"
        )
    return ud.as_bytes()
