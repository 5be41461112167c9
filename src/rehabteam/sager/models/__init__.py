from .adgangspost import Adgangspost, Logsegl, Logstand
from .borger import Borger
from .forloeb import Forloeb, Indsats, Oplysning, OrdinaereTimer, SaerligeGrunde, Spaend, UndtagetPeriode
from .haendelse import Haendelse
from .loggennemgang import Logstikproeve
from .moede import Deltager, Indsatsplan, Indstilling, Moede
from .organisation import Medarbejder, Organisation, Rolle
from .sag import GENFORELAEGGELSE, Dokument, Resume, Sag, Sundhedsnotat

__all__ = [
    "GENFORELAEGGELSE",
    "Adgangspost",
    "Borger",
    "Deltager",
    "Dokument",
    "Forloeb",
    "Haendelse",
    "Indsats",
    "Indsatsplan",
    "Indstilling",
    "Logsegl",
    "Logstand",
    "Logstikproeve",
    "Medarbejder",
    "Moede",
    "Oplysning",
    "OrdinaereTimer",
    "Organisation",
    "Resume",
    "Rolle",
    "SaerligeGrunde",
    "Sag",
    "Spaend",
    "Sundhedsnotat",
    "UndtagetPeriode",
]
