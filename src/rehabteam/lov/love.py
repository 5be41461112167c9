"""The law as a whole: one line for each edition. Importing this module is what makes a § known.

A new edition is a folder whose `paragraffer` imports its files, and a line below. Ask for a rule here, by subject
and by the day that decides: old cases keep their edition, and nobody names one.
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.bek2408_2021 import paragraffer as bek2408_2021
from rehabteam.lov.cprloven import paragraffer as cprloven
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.lab import paragraffer as lab
from rehabteam.lov.offentlighedsloven import paragraffer as offentlighedsloven
from rehabteam.lov.procedure import paragraffer as procedure
from rehabteam.lov.regel import gaeldende
from rehabteam.lov.retssikkerhedsloven import paragraffer as retssikkerhedsloven
from rehabteam.lov.vurdering import Udgave

__all__ = ["UDGAVER", "gaeldende", "udgave"]

UDGAVER = (bek2408_2021, cprloven, lab, offentlighedsloven, retssikkerhedsloven, procedure)


def udgave(forloeb_start: date, dag: date) -> Udgave:
    """The edition that governs a ressourceforløb begun on that day, asked about on `dag`."""
    return gaeldende("par17", forloeb_start).funktion(Ressourceforloeb(forloeb_start), dag).udgave
