"""`python -m tests.forloeb.laeg_bunke <case id> <person> <how many to read>`: forty papers on a case of the served demo.

Run beside the server, in its own environment, by those whose work it is: the caseworker lays them, the worker reads some.
"""

import sys
from datetime import date
from uuid import UUID

from rehabteam.cli import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.db import transaction
from django.utils import timezone

from rehabteam.cli.dokumentlaesning import _laes_en
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.papir import laeg_paa_sagen
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import aktoer
from rehabteam.sager.models import Gennemgang, Medarbejder, Sag
from tests.web.laesersag import bunke

DAG = date(2026, 5, 27)


def main() -> None:
    sag_id, person, laeses = UUID(sys.argv[1]), UUID(sys.argv[2]), int(sys.argv[3])
    with transaction.atomic():
        kontekst.aabn_doeren()
        hvem = aktoer(Medarbejder.objects.select_related("organisation").get(id=person))
    for titel, slags, dato, data, sider, mime in bunke():
        with kontekst.arbejder_som(hvem):
            sag = Sag.objects.get(id=sag_id)
            felter = {"slags": slags, "dato": dato, "filnavn": "papir", "mime": mime, "sider": sider}
            laeg_paa_sagen(Anledning(hvem, DAG, timezone.now()), sag, data, titel=titel, **felter)
    with kontekst.arbejder_som(hvem):
        egne = Gennemgang.objects.filter(sag_id=sag_id, tilstand="venter").order_by("-bestilt_tid")
        valgte = list(egne.values_list("id", flat=True)[:laeses])
    for nr in valgte:
        _laes_en(hvem, nr)


if __name__ == "__main__":
    main()
