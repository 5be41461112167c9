"""The cases through OpenFisca, all of them as vectors: `python med_openfisca.py SAGER`. Prints answers and seconds.

Runs in the other engines' environment, so it knows nothing of rehabteam. One person is one ressourceforløb; periods
and efforts have numbered places (0-4 and 0-3), as OpenFisca has variables and no lists.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIODER, INDSATSER = 4, 3
EVIGT, ALDRIG, SIDSTE_DAG = 10**7, -1, 3_652_059
AAR = "2024"
"""OpenFisca wants a year; nothing here depends on it."""
GENTAGET = 5
"""The vector is the cases so many times over: OpenFisca is made for long vectors."""
TAELLER = ("LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "SERVICELOV", "SUNDHEDSLOV_KOMMUNAL")
STATUSSER = (
    "INDSATS_RETTIDIG", "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6",
    "SUSPENDERET", "IKKE_UDLOEBET", "SKAL_GENBEHANDLES",
)  # fmt: skip
Forloeb = build_entity(key="forloeb", plural="forloeb", label="Ressourceforløb", is_person=True)


def variabel(navn, formel=None, art=int):
    """A variable of the forløb; without a formula it is a fact."""
    indhold = {"value_type": art, "entity": Forloeb, "definition_period": YEAR, "label": navn}
    return type(navn, (Variable,), indhold | ({"formula": formel} if formel else {}))


def undtagne_dage(forloeb, periode):
    """Stk. 3: the periods by their first day; one that begins while the count is under way moves the limit."""
    fra = np.stack([forloeb(f"fra_{n}", periode) for n in range(PERIODER)])
    til = np.stack([forloeb(f"til_{n}", periode) for n in range(PERIODER)])
    orden = np.argsort(fra, axis=0)
    fra, til = np.take_along_axis(fra, orden, 0), np.take_along_axis(til, orden, 0)
    d0, slut = forloeb("d0", periode), forloeb("start", periode)
    dage = np.zeros_like(d0)
    for n in range(PERIODER):
        begynder = np.maximum(fra[n], slut + 1)
        dage = dage + np.where(fra[n] <= d0 + dage, np.maximum(0, til[n] - begynder + 1), 0)
        slut = np.maximum(slut, til[n])
    return dage


def staar_stille(forloeb, periode):
    return forloeb("undtagne_dage", periode) > EVIGT // 2


def frist(forloeb, periode):
    """Stk. 1."""
    return forloeb("d0", periode) + forloeb("undtagne_dage", periode)


def i_tide(forloeb, periode):
    """Stk. 1 and 2."""
    senest = np.minimum(forloeb("pr", periode), forloeb("frist", periode))
    start = forloeb("start", periode)
    begyndt = [forloeb(f"begyndt_{n}", periode) for n in range(INDSATSER)]
    kan = [forloeb(f"kan_taelle_{n}", periode) for n in range(INDSATSER)]
    return sum(k & (b >= start) & (b <= senest) for k, b in zip(kan, begyndt, strict=True)) > 0


def undtaget(navn):
    """Stk. 4-6: something began in the first six months, and not after the day asked about."""

    def formel(forloeb, periode):
        foerste = forloeb(navn, periode)
        sidste = np.minimum(forloeb("d0", periode), forloeb("pr", periode))
        return (foerste != ALDRIG) & (foerste <= sidste)

    return formel


def status(forloeb, periode):
    """The first that fits, as a place in STATUSSER."""
    udloebet = forloeb("pr", periode) > forloeb("frist", periode)
    valg = [forloeb(n, periode) for n in ("i_tide", "stk4", "stk5", "stk6", "staar_stille")]
    return np.select([*valg, ~udloebet], range(len(STATUSSER) - 1), len(STATUSSER) - 1)


def system():
    lov = TaxBenefitSystem([Forloeb])
    fakta = ["start", "pr", "d0", "loentimer", "loentilskud", "stu"]
    fakta += [f"{n}_{i}" for n in ("fra", "til") for i in range(PERIODER)]
    fakta += [f"begyndt_{i}" for i in range(INDSATSER)]
    lov.add_variables(
        *(variabel(navn) for navn in fakta),
        *(variabel(f"kan_taelle_{i}", art=bool) for i in range(INDSATSER)),
        variabel("undtagne_dage", undtagne_dage),
        variabel("staar_stille", staar_stille, bool),
        variabel("frist", frist),
        variabel("i_tide", i_tide, bool),
        variabel("stk4", undtaget("loentimer"), bool),
        variabel("stk5", undtaget("loentilskud"), bool),
        variabel("stk6", undtaget("stu"), bool),
        variabel("status", status),
    )
    return lov


def vektorer(sager):
    """Every fact as one array."""

    def foerste(sag, spaend):
        return min((max(s["fra"], sag["start"]) for s in spaend if s["til"] >= sag["start"]), default=ALDRIG)

    def plads(liste, nr, tom):
        return liste[nr] if nr < len(liste) else tom

    ud = {navn: [s[navn] for s in sager] for navn in ("start", "pr", "d0")}
    ud["loentimer"] = [
        min(
            (
                t["dato"]
                for t in s["timer"]
                if t["timer"] and t["art"] == "ORDINAER_LOENMODTAGER" and t["dato"] >= s["start"]
            ),
            default=ALDRIG,
        )
        for s in sager
    ]
    ud["loentilskud"] = [foerste(s, s["loentilskud"]) for s in sager]
    ud["stu"] = [foerste(s, s["stu"]) for s in sager]
    for n in range(PERIODER):
        par = [plads(s["perioder"], n, (EVIGT, ALDRIG)) for s in sager]
        ud[f"fra_{n}"] = [p[0] for p in par]
        ud[f"til_{n}"] = [EVIGT if p[1] > SIDSTE_DAG else p[1] for p in par]
    for n in range(INDSATSER):
        en = [plads(s["indsatser"], n, None) for s in sager]
        ud[f"begyndt_{n}"] = [ALDRIG if i is None or i["paabegyndt"] is None else i["paabegyndt"] for i in en]
        ud[f"kan_taelle_{n}"] = [i is not None and i["i_indsatsdel"] and i["hjemmel"] in TAELLER for i in en]
    return {navn: np.tile(np.array(v), GENTAGET) for navn, v in ud.items()}


sager = json.loads(Path(sys.argv[1]).read_text("utf-8"))
lov, fakta = system(), vektorer(sager)
foer = time.process_time()
simulering = SimulationBuilder().build_default_simulation(lov, len(sager) * GENTAGET)
for navn, vektor in fakta.items():
    simulering.set_input(navn, AAR, vektor)
statusser = simulering.calculate("status", AAR)
frister = simulering.calculate("frist", AAR)
sekunder = {"vektor": (time.process_time() - foer) / GENTAGET}
stille = simulering.calculate("staar_stille", AAR)
svar = [
    [STATUSSER[s], None if x else int(f)]
    for s, f, x in zip(statusser[: len(sager)], frister, stille, strict=False)
]
json.dump({"svar": svar, "sekunder": sekunder}, sys.stdout)
