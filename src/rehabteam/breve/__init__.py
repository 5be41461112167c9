"""What leaves on paper: a plain dict in, PDF bytes out (PDF/UA-1 and PDF/A-2a). No database.

Each function's dict is described in `former`; dates are ISO strings, texts are plain text.
All raise TegnFejl (a character cannot be shown; says which, in Danish), SkrifterMangler, BrevFejl.
"""

from rehabteam.breve.afgoerelse import afgoerelse, laegebesked, uenighed
from rehabteam.breve.aktindsigt import aktindsigt
from rehabteam.breve.attestanmodning import attestanmodning
from rehabteam.breve.beregning import beregning
from rehabteam.breve.bundt import bundt
from rehabteam.breve.dokument import dokument
from rehabteam.breve.forberedende_del import forberedende_del, maaneder_tilbage
from rehabteam.breve.indkaldelse import indkaldelse
from rehabteam.breve.indsatsplan import indsatsplan
from rehabteam.breve.indstilling import indstilling
from rehabteam.breve.referat import referat
from rehabteam.breve.resume import resume
from rehabteam.breve.samtykke import samtykke
from rehabteam.breve.sundhedsnotat import sundhedsnotat
from rehabteam.breve.tegn import TegnFejl
from rehabteam.breve.trykkeri import BrevFejl, SkrifterMangler, skriftmappe
from rehabteam.breve.udfaldsindstilling import udfaldsindstilling

__all__ = [
    "BrevFejl",
    "SkrifterMangler",
    "TegnFejl",
    "afgoerelse",
    "aktindsigt",
    "attestanmodning",
    "beregning",
    "bundt",
    "dokument",
    "forberedende_del",
    "indkaldelse",
    "indsatsplan",
    "indstilling",
    "laegebesked",
    "maaneder_tilbage",
    "referat",
    "resume",
    "samtykke",
    "skriftmappe",
    "sundhedsnotat",
    "udfaldsindstilling",
    "uenighed",
]
