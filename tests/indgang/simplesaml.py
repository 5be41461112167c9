"""Debian's SimpleSAMLphp as the identity provider, served by PHP's own server from a folder of the tests'.

What people are and may stands in one JSON file that a test can change while the provider runs.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
import requests

PROGRAM = Path("/usr/share/simplesamlphp/www")
PAKKER = "simplesamlphp php-cli php-xml php-mbstring xmlsec1"
ENTITET = "https://idp.proeve.example/saml"
KODE = "proeve"
CONFIG = """<?php
$config = [
  'baseurlpath' => '%(adresse)s/', 'certdir' => '%(mappe)s/', 'loggingdir' => '%(mappe)s/', 'datadir' => '%(mappe)s/',
  'tempdir' => '%(mappe)s/tmp', 'metadatadir' => '%(mappe)s/metadata', 'secretsalt' => 'kun-til-proever',
  'auth.adminpassword' => 'kun-til-proever-%(port)s', 'technicalcontact_email' => 'ingen@example.dk', 'timezone' => 'UTC',
  'logging.handler' => 'file', 'logging.logfile' => 'idp.log', 'logging.level' => 5, 'errorreporting' => false,
  'enable.saml20-idp' => true, 'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
  'store.type' => 'phpsession', 'session.phpsession.savepath' => '%(mappe)s/tmp', 'session.cookie.samesite' => 'Lax',
  'session.cookie.secure' => false, 'session.phpsession.cookiename' => 'SimpleSAML', 'session.phpsession.httponly' => true,
  'metadata.sources' => [['type' => 'flatfile']], 'production' => true,
  'trusted.url.domains' => ['testserver'], 'language.default' => 'en',
];
"""
AUTHSOURCES = """<?php
$config = ['proeve' => ['exampleauth:UserPass'] + json_decode(file_get_contents('%(mappe)s/brugere.json'), true)];
"""
HOSTED = """<?php
$metadata['%(entitet)s'] = [
  'host' => '__DEFAULT__', 'privatekey' => 'idp.key', 'certificate' => 'idp.crt', 'auth' => 'proeve',
  'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  'validate.authnrequest' => true, 'validate.logout' => true, 'sign.logout' => true, 'assertion.encryption' => true,
  'authproc' => [
    1 => ['class' => 'saml:AttributeNameID', 'attribute' => 'https://data.gov.dk/model/core/eid/cprUuid',
      'Format' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
    2 => ['class' => 'saml:AttributeNameID',
      'attribute' => 'https://data.gov.dk/model/core/eid/professional/uuid/persistent',
      'Format' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent']],
];
"""
REMOTE = """<?php
$metadata['%(vores)s'] = [
  'AssertionConsumerService' => '%(side)s/log-ind/saml/proeve/svar/',
  'SingleLogoutService' => '%(side)s/log-ind/saml/proeve/log-ud/',
  'certificate' => 'vores.crt', 'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
];
"""


class Formular(HTMLParser):
    """The first form of a page: where it goes, and its fields."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self.til, self.felter = "", {}
        self.feed(side)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag == "form" and not self.felter:
            self.til = a.get("action") or ""
        elif tag == "input" and a.get("name"):
            self.felter.setdefault(a["name"], a.get("value") or "")


class Simplesaml:
    """A running provider. `adresse` is its own, `mappe` holds its keys, log and people."""

    def __init__(self, mappe: Path, vores: str, side: str) -> None:
        self.mappe = mappe
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        self.adresse = f"http://127.0.0.1:{port}"
        felter = {
            "adresse": self.adresse, "mappe": mappe, "port": port, "entitet": ENTITET, "vores": vores, "side": side
        }  # fmt: skip
        for navn in ("tmp", "metadata"):
            (mappe / navn).mkdir()
        self.brugere({})
        for fil, tekst in (
            ("config.php", CONFIG),
            ("authsources.php", AUTHSOURCES),
            ("metadata/saml20-idp-hosted.php", HOSTED),
            ("metadata/saml20-sp-remote.php", REMOTE),
        ):
            (mappe / fil).write_text(tekst % felter, "utf-8")
        miljoe = os.environ | {"SIMPLESAMLPHP_CONFIG_DIR": str(mappe), "PHP_CLI_SERVER_WORKERS": "2"}
        self._udskrift = (mappe / "php.log").open("w")
        self.proces = subprocess.Popen(
            [
                shutil.which("php") or "php",
                "-d",
                "display_errors=0",
                "-S",
                f"127.0.0.1:{port}",
                "-t",
                str(PROGRAM),
            ],
            env=miljoe,
            stdout=self._udskrift,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        for _ in range(100):
            try:
                self.metadata = requests.get(f"{self.adresse}/saml2/idp/metadata.php", timeout=20).content
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        assert b"EntityDescriptor" in self.metadata, self.metadata[:2000]
        (mappe / "idp.xml").write_bytes(self.metadata)

    def brugere(self, brugere: dict[str, dict[str, list[str]]]) -> None:
        """Say who there is (name → attributes); all have the same password."""
        alle = {f"{navn}:{KODE}": a for navn, a in brugere.items()} or {f"ingen:{KODE}": {"uid": ["ingen"]}}
        ny = self.mappe / "brugere.ny"
        ny.write_text(json.dumps(alle), "utf-8")
        ny.replace(self.mappe / "brugere.json")

    def stop(self) -> None:
        os.killpg(self.proces.pid, signal.SIGTERM)
        self.proces.wait(10)
        self._udskrift.close()


class Browser:
    """A person's browser at the provider: its cookies, and the forms its pages send."""

    def __init__(self) -> None:
        self.http = requests.Session()

    def log_ind(self, adresse: str, navn: str) -> dict[str, str]:
        """Follow our request; type name and password if asked; returns the form the provider sends us."""
        side = self.http.get(adresse, timeout=20)
        form = Formular(side.text)
        if "SAMLResponse" not in form.felter:
            felter = form.felter | {"username": navn, "password": KODE}
            side = self.http.post(requests.compat.urljoin(side.url, form.til or side.url), felter, timeout=20)
            form = Formular(side.text)
        assert "SAMLResponse" in form.felter, side.text[-3000:]
        return {n: form.felter[n] for n in ("SAMLResponse", "RelayState") if n in form.felter}

    def foelg_til(self, adresse: str, side: str) -> str:
        """Follow redirects among the provider's pages until one leads to `side`; returns that address."""
        for _ in range(10):
            svar = self.http.get(adresse, allow_redirects=False, timeout=20)
            assert svar.status_code in (302, 303), svar.text[-3000:]
            adresse = requests.compat.urljoin(adresse, svar.headers["Location"])
            if adresse.startswith(side):
                return adresse
        raise AssertionError("for mange omstillinger")


def kraev() -> None:
    """`make test` installs it on Debian; elsewhere there is no such package, and the tests say so."""
    if PROGRAM.is_dir() and shutil.which("php") and shutil.which("xmlsec1"):
        return
    if shutil.which("apt-get"):
        pytest.fail(f"SimpleSAMLphp mangler. Kør: apt-get install --no-install-recommends {PAKKER}")
    pytest.skip("SimpleSAMLphp findes kun som pakke i Debian")
