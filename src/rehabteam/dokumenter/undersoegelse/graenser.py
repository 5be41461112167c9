"""The limits every hostile file is read within, and the word for a refusal."""

from __future__ import annotations

import resource

MB = 1024 * 1024
SEKUNDER = 5
HUKOMMELSE = 300 * MB
MAKS_SIDER = 2000
MAKS_PIXELS = 40_000_000
MAKS_UDPAKKET = 200 * MB
MAKS_FORHOLD = 100
SMAA = 10 * MB  # what unpacks to less than this is no bomb, however blank the page is


class Nej(Exception):
    """Refused; the argument is the code."""


def saet_graenser() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDER, SEKUNDER))
    resource.setrlimit(resource.RLIMIT_DATA, (HUKOMMELSE, HUKOMMELSE))  # heap and private mappings
    resource.setrlimit(resource.RLIMIT_AS, (3 * HUKOMMELSE, 3 * HUKOMMELSE))  # and libraries
    if (
        resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    ):  # behind the wall the answer is a file
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
