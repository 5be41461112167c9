"""The pages of files on their way in: sent in pieces, sent whole, seen, said what they are; and what is refused."""

import io
import json
import re
import threading
import uuid
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from rehabteam.cli import dokumentarbejde
from rehabteam.dokumenter import modtagelse
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost, Dokument, ModtagetFil, Sag
from rehabteam.sager.testnumre import testnumre
from tests.modtagelse.hjaelp import SAGT, begyndelser, begyndt, klar, sendt, stand
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst

STYKKE = "application/octet-stream"


def _send(klient: Client, sag: Sag, fil_id: object, data: bytes, fra: int = 0) -> Any:
    url = adresse("modtagelse_stykke", sag, fil_id)
    return klient.post(f"{url}?fra={fra}", data, content_type=STYKKE)


def _begynd(klient: Client, sag: Sag, *filer: tuple[str, int]) -> list[dict[str, Any]]:
    return _vist(klient, sag, *((navn, stoerrelse, "") for navn, stoerrelse in filer))


def _vist(klient: Client, sag: Sag, *filer: tuple[str, int, str]) -> list[dict[str, Any]]:
    """Begin, with what the one who chose them says of how they begin."""
    felter = dict(zip(("navn", "stoerrelse", "bevis"), map(list, zip(*filer, strict=True)), strict=True))
    svar = klient.post(adresse("modtagelse_begynd", sag), felter)
    assert svar.status_code == 200, svar.content
    return list(svar.json()["filer"])


def _bevis(data: bytes, *laengder: int) -> str:
    return " ".join(f"{n}:{sum_}" for n, sum_ in begyndelser(data, *laengder).items())


def _dokumenter(v: Verden, sag: Sag) -> list[Dokument]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return list(Dokument.objects.filter(sag=sag, fulgte_med=None).order_by("titel"))


