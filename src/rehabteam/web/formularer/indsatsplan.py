"""What may be typed in the kommune's indsatsplan."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.skriv_indsatsplan import Planlagt

from .. import hjemler
from .raekker import RaekkeFormular, begynder, kort, langt, omraade


class IndsatsplanForm(RaekkeFormular):
    """Goal, sub-goals, efforts, follow-up, mentor. A draft may leave any of them empty."""

    foer_raekker = ("maal", "delmaal")

    maal = langt(
        gettext_lazy("Mål for job eller uddannelse"),
        gettext_lazy("Et konkret mål. Kan det ikke sættes endnu, så skriv et overordnet og hvorfor."),
        3,
    )
    delmaal = langt(
        gettext_lazy("Delmål, og hvorfor de er valgt"),
        gettext_lazy(
            "Inden for beskæftigelse, sundhed, uddannelse og det sociale. Tag de områder, der er brug for."
        ),
        5,
    )
    opfoelgning = langt(gettext_lazy("Opfølgning"), gettext_lazy("Hvem følger op, hvordan og hvor ofte?"), 4)
    mentor = langt(
        gettext_lazy("Mentor"),
        gettext_lazy(
            "Er der behov for en mentor, og til hvad? Et nej er også et svar: skriv »Nej« og hvorfor."
        ),
        3,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def raekkefelter(self) -> dict[str, forms.Field]:
        return {
            "navn": kort(_("Indsats")),
            "hjemmel": forms.ChoiceField(
                label=_("Gives efter"),
                required=False,
                choices=[("", _("Vælg")), *hjemler.INDSATSER],
                error_messages={"invalid_choice": _("Vælg på listen, hvilken lov indsatsen gives efter.")},
            ),
            "omraade": omraade(),
            "begynder": begynder(),
            "ansvarlig": kort(_("Ansvarlig")),
            "maal": kort(_("Mål på kort sigt")),
        }

    def indsatser(self) -> list[Planlagt]:
        return [Planlagt(**raekke) for raekke in self.raekker()]

    def mangler(self, dele: Mapping[str, str]) -> None:
        """Put what lacks at its field; a missing legal basis at each row that has none."""
        for del_, tekst in dele.items():
            if del_ != "indsatser":
                self.add_error(del_, tekst)
            elif uden := self._uden_hjemmel():
                for nr in uden:
                    self.add_error(
                        f"i{nr}_hjemmel", _("Vælg, hvilken lov indsats %(nr)s gives efter.") % {"nr": nr + 1}
                    )
            else:
                self.add_error("i0_navn", tekst)

    def _uden_hjemmel(self) -> list[int]:
        return [nr for nr, r in enumerate(self.raekker()) if r["navn"].strip() and not r["hjemmel"]]
