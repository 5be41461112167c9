"""Django's configuration. Every value an operator may set comes from the environment (docs/drift.md)."""

import os
from datetime import date
from pathlib import Path

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from .indgang import DRIFT, INDGANGE, OTP_TOTP_ISSUER, OTP_TOTP_THROTTLE_FACTOR, TAVSE

__all__ = ["DRIFT", "INDGANGE", "OTP_TOTP_ISSUER", "OTP_TOTP_THROTTLE_FACTOR"]

ROD = Path(__file__).resolve().parents[3]

# --- The installation -----------------------------------------------------------------------------

DEMO = os.environ.get("REHABTEAM_DEMO") == "1"
# The demo's own day. Legal questions are asked about it; login and log use the real clock.
DEMODAG = date.fromisoformat(os.environ.get("REHABTEAM_DEMODAG", "2026-05-27")) if DEMO else None
# The demo logins' common password. They are refused outside a demo (web/vaern.py).
DEMOKODE = os.environ.get("REHABTEAM_DEMOKODE", "fjordlandet-2026") if DEMO else ""
SECRET_KEY = os.environ.get("REHABTEAM_HEMMELIG") or "kun-til-eftersyn-uden-database"
ROLLEPRAEFIKS = os.environ.get("REHABTEAM_ROLLEPRAEFIKS", "rehabteam")
DATA = Path(os.environ.get("REHABTEAM_DATA") or ROD / ".pg" / "data")
# Where the documents are: empty for the folder DATA, or s3://bucket/prefix?endpoint=https://… (dokumenter/lager_s3.py).
LAGER = os.environ.get("REHABTEAM_LAGER", "")
# The seal of the access log: its witness and its private key, both outside the database; months the log is kept.
LOGVIDNE = Path(os.environ.get("REHABTEAM_LOGVIDNE") or DATA / "log" / "vidne")
LOGNOEGLE = Path(os.environ.get("REHABTEAM_LOGNOEGLE") or DATA / "log" / "noegle")
LOGMAANEDER = int(os.environ.get("REHABTEAM_LOGMAANEDER") or 24)
# Counts below this are hidden in the figures (sager/udtraek/tal/beskyt.py). Below 2 would hide nothing.
TAL_MINDST = max(2, int(os.environ.get("REHABTEAM_TAL_MINDST") or 5))
# How long a certificate may take and what it costs, where a kommune has agreed otherwise (sager/attestformer.py).
ATTESTFORMER = (
    Path(os.environ["REHABTEAM_ATTESTFORMER"]) if os.environ.get("REHABTEAM_ATTESTFORMER") else None
)
# Mail, off unless a server is named: smtp://[user:code@]host[:port], smtps:// for TLS from the first word, and
# smtp+tls:// for STARTTLS. The site's own address is what the mail links to.
MAILSERVER = os.environ.get("REHABTEAM_MAILSERVER", "")
MAILAFSENDER = os.environ.get("REHABTEAM_MAILAFSENDER", "")
SIDENS_ADRESSE = os.environ.get("REHABTEAM_ADRESSE", "").rstrip("/")
# The virus scanner: a socket's path or host:port of a clamd. None is named only in a demo (opsaetning/start.py).
CLAMD = os.environ.get("REHABTEAM_CLAMD", "")
# What the pages say is switched off here. The scanner speaks for itself.
SLAAET_FRA = [
    ord_ for ord_ in os.environ.get("REHABTEAM_SLAAET_FRA", "").split(",") if ord_ and ord_ != "virusscanner"
] + ([] if CLAMD else ["virusscanner"])

