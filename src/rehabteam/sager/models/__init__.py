from .adgangspost import Adgangspost, Logsegl, Logstand
from .aktindsigt import Aktindsigt, Udlevering
from .borger import Borger, Postadresse
from .forloeb import Forloeb, Indsats, Oplysning, OrdinaereTimer, SaerligeGrunde, Spaend, UndtagetPeriode
from .fuldmagt import Fuldmagt, Moedesvar
from .haendelse import Haendelse
from .inhabilitet import Inhabilitet
from .loggennemgang import Logstikproeve
from .moede import Deltager, Indsatsplan, Indstilling, Moede
from .noedadgang import Noedadgang, Noedkvittering
from .organisation import Medarbejder, Organisation, Rolle
from .sag import GENFORELAEGGELSE, Dokument, Resume, Sag, Sundhedsnotat
from .samtykke import FORMER, Anmodning, Samtykke
from .vikariat import Vikariat

__all__ = [
    "FORMER",
    "GENFORELAEGGELSE",
    "Adgangspost",
    "Aktindsigt",
    "Anmodning",
    "Borger",
    "Deltager",
    "Dokument",
    "Forloeb",
    "Fuldmagt",
    "Haendelse",
    "Indsats",
    "Indsatsplan",
    "Indstilling",
    "Inhabilitet",
    "Logsegl",
    "Logstand",
    "Logstikproeve",
    "Medarbejder",
    "Moede",
    "Moedesvar",
    "Noedadgang",
    "Noedkvittering",
    "Oplysning",
    "OrdinaereTimer",
    "Organisation",
    "Postadresse",
    "Resume",
    "Rolle",
    "SaerligeGrunde",
    "Sag",
    "Samtykke",
    "Spaend",
    "Sundhedsnotat",
    "Udlevering",
    "UndtagetPeriode",
    "Vikariat",
]
