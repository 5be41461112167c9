"""The pages of the agreement and the settlement: what each side sees, writes and takes with it."""

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE
from rehabteam.sager.models import Adgangspost, Afregning, Samarbejdsaftale
from tests.afregning.scenen import Scene
from tests.verden import Verden
from tests.web.sagshjaelp import indsend, tekst

D1 = date(2026, 4, 9)
APRIL = date(2026, 4, 1)


@pytest.fixture
def s(verden: Verden) -> Scene:
    return Scene(verden)


def maaneden(s: Scene) -> str:
    return reverse("web:afregning", args=[s.v.kommune.id, "2026-04"])


def klient(s: Scene, navn: str) -> Client:
    return s.v.klient(getattr(s.v, navn))


def test_en_ny_version_skrives_og_begge_laeser_den(s: Scene) -> None:
    url = reverse("web:aftale_ny", args=[s.v.kommune.id])
    pia = klient(s, "sekretariat")
    felter = {
        "gaelder_fra": "01.01.2026",
        "version": "0",
        f"frist_hverdage_{SYGEDAGPENGE}": "5",
        f"pris_per_sag_{SYGEDAGPENGE}": "3.250,00",
        "lukkedage": "15.05.2026 Lukket",
        "afbud0_dage": "1",
        "afbud0_procent": "100",
        "kategori_fleksjob": FLEKSJOB,
        "dokumenter_fleksjob": "LÆ 265\nForberedende del",
        "afsnit_pris_per_sag": "2.8",
        "skaeringstid": "12.00",
    }
    svar = indsend(pia, url, **felter)
    assert svar.status_code == 302, svar.content.decode()[:2000]
    laest = tekst(klient(s, "leder").get(reverse("web:aftale", args=[s.v.kommune.id])))
    for ord_ in (
        "3.250,00 kr.",
        "5 hverdage før",
        "15.05.2026 Lukket",
        "kl. 12.00",
        "LÆ 265",
        "Ikke angivet",
        "2.8",
    ):
        assert ord_ in laest
    assert "Skriv en ny version" not in laest
    side = tekst(pia.get(url))
    assert "3250,00" in pia.get(url).content.decode() and "Ny version" in side
    # The other wrote in between: what was typed stays, with what they changed.
    imens = indsend(
        pia, url, **felter | {"gaelder_fra": "28.05.2026", "begrundelse": "Nyt.", "senest_maal_dage": "30"}
    )
    assert imens.status_code == 409 and "skrev version 1" in tekst(imens)
    assert Samarbejdsaftale.objects.using("vedligehold").filter(kommune=s.v.kommune).count() == 1


@pytest.mark.parametrize(
    ("felt", "vaerdi"),
    [("pris_per_moede", "meget"), ("lukkedage", "i morgen"), ("afbud0_dage", "2"), ("gaelder_fra", "")],
)
def test_et_felt_der_ikke_kan_laeses_siger_det(s: Scene, felt: str, vaerdi: str) -> None:
    url = reverse("web:aftale_ny", args=[s.v.kommune.id])
    svar = indsend(
        klient(s, "sekretariat"), url, **{"gaelder_fra": "01.01.2026", "version": "0"} | {felt: vaerdi}
    )
    assert svar.status_code == 422
    assert (vaerdi in svar.content.decode()) and "Ret" in tekst(svar)


def test_fra_opgoerelse_til_laas_i_browseren(s: Scene) -> None:
    s.aftale()
    sag = s.behandlet(D1)
    pia, bodil = klient(s, "sekretariat"), klient(s, "leder")
    side = tekst(pia.get(maaneden(s)))
    assert "Måneden er ikke opgjort" in side and sag.nummer in side and "3.250,00 kr." in side
    assert indsend(pia, reverse("web:afregning_opgoer", args=[s.v.kommune.id, "2026-04"])).status_code == 302
    side = tekst(bodil.get(maaneden(s)))
    assert "svarer på øren" in side and sag.nummer in side and "Sygedagpengereformen" in side
    linje = s.linjer(APRIL)[0]
    ret = reverse("web:afregning_ret", args=[linje.id])
    assert indsend(bodil, ret, beloeb="250", grund="").status_code == 422
    assert indsend(bodil, ret, beloeb="-250,00", grund="Kortere møde.").status_code == 302
    godkend = reverse("web:afregning_godkend", args=[linje.afregning_id])
    assert indsend(pia, godkend, linjer="1").status_code == 422  # a line has come since
    for hvem in (pia, bodil):
        assert indsend(hvem, godkend, linjer="2").status_code == 302
    assert Afregning.objects.using("vedligehold").get(id=linje.afregning_id).laast_tid
    side = tekst(pia.get(maaneden(s)))
    assert "I alt 3.000,00 kr." in side and "Kortere møde." in side and side.count("Godkendt") >= 2
    assert "Godkend afregningen" not in side
    assert "Godkendt af begge" in tekst(pia.get(reverse("web:afregninger")))


def test_regneark_og_csv_er_de_samme_linjer_uden_cpr(s: Scene) -> None:
    s.aftale()
    sag = s.behandlet(D1)
    s.behandlet(D1, art="andet")  # no price
    s.opgoer(maaned=APRIL)
    bodil = klient(s, "leder")
    ark = bodil.get(reverse("web:afregning_regneark", args=[s.v.kommune.id, "2026-04"]))
    raekker = list(openpyxl.load_workbook(io.BytesIO(ark.content)).active.iter_rows(values_only=True))
    som_csv = bodil.get(reverse("web:afregning_csv", args=[s.v.kommune.id, "2026-04"])).content.decode(
        "utf-8-sig"
    )
    linjer = list(csv.reader(io.StringIO(som_csv), delimiter=";"))
    assert len(raekker) == len(linjer) == 3 and list(raekker[0]) == linjer[0]
    beloeb = raekker[0].index("Beløb")
    assert {str(r[beloeb]) for r in raekker[1:]} == {"3250", "Ikke angivet"}
    assert {r[beloeb] for r in linjer[1:]} == {"3250,00", "Ikke angivet"}
    assert sag.nummer in som_csv and sag.borger.cpr not in som_csv and "Birthe" not in som_csv
    assert sum(Decimal(r[beloeb].replace(",", ".")) for r in linjer[1:] if r[beloeb][0].isdigit()) == Decimal(
        "3250.00"
    )
    udtaget = Adgangspost.objects.using("vedligehold").filter(art="eksport", organisation_id=s.v.kommune.id)
    assert udtaget.count() == 2 and sag.borger_id in udtaget[0].borgere


def test_sagens_side_viser_aftalens_pris(s: Scene) -> None:
    s.aftale()
    sag = s.v.genoptaget()
    side = tekst(klient(s, "sagsbehandler").get(reverse("web:sag", args=[sag.id])))
    assert "3.250,00 kr." in side and "Reform for fleksjob og førtidspension" in side
    assert "Som sygedagpengereformen (frist efter afsnit 2.2.1, pris efter afsnit 2.8)" in side


def test_siden_spoerger_det_samme_antal_gange(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer(maaned=APRIL)
    bodil = klient(s, "leder")
    bodil.get(maaneden(s))
    with CaptureQueriesContext(connection) as faa:
        bodil.get(maaneden(s))
    for _ in range(4):
        s.behandlet(D1)
    s.opgoer(maaned=APRIL)
    with CaptureQueriesContext(connection) as mange:
        bodil.get(maaneden(s))
    assert len(mange) == len(faa)
