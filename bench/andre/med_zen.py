"""The cases through GoRules zen: `python med_zen.py SAGER`. Prints its answers and its seconds as JSON.

Runs in the other engines' environment, so it knows nothing of rehabteam. The model is par17.json beside it.
"""

import json
import sys
import time
from pathlib import Path

import zen

beslutning = zen.ZenEngine().create_decision(Path(__file__).with_name("par17.json").read_text("utf-8"))
sager = json.loads(Path(sys.argv[1]).read_text("utf-8"))
sekunder = {}
for navn, valg in (("uden", {}), ("spor", {"trace": True})):
    ur, cpu = time.perf_counter(), time.process_time()
    resultater = [beslutning.evaluate(sag, valg)["result"] for sag in sager]
    # Its own threads count as processor time and may run beside each other: it is given the better of the two.
    sekunder[navn] = min(time.perf_counter() - ur, time.process_time() - cpu)
svar = [[r["status"], None if r["staar_stille"] else r["frist"]] for r in resultater]
json.dump({"svar": svar, "sekunder": sekunder}, sys.stdout)
