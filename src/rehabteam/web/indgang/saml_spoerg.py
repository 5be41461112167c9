"""Our side of SAML 2: who we are, what we ask for, and the signed request the browser carries."""

from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAMEID_FORMAT_PERSISTENT
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from .doere import Samldoer
from .paastand import NIVEAU_ADRESSE

SKAEVT_UR = timedelta(seconds=60)


def adresse(doer: Samldoer, sidste: str) -> str:
    return f"{settings.INDGANGE.adresse}/log-ind/saml/{doer.id}/{sidste}/"


@lru_cache(maxsize=8)
def _opsaetning(doer: Samldoer, vores_adresse: str, aendret: float) -> SPConfig:
    slo = f"{vores_adresse}/log-ind/saml/{doer.id}/log-ud/"
    return SPConfig().load(
        {
            "entityid": doer.entitet,
            "service": {
                "sp": {
                    "endpoints": {
                        "assertion_consumer_service": [(adresse(doer, "svar"), BINDING_HTTP_POST)],
                        "single_logout_service": [(slo, BINDING_HTTP_REDIRECT), (slo, BINDING_HTTP_POST)],
                    },
                    "name_id_format": NAMEID_FORMAT_PERSISTENT,
                    "authn_requests_signed": True,
                    "logout_requests_signed": True,
                    "logout_responses_signed": True,
                    "want_assertions_signed": True,
                    "want_response_signed": False,
                    "allow_unsolicited": False,
                }
            },
            "metadata": {"local": [str(doer.metadata)]},
            "key_file": str(doer.noegle),
            "cert_file": str(doer.certifikat),
            "encryption_keypairs": [{"key_file": str(doer.noegle), "cert_file": str(doer.certifikat)}],
            "only_use_keys_in_metadata": True,
            "allow_unknown_attributes": True,
            "signing_algorithm": SIG_RSA_SHA256,
            "digest_algorithm": DIGEST_SHA256,
            "accepted_time_diff": int(SKAEVT_UR.total_seconds()),
            "delete_tmpfiles": True,
        }
    )


def klient(doer: Samldoer) -> Saml2Client:
    """A client for one message. It is not kept: pysaml2's remembers everybody it has seen, attributes and all."""
    return Saml2Client(config=_opsaetning(doer, settings.INDGANGE.adresse, doer.metadata.stat().st_mtime))


def metadata(doer: Samldoer) -> str:
    """Our own metadata, for the identity provider's operator."""
    return str(entity_descriptor(klient(doer).config))


def begynd(doer: Samldoer, forfra: bool = False) -> tuple[str, str]:
    """Where to send the browser, with a signed request in the address, and the request's id.

    `forfra`: the provider must ask who she is again, though it knows her already.
    """
    noegle, svar = klient(doer).prepare_for_authenticate(
        entityid=doer.udsteder,
        binding=BINDING_HTTP_REDIRECT,
        response_binding=BINDING_HTTP_POST,
        sign=True,
        sigalg=SIG_RSA_SHA256,
        requested_authn_context={
            "authn_context_class_ref": [NIVEAU_ADRESSE + doer.niveau],
            "comparison": "minimum",
        },
        **({"force_authn": "true"} if forfra else {}),
    )
    return dict(svar["headers"])["Location"], noegle
