"""What a resumed case still lacks, asked of BEK § 18 and the procedure."""

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.fakta import genforelaeggelse
from rehabteam.sager.models import Sag


def mangler(sag: Sag) -> Vurdering:
    """The law's answer about the papers of this case."""
    return gaeldende("dokumenter").funktion(genforelaeggelse(sag))


def antal_mangler(svar: Vurdering) -> int:
    """What is missing and what nobody has judged yet."""
    return len(svar.mangler) + len(svar.skal_vurderes)
