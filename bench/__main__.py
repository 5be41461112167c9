"""All measurements, one after the other: `make bench`. Each prints ratios against a floor of the same run."""

import subprocess
import sys

EMNER = (
    ("Reglen om de seks måneder", "bench.regel"),
    ("Papir: brev og samlet PDF", "bench.pdf"),
    ("Arbejdslisten", "bench.arbejdsliste"),
)


def main() -> int:
    """Each topic in a process of its own, so that one cannot warm or burden the next."""
    daarlige = 0
    for overskrift, modul in EMNER:
        print(f"\n== {overskrift} ==", flush=True)
        daarlige += subprocess.run([sys.executable, "-m", modul]).returncode != 0
    return 1 if daarlige else 0


if __name__ == "__main__":
    sys.exit(main())
