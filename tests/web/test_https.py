"""The site behind TLS, in a process of its own with the operator's variables: cookies, HSTS, and no way past https."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from rehabteam.opsaetning import start
from tests.verden import Verden

PROGRAM = """
import json, django
django.setup()
from django.conf import settings
from django.test import Client
svar = Client(SERVER_NAME="rehab.example").get("/log-ind/", secure=True)
sprog = Client(SERVER_NAME="rehab.example").post("/sprog/", {"language": "en"}, secure=True)
usikker = Client(SERVER_NAME="rehab.example").get("/log-ind/")
mellemled = Client(SERVER_NAME="rehab.example").get("/log-ind/", HTTP_X_FORWARDED_PROTO="https")
print(json.dumps({
    "kager": [m.OutputString() for s in (svar, sprog) for m in s.cookies.values()],
    "hsts": svar["Strict-Transport-Security"], "usikker": [usikker.status_code, usikker["Location"]],
    "mellemled": mellemled.status_code,
    "login": [settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_DOMAIN],
}))
"""


def _web() -> str:
    d = settings.DATABASES["default"]
    return f"host={d['HOST']} dbname={d['NAME']} user={d['USER']} password={d['PASSWORD']}"


def test_kager_hsts_og_omstilling(verden: Verden) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith("REHABTEAM_")} | {
        "DJANGO_SETTINGS_MODULE": "rehabteam.opsaetning.base",
        "REHABTEAM_HTTPS": "1",
        "REHABTEAM_VAERTER": "rehab.example",
        "REHABTEAM_DB_WEB": _web(),
        "REHABTEAM_ROLLEPRAEFIKS": settings.ROLLEPRAEFIKS,
        "REHABTEAM_HEMMELIG": settings.SECRET_KEY,
    }
    koert = subprocess.run([sys.executable, "-c", PROGRAM], env=env, capture_output=True, text=True)
    assert koert.returncode == 0, koert.stderr
    svar = json.loads(koert.stdout)
    assert len(svar["kager"]) == 2
    for kage in svar["kager"]:
        assert kage.startswith("__Host-rehabteam_")
        assert {"Secure", "HttpOnly", "Path=/"} <= set(kage.split("; ")) and "Domain=" not in kage
    assert svar["login"] == ["__Host-rehabteam_login", True, None]
    assert svar["hsts"] == "max-age=31536000; includeSubDomains"
    assert svar["usikker"] == [301, "https://rehab.example/log-ind/"]
    assert svar["mellemled"] == 200


@pytest.mark.parametrize(
    ("adresse", "noegler", "siger"),
    [
        ("", False, None),
        ("s3://spand?endpoint=https://s3.example", True, None),
        ("s3://spand?endpoint=https://s3.example", False, "AWS_ACCESS_KEY_ID"),
        ("s3://spand?endpoint=http://s3.example", True, "bag TLS"),
        ("s3:/spand", True, "s3://spand"),
    ],
)
def test_i_drift_skal_lageret_vaere_rigtigt_sat_op(
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    adresse: str,
    noegler: bool,
    siger: str | None,
) -> None:
    monkeypatch.setattr(settings, "DRIFT", True)
    monkeypatch.setattr(settings, "LAGER", adresse)
    for navn in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(navn, "x" if noegler else "")
    grunde = [g for g in start.efterproev() if "S3" in g or "LAGER" in g]
    assert any(siger in g for g in grunde) if siger else grunde == []


@pytest.mark.parametrize(
    ("vaert", "sslmode", "maa"),
    [
        ("db.example", "", False),
        ("db.example", "require", False),
        ("db.example", "verify-ca", False),
        ("db.example", "verify-full", True),
        ("/run/postgresql", "", True),
        ("", "", True),
    ],
)
def test_i_drift_taler_den_kun_med_en_database_den_har_efterproevet(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, vaert: str, sslmode: str, maa: bool
) -> None:
    monkeypatch.setattr(settings, "DRIFT", True)
    monkeypatch.setattr(settings, "DEMO", False)
    ny = {**settings.DATABASES["default"], "HOST": vaert, "OPTIONS": {"sslmode": sslmode} if sslmode else {}}
    monkeypatch.setitem(settings.DATABASES, "default", ny)
    assert any("verify-full" in grund for grund in start.efterproev()) is not maa
