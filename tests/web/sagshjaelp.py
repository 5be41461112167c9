"""What the tests of the case's pages share: sending a form as a browser does, papers that differ, the log."""

import io
import re
import uuid
from html import unescape
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Haendelse, Sag
from tests.verden import PDF

# The seats at a meeting, as its form names them.
PLADSER = (
    "borger",
    "moedeleder",
    "sagsbehandler",
    "beskaeftigelse",
    "social",
    "sundhed",
    "sundhedskoordinator",
    "uddannelse",
)


def adresse(navn: str, sag: Sag, *mere: object) -> str:
    return reverse(f"web:{navn}", args=[sag.id, *mere])


def indsend(klient: Client, url: str, noegle: str = "", **felter: Any) -> HttpResponse:
    """POST with a once-only key of its own, unless one is given."""
    return klient.post(url, {"noegle": noegle or str(uuid.uuid4()), **felter})


def tekst(svar: HttpResponse) -> str:
    """What the page says, without tags and with single spaces."""
    uden = re.sub(r"<[^>]+>", " ", svar.content.decode())
    return re.sub(r"\s+", " ", unescape(uden))


def papir(nr: int) -> bytes:
    """A small PDF, different for each number."""
    return PDF + b"\n" * nr


def fil(data: bytes = PDF, navn: str = "opfølgning.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(navn, data)


def ark(antal: int, tekst_: str = "") -> bytes:
    """A PDF of so many pages."""
    with pikepdf.new() as pdf:
        for _ in range(antal):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.docinfo["/Title"] = tekst_ or f"{antal} sider"
        ud = io.BytesIO()
        pdf.save(ud, deterministic_id=True)
    return ud.getvalue()


def lograekker(sag: Sag, hvem: Aktoer) -> list[tuple[str, str, int, bool]]:
    """(kind, route, outcome, is the citizen named) of each row about the case, in order."""
    poster = Adgangspost.objects.using("vedligehold").filter(
        objekt=sag.id, medarbejder_id=hvem.medarbejder_id
    )
    return [(p.art, p.rute, p.udfald, sag.borger_id in p.borgere) for p in poster.order_by("id")]


def handlinger(sag: Sag, hvem: Aktoer) -> list[str]:
    with kontekst.arbejder_som(hvem):
        return list(
            Haendelse.objects.filter(sag_id=sag.id).order_by("tid").values_list("handling", flat=True)
        )


def frisk(sag: Sag, hvem: Aktoer) -> Sag:
    with kontekst.arbejder_som(hvem):
        return Sag.objects.get(id=sag.id)
