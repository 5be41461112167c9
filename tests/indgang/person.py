"""Somebody who logs in through the real provider, and what the log then says of it."""

import uuid

from django.http import HttpResponse
from django.test import Client

from rehabteam.sager.models import Adgangspost
from rehabteam.web.models import Konto
from tests.indgang.roller import attributter
from tests.indgang.simplesaml import Browser, Simplesaml

BEGYND, SVAR = "/log-ind/saml/proeve/", "/log-ind/saml/proeve/svar/"


class Person:
    """Somebody with a browser: our side of it is Django's client, the provider's a real one."""

    def __init__(self, idp: Simplesaml, **felter: str) -> None:
        self.idp, self.navn, self.uuid = idp, f"p{uuid.uuid4().hex[:8]}", str(uuid.uuid4())
        self.klient, self.browser = Client(), Browser()
        self.er(**felter)

    def er(
        self, privilegier: str = "", loa: str = "Substantial", navn: str = "Sanne Sagsbehandler", **mere: str
    ) -> None:
        """What the provider says of this person from now on."""
        self.idp.brugere({self.navn: attributter(self.uuid, navn, privilegier, loa, **mere)})

    def svar(self, videre: str = "") -> dict[str, str]:
        """Begin a login with us, do it at the provider, and return what its page would post to us."""
        begyndt = self.klient.get(BEGYND, {"next": videre} if videre else {})
        assert begyndt.status_code == 302
        return self.browser.log_ind(begyndt["Location"], self.navn)

    def ind(self, videre: str = "") -> HttpResponse:
        return self.klient.post(SVAR, self.svar(videre))

    @property
    def konti(self) -> list[Konto]:
        return list(
            Konto.objects.using("vedligehold").filter(ekstern_id=self.uuid).select_related("medarbejder")
        )


def poster(rute: str) -> list[Adgangspost]:
    return list(Adgangspost.objects.using("vedligehold").filter(rute=rute).order_by("id"))
