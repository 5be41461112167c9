"""A mail server on loopback that takes what it is given: SMTP as smtplib speaks it, written to be read."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default


class _Samtale(socketserver.StreamRequestHandler):
    server: "Postkasse"

    def handle(self) -> None:
        self._sig("220 proeve")
        while linje := self.rfile.readline():
            ordet = linje.split(b" ")[0].strip().upper()
            if ordet == b"DATA":
                self._sig("354 ja")
                self._tag_brev()
            elif ordet == b"RCPT" and b"afvist@" in linje:
                self._sig("550 findes ikke")
            else:
                self._sig("221 farvel" if ordet == b"QUIT" else "250 ok")
                if ordet == b"QUIT":
                    return

    def _tag_brev(self) -> None:
        linjer = []
        while (linje := self.rfile.readline()) not in (b".\r\n", b""):
            linjer.append(linje.removeprefix(b"."))
        self.server.raa.append(b"".join(linjer))
        self._sig("250 modtaget")

    def _sig(self, svar: str) -> None:
        self.wfile.write(f"{svar}\r\n".encode())


class Postkasse(socketserver.ThreadingTCPServer):
    """`adresse`: for REHABTEAM_MAILSERVER. `breve`: what has come, the latest last."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Samtale)
        self.raa: list[bytes] = []

    @property
    def adresse(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    @property
    def breve(self) -> list[Message]:
        return [message_from_bytes(b, policy=default) for b in self.raa]


@contextmanager
def postkasse() -> Iterator[Postkasse]:
    with Postkasse() as kasse:
        traad = threading.Thread(target=kasse.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        traad.start()
        yield kasse
        kasse.shutdown()
        traad.join()
