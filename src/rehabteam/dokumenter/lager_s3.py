"""The same store in an S3-compatible service: a document is named after its own content there too, and written once.

The order is the promise of lager.py: the bytes are hashed → written on the condition that the name is free → fetched
again and compared. Only then is there a Blob to put in a row. If the service does not answer, nothing is saved here
to be sent later: whoever asked is told, and nothing can be lost between two places.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO, cast
from urllib.parse import parse_qsl, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from .lager import ER_SHA256, STYKKE, Blob, BlobBeskadiget, BlobMangler, LagerFejl, LagerFuldt

REGION = "us-east-1"  # what a service that has none is called in a signature
I_HUKOMMELSEN = 8 << 20  # bytes; a bigger document is kept in an unnamed file while it is compared
NEDE = "Dokumentlageret svarer ikke lige nu. Intet er gemt. Prøv igen om lidt."
AFVIST = "Dokumentlageret afviser programmets nøgle. Intet er gemt. Sig det til driften."
FULDT = "Der er ikke plads til dokumentet lige nu. Intet er gemt. Prøv igen senere."
ANDET = "Dokumentet kunne ikke gemmes eller læses. Prøv igen om lidt."
OPTAGET = frozenset({"PreconditionFailed", "ConditionalRequestConflict", "412", "409"})
VAEK = frozenset({"NoSuchKey", "NotFound", "404"})
NOEGLEFEJL = frozenset(
    {"SignatureDoesNotMatch", "InvalidAccessKeyId", "AccessDenied", "InvalidToken", "ExpiredToken", "403"}
)
UDEN_PLADS = frozenset({"QuotaExceeded", "InsufficientStorage", "StorageFull", "507"})


@dataclass(frozen=True, slots=True)
class Sted:
    """`s3://bucket/prefix?endpoint=https://host:port&region=…`. Without `endpoint` it is AWS' own."""

    spand: str
    forstavelse: str = ""
    endpoint: str | None = None
    region: str = REGION

    @classmethod
    def laes(cls, adresse: str) -> Sted:
        """Raises ValueError (Danish) at an address that is not one."""
        dele = urlsplit(adresse)
        resten: dict[str, str] = dict(parse_qsl(dele.query, strict_parsing=bool(dele.query)))
        if dele.scheme != "s3" or not dele.netloc or "@" in dele.netloc:
            raise ValueError("REHABTEAM_LAGER skal være s3://spand eller s3://spand/mappe, uden nøgler i.")
        if ukendte := resten.keys() - {"endpoint", "region"}:
            raise ValueError(f"REHABTEAM_LAGER kender ikke {', '.join(sorted(ukendte))}.")
        mappe = dele.path.strip("/")
        return cls(
            dele.netloc,
            f"{mappe}/" if mappe else "",
            resten.get("endpoint"),
            resten.get("region", REGION),
        )


