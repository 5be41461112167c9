"""»Mine indlogninger«: one's own sessions, and an end to one that is not known."""

from django.test import Client
from django.urls import reverse

from rehabteam.sager.models import Adgangspost
from rehabteam.web.models import Indlogning
from tests.indgang.sted import Sted
from tests.indgang.test_lokal import Noedkonto

SIDE = "/mine-indlogninger/"


def _ind(n: Noedkonto, forskydning: int = 0) -> Client:
    n.klient = Client(REMOTE_ADDR=n.adresse)
    assert n.adgangskode().status_code == 302
    assert n.tast(n.engangskode(forskydning)).status_code == 302
    return n.klient


def test_hun_ser_og_afslutter_sine_egne(sted: Sted, settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    n = Noedkonto(sted)
    en = _ind(n)
    anden = _ind(n, 1)
    aabne = Indlogning.objects.using("vedligehold").filter(konto=n.konto, slut=None).order_by("tid")
    foerste, sidste = aabne
    tekst = anden.get(SIDE).content.decode()
    assert tekst.count("/afslut/") == 2 and tekst.count("det er denne") == 1 and "Lokal konto" in tekst
    assert en.get("/mit-arbejde/").status_code == 200
    assert anden.post(reverse("web:afslut_indlogning", args=[foerste.id]))["Location"] == SIDE
    assert en.get("/mit-arbejde/").status_code == 302, "den anden skærm er ude ved næste klik"
    assert anden.get("/mit-arbejde/").status_code == 200
    post = Adgangspost.objects.using("vedligehold").filter(objekt=foerste.id).latest("id")
    assert (post.art, post.rute) == ("login", "log_ud")
    assert anden.post(reverse("web:afslut_indlogning", args=[sidste.id]))["Location"] == "/log-ind/"
    assert anden.get("/mit-arbejde/").status_code == 302


def test_en_andens_ligner_en_der_ikke_findes(sted: Sted, settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    offer, nysgerrig = Noedkonto(sted), Noedkonto(sted, "moedeleder")
    hendes = _ind(offer)
    klient = _ind(nysgerrig)
    nummer = Indlogning.objects.using("vedligehold").get(konto=offer.konto, slut=None).id
    assert str(nummer) not in klient.get(SIDE).content.decode()
    assert klient.post(reverse("web:afslut_indlogning", args=[nummer])).status_code == 404
    assert hendes.get("/mit-arbejde/").status_code == 200
    assert Client().get(SIDE)["Location"] == "/log-ind/"
