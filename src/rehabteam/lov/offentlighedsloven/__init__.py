"""Offentlighedsloven, as far as the time to answer goes. The wording is not verified."""
