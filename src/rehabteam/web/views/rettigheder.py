"""Who may do what: one role at a time, and the whole table. The same data as docs/rettigheder.md."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rehabteam.sager.adgang import rettighedstavle as tavle
from rehabteam.sager.models import Rolle

from ..ret import kraever


@kraever("rettigheder.se")
def rettigheder(request: HttpRequest) -> HttpResponse:
    """GET ?rolle=… shows another role than one's own."""
    egen: Rolle = request.aktoer.rolle  # type: ignore[attr-defined]
    valgt = request.GET.get("rolle", "")
    rolle = Rolle(valgt) if valgt in Rolle.values else egen
    indhold = {
        "huse": [
            (_(hus), [{"kode": r.value, "navn": _(r.label), "valgt": r == rolle} for r in roller])
            for hus, roller in tavle.HUSE
        ],
        "rolle": _(rolle.label),
        "egen": rolle == egen,
        "kort": tavle.rollekort(rolle),
        "roller": [_(r.label) for r in tavle.roller()],
        "matrix": [
            {"hvad": ret.hvad, "har": hvem, "naar": tavle.tilstande(ret)} for _n, ret, hvem in tavle.matrix()
        ],
    }
    return render(request, "web/rettigheder/rettigheder.html", indhold)
