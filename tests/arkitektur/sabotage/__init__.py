"""The seeded faults, one file per topic: what is broken, and which tests must notice.

To add some: a new file here (or a line in one that is there) with a tuple `FEJL`. A fault is one replacement of text
in one file of the program. `proever` is what pytest is given: files, folders, `fil::test`, `-k ord`. Choose the few
that should notice, for each fault must be found within a minute.
"""

import importlib
import pkgutil
from typing import NamedTuple


class Fejl(NamedTuple):
    navn: str
    fil: str
    staar: str
    bliver: str
    proever: str


def alle() -> list[Fejl]:
    """Every fault of every topic, in order."""
    moduler = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return [fejl for navn in moduler for fejl in importlib.import_module(f"{__name__}.{navn}").FEJL]
