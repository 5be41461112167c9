"""What a person says of every document she lays on a case: its kind, its title and its day."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.models import Sag

from .datoer import kraev, rimelig
from .handling import Anledning

# The kinds a person can choose, in the order of the list; labels are shown.
SLAGS = {
    "dokumentation": gettext_noop("Dokumentation til resuméet"),
    "forrige_indstilling": gettext_noop("Indstilling eller indsatsplan fra sidste møde"),
    "nye_oplysninger": gettext_noop("Nye oplysninger, fordi situationen er ændret væsentligt"),
    "forberedende_del": gettext_noop("Forberedende del"),
    "cv": gettext_noop("CV"),
    "indsatsplan": gettext_noop("Indsatsplan"),
    "sundhedsnotat": gettext_noop("Sundhedskoordinatorens notat fra sidste møde"),
    "laegeattest": gettext_noop("Lægeattest"),
    "opfoelgningsnotat": gettext_noop("Opfølgningsnotat"),
    "afgoerelse": gettext_noop("Afgørelse"),
    "brev": gettext_noop("Brev"),
    "andet": gettext_noop("Andet"),
}


def kraev_sagt(anledning: Anledning, sag: Sag, *, titel: str, slags: str, dato: date) -> None:
    """What a person must say of every document. Raises KanIkke at `dato`/`titel`/`slags`."""
    fejl = {"dato": rimelig(dato, sag.borger.foedselsdato, anledning.dag, fremtid=False)}
    if slags not in SLAGS:
        fejl["slags"] = _("Vælg, hvad dokumentet er.")
    if not titel.strip():
        fejl["titel"] = _("Skriv en titel, så andre kan finde dokumentet.")
    kraev(fejl)
