"""The doors of login: SAML 2 (OIOSAML 3), OpenID Connect, and local accounts with a one-time code.

A door turns what an outside party says into a `Paastand` or refuses with an `Afvist`. `rollekort.py` alone turns
a Paastand into roles, `personer.py` into an account, and `indlogning.py` into a session that is asked about at
every request.
"""
