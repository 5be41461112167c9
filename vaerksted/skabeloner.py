"""Compile every page template, and look for each file it names, before someone opens the page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import django
from django.contrib.staticfiles import finders
from django.template import TemplateSyntaxError, engines
from django.template.backends.django import DjangoTemplates

# A page that names a file which is not there fails only once the files are collected, so it is found here.
STATISK = re.compile(r"""{%\s*static\s+(?:"([^"]+)"|'([^']+)')""")


def navne(mapper: list[Path]) -> Iterator[str]:
    """Each template's name, as a view would ask for it."""
    for mappe in mapper:
        for fil in sorted(mappe.glob("**/*")):
            if fil.is_file():
                yield fil.relative_to(mappe).as_posix()


def efterproev() -> tuple[int, list[str]]:
    """How many templates there are, and what is wrong with those that do not compile."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rehabteam.opsaetning.base")
    django.setup()
    motor = engines["django"]
    assert isinstance(motor, DjangoTemplates)
    egne = [Path(m) for m in motor.template_dirs if "rehabteam" in Path(m).parts]
    antal, fejl = 0, []
    for navn in navne(egne):
        antal += 1
        try:
            motor.get_template(navn)
        except (TemplateSyntaxError, UnicodeDecodeError) as grund:
            fejl.append(f"{navn}: {grund}")
    for mappe in egne:
        for navn in navne([mappe]):
            for fund in STATISK.finditer((mappe / navn).read_text("utf-8")):
                if finders.find(fund[1] or fund[2]) is None:
                    fejl.append(f"{navn}: filen {fund[1] or fund[2]} findes ikke")
    return antal, fejl


if __name__ == "__main__":
    hvor_mange, forkerte = efterproev()
    print("\n".join(forkerte) or f"{hvor_mange} skabeloner.")
    raise SystemExit(bool(forkerte))
