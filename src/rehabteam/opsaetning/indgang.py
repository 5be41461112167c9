"""Settings of the doors of login (web/indgang). The operator's own file is described in docs/indgang.md."""

import os

from rehabteam.web.indgang.doere import laes_fil

DRIFT = os.environ.get("REHABTEAM_DRIFT") == "1"
# Addresses without TLS are for trying things out on one's own machine, never in production.
INDGANGE = laes_fil(os.environ.get("REHABTEAM_INDGANGE", ""), usikkert=not DRIFT)

# django-otp: the one-time codes of local accounts.
OTP_TOTP_ISSUER = "Rehabteam"
OTP_TOTP_THROTTLE_FACTOR = 2

# The libraries of login tell whole answers, with names and numbers of people, when something fails.
# What we need to know is in the access log: who refused, and one word for why.
TAVSE = {
    navn: {"level": "CRITICAL", "propagate": False} for navn in ("saml2", "mozilla_django_oidc", "urllib3")
}
