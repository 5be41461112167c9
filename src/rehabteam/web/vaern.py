"""The guard at the door: one transaction around the whole request, the right database role, and the log.

`EnTransaktion` stands outside sessions and login and opens the transaction as the door, which sees no citizen.
`Adgang` stands inside: it turns the login into an Aktoer, asks the table of rights, becomes that kind of user
in PostgreSQL for as long as the view runs, and writes the log before anything is sent.
"""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import KUN_LAESE, IngenRet, kraev_ret, linje
from rehabteam.sager.dagen import dagen

from . import engang, fejlsider
from .filsvar import Stroem
from .indgang import indlogning, stedfortraeder

Svar = Callable[[HttpRequest], HttpResponseBase]


@dataclass
class Spor:
    """What the log must say about this request. Views add the people they show."""

    anmodning: UUID = field(default_factory=uuid.uuid4)
    rute: str = ""
    art: log.Art = log.Art.LAES
    objekt: UUID | None = None
    borgere: set[UUID] = field(default_factory=set)
    aktoer: Aktoer | None = None
    transaktion: kontekst.Transaktion | None = None  # what the signed context is bound to
    antal: int | None = None  # rows in an export
    aftryk: str = ""  # SHA-256 of a file that left the house
    soegning: str = ""
    behold: bool = False  # keep what was written although the answer is an error (failed logins)
    skrevet: bool = False
    del_af: str | None = (
        None  # this is a part of what was opened: the document's SHA-256, "" for the case's list
    )

    def viser(self, *borgere: UUID, objekt: UUID | None = None) -> None:
        self.borgere.update(borgere)
        self.objekt = objekt or self.objekt

    def soegte(self, tekst: str, fundne: int) -> None:
        """A search: its words as a keyed hash, and how many it found."""
        self.art, self.soegning, self.antal = log.Art.SOEG, log.soegeord(tekst), fundne

    def viser_del(self, dokument: str = "") -> None:
        """A page of a document, or a small picture in the case's list of them. One line of the log covers all of the
        document's pages for a while (log.LAESNING): who read it, and when, without 400 lines that say the same.
        """
        self.del_af = self.aftryk = dokument

    def gav_fil(self, svar: HttpResponse | Stroem) -> None:
        """A file: its fingerprint, and whether it was taken out or only shown."""
        self.aftryk = svar.aftryk if isinstance(svar, Stroem) else hashlib.sha256(svar.content).hexdigest()
        if svar["Content-Disposition"].startswith("attachment"):
            self.art = log.Art.EKSPORT

    def skriv(self, udfald: int) -> None:
        if not self.rute or self.skrevet:
            return
        if udfald < 400 and self._daekkes():
            self.skrevet = True
            return
        art = log.Art.AFVIST if udfald in (401, 403, 404) else self.art
        log.skriv(
            *(self.aktoer, art, self.rute, udfald, self.anmodning, self.objekt, self.borgere),
            antal=self.antal,
            aftryk=self.aftryk,
            soegning=self.soegning,
        )
        self.skrevet = True

    def _daekkes(self) -> bool:
        """In an emergency every look has its own line, and nobody may read the log."""
        return (
            self.del_af is not None
            and self.aktoer is not None
            and not self.aktoer.noed
            and log.daekkes(self.aktoer, self.rute, self.objekt, self.borgere, self.del_af)
        )


def _har_nultegn(request: HttpRequest) -> bool:
    """A NUL hidden in a cookie or header: PostgreSQL cannot hold it, and no browser sends it."""
    return any("\0" in vaerdi for vaerdi in (*request.COOKIES.values(), *request.headers.values()))


def _objekt(kwargs: dict[str, object]) -> UUID | None:
    """What the log names as the object: the first id of the address."""
    foerste = next(iter(kwargs.values()), None)
    return foerste if isinstance(foerste, UUID) else None


class EnTransaktion:
    def __init__(self, get_response: Svar) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        spor = request.spor = Spor()  # type: ignore[attr-defined]
        request.aktoer = None  # type: ignore[attr-defined]
        request.dag = dagen()  # type: ignore[attr-defined]
        if _har_nultegn(request):
            return fejlsider.daarlig_anmodning(request)
        try:
            with transaction.atomic():
                spor.transaktion = kontekst.efterproev_ren_forbindelse()
                kontekst.aabn_doeren(transaktion=spor.transaktion)
                svar = self.get_response(request)
                rul_tilbage = svar.status_code >= 400 and not spor.behold
                if rul_tilbage:
                    transaction.set_rollback(True)
            if rul_tilbage:
                self._log_bagefter(spor, svar.status_code)
        except (DatabaseError, kontekst.KontekstFejl):
            return fejlsider.midlertidig_fejl(request)
        return svar

    def _log_bagefter(self, spor: Spor, udfald: int) -> None:
        """The rollback took the log row along: write it again in a transaction of its own."""
        spor.skrevet = False
        with transaction.atomic():
            if spor.aktoer:
                kontekst.som(spor.aktoer)  # another transaction: what was learned of the first is no use here
            else:
                kontekst.aabn_doeren()
            spor.skriv(udfald)


