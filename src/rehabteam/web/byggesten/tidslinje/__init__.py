"""The § 17 timeline: facts in, three SVG drawings out (wide, middle and a vertical one for phones).

    billeder = tegn(Tidslinje(start=…, d0=…, frist=…, i_dag=…, segmenter=…, perioder=…, indsatser=…))
    {% tidslinje billeder %}

Pure functions of dates: nothing here counts days by the law or asks for today's date. Danish only, like
the answer it shows. The table with the same numbers is a block of its own (``{% optaelling … %}``).
"""

from rehabteam.web.byggesten.tidslinje.af_lov import af_vurdering
from rehabteam.web.byggesten.tidslinje.billeder import Billeder, tegn
from rehabteam.web.byggesten.tidslinje.fakta import Indsats, Periode, Segment, Tidslinje

__all__ = ["Billeder", "Indsats", "Periode", "Segment", "Tidslinje", "af_vurdering", "tegn"]
