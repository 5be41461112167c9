"""{% engang %}: the hidden key that makes a form count once however often it is sent."""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def engang() -> SafeString:
    return format_html('<input type="hidden" name="noegle" value="{}">', uuid.uuid4())
