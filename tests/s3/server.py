"""A real S3-compatible server for the tests: seaweedfs, from an environment of its own, on ports nobody has."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vaerksted import sidemiljoe, sted

NOEGLE, HEMMELIG, SPAND = "proevenoegle", "proevehemmelighed", "dokumenter"
ROD = Path(__file__).parents[2]
IDENTITET = {
    "identities": [
        {
            "name": "rehabteam",
            "credentials": [{"accessKey": NOEGLE, "secretKey": HEMMELIG}],
            "actions": ["Admin", "Read", "Write", "List", "Tagging"],
        }
    ]
}


class Server:
    """One server with its folder; `draeb` and `start` as often as one likes, on the same port."""

    def __init__(self, program: Path, mappe: Path) -> None:
        self.program, self.mappe = program, mappe
        self.port, *self.andre = _ledige(9)
        self.proces: subprocess.Popen[bytes] | None = None
        (mappe / "s3.json").write_text(json.dumps(IDENTITET))

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lager(self, mappe: str = "") -> str:
        """What REHABTEAM_LAGER would say."""
        return f"s3://{SPAND}/{mappe}?endpoint={self.adresse}"

    def start(self) -> None:
        m, mg, v, vg, f, fg, sg, *_ = self.andre
        with (self.mappe / "log").open("ab") as log:
            self.proces = subprocess.Popen(
                [
                    self.program, "server", f"-dir={self.mappe}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-s3",
                    f"-s3.config={self.mappe / 's3.json'}", f"-s3.port={self.port}", f"-s3.port.grpc={sg}",
                    f"-master.port={m}", f"-master.port.grpc={mg}", f"-volume.port={v}", f"-volume.port.grpc={vg}",
                    f"-filer.port={f}", f"-filer.port.grpc={fg}", "-volume.max=20",
                    "-master.volumeSizeLimitMB=64", "-master.telemetry=false",
                    "-s3.port.iceberg=0", "-s3.port.lance=0", "-s3.autoCreateBucket=false",
                ],
                stdout=log, stderr=log, start_new_session=True,
                env={navn: v for navn, v in os.environ.items() if not navn.startswith("AWS_")},
            )  # fmt: skip
        slut = time.monotonic() + 60
        while not self._svarer():
            assert self.proces.poll() is None and time.monotonic() < slut, (self.mappe / "log").read_text()
            time.sleep(0.2)

    def draeb(self) -> None:
        if self.proces:
            with suppress(ProcessLookupError):
                os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait()
            self.proces = None

    def _svarer(self) -> bool:
        try:
            urllib.request.urlopen(self.adresse, timeout=1).close()
        except urllib.error.HTTPError:
            return True  # it answers, that it does not know us
        except OSError:
            return False
        return True


def _ledige(antal: int) -> list[int]:
    sokler = [socket.socket() for _ in range(antal)]
    for s in sokler:
        s.bind(("127.0.0.1", 0))
    porte = [s.getsockname()[1] for s in sokler]
    for s in sokler:
        s.close()
    return porte


@contextmanager
def koerende() -> Iterator[Server]:
    """The server, running; killed hard at the end, and its folder thrown away."""
    python = sidemiljoe.klar(sted.sted(), ROD / "build" / "s3", "s3.txt", hvad="seaweedfs")
    mappe = Path(tempfile.mkdtemp(prefix="rehabteam-s3-"))
    server = Server(python.with_name("weed"), mappe)
    try:
        server.start()
        yield server
    finally:
        server.draeb()
        shutil.rmtree(mappe, ignore_errors=True)
