"""The handbook's pictures: the name of a state, as the stories inspect it → the picture's name in docs/billeder.

`make billeder` takes each of them anew from the running site.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

HAANDBOG = {
    "mit arbejde": "mit-arbejde",
    "forløbet, når de seks måneder er gået": "forloeb",
    "sagen, når den lige er genoptaget": "sag",
    "alle dokumenter, ét valgt": "alle-dokumenter",
    "indbakken": "indbakke",
    "mødet, når alle dele er med": "moedet",
    "beregner, svar": "beregn",
    "træf afgørelse, når noget mangler": "afgoerelse",
    "indsatsplan, udfyldt fra indstillingen": "indsatsplan",
    "ny sag, slagsen vælges": "ny-sag",
    "sag uden team": "sag-uden-team",
    "forberedende del": "forberedende-del",
    "forberedende del, en del": "forberedende-del-skriv",
    "attester": "attester",
    "overdrag en sag": "overdrag",
    "kalender": "kalender",
    "påmindelser": "paamindelser",
    "hvem har hvad": "hvem-har-hvad",
    "søgning": "soeg",
    "noter": "noter",
    "historik": "historik",
    "indlæsning, set igennem": "indlaesning",
    "nødadgange": "noedadgang",
    "vikarer": "vikar",
    "loven": "loven",
    "loven, § 17": "lovens-regler",
    "planlægning": "planlaegning",
    "mødets dag": "moedets-dag",
    "skift sagens slags": "skift-sagsart",
    "indkaldelser": "indkaldelser",
    "mine møder": "mine-moeder",
    "læs til mødet": "laes-til-moedet",
    "regionens mødedage": "moededage",
    "spørgsmål fra regionen": "spoergsmaal-fra-regionen",
    "samarbejdsaftale": "samarbejdsaftale",
    "afregning": "afregning",
    "ledelsestal": "ledelsestal",
}
HOEJEST = 1200  # px: what lies further down is for the page itself to tell
FARVER = 128


def gem(png: bytes, fil: Path) -> None:
    """The top of a picture of a whole page, in few colours, so that it weighs little."""
    billede = Image.open(io.BytesIO(png)).convert("RGB")
    udsnit = billede.crop((0, 0, billede.width, min(billede.height, HOEJEST)))
    fil.parent.mkdir(parents=True, exist_ok=True)
    udsnit.quantize(FARVER, dither=Image.Dither.NONE).save(fil, optimize=True)
