"""Why a case does not come on an earlier day: asked for one case at a time, when somebody wants to know."""

from collections.abc import Iterator

from .opgaven import Afslag, Dag, Forslag, Hvorfor, Maal, Opgave, Placering

TRIN = (
    Hvorfor.FLERE_FOR_SENT,
    Hvorfor.GENFORELAEGGELSER_VENTER,
    Hvorfor.ANDRE_VENTER,
    Hvorfor.FLERE_FLYTTES,
)


def afslag(forslag: Forslag, plads: Placering) -> Iterator[Afslag]:
    """Every day before the one it is given (all days, if none), in order, with the reason."""
    naar = plads.dag.dato if plads.dag else forslag.opgave.udenfor
    for dag in sorted(forslag.opgave.dage, key=lambda d: d.dato):
        if dag.dato < naar:
            yield _en_dag(forslag, plads, dag)


def _en_dag(forslag: Forslag, plads: Placering, dag: Dag) -> Afslag:
    kategori = plads.sag.kategori
    if dag.lukket:
        return Afslag(dag, Hvorfor.LUKKET)
    if dag.dato < plads.sag.tidligst:
        return Afslag(dag, Hvorfor.FOER_TIDLIGST)
    paa = [p for p in forslag.placeringer if p.dag == dag and p.sag.kategori == kategori]
    if not paa:  # a free place on an earlier day would have been taken
        return Afslag(dag, Hvorfor.GIVET_BORT)
    bedst, med = min(((_bytte(forslag.opgave, plads, p), p) for p in paa), key=lambda x: x[0])
    hvorfor = next((trin for trin, n in zip(TRIN, bedst, strict=True) if n), Hvorfor.LIGE_GODT)
    return Afslag(dag, hvorfor, med.sag.id, bedst)


def _bytte(opgave: Opgave, en: Placering, anden: Placering) -> Maal:
    """What changes if the two change days."""
    efter = map(sum, zip(opgave.pris(en.sag, anden.dag), opgave.pris(anden.sag, en.dag), strict=True))
    foer = map(sum, zip(opgave.pris(en.sag, en.dag), opgave.pris(anden.sag, anden.dag), strict=True))
    return tuple(e - f for e, f in zip(efter, foer, strict=True))  # type: ignore[return-value]
