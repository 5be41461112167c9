"""Why a file was not taken in, and what the person can do about it."""

from __future__ import annotations

GEM_SOM_PDF = "Gem filen som PDF, og vælg den igen."
PROEV_IGEN = "Hent eller scan den igen, og vælg den på ny."

TEKSTER = {
    "tom": f"Filen er tom. {PROEV_IGEN}",
    "for_stor": (
        "Filen er over 50 MB. Del den i flere, eller gem den i en mindre opløsning, og vælg den igen."
    ),
    "ikke_understoettet": f"Den slags fil kan ikke vises for alle. {GEM_SOM_PDF}",
    "forkert_endelse": "Filens navn passer ikke til indholdet. Ret filens endelse, og vælg den igen.",
    "program": (
        "Filen er et program, og det kan ikke lægges på en sag. Bed afsenderen om selve dokumentet, og vælg det."
    ),
    "afskaaret": f"Filen er skåret over: slutningen mangler. {PROEV_IGEN}",
    "beskadiget": f"Filen er beskadiget og kan ikke læses. {PROEV_IGEN}",
    "krypteret": (
        "Filen er låst med en kode eller en begrænsning. Gem en udgave uden lås, for eksempel ved at "
        "udskrive den til PDF, og vælg den igen."
    ),
    "for_mange_sider": "Filen har over 2.000 sider. Del den i flere, og vælg dem hver for sig.",
    "ingen_sider": f"Der er ingen sider i filen. {GEM_SOM_PDF}",
    "for_mange_pixels": (
        "Billedet er for stort (over 40 millioner billedpunkter). Gem det i en mindre opløsning, og vælg "
        "det igen."
    ),
    "aktivt_indhold": (
        "Filen kan køre programmer eller sende oplysninger, når den åbnes. Udskriv den til PDF, og vælg "
        "den nye fil."
    ),
    "indlejret_fil": (
        "Der ligger andre filer inde i filen. Gem dem hver for sig, udskriv filen til PDF, og vælg den nye fil."
    ),
    "henter_udefra": (
        "Filen henter noget fra et andet sted, når den åbnes. Udskriv den til PDF, og vælg den nye fil."
    ),
    "andet_kontor": (
        f"Filen er et regneark, en præsentation, en skabelon eller fra et ældre kontorprogram. {GEM_SOM_PDF}"
    ),
    "arkiv": "Filen er et arkiv med flere filer. Pak det ud, og vælg filerne hver for sig.",
    "for_mange_bilag": (
        "Mailen har over 100 vedhæftede filer. Gem dem fra mailen, og vælg dem hver for sig."
    ),
    "for_dyb": "Mailen har mails i for mange lag. Gem den inderste for sig, og vælg den.",
    "formular": (
        "PDF-filen er en formular, som kun kan åbnes i ét program. Udskriv den til PDF, og vælg den nye fil."
    ),
    "flere_filer": f"Filen er to slags på én gang. {GEM_SOM_PDF}",
    "bombe": "Filen fylder alt for meget, når den pakkes ud. Udskriv den til PDF, og vælg den nye fil.",
    "virus": (
        "Virusscanneren fandt skadelig kode i filen, og den er ikke gemt. Bed afsenderen om en ny udgave, og vælg "
        "den i stedet."
    ),
    "for_stor_til_scanneren": (
        "Filen er større, end virusscanneren tager imod, og kan ikke gemmes uskannet. Del den i flere, og vælg dem "
        "hver for sig."
    ),
    "travlt": "Maskinen har for travlt til at læse filen lige nu. Vent et øjeblik, og vælg den igen.",
    "for_tung": (
        "Filen er for tung at åbne. Del den i flere, eller gem den i en mindre opløsning, og vælg den igen."
    ),
}


class Afvist(ValueError):
    """The file is not taken in.

    `kode`: one of TEKSTER; `dansk_tekst` (also str()): what is wrong, what to do.
    """

    def __init__(self, kode: str, dansk_tekst: str = "") -> None:
        self.kode = kode
        self.dansk_tekst = dansk_tekst or TEKSTER[kode]
        super().__init__(self.dansk_tekst)
