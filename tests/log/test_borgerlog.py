"""The citizen's extract: all her rows and nobody else's, without staff names; and it is itself in the log."""

import csv
import hashlib
import io

import pytest
from django.urls import reverse

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost, Forloeb, Haendelse
from rehabteam.sager.udtraek.borgerlog import poster_om
from tests.log.kaede import som_super
from tests.verden import Verden


def _hent(v: Verden, f: Forloeb, format_: str = "csv") -> bytes:
    svar = v.klient(v.sagsbehandler).post(reverse("web:borgerlog_hent", args=[f.id]), {"format": format_})
    assert svar.status_code == 200, svar.content.decode()
    assert "no-store" in svar["Cache-Control"] and svar["Content-Disposition"].startswith("attachment")
    return svar.content


def _raekker(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1:]


@pytest.fixture
def f(verden: Verden) -> Forloeb:
    """Seen by two roles, searched for by one, and refused to a third."""
    forloeb = verden.forloeb(navn="Lotte Logget")
    for hvem in (verden.sagsbehandler, verden.leder):
        verden.klient(hvem).get(reverse("web:forloeb", args=[forloeb.id]))
    verden.klient(verden.sagsbehandler).post(reverse("web:soeg"), {"q": "Lotte Logget"})
    verden.klient(verden.naboen).get(reverse("web:forloeb", args=[forloeb.id]))
    return forloeb


def test_udtraekket_er_lig_loggen(verden: Verden, f: Forloeb) -> None:
    raa = Adgangspost.objects.using("vedligehold").filter(borgere__contains=[f.borger_id])
    ventet = list(raa.order_by("-tid", "-id").values_list("rute", "rolle"))
    raekker = _raekker(_hent(verden, f))
    assert len(raekker) == len(ventet) == 3
    assert [r[2] for r in raekker] == ["Sagsbehandler", "Teamleder", "Sagsbehandler"]
    assert [r[3] for r in raekker] == ["Fundet ved en søgning", "Set", "Set"]
    assert {r[1] for r in raekker} == {"Prøve Kommune"}


@pytest.mark.parametrize("format_", ["csv", "side"])
def test_ingen_medarbejder_naevnes(verden: Verden, f: Forloeb, format_: str) -> None:
    if format_ == "csv":
        tekst = _hent(verden, f).decode("utf-8-sig")
    else:
        tekst = verden.klient(verden.leder).get(reverse("web:borgerlog", args=[f.id])).content.decode()
        tekst = tekst[tekst.index("<tbody") :]
    for navn in (verden.sagsbehandler.navn, verden.leder.navn, str(verden.sagsbehandler.medarbejder_id)):
        assert navn not in tekst


def test_pdf_en_kan_laves(verden: Verden, f: Forloeb) -> None:
    assert _hent(verden, f, "pdf").startswith(b"%PDF")


def test_udtraekket_staar_selv_i_log_og_historik(verden: Verden, f: Forloeb) -> None:
    data = _hent(verden, f)
    post = Adgangspost.objects.using("vedligehold").filter(rute="udlever_log").latest("id")
    assert (post.art, post.antal, post.borgere) == ("eksport", 3, [f.borger_id])
    assert post.aftryk == hashlib.sha256(data).hexdigest()
    with kontekst.arbejder_som(verden.sagsbehandler):
        haendelse = Haendelse.objects.get(forloeb=f, handling="udlever_log")
    assert haendelse.data["sha256"] == post.aftryk and haendelse.data["antal"] == 3


def test_naboen_og_teammedlemmet_faar_intet(verden: Verden, f: Forloeb) -> None:
    for hvem, ventet in ((verden.naboen, 404), (verden.teammedlem, 403), (verden.sekretariat, 403)):
        assert verden.klient(hvem).get(reverse("web:borgerlog", args=[f.id])).status_code == ventet
        svar = verden.klient(hvem).post(reverse("web:borgerlog_hent", args=[f.id]), {"format": "csv"})
        assert svar.status_code == ventet


def test_et_format_der_ikke_findes(verden: Verden, f: Forloeb) -> None:
    klient = verden.klient(verden.sagsbehandler)
    svar = klient.post(reverse("web:borgerlog_hent", args=[f.id]), {"format": "exe"})
    assert svar.status_code == 422 and "Vælg PDF eller regneark" in svar.content.decode()


def test_ingen_celle_er_en_formel(verden: Verden, f: Forloeb) -> None:
    verden.kommune.navn = "=HYPERLINK(1)"
    verden.kommune.save(using="vedligehold")
    assert {r[1] for r in _raekker(_hent(verden, f))} == {"'=HYPERLINK(1)"}


def test_borgerens_raekker_findes_med_indekset(verden: Verden, f: Forloeb) -> None:
    """Under the wall: without it, every row of the organisation would be read."""
    som_super(
        "INSERT INTO sager_adgangspost (anmodning, organisation_id, rolle, art, rute, udfald, borgere) "
        "SELECT gen_random_uuid(), %s, 'leder', 'laes', 'sag.se', 200, ARRAY[gen_random_uuid()] "
        "FROM generate_series(1, 20000)",
        verden.kommune.id,
    )
    som_super("ANALYZE sager_adgangspost")
    with kontekst.arbejder_som(verden.sagsbehandler):
        poster = poster_om(verden.sagsbehandler, f.borger_id)
        plan = poster.explain()
    assert "borgere_idx" in plan, plan
