"""Log lines leave no trace of a person: anything that looks like a CPR number is painted over."""

import logging
import re

CPR = re.compile(r"(?<!\d)\d{6}[- ]?(?:\d{4}|\d[A-Za-z]{2}\d)(?!\d)")


class UdenCpr(logging.Filter):
    """Formats the line once and replaces everything CPR-like, the traceback included."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = CPR.sub("[cpr]", record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = CPR.sub("[cpr]", logging.Formatter().formatException(record.exc_info))
        return True
