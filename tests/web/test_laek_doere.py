"""The canary at the other doors: calculators, the law's forms, login and the log. Nothing is counted or sent by mail."""

import re
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core import mail
from django.test import Client
from django.urls import reverse

from rehabteam.sager.models import Adgangspost, Borger, Haendelse, Logstikproeve
from tests.verden import Verden
from tests.web.test_laek import ANDRE, CPR, FORBUDT, Vagt, loglinjer, skrivemaader

__all__ = ["loglinjer"]  # the fixture that keeps every line of the program's log
KILDE = Path(__file__).parents[2] / "src" / "rehabteam"


class Udefra(Vagt):
    """The same guard, for somebody who is not logged in."""

    def _klient(self, hvem: Any) -> Client:
        return self.klienter.setdefault(hvem, Client(raise_request_exception=False))

    def uden(self, adresse: str, data: dict[str, str] | None = None) -> Any:
        klient = self._klient(None)
        svar = klient.post(adresse, data) if data else klient.get(adresse)
        return self._set(svar) if data else svar


@pytest.mark.parametrize("skrevet", list(skrivemaader(CPR)))
def test_beregnerne_sender_nummeret_vaek_med_det_samme(
    verden: Verden, loglinjer: list[str], skrevet: str
) -> None:
    vagt = Udefra(verden)
    for navn in ("beregn_seks_maaneder", "beregn_moedefrist"):
        for sti in (reverse(f"web:{navn}"), reverse(f"web:{navn}_pdf")):
            for felt in ("start", "moede", "p1-fra", "hvad som helst"):
                svar = vagt.uden(f"{sti}?{quote(felt)}={quote(skrevet, safe='%+')}")
                assert svar.status_code == 302 and not FORBUDT.search(str(svar.headers))
                videre = vagt.hent(None, svar["Location"])  # type: ignore[arg-type]
                assert not FORBUDT.search(videre.content.decode())
    assert not vagt.fund and not [x for x in loglinjer if FORBUDT.search(x)]


def test_lovens_formularer_viser_kun_feltet_selv(verden: Verden, loglinjer: list[str]) -> None:
    vagt = Udefra(verden)
    for slug, emne in (("17", "par17"), ("19", "par19"), ("proceduren", "frist")):
        sti = reverse("web:lovspor_paragraf", args=[slug])
        fundne = re.findall(rf'href="({sti}proev/[\w-]+/)', vagt._klient(None).get(sti).content.decode())
        assert fundne, slug
        for adresse in sorted(set(fundne)):
            felter = dict.fromkeys(("forloeb_start", "saerlige_grunde-begrundelse", "aarsag", emne), CPR)
            assert vagt.uden(adresse, felter).status_code in (200, 422)
    assert not vagt.fund and not [x for x in loglinjer if FORBUDT.search(x)]


def test_et_nummer_som_brugernavn_eller_kode_bliver_ingen_steder(
    verden: Verden, loglinjer: list[str]
) -> None:
    vagt = Udefra(verden)
    for navn, kode in ((CPR, "forkert"), (f"{CPR[:6]}-{CPR[6:]}", "forkert"), ("sanne", CPR)):
        assert vagt.uden(reverse("web:log_ind"), {"username": navn, "password": kode}).status_code == 422
    assert not vagt.fund and not [x for x in loglinjer if FORBUDT.search(x)]
    for tabel in (AccessAttempt, AccessLog, Adgangspost):
        assert not FORBUDT.search(str(list(tabel.objects.using("vedligehold").values())))


def test_loggens_sider_udtraek_og_gennemgang(verden: Verden, loglinjer: list[str]) -> None:
    v, vagt = verden, Vagt(verden)
    tabeller = [m.objects.using("vedligehold") for m in (Adgangspost, Haendelse, Logstikproeve)]
    foer = [set(t.values_list("pk", flat=True)) for t in tabeller]
    f = v.forloeb(navn="Kanariefugl i Loggen")
    Borger.objects.using("vedligehold").filter(id=f.borger_id).update(cpr=ANDRE[2])
    vagt.hent(v.sagsbehandler, reverse("web:forloeb", args=[f.id]))
    log = reverse("web:borgerlog", args=[f.id])
    for format_ in ("csv", "pdf"):
        svar = vagt.send(v.leder, f"{log}hent/", 200, format=format_)
        assert not FORBUDT.search(svar["Content-Disposition"])
    assert vagt.hent(v.leder, log).status_code == 200
    vagt.send(v.auditor, reverse("web:stikproeve_udtag"))
    (proeve, *_) = Logstikproeve.objects.using("vedligehold").filter(borger_id=f.borger_id)
    adresse = reverse("web:gennemgang", args=[proeve.id])
    assert not FORBUDT.search(vagt.hent(v.auditor, adresse).content.decode())
    vagt.send(v.auditor, adresse, 422, udfald="brud", bemaerkning=f"Spørg om {ANDRE[2]}.")
    vagt.send(v.auditor, adresse, udfald="brud", bemaerkning="Spørg lederen.")
    assert not vagt.fund and not [x for x in loglinjer if FORBUDT.search(x)]
    for tabel, gamle in zip(tabeller, foer, strict=True):
        nye = list(tabel.exclude(pk__in=gamle).values())
        assert nye and not FORBUDT.search(str(nye))


# The one place that sends a mail; the canary looks through it in tests/arbejdsgang/test_mail.py.
MAIL = {"cli/paamind.py"}
# Reads the heads of a mail that came in with the library's own class, and sends nothing.
LAESER = {"dokumenter/undersoegelse/msg.py"}


def test_intet_taelles_udenfor_og_kun_paamindelsen_sendes_som_brev(verden: Verden) -> None:
    """There are no metrics and one e-mail; whoever adds one meets this test and extends the canary."""
    ud = re.compile(r"send_mail|EmailMessage|mail_admins|smtplib|prometheus|statsd|opentelemetry")
    fundet = {f.relative_to(KILDE).as_posix() for f in KILDE.rglob("*.py") if ud.search(f.read_text("utf-8"))}
    assert fundet == MAIL | LAESER
    sender = re.compile(r"\.send\w*\(|smtplib|django\.core\.mail|socket")
    assert not [fil for fil in LAESER if sender.search((KILDE / fil).read_text("utf-8"))]
    Client(raise_request_exception=False).get("/findes-ikke/", {"q": str(uuid.uuid4())})
    assert mail.outbox == []
