"""What comes after the meeting in a resumed case: the kommune's decision, its plan, and what has begun since."""

from datetime import date
from typing import Any
from uuid import UUID

from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.skriv_indsatsplan import Delmaal, Planindhold, Planlagt, skriv_indsatsplan
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.lov.bek2408_2021.par05 import stk2_mindst_til

KLAG = (
    "Skriv eller ring til os, hvis du vil klage. Vi ser på sagen igen og sender den videre til dem, der behandler "
    "klager, hvis vi holder fast. (Her sætter kommunen sin egen klagevejledning ind.)"
)


def afgoer(anledning: Anledning, sag_id: UUID, plan: dict[str, Any]) -> None:
    """The decision that follows the indstilling, with the words the citizen is told."""
    traef_afgoerelse(
        anledning,
        sag_id,
        foelger=True,
        begrundelse=plan["begrundelse"],
        naeste=plan["naeste"],
        klagevejledning=KLAG,
    )


def planlaeg(
    anledning: Anledning, sag_id: UUID, *, maal: str, indstilling: dict[str, Any], plan: dict[str, Any]
) -> None:
    """The whole indsatsdel from what the team recommended, written and finished on one day."""
    fra = anledning.dag
    skrevet = skriv_indsatsplan(
        anledning,
        sag_id,
        version=0,
        indhold=Planindhold(
            placering="saerskilt",
            maal_art="KONKRET",
            maal=maal,
            delmaalene=[Delmaal(**d) for d in plan["delmaalene"]],
            indsatser=[
                Planlagt(
                    i["navn"],
                    i["hjemmel"],
                    i["omraade"],
                    _iso(i.get("begynder")),
                    i["ansvarlig"],
                    i["maal"],
                )
                for i in indstilling["indsatser"]
            ],
            plan_fra=fra,
            plan_til=stk2_mindst_til(fra),
            opfoelgning=indstilling["opfoelgning"],
            mentor_behov=False,
            mentor=plan["mentor"],
        ),
    )
    laeg_indsatsplan(anledning, sag_id, version=skrevet.version)


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