class S3Lager:
    """Content-addressed store in one bucket, under one prefix. Same promises and errors as lager.Lager.

    The keys are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment, and are looked for nowhere else.
    """

    def __init__(self, sted: Sted, noegle: str | None = None, hemmelig: str | None = None) -> None:
        self.sted = sted
        # A session for this one alone: the library's own is not for several threads to make at once.
        self._s3: Any = boto3.session.Session().client(
            "s3",
            endpoint_url=sted.endpoint,
            region_name=sted.region,
            aws_access_key_id=noegle or os.environ.get("AWS_ACCESS_KEY_ID", "-"),
            aws_secret_access_key=hemmelig or os.environ.get("AWS_SECRET_ACCESS_KEY", "-"),
            config=Config(
                connect_timeout=3,
                read_timeout=30,
                retries={"max_attempts": 3, "mode": "standard"},
                s3={"addressing_style": "path"},
                # Ours is a hash of what comes back: better than what not every service knows.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        )

    def gem(self, data: bytes | BinaryIO) -> Blob:
        """Save bytes or an open file. The same content twice is one blob. Raises LagerFuldt, LagerFejl."""
        kilde = io.BytesIO(data) if isinstance(data, bytes) else data
        try:
            with tempfile.SpooledTemporaryFile(I_HUKOMMELSEN) as kopi:
                blob = _til(cast(BinaryIO, kopi), kilde)
                if not self._skriv_ny(blob, cast(BinaryIO, kopi)) and not self._er_hel(blob):
                    # The service has spoilt what it had, or never got it whole: the good copy takes its place.
                    self._skriv(blob, cast(BinaryIO, kopi))
                if not self._er_hel(blob):
                    raise LagerFejl(ANDET)
        except (ClientError, BotoCoreError, OSError) as fejl:
            raise _som_lagerfejl(fejl) from fejl
        return blob

    def laes(self, sha256: str) -> bytes:
        """The document's bytes, compared with its name. Raises BlobMangler, BlobBeskadiget, LagerFejl."""
        with self.aaben(sha256) as fil:
            return fil.read()

    def aaben(self, sha256: str) -> BinaryIO:
        """The document as an open file at its start, compared with its name first. Raises as `laes`."""
        noegle = self._noegle(sha256)
        kopi = cast(BinaryIO, tempfile.SpooledTemporaryFile(I_HUKOMMELSEN))  # noqa: SIM115 (it is handed over)
        try:
            svar = self._s3.get_object(Bucket=self.sted.spand, Key=noegle)
            with svar["Body"] as stroem:
                blob = _til(kopi, stroem)
        except (ClientError, BotoCoreError, OSError) as fejl:
            kopi.close()
            if _kode(fejl) in VAEK:
                raise BlobMangler("Dokumentet findes ikke i lageret.") from fejl
            raise _som_lagerfejl(fejl) from fejl
        if blob.sha256 != sha256:
            kopi.close()
            raise BlobBeskadiget("Dokumentet er ændret, siden det blev gemt. Det vises derfor ikke.")
        kopi.seek(0)
        return kopi

    def findes(self, sha256: str) -> bool:
        """Is there a document with this name? (Its bytes are compared when it is read.) Raises LagerFejl."""
        try:
            self._s3.head_object(Bucket=self.sted.spand, Key=self._noegle(sha256))
        except (ClientError, BotoCoreError) as fejl:
            if _kode(fejl) in VAEK:
                return False
            raise _som_lagerfejl(fejl) from fejl
        return True

    def alle(self) -> Iterator[str]:
        """The names of all documents, in order."""
        yield from (navn for navn, _tid in self._liste(""))

    def i_mappe(self, mappe: str) -> list[str]:
        """The names that begin with these two hex digits, in order."""
        return [navn for navn, _tid in self._liste(f"{mappe}/")]

    def aeldre_end(self, mappe: str, graense: datetime) -> list[str]:
        """Those of a folder that were written before this moment."""
        return [navn for navn, tid in self._liste(f"{mappe}/") if tid.astimezone(UTC) < graense]

    def ryd_halve(self, graense: datetime) -> None:
        """Nothing to do: a service shows no document that was not written whole."""

    def fjern(self, sha256: str) -> None:
        """Delete a document no row tells of. For the sweep alone, under its lock."""
        try:
            self._s3.delete_object(Bucket=self.sted.spand, Key=self._noegle(sha256))
        except (ClientError, BotoCoreError) as fejl:
            raise _som_lagerfejl(fejl) from fejl

    def _noegle(self, sha256: str) -> str:
        if not ER_SHA256.fullmatch(sha256):
            raise ValueError("et blobnavn er 64 hexcifre med små bogstaver")
        return f"{self.sted.forstavelse}{sha256[:2]}/{sha256}"

    def _liste(self, mappe: str) -> Iterator[tuple[str, datetime]]:
        sider = self._s3.get_paginator("list_objects_v2").paginate(
            Bucket=self.sted.spand, Prefix=f"{self.sted.forstavelse}{mappe}"
        )
        try:
            for side in sider:
                for post in side.get("Contents", ()):
                    navn = post["Key"].rsplit("/", 1)[-1]
                    if ER_SHA256.fullmatch(navn):
                        yield navn, post["LastModified"]
        except (ClientError, BotoCoreError) as fejl:
            raise _som_lagerfejl(fejl) from fejl

    def _skriv_ny(self, blob: Blob, kopi: BinaryIO) -> bool:
        """Write it unless the name is taken; whether it was written."""
        try:
            self._skriv(blob, kopi, IfNoneMatch="*")
        except ClientError as fejl:
            if _kode(fejl) not in OPTAGET:
                raise
            return False
        return True

    def _skriv(self, blob: Blob, kopi: BinaryIO, **betingelse: str) -> None:
        kopi.seek(0)
        self._s3.put_object(
            Bucket=self.sted.spand,
            Key=self._noegle(blob.sha256),
            Body=kopi,
            ContentLength=blob.stoerrelse,
            ContentType="application/octet-stream",
            **betingelse,
        )

    def _er_hel(self, blob: Blob) -> bool:
        """Fetched again and compared; a name that is taken by something else says no."""
        try:
            self.aaben(blob.sha256).close()
        except (BlobMangler, BlobBeskadiget):
            return False
        return True


def _til(kopi: BinaryIO, kilde: Any) -> Blob:
    """Copy all of `kilde`, and say what it was."""
    summen, antal = hashlib.sha256(), 0
    while stykke := kilde.read(STYKKE):
        summen.update(stykke)
        kopi.write(stykke)
        antal += len(stykke)
    return Blob(summen.hexdigest(), antal)


def _kode(fejl: Exception) -> str:
    return str(fejl.response.get("Error", {}).get("Code", "")) if isinstance(fejl, ClientError) else ""


def _som_lagerfejl(fejl: Exception) -> LagerFejl:
    kode = _kode(fejl)
    if kode in NOEGLEFEJL:
        return LagerFejl(AFVIST)
    if kode in UDEN_PLADS:
        return LagerFuldt(FULDT)
    if isinstance(fejl, ClientError) and fejl.response["ResponseMetadata"].get("HTTPStatusCode", 0) < 500:
        return LagerFejl(ANDET)
    return LagerFejl(NEDE)
