"""Log lines leave no trace of a person, and nobody outside can write one of her own."""

import logging
import re
from datetime import datetime

CPR = re.compile(r"(?<!\d)\d{6}[- ]?(?:\d{4}|\d[A-Za-z]{2}\d)(?!\d)")


class UdenCpr(logging.Filter):
    """Formats the line once and replaces everything CPR-like, the traceback included."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = CPR.sub("[cpr]", record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = CPR.sub("[cpr]", logging.Formatter().formatException(record.exc_info))
        return True


class Linje(logging.Formatter):
    """One entry is one line: what could begin another is written out. Only a traceback runs on, indented."""

    STYRETEGN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """With the date, and how far from UTC the clock is."""
        return datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")

    def formatMessage(self, record: logging.LogRecord) -> str:
        return self.STYRETEGN.sub(lambda tegn: repr(tegn[0])[1:-1], super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        foerste, *resten = super().format(record).splitlines()
        return "\n".join([foerste, *(f"    {linje}" for linje in resten)])
