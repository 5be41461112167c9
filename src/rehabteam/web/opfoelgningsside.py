"""What the kommune itself must see to on a case after the meeting, in words, with the page where it is done."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.vurdering import Hjemmel, bek
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek.opfoelgning import Opfoelgning, Planlagt, Slags, for_sag, planlagte

from .byggesten import datoer

T = Sag.Tilstand
PAR17 = bek(17, 1)


@dataclass(frozen=True, slots=True)
class Panel:
    """Heading, one sentence, the efforts where they matter, and the act that moves it on (url "" = not this person's)."""

    overskrift: str
    tekst: str
    handling: str = ""
    url: str = ""
    indsatser: tuple[Planlagt, ...] = ()
    uden_frist: bool = False
    hjemmel: Hjemmel = PAR17


def panel(aktoer: Aktoer, sag: Sag, dag: date) -> Panel | None:
    """None: nothing waits for the kommune, or it is not one's own kommune's case."""
    if aktoer.vaeg != Vaeg.KOMMUNE or sag.tilstand not in (T.INDSTILLET, T.AFGJORT, T.PLAN_LAGT):
        return None
    venter = for_sag(aktoer, sag, dag)
    return _panel(aktoer, sag, venter, dag) if venter else None


def _panel(aktoer: Aktoer, sag: Sag, o: Opfoelgning, dag: date) -> Panel:
    siden = _siden(o, dag)
    match o.slags:
        case Slags.AFGOERELSE:
            return Panel(
                _("Kommunen mangler at træffe afgørelse"),
                _("Teamet har anbefalet, kommunen bestemmer.") + " " + siden,
                _("Træf afgørelse"),
                reverse("web:afgoerelse", args=[sag.id]) if har_ret(aktoer, "traef_afgoerelse", sag) else "",
            )
        case Slags.PLAN:
            return Panel(
                _("Indsatsplanen mangler"),
                _("Sagen er afgjort, og der skal laves en plan.") + " " + siden,
                _("Skriv indsatsplan"),
                reverse("web:indsatsplan", args=[sag.id]) if har_ret(aktoer, "laeg_indsatsplan", sag) else "",
            )
    aftalt = (
        _("Den første er aftalt til %(dag)s.") % {"dag": datoer.saetning(o.aftalt)}
        if o.aftalt
        else _("Der er ikke aftalt en dag.")
    )
    return Panel(
        _("Ingen indsats er begyndt endnu"),
        " ".join((aftalt, siden)),
        _("Registrér start"),
        _startside(sag) if har_ret(aktoer, "registrer_start", sag) else "",
        tuple(planlagte(sag)),
        uden_frist=True,
    )


def _startside(sag: Sag) -> str:
    if sag.forloeb_id:
        return reverse("web:forloeb", args=[sag.forloeb_id])
    return reverse("web:indsats_start", args=[sag.id])


def _siden(o: Opfoelgning, dag: date) -> str:
    dage = o.dage(dag)
    if dage < 1:
        return ""
    return ngettext("Det har ventet i %(n)s dag.", "Det har ventet i %(n)s dage.", dage) % {"n": dage}
