"""What a case lacks as it stands now, asked of every rule that applies to its kind."""

from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.samlet import Samlet, samlet


def mangler(sag: Sag) -> Samlet:
    """The law's answers about this case."""
    return samlet(sag)


def antal_mangler(svar: Samlet) -> int:
    """What is missing, what must not be there, and what nobody has judged yet."""
    return svar.antal
