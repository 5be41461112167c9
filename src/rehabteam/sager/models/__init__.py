from .adgangspost import Adgangspost, Logsegl, Logstand
from .afgoerelse import INDSATSER, REVALIDERING, Afgoerelse, Overdragelse, Sagsskifte
from .afregning import Afregning, Afregningsgodkendelse, Afregningslinje
from .aftale import Samarbejdsaftale
from .aktindsigt import Aktindsigt, Udlevering
from .arbejdsgang import Note, Paamindelse
from .attest import Attestskridt, Laegevurdering
from .borger import Borger, Postadresse
from .dokumentside import Dokumentside, Gennemgang
from .forloeb import Forloeb, Indsats, Oplysning, OrdinaereTimer, SaerligeGrunde, Spaend, UndtagetPeriode
from .forsendelse import Forsendelse, Forsendelseslinje
from .fuldmagt import Fuldmagt, Moedesvar
from .haendelse import Haendelse
from .importjob import Importjob, Importnoegle
from .indsatsplan import Indsatsplan, Indsatsstart
from .inhabilitet import Inhabilitet
from .invitation import Invitation
from .laesning import Laesenote, Margennote
from .loggennemgang import Logstikproeve
from .modtagelse import ModtagetFil
from .moede import Deltager, Indstilling, Moede
from .moedeplads import Moedemedlem, Moedeplads
from .noedadgang import Noedadgang, Noedkvittering
from .organisation import Medarbejder, Organisation, Rolle
from .overstregning import Overstregning
from .plan import Planbilag, Plandel
from .referat import Referat
from .regionen import Fravaer, Regionsspoergsmaal
from .sag import GENFORELAEGGELSE, UENIG, Dokument, Resume, Sag, Sundhedsnotat
from .samtykke import FORMER, Anmodning, Samtykke
from .skoen import Skoen
from .vikariat import Vikariat

__all__ = [
    "FORMER",
    "GENFORELAEGGELSE",
    "INDSATSER",
    "REVALIDERING",
    "UENIG",
    "Adgangspost",
    "Afgoerelse",
    "Afregning",
    "Afregningsgodkendelse",
    "Afregningslinje",
    "Aktindsigt",
    "Anmodning",
    "Attestskridt",
    "Borger",
    "Deltager",
    "Dokument",
    "Dokumentside",
    "Forloeb",
    "Forsendelse",
    "Forsendelseslinje",
    "Fravaer",
    "Fuldmagt",
    "Gennemgang",
    "Haendelse",
    "Importjob",
    "Importnoegle",
    "Indsats",
    "Indsatsplan",
    "Indsatsstart",
    "Indstilling",
    "Inhabilitet",
    "Invitation",
    "Laegevurdering",
    "Laesenote",
    "Logsegl",
    "Logstand",
    "Logstikproeve",
    "Margennote",
    "Medarbejder",
    "ModtagetFil",
    "Moede",
    "Moedemedlem",
    "Moedeplads",
    "Moedesvar",
    "Noedadgang",
    "Noedkvittering",
    "Note",
    "Oplysning",
    "OrdinaereTimer",
    "Organisation",
    "Overdragelse",
    "Overstregning",
    "Paamindelse",
    "Planbilag",
    "Plandel",
    "Postadresse",
    "Referat",
    "Regionsspoergsmaal",
    "Resume",
    "Rolle",
    "SaerligeGrunde",
    "Sag",
    "Sagsskifte",
    "Samarbejdsaftale",
    "Samtykke",
    "Skoen",
    "Spaend",
    "Sundhedsnotat",
    "Udlevering",
    "UndtagetPeriode",
    "Vikariat",
]
