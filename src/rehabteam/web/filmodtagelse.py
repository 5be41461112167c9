"""Files on their way in: an oversized request is known by its length, before any of it is written to disk."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

# The other fields of a form, and the borders between the parts.
RESTEN = 2 * 1024 * 1024
SMID_VAEK = 64 * 1024 * 1024
STYKKE = 1024 * 1024


class TilDisk(TemporaryFileUploadHandler):
    """Raises RequestDataTooBig (status 413 by web/fejlsider) for a request that cannot be taken in."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, Any]] | None:
        if content_length > settings.MAX_FILSTOERRELSE + RESTEN:
            # A browser that is still sending does not read the answer: take a fair part, and drop it.
            rest = SMID_VAEK
            while rest > 0 and (stykke := input_data.read(min(STYKKE, rest))):
                rest -= len(stykke)
            raise RequestDataTooBig(f"{content_length} bytes")
        return None
