"""The rules that ask "is it complete?", written a second time from the contract alone: raw JSON facts in, codes out.

Plain and slow on purpose, and shares no code with the rules: the property tests' oracle.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.egenskaber.orakel import EN_DAG, seks_maaneder_efter

Fakta = dict[str, Any]
JAF, KAT3, SELV, IGEN = (
    "jobafklaringsforloeb", "sygedagpenge_kat3", "tilskud_selvstaendig", "ressourceforloeb_genbehandling",
)  # fmt: skip
STK2 = {"stk2_beskaeftigelse", "stk2_social", "stk2_erfaringer_kommune", "stk2_erfaringer_borger"}
G = {"beskaeftigelse", "social", "helbred"}
S = ["maal", "indsatser", "opfoelgning", "se_igen"]


@dataclass
class Svar:
    """What was found, as sets of codes; `vurder`: a human must judge."""

    mangler: set[str] = field(default_factory=set)
    fejl: set[str] = field(default_factory=set)
    advarsler: set[str] = field(default_factory=set)
    vurder: bool = False

    @property
    def status(self) -> str:
        if self.fejl:
            return "FEJL"
        if self.mangler:
            return "MANGELFULD"
        return "MANUEL_VURDERING" if self.vurder else "FULDSTAENDIG"


def ikke_der(f: Fakta, noegle: str) -> bool:
    """Asked about, and the answer is that it is not there."""
    if noegle not in f:
        return False
    v = f[noegle]
    if isinstance(v, list):
        return not any(str(x).strip() for x in v)
    return not v.strip() if isinstance(v, str) else v is None or v is False


def null(f: Fakta, noegle: str) -> bool:
    return noegle in f and f[noegle] is None


def dele(f: Fakta, sagstype: str) -> set[str]:
    """§ 3, stk. 1 and 2."""
    if "forberedende_del" not in f:
        return set()
    der = set(f["forberedende_del"] or [])
    fundet = set() if der >= STK2 else {"§ 3, stk. 2"}
    if sagstype != SELV:
        fundet |= {f"§ 3, stk. 1, nr. {n}" for n in range(1, 8) if f"stk1_nr{n}" not in der}
        if "stk1_nr1_cv" not in der:
            fundet.add("§ 3, stk. 1, nr. 1")
    return fundet


def attestens_indhold(f: Fakta) -> set[str]:
    """§ 4, stk. 3, of the ordinary certificate only."""
    if f.get("laegelig_kilde") != "LAEGEATTEST_PL":
        return set()
    fundet = {"§ 4, stk. 3"} if ikke_der(f, "konsultation") else set()
    if "nr" in f:
        fundet |= {f"§ 4, stk. 3, nr. {n}" for n in (1, 2, 3, 4) if n not in (f["nr"] or [])}
    return fundet


def attest(f: Fakta, sagstype: str) -> set[str]:
    """§ 4."""
    if sagstype == IGEN or "laegelig_kilde" not in f:
        return set()
    if f["laegelig_kilde"] == "LAEGEATTEST_PL":
        return attestens_indhold(f)
    aaben = sagstype == KAT3 or (
        sagstype == JAF
        and f.get("overgang") == "SDL_24_STK_1_REVURDERING"
        and f.get("foerste_jaf") is not False
    )
    if f["laegelig_kilde"] == "LAE285" and aaben:
        if f.get("kommunens_vurdering_tilstraekkelig") is True:
            return set()
        if null(f, "kommunens_vurdering_tilstraekkelig"):
            return {"§ 4, stk. 2, 2. pkt."}
    return {"§ 4, stk. 1"}


def par03(f: Fakta) -> Svar:
    sagstype, svar = f["sagstype"], Svar()
    svar.mangler = dele(f, sagstype)
    if "pl_vurdering" in f:
        pl = {"kilde": None} if f["pl_vurdering"] is None else dict(f["pl_vurdering"])
        if "kilde" in pl:
            pl["laegelig_kilde"] = pl.pop("kilde")
        svar.mangler |= attest(pl, sagstype)
    uden_maerke = ikke_der(f, "sagstype_angivet")
    if (uden_maerke and sagstype not in (SELV, "revalidering", "andet")) or (
        sagstype == JAF and null(f, "foerste_jaf")
    ):
        svar.mangler.add("§ 3, stk. 4")
    if uden_maerke and sagstype == SELV:
        svar.advarsler.add("§ 3, stk. 4")
    if f.get("indeholder_vurdering") is True:
        svar.fejl.add("§ 3, stk. 3")
    svar.vurder = null(f, "indeholder_vurdering")
    return svar


def par04(f: Fakta) -> Svar:
    return Svar(attest(f, f["sagstype"]))


def par05(f: Fakta) -> Svar:
    svar = Svar()
    ingen_saerskilt = ikke_der(f, "saerskilt_indsatsdel")
    if f["sagstype"] not in ("ressourceforloeb", IGEN, JAF, KAT3):
        return svar
    if ingen_saerskilt and f.get("alt_i_min_plan") is True:
        return svar
    if ikke_der(f, "maal") or (f.get("maal") == "OVERORDNET" and f.get("konkret_ikke_muligt") is not True):
        svar.mangler.add("§ 5, stk. 1, nr. 1")
    for noegle, nr in (("delmaal_begrundet", 2), ("tilbud", 3), ("opfoelgning", 4), ("mentor_vurderet", 4)):
        if ikke_der(f, noegle):
            svar.mangler.add(f"§ 5, stk. 1, nr. {nr}")
    varighed = f.get("forloeb_varighed_mdr")
    kort = f["sagstype"] in (JAF, KAT3) and varighed is not None and varighed < 6
    if "plan_fra" in f and "plan_til" in f and not kort:
        fra, til = f["plan_fra"], f["plan_til"]
        if (
            not fra
            or not til
            or date.fromisoformat(til) + EN_DAG < seks_maaneder_efter(date.fromisoformat(fra))
        ):
            svar.mangler.add("§ 5, stk. 2")
    jobformidler = f.get("jobformidler")
    if jobformidler is not None and any(ikke_der(jobformidler, n) for n in jobformidler):
        svar.mangler.add("§ 5, stk. 4")
    indhold = [n for n in ("maal", "delmaal_begrundet", "tilbud", "opfoelgning", "mentor_vurderet") if n in f]
    if ingen_saerskilt and ikke_der(f, "alt_i_min_plan") and all(ikke_der(f, n) for n in indhold):
        if f["alt_i_min_plan"] is None:
            svar.vurder = True
        else:
            svar.mangler |= {f"§ 5, stk. 1, nr. {n}" for n in (1, 2, 3, 4)}
    return svar


def _skal_rumme(udfald: str, der: set[str]) -> dict[str, set[str]]:
    """Code → what the indstilling must hold for it."""
    plan = {f"§ 8, stk. 5, nr. {n}": {S[n - 1]} for n in (1, 2, 3, 4)}
    fbh = {"forudsaetninger", "behov", "helbred"}
    match udfald:
        case "ressourceforloeb":
            return {"§ 8, stk. 1": G, **plan}
        case "nyt_jobafklaringsforloeb":
            ekstra = {"§ 8, stk. 4": {"forudsaetninger", "behov"}} if "indsatser" in der else {}
            return {"§ 8, stk. 2": {"helbred"}, **ekstra, **plan}
        case "indsats_jobafklaringsforloeb":
            return {"§ 8, stk. 4": fbh, **plan}
        case "indsats_sygedagpenge_kat3":
            return {"§ 8, stk. 3": fbh, **plan}
        case "fleksjob":
            return {"§ 9, stk. 1, 1. pkt.": G, "§ 9, stk. 1, nr. 1": {"nr1"}, "§ 9, stk. 1, nr. 2": {"nr2"}}
        case "foertidspension":
            return {"§ 10, 1. pkt.": G, "§ 10, 2. pkt.": {"faglig_forklaring"}}
        case "anden_indsats":
            return {"§ 11, nr. 1": {"nr1"}, "§ 11, nr. 2": {"nr2"}}
    return {"§ 16": {"varigt_vaesentligt_nedsat"}}


def indstilling(f: Fakta) -> Svar:
    svar, udfald = Svar(), f["indstilling"]
    if "indeholder" in f:
        der = set(f["indeholder"] or [])
        svar.mangler = {kode for kode, skal in _skal_rumme(udfald, der).items() if not skal <= der}
    betingede = [(udfald == "fleksjob", "meget_begraenset_arbejdsevne", "udvikling_begrundet", "§ 9, stk. 2")]
    med_plan = udfald in ("ressourceforloeb", "nyt_jobafklaringsforloeb") or udfald.startswith("indsats_")
    betingede.append((med_plan, "kan_ikke_parallelt", "parallelitet_angivet", "§ 8, stk. 6"))
    for gaelder, hvis, sagt, kode in betingede:
        if gaelder and f.get(hvis) is True and ikke_der(f, sagt):
            svar.mangler.add(kode)
        if gaelder and null(f, hvis) and f.get(sagt) is not True:
            svar.vurder = True
    andet = not (udfald == "nyt_jobafklaringsforloeb" or udfald.startswith("indsats_"))
    if andet and f.get("sagstype") == KAT3:
        svar.vurder = True
    if andet and f.get("sagstype") == JAF:
        if f.get("foerste_jaf") is not False:
            svar.vurder = True
        elif f.get("forberedende_del_kan_danne_grundlag") is False:
            svar.fejl.add("§ 7, stk. 2, 3. pkt.")
        elif null(f, "forberedende_del_kan_danne_grundlag"):
            svar.vurder = True
    return svar


def som_ellers(f: Fakta) -> Svar:
    """§§ 3-4, where a special route is not open."""
    return Svar(dele(f, f["sagstype"]) | attest(_kun_attest(f), f["sagstype"]))


def _kun_attest(f: Fakta) -> Fakta:
    return {n: v for n, v in f.items() if n in ("laegelig_kilde", "konsultation", "nr")}


def uden_ordinaer(f: Fakta) -> bool:
    return "laegelig_kilde" in f and f["laegelig_kilde"] != "LAEGEATTEST_PL"


def par12(f: Fakta) -> Svar:
    skoen = ("vaesentligt_nedsat", "helt_aabenbart")
    if (
        f["sagstype"] != "foertidspension"
        or f["spor"] not in ("TEAM_12", "LSP_18_STK_2")
        or any(f.get(n) is False for n in skoen)
    ):
        return som_ellers(f)
    svar = Svar()
    if ikke_der(f, "grundlag_tilstraekkeligt"):
        svar.mangler.add("§ 12, stk. 1, 1. pkt.")
    efter_par4 = attest(_kun_attest(f), f["sagstype"])
    nok = f.get("helbredsoplysninger_tilstraekkelige")
    if nok is True:
        svar.advarsler |= set() if uden_ordinaer(f) else efter_par4
    elif null(f, "helbredsoplysninger_tilstraekkelige") and uden_ordinaer(f):
        svar.mangler.add("§ 12, stk. 1, 2. pkt.")
    else:
        svar.mangler |= efter_par4
    svar.advarsler |= dele(f, f["sagstype"])
    if any(null(f, n) for n in skoen):
        # Which rule applies is not decided: only what both of them want is missing for certain.
        return Svar(svar.mangler & som_ellers(f).mangler, vurder=True)
    return svar


def par13(f: Fakta) -> Svar:
    egen = f["sagstype"] == "foertidspension" and f["spor"] in ("LSP_17_STK_2", "LSP_17_STK_3")
    return Svar() if egen else som_ellers(f)


def par14(f: Fakta) -> Svar:
    if f["sagstype"] != "revalidering":
        return som_ellers(f)
    mangler = dele(f, f["sagstype"]) | attestens_indhold(f)
    if ikke_der(f, "arbejdsevne_beskrevet") or uden_ordinaer(f):
        mangler.add("§ 14, 2. pkt.")
    return Svar(mangler)


def par15(f: Fakta) -> Svar:
    if f["sagstype"] != SELV:
        return som_ellers(f)
    mangler = dele(f, SELV) | attestens_indhold(f)
    if "par15" in f:
        mangler |= {f"§ 15, stk. 1, nr. {n}" for n in range(1, 7) if f"nr{n}" not in (f["par15"] or [])}
    if uden_ordinaer(f):
        mangler.add("§ 15, stk. 2")
    return Svar(mangler)


def par19(f: Fakta) -> Svar:
    return Svar({n for n in f if ikke_der(f, n)})


def dokumenter(f: Fakta) -> Svar:
    svar = Svar()
    svar.mangler = {
        n
        for n in ("oprindelig_sag_genoptaget", "forberedende_del_oprindelig", "indsatsplan",
                  "koordinerende_sagsbehandler_resume", "dokumentation_til_resume")
        if ikke_der(f, n)
    }  # fmt: skip
    if "sagstype" in f and f["sagstype"] != IGEN:
        svar.mangler.add("sagstype")
    if "undertype" in f and f["undertype"] != "Genforelæggelsessag":
        svar.mangler.add("undertype")
    if ikke_der(f, "forrige_indstilling_i_it") and ikke_der(f, "forrige_indstilling_uploadet"):
        svar.mangler.add("forrige_indstilling")
    if ikke_der(f, "forrige_sundhedskoordinator_resume_i_it"):
        svar.mangler.add("forrige_sundhedskoordinator_resume")
    aendret = f.get("vaesentlige_aendringer")
    if aendret is True and ikke_der(f, "nye_oplysninger"):
        svar.mangler.add("nye_oplysninger")
    if aendret is False and f.get("nye_oplysninger") and not ikke_der(f, "nye_oplysninger"):
        svar.advarsler.add("nye_oplysninger_uden_vaesentlig_aendring")
    svar.vurder = null(f, "vaesentlige_aendringer")
    return svar


ORAKEL = {
    "bek2408.par03": par03, "bek2408.par04": par04, "bek2408.par05": par05, "bek2408.indstilling": indstilling,
    "bek2408.par12": par12, "bek2408.par13": par13, "bek2408.par14": par14, "bek2408.par15": par15,
    "bek2408.par19": par19, "procedure.dokumenter": dokumenter,
}  # fmt: skip
