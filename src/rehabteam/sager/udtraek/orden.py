"""The order of a list: by name as Danish sorts it, with the protected names last and not by their name."""

from django.db.models import Case, OrderBy, Q, Value, When
from django.db.models.expressions import BaseExpression
from django.db.models.functions import Collate

from ..dagen import dagen

DANSK = "da-x-icu"  # æ, ø, å last, and aa as å


def efter_navn(borger: str = "borger__") -> list[BaseExpression | OrderBy]:
    """Of rows about a citizen. A place among the others would tell the first letters of a name that is hidden."""
    beskyttet = Q(**{f"{borger}beskyttet_adresse": True}) & (
        Q(**{f"{borger}beskyttet_til": None}) | Q(**{f"{borger}beskyttet_til__gte": dagen()})
    )
    return [
        Case(When(beskyttet, then=Value(1)), default=Value(0)),
        Case(When(beskyttet, then=Collate(Value(""), DANSK)), default=Collate(f"{borger}fuldt_navn", DANSK)),
    ]
