"""The law as a whole: one line for each edition. Importing this module is what makes a § known.

A new edition is a folder whose `paragraffer` imports its files, and a line below. Ask for a rule here, by subject
and by the day that decides: old cases keep their edition, and nobody names one.
"""

from __future__ import annotations

from rehabteam.lov.bek2408_2021 import paragraffer as bek2408_2021
from rehabteam.lov.lab import paragraffer as lab
from rehabteam.lov.procedure import paragraffer as procedure
from rehabteam.lov.regel import gaeldende

__all__ = ["UDGAVER", "gaeldende"]

UDGAVER = (bek2408_2021, lab, procedure)
