"""The second step of a local account: a one-time code (TOTP) from a generator an operator has set up.

Local accounts are for emergencies, when the organisation's own login is down. Between password and code the
person is nobody: the session holds only which account is half-way, and for a few minutes.
"""

import logging
import time
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Rolle

from ..models import Kodegenerator, Konto
from . import indlogning

NOEGLE = "indgang_kode"
LEVETID = 5 * 60  # seconds between password and code
FORSOEG = 3
logger = logging.getLogger("rehabteam.indgang")


@dataclass(frozen=True, slots=True)
class Trin:
    """An account whose password was right, waiting for its code."""

    konto: Konto
    videre: str


def har_generator(konto: Konto) -> bool:
    """Without one a local account cannot log in at all."""
    return Kodegenerator.objects.filter(user=konto, confirmed=True).exists()


def begynd(request: HttpRequest, konto: Konto, videre: str) -> None:
    request.session.cycle_key()
    request.session[NOEGLE] = {
        "konto": str(konto.id), "tid": time.time(), "videre": videre, "tilbage": FORSOEG
    }  # fmt: skip


def aktuelt(request: HttpRequest) -> Trin | None:
    """The account half-way in this browser, if its time has not run out and it is still open."""
    om = request.session.get(NOEGLE)
    if not om or om["tid"] < time.time() - LEVETID or om["tilbage"] < 1:
        request.session.pop(NOEGLE, None)
        return None
    konto = (
        Konto.objects.select_related("medarbejder__organisation")
        .filter(id=om["konto"], is_active=True, demo=False, medarbejder__aktiv=True)
        .first()
    )
    return Trin(konto, om["videre"]) if konto else None


def proev(trin: Trin, kode: str) -> str | None:
    """None when the code is right, else what to say. A code works once, also when sent twice at the same moment."""
    generator = Kodegenerator.objects.select_for_update().filter(user=trin.konto, confirmed=True).first()
    if generator is None:
        return _("Kontoen mangler en kodegenerator.")
    if not generator.verify_is_allowed()[0]:
        return _("Der er prøvet for hurtigt efter hinanden. Vent lidt, og prøv med en ny kode.")
    if not generator.verify_token(kode):
        return _("Koden er forkert eller brugt. Vent på den næste, og prøv igen.")
    return None


def brugt_op(request: HttpRequest) -> bool:
    """Count a wrong code; True when there are no tries left."""
    om = request.session[NOEGLE]
    om["tilbage"] -= 1
    request.session[NOEGLE] = om
    return bool(om["tilbage"] < 1)


def ind(request: HttpRequest, trin: Trin) -> Aktoer:
    """Log the person in. IT operations gets a line about it, without a name: emergencies are to be noticed."""
    request.session.pop(NOEGLE, None)
    logger.warning("Nødadgang brugt: lokal konto %s er logget ind", trin.konto.id)
    return indlogning.begynd(request, trin.konto, Rolle(trin.konto.medarbejder.rolle), indlogning.LOKAL)
