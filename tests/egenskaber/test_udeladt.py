"""Left out, null, false, []: what each says of each fact, as the contract has it.

Every fact of the rules that ask "is it complete?" stands in one of the tables below; a new fact must be put in one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.spoergsmaal import FAA, FAKTA, koder, med, spoergsmaal, uden

FULDSTAENDIG = (
    "bek2408.par03", "bek2408.par04", "bek2408.par05", "bek2408.indstilling", "bek2408.par12", "bek2408.par13",
    "bek2408.par14", "bek2408.par15", "bek2408.par19", "procedure.dokumenter",
)  # fmt: skip
"""The rules that ask whether something is complete."""


@dataclass(frozen=True)
class Indhold:
    """A piece of content, a certificate or a marker: required in the case `sag`, under `koder`; `helt` is enough."""

    regel: str
    noegle: str
    sag: dict[str, Any]
    helt: Any
    koder: tuple[str, ...]
    tomt: tuple[Any, ...] = field(default=())
    """Other values than null that say "not there"."""


def _nr(foran: str, til: int) -> tuple[str, ...]:
    return tuple(f"{foran}, nr. {n}" for n in range(1, til + 1))


DEL = (*(f"stk1_nr{n}" for n in range(1, 8)), "stk1_nr1_cv", "stk2_beskaeftigelse", "stk2_social",
       "stk2_erfaringer_kommune", "stk2_erfaringer_borger")  # fmt: skip
PAR3 = (*_nr("§ 3, stk. 1", 7), "§ 3, stk. 2")
ATTEST = {"laegelig_kilde": "LAEGEATTEST_PL"}
RF, FLEKS, PENSION, REVA = (
    {"sagstype": x} for x in ("ressourceforloeb", "fleksjob", "foertidspension", "revalidering")
)
SELV = {"sagstype": "tilskud_selvstaendig"}
AABENBAR = {**PENSION, "spor": "TEAM_12", "vaesentligt_nedsat": True, "helt_aabenbart": True}


def _attest(regel: str, sag: dict[str, Any], *koden: str) -> list[Indhold]:
    """The certificate and what it holds, as every rule that leans on § 4 reads it."""
    return [
        Indhold(regel, "laegelig_kilde", sag, "LAEGEATTEST_PL", koden),
        Indhold(regel, "konsultation", {**sag, **ATTEST}, True, ("§ 4, stk. 3",), (False,)),
        Indhold(regel, "nr", {**sag, **ATTEST}, [1, 2, 3, 4], _nr("§ 4, stk. 3", 4), ([],)),
    ]


INDHOLD = [
    Indhold("bek2408.par03", "forberedende_del", FLEKS, list(DEL), PAR3, ([],)),
    Indhold("bek2408.par03", "sagstype_angivet", RF, True, ("§ 3, stk. 4",), (False,)),
    Indhold("bek2408.par03", "foerste_jaf", {"sagstype": "jobafklaringsforloeb"}, False, ("§ 3, stk. 4",)),
    Indhold("bek2408.par03", "pl_vurdering", RF, {"kilde": "LAEGEATTEST_PL"}, ("§ 4, stk. 1",), ({"kilde": None},)),
    *_attest("bek2408.par04", RF, "§ 4, stk. 1"),
    Indhold("bek2408.par05", "maal", RF, "KONKRET", ("§ 5, stk. 1, nr. 1",)),
    Indhold("bek2408.par05", "delmaal_begrundet", RF, True, ("§ 5, stk. 1, nr. 2",), (False,)),
    Indhold("bek2408.par05", "tilbud", RF, ["Praktik"], ("§ 5, stk. 1, nr. 3",), ([], [" "])),
    Indhold("bek2408.par05", "opfoelgning", RF, True, ("§ 5, stk. 1, nr. 4",), (False,)),
    Indhold("bek2408.par05", "mentor_vurderet", RF, True, ("§ 5, stk. 1, nr. 4",), (False,)),
    Indhold("bek2408.par05", "plan_fra", {**RF, "plan_til": "2024-08-31"}, "2024-03-01", ("§ 5, stk. 2",)),
    Indhold("bek2408.par05", "plan_til", {**RF, "plan_fra": "2024-03-01"}, "2024-08-31", ("§ 5, stk. 2",)),
    Indhold("bek2408.indstilling", "indeholder", {"indstilling": "anden_indsats"}, ["nr1", "nr2"], _nr("§ 11", 2), ([],)),
    Indhold("bek2408.indstilling", "parallelitet_angivet", {"indstilling": "ressourceforloeb", "kan_ikke_parallelt": True},
            True, ("§ 8, stk. 6",), (False,)),
    Indhold("bek2408.indstilling", "udvikling_begrundet", {"indstilling": "fleksjob", "meget_begraenset_arbejdsevne": True},
            True, ("§ 9, stk. 2",), (False,)),
    *_attest("bek2408.par12", {**AABENBAR, "helbredsoplysninger_tilstraekkelige": False}, "§ 4, stk. 1"),
    Indhold("bek2408.par12", "forberedende_del", {**AABENBAR, "helt_aabenbart": False}, list(DEL), PAR3, ([],)),
    *_attest("bek2408.par13", {**PENSION, "spor": "TEAM_12"}, "§ 4, stk. 1"),
    Indhold("bek2408.par13", "forberedende_del", {**PENSION, "spor": "TEAM_12"}, list(DEL), PAR3, ([],)),
    *_attest("bek2408.par14", REVA, "§ 14, 2. pkt."),
    Indhold("bek2408.par14", "forberedende_del", REVA, list(DEL), PAR3, ([],)),
    Indhold("bek2408.par14", "arbejdsevne_beskrevet", REVA, True, ("§ 14, 2. pkt.",), (False,)),
    *_attest("bek2408.par15", SELV, "§ 15, stk. 2"),
    Indhold("bek2408.par15", "forberedende_del", SELV, list(DEL), ("§ 3, stk. 2",), ([],)),
    Indhold("bek2408.par15", "par15", SELV, [f"nr{n}" for n in range(1, 7)], _nr("§ 15, stk. 1", 6), ([],)),
    *[
        Indhold("bek2408.par19", n, {}, helt, (n,), tomt)
        for n, helt, tomt in (
            ("aarsag_droeftet", True, (False,)),
            ("indsatser_fremadrettet", ["Praktik"], ([], [""])),
            ("opfoelgning_tilrettelagt", True, (False,)),
        )
    ],
    *[
        Indhold("procedure.dokumenter", n, {}, True, (n,), (False,))
        for n in ("oprindelig_sag_genoptaget", "forberedende_del_oprindelig", "indsatsplan",
                  "koordinerende_sagsbehandler_resume")
    ],
    Indhold("procedure.dokumenter", "sagstype", {}, "ressourceforloeb_genbehandling", ("sagstype",), ("fleksjob",)),
    Indhold("procedure.dokumenter", "undertype", {}, "Genforelæggelsessag", ("undertype",), ("", "Genforelæggelse")),
    Indhold("procedure.dokumenter", "nye_oplysninger", {"vaesentlige_aendringer": True}, ["Attest"], ("nye_oplysninger",),
            ([], [""])),
    Indhold("procedure.dokumenter", "dokumentation_til_resume", {}, ["Bilag"], ("dokumentation_til_resume",), ([],)),
    Indhold("procedure.dokumenter", "forrige_sundhedskoordinator_resume_i_it", {}, True,
            ("forrige_sundhedskoordinator_resume",), (False,)),
    Indhold("procedure.dokumenter", "forrige_indstilling_i_it", {"forrige_indstilling_uploadet": False}, True,
            ("forrige_indstilling",), (False,)),
    Indhold("procedure.dokumenter", "forrige_indstilling_uploadet", {"forrige_indstilling_i_it": False}, True,
            ("forrige_indstilling",), (False,)),
]  # fmt: skip
JOBFORMIDLER = ("navn", "kontaktdata", "rolle", "aftaler")

SKOEN = {
    ("bek2408.par03", "indeholder_vurdering"): (RF, "MANUEL_VURDERING", ()),
    ("bek2408.par04", "kommunens_vurdering_tilstraekkelig"): (
        {"sagstype": "sygedagpenge_kat3", "laegelig_kilde": "LAE285"}, "MANGELFULD", ("§ 4, stk. 2, 2. pkt.",),
    ),
    ("bek2408.par05", "alt_i_min_plan"): ({**RF, "saerskilt_indsatsdel": False}, "MANUEL_VURDERING", ()),
    ("bek2408.indstilling", "kan_ikke_parallelt"): ({"indstilling": "ressourceforloeb"}, "MANUEL_VURDERING", ()),
    ("bek2408.indstilling", "meget_begraenset_arbejdsevne"): ({"indstilling": "fleksjob"}, "MANUEL_VURDERING", ()),
    ("bek2408.indstilling", "forberedende_del_kan_danne_grundlag"): (
        {"indstilling": "fleksjob", "sagstype": "jobafklaringsforloeb", "foerste_jaf": False}, "MANUEL_VURDERING", (),
    ),
    ("bek2408.indstilling", "foerste_jaf"): (
        {"indstilling": "fleksjob", "sagstype": "jobafklaringsforloeb"}, "MANUEL_VURDERING", (),
    ),
    ("bek2408.par12", "vaesentligt_nedsat"): ({**PENSION, "spor": "TEAM_12"}, "MANUEL_VURDERING", ()),
    ("bek2408.par12", "helt_aabenbart"): ({**PENSION, "spor": "TEAM_12"}, "MANUEL_VURDERING", ()),
    ("bek2408.par12", "helbredsoplysninger_tilstraekkelige"): (
        {**AABENBAR, "laegelig_kilde": None}, "MANGELFULD", ("§ 12, stk. 1, 2. pkt.",),
    ),
    ("bek2408.par12", "grundlag_tilstraekkeligt"): (AABENBAR, "MANGELFULD", ("§ 12, stk. 1, 1. pkt.",)),
    ("procedure.dokumenter", "vaesentlige_aendringer"): ({}, "MANUEL_VURDERING", ()),
}  # fmt: skip
"""Judgements: what null gives in a case where the judgement matters."""

AABNER = {
    ("bek2408.par05", "konkret_ikke_muligt"): "Et overordnet mål er undtagelsen fra det konkrete.",
    ("bek2408.par04", "overgang"): "Er den ikke nævnt, er undtagelsen i stk. 2 ikke åben.",
    ("bek2408.par04", "foerste_jaf"): "Lukker kun undtagelsen, når der står, at det ikke er det første.",
    ("bek2408.par05", "forloeb_varighed_mdr"): "Korte forløb er en undtagelse.",
    ("bek2408.par05", "jobformidler"): "Uden jobformidler er der intet at skrive.",
    ("bek2408.par05", "saerskilt_indsatsdel"): "Et nej er kun af betydning sammen med Min Plan.",
    ("bek2408.par14", "kommunens_vurdering_tilstraekkelig"): "Åbner intet i en sag om revalidering.",
    ("bek2408.indstilling", "sagstype"): "Uden den måles kun indholdet.",
}
"""Optional exceptions and events: left out, they are not there."""


def spoerg(i: Indhold, **fakta: Any) -> dict[str, Any]:
    return besvar({"id": "a", "regel": i.regel, "fakta": {**i.sag, **fakta}})


@pytest.mark.parametrize("i", INDHOLD, ids=lambda i: f"{i.regel}-{i.noegle}")
def test_udeladt_er_ingen_mangel_og_null_er_en(i: Indhold) -> None:
    if i.noegle != "laegelig_kilde" or i.regel != "bek2408.par04":
        assert not koder(spoerg(i)) & set(i.koder), "udeladt"
    for tomt in (None, *i.tomt):
        svar = spoerg(i, **{i.noegle: tomt})
        assert set(i.koder) <= koder(svar) and svar["status"] == "MANGELFULD", tomt
    svar = spoerg(i, **{i.noegle: i.helt})
    assert not koder(svar) & set(i.koder) and svar["status"] == "FULDSTAENDIG"


@pytest.mark.parametrize("del_", JOBFORMIDLER)
def test_ogsaa_inde_i_jobformidleren(del_: str) -> None:
    alle = dict.fromkeys(JOBFORMIDLER, "noget")
    i = Indhold("bek2408.par05", "jobformidler", RF, alle, ("§ 5, stk. 4",))
    assert not koder(spoerg(i, jobformidler=alle))
    assert not koder(spoerg(i, jobformidler={n: v for n, v in alle.items() if n != del_}))
    for tomt in (None, "", " "):
        assert koder(spoerg(i, jobformidler={**alle, del_: tomt})) == {"§ 5, stk. 4"}


@pytest.mark.parametrize(("regel", "noegle"), SKOEN, ids=lambda x: x)
def test_et_skoen_ingen_har_truffet_er_ikke_et_nej(regel: str, noegle: str) -> None:
    """Null gives the status and the codes of the table; left out never does; false is an answer of its own."""
    sag, status, koden = SKOEN[regel, noegle]
    uden_, null, nej, ja = (
        besvar({"id": "a", "regel": regel, "fakta": {**sag, **fakta}})
        for fakta in ({}, {noegle: None}, {noegle: False}, {noegle: True})
    )
    assert (null["status"], koder(null)) == (status, set(koden))
    if status == "MANUEL_VURDERING":
        assert noegle in [x["noegle"] for x in null["skal_vurderes"]] or noegle == "foerste_jaf"
    assert not koder(uden_) & set(koden)
    assert (nej["status"], koder(nej), koder(nej, "fejl")) != (
        ja["status"],
        koder(ja),
        koder(ja, "fejl"),
    ) or (status == "MANUEL_VURDERING")
    assert nej["status"] != "MANUEL_VURDERING"


@pytest.mark.parametrize("regel", FULDSTAENDIG)
def test_hver_oplysning_staar_i_en_af_tabellerne(regel: str) -> None:
    i_tabel = {i.noegle for i in INDHOLD if i.regel == regel}
    i_tabel |= {n for r, n in (*SKOEN, *AABNER) if r == regel}
    kraevede = set(FAKTA[regel]["required"])
    assert set(FAKTA[regel]["properties"]) == i_tabel | kraevede
    assert set(SPOERGSMAAL) >= set(FULDSTAENDIG)


# --- Over random questions ------------------------------------------------------------------------------


@given(spoergsmaal(*FULDSTAENDIG), st.data())
@FAA
def test_at_udelade_indhold_giver_aldrig_flere_mangler(s: dict[str, Any], data: st.DataObject) -> None:
    """No mangel is made of what is not part of the question."""
    indhold = {i.noegle for i in INDHOLD if i.regel == s["regel"]}
    kan = sorted(indhold & set(s["fakta"]) - set(FAKTA[s["regel"]]["required"]))
    assume(kan and besvar(s)["status"] != "UGYLDIGE_DATA")
    # Goal and offers, too: with nothing said of its content, there is no indsatsdel at all (§ 5, stk. 3).
    assume(
        not (s["fakta"].get("saerskilt_indsatsdel") in (None, False) and "saerskilt_indsatsdel" in s["fakta"])
    )
    noegle = data.draw(st.sampled_from(kan))
    assert koder(besvar(uden(s, noegle))) <= koder(besvar(s))


@given(spoergsmaal(*FULDSTAENDIG), st.data())
@FAA
def test_mere_indhold_giver_aldrig_flere_mangler(s: dict[str, Any], data: st.DataObject) -> None:
    """Every piece of content made whole. Only efforts in a new jobafklaringsforløb bring a demand of their own
    (§ 8, stk. 4); and only the ordinary certificate is asked what it holds (§ 4, stk. 3).
    """
    egne = [i for i in INDHOLD if i.regel == s["regel"] and i.noegle in s["fakta"]]
    egne = [i for i in egne if i.noegle not in ("laegelig_kilde", "pl_vurdering", "plan_fra", "plan_til")]
    assume(egne and besvar(s)["status"] != "UGYLDIGE_DATA")
    i = data.draw(st.sampled_from(egne))
    helt = i.helt
    if i.noegle == "indeholder":
        assume(s["fakta"]["indstilling"] != "nyt_jobafklaringsforloeb")
        helt = FAKTA[s["regel"]]["properties"]["indeholder"]["anyOf"][0]["items"]["enum"]
    assert koder(besvar(med(s, **{i.noegle: helt}))) <= koder(besvar(s))


@given(spoergsmaal(*FULDSTAENDIG), st.data())
@FAA
def test_et_punkt_mere_i_en_liste_giver_aldrig_flere_mangler(s: dict[str, Any], data: st.DataObject) -> None:
    fakta = s["fakta"]
    lister = [n for n in ("forberedende_del", "indeholder", "par15", "nr") if isinstance(fakta.get(n), list)]
    assume(lister and fakta.get("indstilling") != "nyt_jobafklaringsforloeb")
    noegle = data.draw(st.sampled_from(lister))
    punkt = FAKTA[s["regel"]]["properties"][noegle]["anyOf"][0]["items"]
    kan = punkt.get("enum") or range(punkt["minimum"], punkt["maximum"] + 1)
    mere = med(s, **{noegle: [*fakta[noegle], data.draw(st.sampled_from(kan))]})
    assert koder(besvar(mere)) <= koder(besvar(s))
