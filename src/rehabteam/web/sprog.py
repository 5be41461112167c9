"""Which language the page is in: Danish, unless the person has chosen otherwise."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation


class Sprog:
    """The browser's own wish is not asked: the work is in Danish, English is a deliberate choice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        valgt = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        with translation.override(valgt if valgt in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            return self.get_response(request)
