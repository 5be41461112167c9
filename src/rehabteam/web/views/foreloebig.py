"""Pages that are being built: they answer, and say what they are."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def side(titel: str) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, **ids: Any) -> HttpResponse:
        return render(request, "web/info/side.html", {"titel": titel})

    return view
