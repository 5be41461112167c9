"""The pages of planning, without JavaScript: the proposal with its reasons, a swap, a cancellation, a series, a team."""

import re
import uuid
from datetime import date
from html import unescape

from django.urls import reverse

from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.models import Moede
from tests.planlaegning.hjaelp import VED, aftale, fleksjob, frisk
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, indsend, tekst

DEN_11, DEN_18 = date(2026, 6, 11), date(2026, 6, 18)


def test_forslaget_staar_med_sine_grunde_og_godkendes(verden: Verden) -> None:
    v = verden
    aftale(v)
    v.moede(date(2026, 6, 2)), v.moede(DEN_11), v.moede(DEN_18)
    sager = [fleksjob(v, f"Fleks {n}") for n in "ABC"]
    klient, url = v.klient(v.sagsbehandler), reverse("web:planlaegning")
    valg = tekst(klient.get(adresse("vaelg_moede", sager[0])))
    assert "Sidste dag efter samarbejdsaftalen: onsdag 27. maj 2026" in valg
    svar = klient.get(url)
    side = tekst(svar)
    assert "3 sager i planen" in side and "Godkend hele forslaget (3 sager)" in side
    assert "Sagen kan tidligst komme på 11.06.2026." in side
    assert "bliver planen lige så god, men ikke bedre" in side
    assert "Aftalens eget mål: 42 dage fra sagen blev oprettet. Ikke en frist i loven." in side
    assert "0 af 2 taget" in side and "Det samme i tal" in side and "<svg" in svar.content.decode()
    linjer = re.findall(r'name="valg" value="([^"]+)"', svar.content.decode())
    assert len(linjer) == 3
    assert indsend(klient, url).status_code == 422  # nothing chosen
    assert indsend(klient, url, valg="x:y:1").status_code == 422
    assert indsend(klient, url, hele="ja", aftryk="gammelt").status_code == 422
    assert indsend(klient, url, valg=linjer[:1]).status_code == 302
    aftryk = re.search(r'name="aftryk" value="(\w+)"', klient.get(url).content.decode())
    assert aftryk and indsend(klient, url, hele="ja", aftryk=aftryk[1]).status_code == 302
    datoer = sorted(frisk(s).moede.dato for s in sager)
    assert datoer == [DEN_11, DEN_11, DEN_18]
    tom = tekst(klient.get(url))
    assert "Ingen sager venter på en mødedag" in tom and "2 af 2 taget" in tom
    # May the proposal move them? Then they are in it, and keep their days.
    assert "Beholder dagen" in tekst(klient.get(url, {"flyt": "1"}))


def test_uden_aftale_staar_ikke_angivet(verden: Verden) -> None:
    v = verden
    v.moede(DEN_11)
    fleksjob(v)
    side = tekst(v.klient(v.leder).get(reverse("web:planlaegning")))
    assert "Afregnes som: Ikke angivet" in side and "regner den uden loft" in side
    assert "Fristen før mødet er ikke angivet" in side
    for hvem in (v.teammedlem, v.sekretariat, v.koordinator):
        assert v.klient(hvem).get(reverse("web:planlaegning")).status_code == 403


def test_byt_tag_af_og_aflys_paa_siderne(verden: Verden) -> None:
    v = verden
    aftale(v)
    a, b = v.moede(DEN_11), v.moede(DEN_18)
    en, to = fleksjob(v, "Else"), fleksjob(v, "Thit")
    for sag, moede in ((en, a), (to, b)):
        v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=moede.id)
    klient = v.klient(v.moedeleder)
    dagen = tekst(klient.get(reverse("web:moede", args=[a.id])))
    assert "1 af 2 taget" in dagen and "Flyt" in dagen and "Byt" in dagen and "Tag af" in dagen
    byt = adresse("byt_pladser", en)
    assert "18.06.2026" in tekst(klient.get(byt)) and "Thit" in tekst(klient.get(byt))
    assert indsend(klient, byt, med=str(to.id)).status_code == 422
    assert indsend(klient, byt, med=str(to.id), grund="Tolken kan kun den 18.").status_code == 302
    assert frisk(en).moede_id == b.id and frisk(to).moede_id == a.id
    af = adresse("aflys_sag", to)
    assert "torsdag 11. juni 2026" in tekst(klient.get(af))
    assert indsend(klient, af).status_code == 422
    assert indsend(klient, af, grund="Syg.").status_code == 302 and frisk(to).moede_id is None
    aflys = reverse("web:aflys_moede", args=[b.id])
    assert "1 sag er på dagen" in tekst(klient.get(aflys))
    assert indsend(klient, aflys).status_code == 422
    assert indsend(klient, aflys, grund="Lederen er syg.").status_code == 302
    side = tekst(klient.get(reverse("web:moede", args=[b.id])))
    assert "Mødedagen er aflyst" in side and "Lederen er syg." in side and "Aflys mødedagen" not in side
    assert "Aflyst" in tekst(klient.get(reverse("web:moeder")))
    assert str(b.id) not in klient.get(adresse("vaelg_moede", en)).content.decode()
    assert indsend(v.klient(v.naboen), aflys, grund="x").status_code in (403, 404)


def test_serie_pladser_og_team_paa_siderne(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.leder)
    felter = {
        "fra": "11.06.2026",
        "til": "25.06.2026",
        "hver_uge": "1",
        "kl": "9",
        "afholdes": "video",
        "sted": "Teams",
        "moedeleder": str(v.moedeleder.medarbejder_id),
    }
    assert indsend(klient, reverse("web:moedeserie"), **felter | {"hver_uge": "x"}).status_code == 422
    svar = klient.post(reverse("web:moedeserie"), felter | {"noegle": str(uuid.uuid4())}, follow=True)
    assert "3 mødedage er oprettet." in tekst(svar) and "På video" in tekst(svar)
    moede = Moede.objects.using(VED).filter(kommune=v.kommune).earliest("dato")
    aftale(v)
    dagen = reverse("web:moede", args=[moede.id])
    assert "Pladser: Ikke angivet" in tekst(klient.get(dagen))
    assert "Læg pladser efter aftalen" in tekst(klient.get(dagen))
    assert indsend(klient, reverse("web:laeg_pladser", args=[moede.id])).status_code == 302
    side = tekst(klient.get(dagen))
    assert "3 pladser er lagt." in side and "Læg pladser" not in side and "0 af 2 taget" in side
    team = reverse("web:moedets_team", args=[moede.id])
    hun = v.klient(v.sekretariat)
    assert (
        indsend(hun, team, fagomraade="social", medarbejder=str(v.koordinator.medarbejder_id)).status_code
        == 422
    )
    karen = {"fagomraade": "sundhedskoordinator", "medarbejder": str(v.koordinator.medarbejder_id)}
    assert indsend(hun, team, **karen).status_code == 302
    assert "Karen Koordinator" in tekst(klient.get(team)) and "Karen Koordinator" in unescape(
        tekst(klient.get(dagen))
    )
    assert "Sæt en person på" not in tekst(v.klient(v.teammedlem).get(team))
    assert v.klient(v.naboen).get(team).status_code == 404
