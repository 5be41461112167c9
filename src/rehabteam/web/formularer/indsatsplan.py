"""What may be typed in the kommune's indsatsplan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.skriv_indsatsplan import Planlagt

from .raekker import RaekkeFormular, begynder, kort, langt, omraade

HJEMLER = (
    ("", _("Vælg")),
    ("LAB_KAP_11", _("Praktik og andet på en arbejdsplads (LAB kap. 11)")),
    ("LAB_KAP_12", _("Løntilskud (LAB kap. 12)")),
    ("LAB_KAP_14", _("Vejledning og opkvalificering (LAB kap. 14)")),
    ("SERVICELOV", _("Social indsats (serviceloven)")),
    ("SUNDHEDSLOV_KOMMUNAL", _("Kommunens sundhedstilbud (sundhedsloven)")),
    ("LAB_KAP_26", _("Mentor (LAB kap. 26)")),
    ("SUNDHEDSLOV_REGIONAL", _("Behandling i regionen (sundhedsloven)")),
)


class IndsatsplanForm(RaekkeFormular):
    maal = langt(
        _("Mål for job eller uddannelse"),
        _("Et konkret mål. Kan det ikke sættes endnu, så et overordnet."),
        3,
    )
    delmaal = langt(
        _("Delmål, og hvorfor"),
        _("Inden for arbejde, sundhed, uddannelse og det sociale – de områder, der er brug for."),
    )
    opfoelgning = langt(_("Opfølgning"), _("Hvordan følger kommunen op undervejs?"))
    mentor = langt(_("Mentor"), _("Er der behov for en mentor, og til hvad? Et nej er også et svar."), 3)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def raekkefelter(self) -> dict[str, forms.Field]:
        return {
            "navn": kort(_("Indsats")),
            "hjemmel": forms.ChoiceField(label=_("Gives efter"), required=False, choices=HJEMLER),
            "omraade": omraade(),
            "begynder": begynder(),
            "ansvarlig": kort(_("Ansvarlig")),
            "maal": kort(_("Målet på kort sigt")),
        }

    def indsatser(self) -> list[Planlagt]:
        return [Planlagt(**raekke) for raekke in self.raekker()]