DEBUG = False
ALLOWED_HOSTS = os.environ.get("REHABTEAM_VAERTER", "127.0.0.1,localhost,[::1],testserver").split(",")
SIKKER = os.environ.get("REHABTEAM_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SIKKER
# Behind TLS the browser itself keeps them to this host, whole site, and away from scripts.
FORSTAVELSE = "__Host-" if SIKKER else ""
SECURE_SSL_REDIRECT = SIKKER
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SIKKER else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SIKKER
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SIKKER else None

# How many proxies of ours stand before the site: the brakes count by the address the outermost one saw.
MELLEMLED = int(os.environ.get("REHABTEAM_MELLEMLED") or 0)
# Seconds without a sign of anybody, and then the screen is logged out.
HVILE = int(os.environ.get("REHABTEAM_HVILE_MINUTTER") or 30) * 60

# --- The database: `default` is the site, `vedligehold` is for set-up only ------------------------------


def _database(adresse: str) -> dict[str, object]:
    """Django's settings for a libpq address; None of it is guessed."""
    dele = conninfo_to_dict(adresse)
    kendte = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    andre = {k: v for k, v in dele.items() if k not in kendte.values()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{django: str(dele.get(libpq) or "") for django, libpq in kendte.items()},
        "OPTIONS": andre,
    }


DATABASES = {
    "default": _database(os.environ.get("REHABTEAM_DB_WEB", "postgresql:///rehabteam"))
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True},
    "vedligehold": _database(os.environ.get("REHABTEAM_DB_VEDLIGEHOLD", "postgresql:///rehabteam")),
}
DATABASE_ROUTERS = ["rehabteam.opsaetning.forbindelser.KunVedligehold"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Parts -------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "axes",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "rehabteam.sager",
    "rehabteam.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "rehabteam.web.vaern.EnTransaktion",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "rehabteam.web.sprog.Sprog",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rehabteam.web.hvile.Hvile",
    "rehabteam.web.vaern.Adgang",
    "rehabteam.web.bremse.Bremse",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "rehabteam.opsaetning.urls"
WSGI_APPLICATION = "rehabteam.opsaetning.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "rehabteam.web.ramme.ramme",
            ],
        },
    }
]

# --- Login -------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "web.Konto"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "web:log_ind"
LOGIN_REDIRECT_URL = "web:forside"
LOGOUT_REDIRECT_URL = "web:log_ind"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = f"{FORSTAVELSE}rehabteam_login"
CSRF_FAILURE_VIEW = "rehabteam.web.fejlsider.csrf_fejl"
CSRF_COOKIE_NAME = f"{FORSTAVELSE}rehabteam_csrf"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = f"{FORSTAVELSE}rehabteam_sprog"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_CLIENT_IP_CALLABLE = "rehabteam.web.klientip.klient_ip"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "rehabteam.web.login.brugernavn"
AXES_LOCKOUT_CALLABLE = "rehabteam.web.login.laast_ude"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # the access log is ours (sager/adgang/log.py)

# --- What a page may load: only from ourselves ----------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
    }
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"

# --- Language, time, files --------------------------------------------------------------------------------

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [ROD / "src" / "rehabteam" / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y"]
STATIC_URL = "/static/"
STATICFILES_DIRS = [("haandbog", ROD / "docs" / "billeder")]
STATIC_ROOT = Path(os.environ.get("REHABTEAM_STATISK") or ROD / "staticfiles")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if os.environ.get("REHABTEAM_STATISK") is None
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = os.environ.get("REHABTEAM_STATISK") is None
FILE_UPLOAD_HANDLERS = ["rehabteam.web.filmodtagelse.TilDisk"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
MAX_FILSTOERRELSE = 50 * 1024 * 1024

# --- Log lines: routes and outcomes, never people --------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"uden_cpr": {"()": "rehabteam.opsaetning.loglinjer.UdenCpr"}},
    "formatters": {
        "linje": {
            "()": "rehabteam.opsaetning.loglinjer.Linje",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {
        "fejl": {"class": "logging.StreamHandler", "filters": ["uden_cpr"], "formatter": "linje"},
    },
    "root": {"handlers": ["fejl"], "level": "WARNING"},
    "loggers": TAVSE,
}
SILENCED_SYSTEM_CHECKS = ["axes.W003"]
