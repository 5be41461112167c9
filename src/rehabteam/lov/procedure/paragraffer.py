"""The procedure, part by part."""

from __future__ import annotations

# isort: off
from rehabteam.lov.procedure import udloeser
from rehabteam.lov.procedure import moedefrist
from rehabteam.lov.procedure import genforelaeggelse

PARAGRAFFER = (udloeser, moedefrist, genforelaeggelse)
