"""§ 6: how the team prepares, and who is at the meeting. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.stykke import uden_funktion
from rehabteam.lov.vurdering import bek

uden_funktion(
    bek(6, pkt=1),
    "Teamet forbereder sig ud fra den forberedende del, og borgeren og borgerens sagsbehandler er med til mødet.",
    "Hvem der er med, noteres på mødet. Bekendtgørelsen siger ikke, hvad der følger, hvis nogen udebliver.",
)
uden_funktion(
    bek(6, pkt=2),
    "Kommunen bestemmer selv, hvordan teamet forbereder og behandler sagerne.",
    "Det er forskelligt fra kommune til kommune, så her er intet at regne ud.",
)
