"""Every route names its line in the table of rights. A route without one does not answer at all."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.views.decorators.http import require_http_methods

from rehabteam.sager.adgang.rettigheder import RETTIGHEDER

F = TypeVar("F", bound=Callable[..., Any])


def kraever(navn: str, *metoder: str, engang: bool = True) -> Callable[[F], F]:
    """Declare a view's right ("forloeb.se", "genoptag_sag" …) and its HTTP methods (default GET).

    `engang`: a POST must carry a once-only key.
    """
    if navn not in RETTIGHEDER:
        raise KeyError(f"{navn} står ikke i rettighedstabellen")

    def pynt(view: F) -> F:
        tilladte = [*(metoder or ("GET",))]
        if "GET" in tilladte:
            tilladte.append("HEAD")
        beskyttet = require_http_methods(tilladte)(view)
        beskyttet.ret = navn  # type: ignore[attr-defined]
        beskyttet.engang = engang and "POST" in tilladte  # type: ignore[attr-defined]
        return beskyttet  # type: ignore[return-value]

    return pynt


def aaben(view: F) -> F:
    """Declare that a view may be seen without logging in."""
    view.ret = None  # type: ignore[attr-defined]
    view.engang = False  # type: ignore[attr-defined]
    return view
