"""Every kind of case, as the caseworker chooses it: the law's word for it, and how it stands on the case.

What a kind needs is not here: the rules say it (sager/sagsfakta/samlet.py). The names are Danish as they are kept; a
page translates them when it shows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from .models import GENFORELAEGGELSE, UENIG, Sag

JAF = "jobafklaringsforloeb"
FTP = "foertidspension"
SAMTALE = "Samtale med sundhedskoordinator"


@dataclass(frozen=True, slots=True)
class Sagsart:
    """One kind. `sagstype`, `undertype`: as they stand on the case ("" in `sagstype`: as the case it springs from).

    `fakta`: what choosing this kind answers by itself (keys of the law). `spoergsmaal`: what must be asked when the
    case is made (keys of sagsfakta/skoen.py). `vaelges`: on the page "Ny sag"; the others spring from another case.
    """

    noegle: str
    navn: str
    hjaelp: str
    sagstype: str
    undertype: str = ""
    fakta: Mapping[str, object] = field(default_factory=dict)
    spoergsmaal: tuple[str, ...] = ()
    vaelges: bool = True


_ARTER = (
    Sagsart(
        "ressourceforloeb",
        _("Ressourceforløb"),
        _("Første gang teamet ser på, om borgeren skal have et ressourceforløb, og med hvilke indsatser."),
        "ressourceforloeb",
    ),
    Sagsart(
        "jaf_foerste",
        _("Jobafklaringsforløb, det første"),
        _("Borgeren går fra sygedagpenge til sit første jobafklaringsforløb. Teamet ser på indsatsen."),
        JAF,
        "Det første jobafklaringsforløb",
        {"foerste_jaf": True},
        ("indsats_13d", "ophoer", "overgang"),
    ),
    Sagsart(
        "jaf_nyt",
        _("Jobafklaringsforløb, et nyt"),
        _("Et jobafklaringsforløb er slut, og teamet ser på, om der skal være et nyt."),
        JAF,
        "Et nyt jobafklaringsforløb",
        {"foerste_jaf": False, "overgang": "NYT_JAF"},
    ),
    Sagsart(
        "sygedagpenge_kat3",
        _("Sygedagpenge, kategori 3"),
        _("Borgeren får sygedagpenge og er i kategori 3. Teamet ser på, hvilken indsats der er brug for."),
        "sygedagpenge_kat3",
    ),
    Sagsart(
        "fleksjob",
        _("Fleksjob"),
        _("Arbejdsevnen er varigt og væsentligt nedsat, og et fleksjob kan komme på tale."),
        "fleksjob",
    ),
    Sagsart(
        "tilskud_selvstaendig",
        _("Tilskud til selvstændige"),
        _("Borgeren driver egen virksomhed og søger tilskud på grund af nedsat arbejdsevne."),
        "tilskud_selvstaendig",
    ),
    Sagsart(
        "foertidspension",
        _("Førtidspension, den almindelige vej"),
        _("Kommunen rejser sagen, og grundlaget er helt som i andre sager i teamet."),
        FTP,
    ),
    Sagsart(
        "ftp_12_team",
        _("Førtidspension, helt åbenbart: med team"),
        _(
            "Det er helt åbenbart, at arbejdsevnen ikke kan blive bedre. Grundlaget er lettere, teamet er med."
        ),
        FTP,
        "§ 12 med rehabiliteringsteam",
        {"spor": "TEAM_12"},
    ),
    Sagsart(
        "ftp_12_uden",
        _("Førtidspension, helt åbenbart: uden team"),
        _("Kommunen afgør sagen uden teamet efter pensionslovens § 18, stk. 2. Der er intet møde."),
        FTP,
        "§ 12 uden rehabiliteringsteam",
        {"spor": "LSP_18_STK_2"},
    ),
    Sagsart(
        "ftp_13_team",
        _("Førtidspension, borgeren har selv søgt: med team"),
        _("Borgeren har søgt og vil have sagen afgjort på de papirer, der er. Teamet er med."),
        FTP,
        "§ 13 med rehabiliteringsteam",
        {"spor": "LSP_17_STK_2"},
    ),
    Sagsart(
        "ftp_13_uden",
        _("Førtidspension, borgeren har selv søgt: uden team"),
        _("Borgeren har søgt, og kommunen afgør sagen uden teamet efter pensionslovens § 17, stk. 3."),
        FTP,
        "§ 13 uden rehabiliteringsteam",
        {"spor": "LSP_17_STK_3"},
    ),
    Sagsart(
        "revalidering",
        _("Revalidering"),
        _("Kommunen vurderer selv, om borgeren skal tilbydes revalidering. Sagen skal ikke for teamet."),
        "revalidering",
    ),
    Sagsart(
        "anden_sag",
        _("En anden sag"),
        _("Kommunen kan vælge at lade teamet se på en sag, som reglerne ikke nævner."),
        "andet",
        "",
        {},
        ("kommunen_vaelger", "bruger_bekendtgoerelsen"),
    ),
    Sagsart(
        "samtale_113_stk3",
        _("Borgerens samtale med sundhedskoordinator"),
        _("Sundhedskoordinator taler med borgeren efter beskæftigelseslovens § 113, stk. 3. Intet teammøde."),
        "andet",
        SAMTALE,
        {"kommunen_vaelger": False, "bruger_bekendtgoerelsen": False},
    ),
    Sagsart(
        "genforelaeggelse",
        _("Genforelæggelse"),
        _("Ingen indsats begyndte til tiden. Sagen genoptages fra borgerens forløb."),
        "ressourceforloeb_genbehandling",
        GENFORELAEGGELSE,
        vaelges=False,
    ),
    Sagsart(
        "genforelaeggelse_uenig",
        _("Genforelæggelse, fordi kommunen ikke vil følge indstillingen"),
        _("Sagen skal for teamet igen, før kommunen kan afgøre den mod indstillingen."),
        "",
        UENIG,
        vaelges=False,
    ),
)
ARTER: Mapping[str, Sagsart] = {art.noegle: art for art in _ARTER}
_EFTER_SAGEN = {(art.sagstype, art.undertype): art for art in _ARTER}


def art(sag: Sag) -> Sagsart:
    """The kind of this case. A case from another system with an unknown undertype is of its sagstype's plain kind."""
    if sag.undertype == UENIG:
        return ARTER["genforelaeggelse_uenig"]
    return _EFTER_SAGEN.get((sag.sagstype, sag.undertype)) or _EFTER_SAGEN.get(
        (sag.sagstype, ""), ARTER["anden_sag"]
    )