def test_i_stykker_hele_vejen(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klient = v.klient(v.sagsbehandler)
    god, stor = _begynd(klient, sag, ("epikrise 03.02.2026.pdf", len(PDF)), ("stor.pdf", 60 * 1024 * 1024))
    assert stor["id"] == "" and "over 50 MB" in stor["grund"]
    fil_id = god["id"]
    assert _send(klient, sag, fil_id, PDF[:100]).json() == {"naaet": 100}
    assert "Standset ved 33 %" in tekst(klient.get(adresse("modtagelse", sag)))
    svar = _send(klient, sag, fil_id, PDF[200:], 200)
    assert svar.status_code == 409 and svar.json() == {"naaet": 100}
    assert klient.post(adresse("modtagelse_faerdig", sag, fil_id)).status_code == 409
    navn = "epikrise 03.02.2026.pdf"
    assert _begynd(klient, sag, (navn, len(PDF)))[0] == god | {"id": "", "spoerg": [100]}
    assert _vist(klient, sag, (navn, len(PDF), _bevis(PDF, 100)))[0] == god | {"naaet": 100}
    assert _send(klient, sag, fil_id, PDF[100:], 100).json() == {"naaet": len(PDF)}
    assert _send(klient, sag, fil_id, PDF[100:], 100).json() == {"naaet": len(PDF)}
    svar = klient.post(adresse("modtagelse_faerdig", sag, fil_id))
    assert svar.json()["fil"]["tekst"] == "Er sendt og bliver undersøgt."
    while dokumentarbejde.tag_en_fil():
        pass
    (linje,) = klient.get(adresse("modtagelse_stand", sag)).json()["filer"]
    assert (linje["tilstand"], linje["arbejder"]) == ("klar", False)
    assert klient.get(adresse("modtagelse_fil", sag, fil_id)).content == PDF
    side = klient.get(adresse("modtagelse_laeg", sag))
    assert 'value="03.02.2026"' in side.content.decode() and "forslag" in tekst(side)
    svar = indsend(klient, adresse("modtagelse_laeg", sag), **_felter(fil_id, titel="Epikrise"))
    assert svar["Location"] == adresse("sag_dokumenter", sag)
    (dokument,) = _dokumenter(v, sag)
    assert (dokument.titel, dokument.slags) == ("Epikrise", "dokumentation")
    assert klient.get(adresse("modtagelse_fil", sag, fil_id)).status_code == 404
    poster = Adgangspost.objects.using("vedligehold").filter(objekt=sag.id, rute="laeg_modtaget", art="skriv")
    assert [p.borgere for p in poster] == [[sag.borger_id]]


def test_en_anden_fil_med_samme_navn_og_stoerrelse(verden: Verden) -> None:
    """Chosen where another stopped, from another browser too: the two are never mixed, and it is said."""
    v, sag = verden, verden.genoptaget()
    en, anden = PDF + b"A" * 50, PDF[:120] + b"\n" * (len(PDF) - 120) + b"B" * 50
    her, der = v.klient(v.sagsbehandler), v.klient(v.sagsbehandler)
    (a,) = _begynd(her, sag, ("scan.pdf", len(en)))
    assert _send(her, sag, a["id"], en[:150]).json() == {"naaet": 150}
    (b,) = _vist(der, sag, ("scan.pdf", len(anden), _bevis(anden, 150)))
    assert b["id"] not in ("", a["id"]) and b["naaet"] == 0 and b["anden"]
    # One that begins alike is known by its later pieces.
    assert _send(der, sag, a["id"], anden[100:200], 100).json() == {"anden": True}
    for klient, fil, data, fra in ((her, a, en, 150), (der, b, anden, 0)):
        assert _send(klient, sag, fil["id"], data[fra:], fra).json() == {"naaet": len(data)}
        assert klient.post(adresse("modtagelse_faerdig", sag, fil["id"])).status_code == 200
        assert modtagelse.sti(settings.DATA, UUID(fil["id"])).read_bytes() == data


def test_uden_javascript_gaar_den_samme_fil_videre_og_en_anden_er_ny(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse", sag)
    halv = begyndt(v, sag, "scan.pdf")
    anden = PDF[:20] + b"%" + PDF[21:]
    modtagelse.laeg_stykke(settings.DATA, halv, 0, io.BytesIO(PDF[:50]), 50, len(PDF))
    svar = klient.get(indsend(klient, url, filer=[SimpleUploadedFile("scan.pdf", anden)])["Location"])
    assert "»scan.pdf« sendes som en ny fil" in tekst(svar)
    assert modtagelse.naaet(settings.DATA, halv) == 50 and stand(v, halv).tilstand == "sendes"
    indsend(klient, url, filer=[SimpleUploadedFile("scan.pdf", PDF)])
    assert stand(v, halv).tilstand == "klar"
    assert modtagelse.sti(settings.DATA, halv).read_bytes() == PDF


def _felter(fil_id: object, med: bool = True, **andet: str) -> dict[str, str]:
    felter = {"slags": "dokumentation", "titel": "Prøve", "dato": "03.02.2026"} | andet
    return {f"{fil_id}-{felt}": vaerdi for felt, vaerdi in felter.items()} | (
        {f"{fil_id}-med": "on"} if med else {}
    )


def test_uden_javascript_flere_i_en_anmodning(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klient, noegle = v.klient(v.sagsbehandler), str(uuid.uuid4())
    url = adresse("modtagelse", sag)

    def filer() -> list[SimpleUploadedFile]:
        return [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.pdf", PDF + b"\n")]

    svar = indsend(klient, url, noegle, filer=filer())
    assert svar["Location"] == adresse("modtagelse_laeg", sag)
    assert indsend(klient, url, noegle, filer=filer())["Location"] == svar["Location"]
    with kontekst.arbejder_som(v.sagsbehandler):
        ider = list(ModtagetFil.objects.filter(sag=sag, tilstand="klar").values_list("id", flat=True))
    assert len(ider) == 2
    # one is left out: what it lacks is not asked about
    begge = {**_felter(ider[0]), **_felter(ider[1], med=False, titel="", dato="")}
    assert indsend(klient, adresse("modtagelse_laeg", sag), **begge)["Location"] == url
    assert len(_dokumenter(v, sag)) == 1 and stand(v, ider[1]).tilstand == "klar"
    assert indsend(klient, adresse("modtagelse_opgiv", sag), fil=ider[1])["Location"] == url
    assert "Filen »" in tekst(klient.get(url)) and modtagelse.naaet(settings.DATA, ider[1]) == 0


def test_uden_javascript_en_afvist_og_en_tom(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse", sag)
    filer = [SimpleUploadedFile("program.pdf", b"MZ" * 50), SimpleUploadedFile("tom.pdf", b"")]
    assert indsend(klient, url, filer=filer)["Location"] == url
    side = tekst(klient.get(url))
    assert "Afvist:" in side and "program" in side and "tom.pdf: Filen er tom." in side
    svar = indsend(klient, url)
    assert svar.status_code == 422 and "Vælg en eller flere filer." in tekst(svar)
    assert _dokumenter(v, sag) == []


def test_fejl_i_en_raekke_og_intet_er_lagt(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    a, b = klar(v, sag, "a.pdf"), klar(v, sag, "b.pdf", PDF + b"\n")
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse_laeg", sag)
    svar = indsend(klient, url, **_felter(a), **_felter(b, dato="28.05.2026", titel="Beholdt"))
    assert (
        svar.status_code == 422 and "ligger efter i dag" in tekst(svar) and "Beholdt" in svar.content.decode()
    )
    assert _dokumenter(v, sag) == [] and stand(v, a).tilstand == "klar"
    assert modtagelse.naaet(settings.DATA, a) == len(PDF)
    svar = indsend(klient, url, **_felter(a, med=False))
    assert svar.status_code == 422 and "Ingen filer er valgt" in tekst(svar)


def test_hvem_det_er_fra_siges_findes_og_staar_paa_listen(verden: Verden) -> None:
    """Without a word it is the kommune's own; a doctor's paper is the doctor's, and is found so."""
    v, sag = verden, verden.genoptaget()
    a, b = klar(v, sag, "a.pdf"), klar(v, sag, "b.pdf", PDF + b"\n")
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse_laeg", sag)
    svar = indsend(klient, url, **_felter(a, afsender=f"Lægehuset {testnumre()[0]}"), **_felter(b))
    assert svar.status_code == 422 and "uden CPR-nummer" in tekst(svar)
    assert (
        indsend(klient, url, **_felter(a, afsender=" Lægehuset  Havnegade "), **_felter(b)).status_code == 302
    )
    assert {d.filnavn: d.afsender for d in _dokumenter(v, sag)} == {
        "a.pdf": "Lægehuset Havnegade",
        "b.pdf": v.kommune.navn,
    }
    assert "Lægehuset Havnegade" in klient.get(adresse("sag_dokumenter", sag)).content.decode()
    fundet = tekst(indsend(klient, reverse("web:find_dokumenter"), afsender="havnegade"))
    assert sag.nummer in fundet


def test_den_samme_fil_paa_sagen_siges_og_kun_der(verden: Verden) -> None:
    v, sag, anden = verden, verden.genoptaget(), verden.genoptaget()
    data = PDF + b"\n" * 7  # not the papers both cases carried over
    v.goer(v.sagsbehandler, laeg_modtaget, sag.id, klar(v, sag, data=data), **SAGT)
    her, der = klar(v, sag, "igen.pdf", data), klar(v, anden, "anden.pdf", data)
    klient = v.klient(v.sagsbehandler)
    side = klient.get(adresse("modtagelse_laeg", sag))
    assert "Den samme fil ligger allerede på sagen som »Opfølgning«." in tekst(side)
    assert not re.search(rf'name="{her}-med"[^>]*checked', side.content.decode())
    fremmed = klient.get(adresse("modtagelse_laeg", anden))
    # That it lies on another case is nobody's business.
    assert "samme fil" not in tekst(fremmed)
    assert re.search(rf'name="{der}-med"[^>]*checked', fremmed.content.decode())
    assert indsend(klient, adresse("modtagelse_laeg", sag), **_felter(her)).status_code == 302
    assert len(_dokumenter(v, sag)) == 2  # pointed out, never refused


def test_hvem_der_ser_hvad(verden: Verden) -> None:
    v, sag, anden = verden, verden.genoptaget(), verden.genoptaget()
    fil_id = begyndt(v, sag)
    ruter: list[Callable[[Client, Sag], Any]] = [
        lambda k, s: k.get(adresse("modtagelse", s)),
        lambda k, s: k.get(adresse("modtagelse_stand", s)),
        lambda k, s: k.get(adresse("modtagelse_laeg", s)),
        lambda k, s: k.get(adresse("modtagelse_fil", s, fil_id)),
        lambda k, s: k.post(
            adresse("modtagelse_begynd", s), {"navn": "a.pdf", "stoerrelse": "1", "bevis": ""}
        ),
        lambda k, s: _send(k, s, fil_id, b"x"),
        lambda k, s: k.post(adresse("modtagelse_faerdig", s, fil_id)),
        lambda k, s: indsend(k, adresse("modtagelse_opgiv", s), fil=fil_id),
    ]
    nabo, medlem, sekretariat = (v.klient(hvem) for hvem in (v.naboen, v.teammedlem, v.sekretariat))
    for rute in ruter:
        assert rute(nabo, sag).status_code == 404
        assert rute(medlem, sag).status_code == 403
        assert rute(sekretariat, sag).status_code == 403
    mig = v.klient(v.sagsbehandler)
    for rute in ruter[5:]:  # a file is asked for on its own case only
        assert rute(mig, anden).status_code == 404
    # a colleague sees that it is on its way, and cannot write in it
    leder = v.klient(v.leder)
    assert "sendt af Sanne Sagsbehandler" in tekst(leder.get(adresse("modtagelse", sag)))
    assert _send(leder, sag, fil_id, b"x").status_code == 404
    assert modtagelse.naaet(settings.DATA, fil_id) == 0


def test_inhabil_ser_intet(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = klar(v, sag)
    v.udelukket(v.moedeleder, sag.borger_id)
    klient = v.klient(v.moedeleder)
    assert klient.get(adresse("modtagelse_stand", sag)).status_code == 404
    assert klient.get(adresse("modtagelse_fil", sag, fil_id)).status_code == 404


def test_onde_stykker(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = begyndt(v, sag)
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse_stykke", sag, fil_id)
    for fra in ("", "-1", "1e3", "²", "x", "9" * 30):
        assert klient.post(f"{url}?fra={fra}", b"x", content_type=STYKKE).status_code == 400, fra
    assert modtagelse.naaet(settings.DATA, fil_id) == 0


def test_flere_onde_anmodninger(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = begyndt(v, sag)
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse_begynd", sag)
    hel = {"navn": "a", "stoerrelse": "1", "bevis": ""}
    for felter in ({}, {"navn": "a"}, *(hel | {"stoerrelse": s} for s in ("-1", "²")),
                   *(hel | {"bevis": b} for b in ("1", "-1:ab", "²:ab", "1:a:b", " "))):  # fmt: skip
        assert klient.post(url, felter).status_code == 400, felter
    (b,) = _begynd(klient, sag, ("../../etc/passwd\x1b\u202e.pdf", 5))
    assert "/" not in b["navn"] and "\u202e" not in b["navn"] and "\x1b" not in b["navn"]
    (b,) = _begynd(klient, sag, ("a.pdf", 10**14))
    assert "over 50 MB" in b["grund"]
    # more than was said, and a piece too big to hold
    assert _send(klient, sag, fil_id, PDF + b"mere").status_code == 409
    assert _send(klient, sag, fil_id, b"x" * (4 * 1024 * 1024 + 1)).status_code == 413
    assert modtagelse.naaet(settings.DATA, fil_id) == 0
    # what waits or is ready takes no more bytes
    kommet = sendt(v, sag, "b.pdf")
    assert _send(klient, sag, kommet, b"x", len(PDF)).json() == {"naaet": len(PDF)}
    assert modtagelse.naaet(settings.DATA, kommet) == len(PDF)
    # not looked at by anyone: it is not shown
    assert klient.get(adresse("modtagelse_fil", sag, kommet)).status_code == 404


def test_uden_csrf_kommer_intet_ind(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    fil_id = begyndt(v, sag)
    klient = v.klient(v.sagsbehandler)
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = klient.cookies
    assert _send(streng, sag, fil_id, PDF).status_code == 403
    assert streng.post(adresse("modtagelse_begynd", sag), {"navn": "a", "stoerrelse": "1"}).status_code == 403
    assert modtagelse.naaet(settings.DATA, fil_id) == 0


def test_fem_stykker_paa_en_gang(verden: Verden) -> None:
    """The same five pieces from five at once: the file is as it was sent."""
    v, sag = verden, verden.genoptaget()
    data = bytes(range(256)) * 400
    fil_id = begyndt(v, sag, "lang.pdf", data)
    klienter = [v.klient(v.sagsbehandler) for _ in range(5)]
    svar: list[int] = []

    def send(klient: Client) -> None:
        fra = 0
        while fra < len(data):
            s = _send(klient, sag, fil_id, data[fra : fra + 20_480], fra)
            svar.append(s.status_code)
            fra = s.json()["naaet"]
        connection.close()

    traade = [threading.Thread(target=send, args=[klient]) for klient in klienter]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()
    assert set(svar) <= {200, 409}
    assert modtagelse.sti(settings.DATA, fil_id).read_bytes() == data


def test_en_fil_der_skal_omdannes_venter_paa_sin_side(verden: Verden) -> None:
    """On the page for one file: what she has said of it is kept until it is ready."""
    v, sag = verden, verden.genoptaget()
    mail = b"From: a@example.test\r\nTo: b@example.test\r\nSubject: Aftale\r\n\r\nHej\r\n"
    felter = {"slags": "brev", "titel": "Mail fra lægen", "dato": "04.03.2026", "afsender": "Lægen i Å"}
    begyndt(v, sag, "m.eml", mail)  # on the other page, and stopped: what is said now counts
    svar = indsend(
        v.klient(v.sagsbehandler),
        adresse("dokument_nyt", sag),
        **felter,
        fil=SimpleUploadedFile("m.eml", mail),
    )
    assert svar["Location"] == adresse("modtagelse", sag)
    with kontekst.arbejder_som(v.sagsbehandler):
        fil = ModtagetFil.objects.get(sag=sag)
    assert (fil.trin, fil.foreslaaet_slags, fil.foreslaaet_titel) == ("omdannes", "brev", "Mail fra lægen")
    assert fil.foreslaaet_afsender == "Lægen i Å"
    assert _dokumenter(v, sag) == []


def test_noget_afvist_paa_den_ene_side_efterlader_intet(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    foer = {p.name for p in (modtagelse.sti(settings.DATA, UUID(int=0)).parent).glob("*")}
    felter = {"slags": "brev", "titel": "Brev", "dato": "04.03.2026"}
    for data, andet in ((b"MZ" * 50, {}), (PDF, {"dato": "28.05.2026"})):
        svar = indsend(
            v.klient(v.sagsbehandler),
            adresse("dokument_nyt", sag),
            **(felter | andet),
            fil=SimpleUploadedFile("a.pdf", data),
        )
        assert svar.status_code == 422
    assert {p.name for p in (modtagelse.sti(settings.DATA, UUID(int=0)).parent).glob("*")} == foer
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not ModtagetFil.objects.filter(sag=sag).exists()


def test_siden_giver_javascript_sine_ord(verden: Verden) -> None:
    """Every word and address the script asks for stands on the form."""
    v, sag = verden, verden.genoptaget()
    side = unescape(v.klient(v.sagsbehandler).get(adresse("modtagelse", sag)).content.decode())
    with open(settings.ROD / "src/rehabteam/web/static/web/js/modtagelse.js", encoding="utf-8") as fil:
        brugt = set(re.findall(r"\bdata\.(\w+)", fil.read()))
    staar = {re.sub(r"-(\w)", lambda m: m[1].upper(), navn) for navn in re.findall(r"data-([a-z-]+)=", side)}
    assert brugt <= staar, json.dumps(sorted(brugt - staar))
