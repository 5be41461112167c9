"""The procedure: when a case comes before the team again. The order and the Act say the same in more detail."""

from __future__ import annotations

from rehabteam.lov.stykke import uden_funktion
from rehabteam.lov.vurdering import Hjemmel

UDLOESER = Hjemmel("Proceduren, hvornår sagen skal for teamet igen")

uden_funktion(
    UDLOESER,
    "Et ressourceforløb skal for teamet igen efter seks måneder uden indsats, medmindre særlige grunde taler imod.",
    "Bekendtgørelsens § 17 og LAB § 113, stk. 2, siger det samme mere præcist, og dér ligger funktionerne.",
)
