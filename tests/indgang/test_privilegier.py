"""The privilege list: read in every shape senders use, and never wider than it says."""

import base64
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabteam.web.indgang.privilegier import Gruppe, UlaeseligListe, laes

RUM = ("http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile")
OMFANG = "urn:dk:gov:saml:cvrNumberIdentifier:"
ROLLE = "https://rehabteam.example.dk/roles/usersystemrole/sagsbehandler/1"

tekst = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), max_codepoint=0x2FF),
    min_size=1,
    max_size=30,
)
grupper = st.lists(
    st.builds(
        Gruppe,
        st.from_regex(r"[0-9]{8}", fullmatch=True).filter(str.isascii),
        st.lists(tekst, max_size=3).map(tuple),
        st.lists(st.tuples(tekst, tekst), max_size=2).map(tuple),
    ),
    max_size=4,
)


def _xml(liste: list[Gruppe], rum: str, boern_i_rum: bool, luft: str = "", erklaering: str = "") -> str:
    p = "b:" if boern_i_rum else ""
    led = []
    for g in liste:
        indhold = [f"<{p}Privilege>{luft}{escape(r)}{luft}</{p}Privilege>" for r in g.roller]
        indhold += [
            f"<{p}Constraint Name={quoteattr(n)}>{luft}{escape(v)}</{p}Constraint>"
            for n, v in g.afgraensninger
        ]
        led.append(
            f'<{p}PrivilegeGroup Scope="{OMFANG}{g.cvr}">{luft}{luft.join(indhold)}{luft}</{p}PrivilegeGroup>'
        )
    return f'{erklaering}<b:PrivilegeList xmlns:b="{rum}">{luft}{luft.join(led)}{luft}</b:PrivilegeList>'


# A busy machine is no fault of the parser's.
roligt = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@roligt
@given(
    grupper,
    st.sampled_from(RUM),
    st.booleans(),
    st.sampled_from(["", " ", "\n\t  "]),
    st.sampled_from(
        ["", '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>']
    ),
    st.sampled_from(["raa", "base64", "linjer", "uden_lighedstegn"]),
)
def test_det_samme_i_enhver_form(
    liste: list[Gruppe], rum: str, boern_i_rum: bool, luft: str, erklaering: str, form: str
) -> None:
    xml = _xml(liste, rum, boern_i_rum, luft, erklaering)
    kode = base64.b64encode(xml.encode("latin-1" if "8859" in erklaering else "utf-8", "xmlcharrefreplace"))
    sendt = {
        "raa": xml,
        "base64": kode.decode(),
        "linjer": "\r\n ".join(kode.decode()[i : i + 64] for i in range(0, len(kode), 64)),
        "uden_lighedstegn": kode.decode().rstrip("="),
    }[form]
    assert list(laes([sendt])) == liste


@roligt
@given(st.binary(max_size=400))
def test_tilfaeldige_bytes_er_aldrig_en_ret(data: bytes) -> None:
    for vaerdi in (base64.b64encode(data).decode(), data.decode("latin-1")):
        with pytest.raises(UlaeseligListe):
            laes([vaerdi])


@roligt
@given(grupper.filter(bool), st.data())
def test_en_liste_skaaret_over_giver_intet(liste: list[Gruppe], data: st.DataObject) -> None:
    xml = _xml(liste, RUM[0], False)
    klip = data.draw(st.integers(1, len(xml) - 1))
    with pytest.raises(UlaeseligListe):
        laes([base64.b64encode(xml[:klip].encode()).decode()])


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<PrivilegeList",
        "<Andet/>",
        f'<b:PrivilegeList xmlns:b="http://ond.example/"><b:PrivilegeGroup Scope="{OMFANG}12345678"/></b:PrivilegeList>',
        '<!DOCTYPE a [<!ENTITY x "y">]><PrivilegeList><PrivilegeGroup Scope="&x;"/></PrivilegeList>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><PrivilegeList/>',
        "<PrivilegeList><Noget/></PrivilegeList>",
        "<PrivilegeList>" + " " * 600_000 + "</PrivilegeList>",
    ],
)
def test_det_der_ikke_er_en_liste_afvises(xml: str) -> None:
    for vaerdi in (xml, base64.b64encode(xml.encode()).decode()):
        with pytest.raises(UlaeseligListe):
            laes([vaerdi])


@pytest.mark.parametrize(
    "omfang",
    ["", "12345678", "urn:dk:gov:saml:seNumberIdentifier:12345678", f"{OMFANG}1234567", f"{OMFANG}١٢٣٤٥٦٧٨"],
)
def test_et_andet_omfang_end_cvr_er_ikke_vores(omfang: str) -> None:
    xml = f'<PrivilegeList><PrivilegeGroup Scope="{omfang}"><Privilege>{ROLLE}</Privilege></PrivilegeGroup></PrivilegeList>'
    assert laes([xml]) == ()


@pytest.mark.parametrize(
    "ekstra",
    [
        "<Restriction>kun om natten</Restriction>",
        '<x:Constraint xmlns:x="http://andet.example/">1</x:Constraint>',
        "<Constraint>uden navn</Constraint>",
        "<Constraint Name='a'><b/></Constraint>",
        f"<Privilege>{ROLLE}<kun/></Privilege>",
    ],
)
def test_det_ukendte_bliver_en_graense_og_aldrig_en_ret(ekstra: str) -> None:
    xml = (
        f'<PrivilegeList><PrivilegeGroup Scope="{OMFANG}12345678"><Privilege>{ROLLE}</Privilege>{ekstra}'
        "</PrivilegeGroup></PrivilegeList>"
    )
    (gruppe,) = laes([xml])
    assert gruppe.roller == (ROLLE,) and gruppe.afgraensninger and gruppe.afgraensninger[0][0] == "ukendt"


def test_flere_lister_laegges_sammen() -> None:
    a, b = ([Gruppe(cvr, (ROLLE,))] for cvr in ("11111111", "22222222"))
    assert [g.cvr for g in laes([_xml(a, RUM[0], True), _xml(b, RUM[1], False)])] == ["11111111", "22222222"]
