"""The two public calculators."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ..ret import aaben


@aaben
@require_safe
def seks_maaneder(request: HttpRequest) -> HttpResponse:
    raise Http404


@aaben
@require_safe
def seks_maaneder_pdf(request: HttpRequest) -> HttpResponse:
    raise Http404


@aaben
@require_safe
def moedefrist(request: HttpRequest) -> HttpResponse:
    raise Http404


@aaben
@require_safe
def moedefrist_pdf(request: HttpRequest) -> HttpResponse:
    raise Http404
