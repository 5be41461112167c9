"""Keys and certificates of the tests' own making, new at each run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID


def lav(mappe: Path, navn: str) -> tuple[Path, Path]:
    """`<navn>.key` and `<navn>.crt` in the folder (PEM)."""
    noegle = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    hvem = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, navn)])
    nu = datetime.now(UTC)
    certifikat = (
        x509.CertificateBuilder()
        .subject_name(hvem)
        .issuer_name(hvem)
        .public_key(noegle.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=2))
        .sign(noegle, hashes.SHA256())
    )
    n, c = mappe / f"{navn}.key", mappe / f"{navn}.crt"
    n.write_bytes(
        noegle.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    n.chmod(0o600)
    c.write_bytes(certifikat.public_bytes(serialization.Encoding.PEM))
    return n, c
