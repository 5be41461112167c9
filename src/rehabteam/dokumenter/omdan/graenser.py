"""What one program behind the wall may use."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Graenser:
    """`sekunder` by the clock, `cpu` in seconds; `hukommelse` of each process, `skrivebord` (its /tmp) and `svar`
    in bytes; `processer` and threads together; `venlig`: how far it stands back for others (nice); `filer` open at once.
    """

    sekunder: float = 30
    cpu: int = 20
    hukommelse: int = 600 * MB
    skrivebord: int = 300 * MB
    svar: int = 200 * MB
    processer: int = 32
    venlig: int = 0
    filer: int = 256
