"""Answers made to deceive, by one who is the provider (its keys) or has only what everybody can see (our certificate).

No provider runs here: pysaml2 makes the answers, as an identity provider of the tests' own.
"""

import gc
import re
import tempfile
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone

from rehabteam.sager.adgang import kontekst
from rehabteam.web.indgang import billet
from rehabteam.web.indgang.afvist import Aarsag, Afvist
from tests.indgang.falskner import BEGYND, SVAR, Falskner
from tests.indgang.roller import SYSTEM


def test_det_aegte_svar_lukker_ind(falskner: Falskner) -> None:
    """The positive control: what the others change is all that stops them."""
    assert falskner.send(falskner.xml()).status_code == 302
    assert falskner.klient.get("/mit-arbejde/").status_code == 200


@pytest.mark.parametrize(
    ("lav", "ord_"),
    [
        (lambda f: f.xml(krypteret=False), "ikke var krypteret"),
        (lambda f: f.xml(underskriv=False), "ændret undervejs"),
        (lambda f: f.xml(noegle="fremmed"), "ændret undervejs"),
        (lambda f: f.xml(sha1=True), "ændret undervejs"),
        (lambda f: f.xml(til="https://andet.example/svar/"), "til et andet system"),
        (lambda f: f.xml(id_="id-opfundet"), "Vi ventede ikke"),
        (lambda f: f.xml().replace("<ns0:Response", "<ns0:LogoutResponse", 1), "ændret undervejs"),
        (lambda f: f.xml()[: len(f.xml()) // 2], "ændret undervejs"),
    ],
    ids=[
        "ukrypteret",
        "uden_underskrift",
        "fremmed_noegle",
        "sha1",
        "andet_sted",
        "opfundet_id",
        "andet_slags",
        "halvt",
    ],
)
def test_forfalskede_svar(falskner: Falskner, lav: Callable[[Falskner], str], ord_: str) -> None:
    svar = falskner.send(lav(falskner))
    assert svar.status_code == 403 and ord_ in svar.content.decode()
    assert falskner.er_ude()


def test_et_udsagn_til_et_andet_system_i_samme_konvolut(falskner: Falskner) -> None:
    """Signed and encrypted by the provider, sent to us, but meant for somebody else."""
    falskner.mappe.joinpath("vores.xml").write_text(
        falskner.mappe.joinpath("vores.xml").read_text().replace(SYSTEM, "https://andet.example")
    )
    svar = falskner.send(falskner.xml(sp="https://andet.example"))
    assert svar.status_code == 403 and "til et andet system" in svar.content.decode() and falskner.er_ude()


@pytest.mark.parametrize(("minutter", "ind"), [(4, True), (7, False), (-3, False)])
def test_et_svar_gaelder_kun_sin_tid(falskner: Falskner, minutter: int, ind: bool) -> None:
    xml = falskner.xml()
    with time_machine.travel(timezone.now() + timedelta(minutes=minutter), tick=True):
        svar = falskner.send(xml)
        assert (svar.status_code == 302) is ind
        if not ind:
            assert "for gammelt" in svar.content.decode() or "ventede ikke" in svar.content.decode()


def test_to_udsagn_i_et_svar(falskner: Falskner) -> None:
    """Wrapping: the true statement, and beside it one of the attacker's own, in clear or encrypted to us."""
    aegte = falskner.xml()
    falsk = falskner.xml(noegle="fremmed")
    udsagn = re.search(r"<(\w+):EncryptedAssertion.*?</\1:EncryptedAssertion>", falsk, re.S)
    klar = re.search(
        r"<(\w+):Assertion .*?</\1:Assertion>", falskner.xml(noegle="fremmed", krypteret=False), re.S
    )
    assert udsagn and klar
    slut = re.search(r"</\w+:Response>\s*$", aegte)
    assert slut
    rum = ' xmlns:ns1="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ns2="http://www.w3.org/2000/09/xmldsig#"'
    for ekstra in (udsagn[0], klar[0]):
        med_rum = re.sub(r"^<(\w+:\w+)", rf"<\1{rum}", ekstra, count=1)
        for sammensat in (
            aegte[: slut.start()] + med_rum + slut[0],
            re.sub(r"(<\w+:Status>)", lambda m, e=med_rum: e + m[0], aegte, count=1),
            aegte[: slut.start()] + f'<x:Extensions xmlns:x="urn:x">{med_rum}</x:Extensions>' + slut[0],
        ):
            assert falskner.send(sammensat).status_code == 403
    assert falskner.er_ude()


def test_en_navneid_med_cpr_bruges_ikke(falskner: Falskner) -> None:
    falskner.uuid = "0501400474"
    svar = falskner.send(falskner.xml())
    assert svar.status_code == 403 and "på en måde vi kan bruge" in svar.content.decode()


@pytest.mark.parametrize("hvem", ["", "ikke-en-uuid", "urn:uuid:", "0501400474"])
def test_uden_en_blivende_uuid_er_hun_ikke_kendt(falskner: Falskner, hvem: str) -> None:
    navn = "https://data.gov.dk/model/core/eid/professional/uuid/persistent"
    falskner.felter.pop(navn)
    if hvem:
        falskner.felter[navn] = [hvem]
    assert falskner.send(falskner.xml()).status_code == 403 and falskner.er_ude()


def test_kagen_kan_ikke_skrives_af_andre(falskner: Falskner) -> None:
    kage = falskner.klient.cookies["rehabteam_indgang"]
    assert kage["httponly"] and kage["path"] == "/log-ind/"
    falskner.klient.cookies["rehabteam_indgang"] = kage.value[:-3] + "AAA"
    assert "Vi ventede ikke" in falskner.send(falskner.xml()).content.decode()


def test_bag_https_maa_kagen_foelge_med_svaret(falskner: Falskner, settings: object) -> None:
    settings.SIKKER = True  # type: ignore[attr-defined]
    kage = Client().get(BEGYND).cookies["rehabteam_indgang"]
    assert kage["samesite"] == "None" and kage["secure"]


def test_svaret_kan_kun_sendes_som_formular(falskner: Falskner) -> None:
    assert falskner.klient.get(SVAR).status_code == 405


def test_to_paa_samme_tid_kommer_ikke_begge_ind(falskner: Falskner) -> None:
    """Both have passed the first look; the table lets one of them through, whichever key it is known by."""
    en, anden, udsagn = (uuid.uuid4().hex for _ in range(3))
    with transaction.atomic():
        kontekst.aabn_doeren()
        billet.brug([en, udsagn], timezone.now())
        for noegler in ([en], [anden, udsagn]):
            with pytest.raises(Afvist) as afslag:
                billet.brug(noegler, timezone.now())
            assert afslag.value.aarsag == Aarsag.BRUGT
        assert not billet.er_brugt(anden), "det, der blev afvist, er ikke brugt halvt"


def test_det_dekrypterede_bliver_ikke_liggende(
    falskner: Falskner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe = tmp_path / "tmp"
    mappe.mkdir()
    xml = falskner.xml()
    monkeypatch.setattr(tempfile, "tempdir", str(mappe))
    assert falskner.send(xml).status_code == 302
    gc.collect()
    assert list(mappe.iterdir()) == []
