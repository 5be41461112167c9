"""A case with two papers for the tests of the reader."""

from datetime import UTC, datetime

from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.papir import laeg_paa_sagen
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Dokumentside, Sag
from tests.verden import DAG, Verden
from tests.web.laesersag import pdf


def sag_med_to(v: Verden) -> tuple[Sag, Dokument, Dokument]:
    """One paper of two pages whose words are known, and one of three that nobody has read yet."""
    sag = v.goer(v.sagsbehandler, genoptag_sag, v.forloeb().id, grund="Prøve")
    laest = laeg(v, sag, "Notat", pdf("Notat", 2), 2)
    laeg(v, sag, "Plan", pdf("Plan", 3), 3)
    ord_ = [
        *(
            [60, 70 + 20 * i, 60 + 6 * len(o), 82 + 20 * i, o]
            for i, o in enumerate(("Hun", "har", "smerterne."))
        ),
        [60, 160, 240, 172, "Rehabiliteringsteamet"],
        [60, 180, 160, 192, "010203-7762"],
    ]
    with kontekst.arbejder_som(v.sagsbehandler):
        for nr, sidens in ((1, ord_), (2, [[60, 70, 120, 82, "Pauser"]])):
            Dokumentside.objects.create(
                kommune_id=sag.kommune_id,
                sag=sag,
                dokument=laest,
                nr=nr,
                bredde=595,
                hoejde=842,
                tekst=" ".join(str(o[4]) for o in sidens),
                ord=sidens,
            )
        dokumenter = list(Dokument.objects.filter(sag=sag).order_by("tilfoejet_tid"))
    return sag, dokumenter[0], dokumenter[1]


def laeg(v: Verden, sag: Sag, titel: str, data: bytes, sider: int, mime: str = "application/pdf") -> Dokument:
    with kontekst.arbejder_som(v.sagsbehandler):
        anledning = Anledning(v.sagsbehandler, DAG, datetime.now(UTC))
        felter = {"slags": "dokumentation", "dato": DAG, "filnavn": "x", "mime": mime}
        return laeg_paa_sagen(anledning, sag, data, titel=titel, sider=sider, **felter)
