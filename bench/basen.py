"""A database of a measurement's own, set up as the product sets up its: import first, before anything of the product."""

from __future__ import annotations

import os

import django
from psycopg.conninfo import conninfo_to_dict, make_conninfo

SUPER = os.environ.get("REHABTEAM_DB_SUPER", "")
DATABASE = os.environ.get("REHABTEAM_BENCH_DATABASE") or "rehabteam_bench_vaegge"
_BASE = conninfo_to_dict(SUPER) | {"dbname": DATABASE}
os.environ["REHABTEAM_ROLLEPRAEFIKS"] = "rehabteam_test"
os.environ["REHABTEAM_DEMO"] = "1"
for _alias, _rolle in (("WEB", "web"), ("VEDLIGEHOLD", "migr")):
    os.environ[f"REHABTEAM_DB_{_alias}"] = make_conninfo(
        **(_BASE | {"user": f"rehabteam_test_{_rolle}", "password": "proeve"})
    )
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rehabteam.opsaetning.base")
django.setup()