class Adgang:
    def __init__(self, get_response: Svar) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        spor: Spor = request.spor  # type: ignore[attr-defined]
        # Here, so that a wrong address keeps one's menu; at every request, so that a right taken away is gone at once.
        hvem = stedfortraeder.valgt(request, indlogning.hvem(request))
        spor.aktoer = request.aktoer = hvem  # type: ignore[attr-defined]
        svar = self.get_response(request)
        noegle: UUID | None = getattr(request, "engangsnoegle", None)
        if svar.status_code == 403 and not spor.rute and request.resolver_match:
            # Refused before the table of rights was asked: a form that was not ours, or too old.
            fundet = request.resolver_match
            spor.rute = getattr(fundet.func, "ret", None) or fundet.url_name or ""
        if svar.status_code < 400:
            if noegle and spor.aktoer and isinstance(svar, HttpResponseRedirect):
                engang.husk_svar(spor.aktoer, noegle, svar.url)
            if isinstance(svar, HttpResponse | Stroem) and svar.has_header("Content-Disposition"):
                spor.gav_fil(svar)
            try:
                spor.skriv(svar.status_code)
            except DatabaseError:
                return fejlsider.midlertidig_fejl(request)  # what cannot be logged is not shown
        if spor.aktoer:  # the next person at the desk may not see it
            patch_cache_control(svar, no_store=True, private=True)
        if svar.status_code < 500:
            kontekst.aabn_doeren(transaktion=spor.transaktion)  # the login cookie is saved outside
        return svar

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """What a Handling refuses becomes a page: another's id and one that never was look the same."""
        if isinstance(exception, FindesIkke):
            return fejlsider.findes_ikke(request)
        if isinstance(exception, IngenRet):
            return fejlsider.ingen_adgang(request, exception)
        if isinstance(exception, OperationalError | InterfaceError):
            return fejlsider.midlertidig_fejl(request)
        return None

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: dict[str, object]
    ) -> HttpResponseBase | None:
        if not hasattr(view, "ret"):
            raise ImproperlyConfigured(f"{view} siger ikke, hvilken ret den kræver")
        spor: Spor = request.spor  # type: ignore[attr-defined]
        if view.ret is None:
            return None
        spor.rute = view.ret
        if spor.aktoer is None:
            mod = "?" + urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
            spor.art, spor.objekt = log.Art.AFVIST, _objekt(kwargs)
            return redirect(resolve_url(settings.LOGIN_URL) + mod)
        if spor.aktoer.noed and view.ret == "afslut_noedadgang":
            # The way out is taken as oneself: the emergency can write nothing.
            spor.aktoer = request.aktoer = replace(spor.aktoer, noed=None)  # type: ignore[attr-defined]
        kontekst.som(spor.aktoer, spor.transaktion)
        spor.objekt = _objekt(kwargs)
        # In an emergency the purpose in the log is the emergency.
        spor.rute = linje(spor.aktoer, view.ret) or view.ret
        try:
            kraev_ret(spor.aktoer, view.ret)
        except IngenRet as afslag:
            return fejlsider.ingen_adgang(request, afslag)
        if request.method == "POST":
            if spor.aktoer.noed:
                return fejlsider.ingen_adgang(request, IngenRet(KUN_LAESE))
            spor.art = log.Art.SKRIV
            if view.engang:  # type: ignore[attr-defined]
                return self._en_gang(request, spor.aktoer)
        return None

    @staticmethod
    def _en_gang(request: HttpRequest, hvem: Aktoer) -> HttpResponseBase | None:
        noegle = engang.laes_noegle(request)
        if noegle is None:
            return fejlsider.daarlig_anmodning(request)
        try:
            svar = engang.tag(hvem, noegle, engang.aftryk(request))
        except engang.AndetIndhold:
            return fejlsider.sendt_foer(request)
        if svar is None:
            request.engangsnoegle = noegle  # type: ignore[attr-defined]
            return None
        return redirect(svar) if svar else fejlsider.sendt_foer(request)
