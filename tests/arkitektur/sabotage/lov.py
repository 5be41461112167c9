"""Faults in the law's rules."""

from tests.arkitektur.sabotage import Fejl

FEJL = (
    Fejl(
        "sygdom holder ude",
        "src/rehabteam/lov/fakta.py",
        '"LAB_33_STK_5"})',
        '"LAB_33_STK_5", "SYGDOM_UDEN_FRITAGELSE"})',
        "tests/lov",
    ),
    Fejl(
        "sidste dag er for sent",
        "src/rehabteam/lov/bek2408_2021/par17/udfald.py",
        "elif pr <= frist:",
        "elif pr < frist:",
        "tests/lov",
    ),
)
