"""The entry point of the site. It refuses to start on a database whose walls do not stand, or as neither demo nor
production."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rehabteam.opsaetning.base")
application = get_wsgi_application()  # before anything that has models

# isort: split
from django.db import connection  # noqa: E402

from rehabteam.opsaetning import start  # noqa: E402
from rehabteam.sager.adgang.katalog import efterproev  # noqa: E402

with connection.cursor() as cursor:
    _fund = efterproev(cursor)
if _fund:
    sys.exit("Databasens vægge holder ikke, så siden starter ikke:\n- " + "\n- ".join(_fund))
_fund = start.efterproev()
connection.close()
if _fund:
    sys.exit("Siden starter ikke:\n- " + "\n- ".join(_fund))
