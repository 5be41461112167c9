"""Retssikkerhedsloven, the provisions on asking others about a citizen. The wording is not verified."""
