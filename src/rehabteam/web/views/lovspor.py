"""The provisions: choose a §, read it, try the rule. Public; nothing about the facts is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..ret import aaben


@aaben
@require_safe
def lovspor(request: HttpRequest) -> HttpResponse:
    raise Http404


@aaben
@require_safe
def paragraf(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


@aaben
@require_safe
def proev(request: HttpRequest, slug: str, emne: str) -> HttpResponse:
    raise Http404
