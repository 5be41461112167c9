"""Amounts of money on pages."""

from decimal import Decimal

from django import template

from ..aftaleside import kroner as i_kroner

register = template.Library()


@register.filter
def kroner(beloeb: Decimal | None) -> str:
    """ "3.250,00 kr."."""
    return i_kroner(beloeb)
