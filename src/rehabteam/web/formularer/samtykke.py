"""What may be typed about a consent and a request. What it means is for the Handling to judge."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.registrer_samtykke import PAA_STEDET
from rehabteam.lov.retssikkerhedsloven.undtagelse import UNDTAGELSER
from rehabteam.sager.models import FORMER, Samtykke
from rehabteam.web.cprvagt import har_cpr
from rehabteam.web.formular import Datofelt, Formular, Jafelt

LANGT = 4000


def _langt(raekker: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": raekker})


def _uden_cpr(tekst: str) -> str:
    """Names of doctors and offices stand on lists and in the history."""
    if har_cpr(tekst):
        raise ValidationError(_("Skriv navnet uden CPR-nummer."))
    return tekst


class BlanketForm(Formular):
    """What stands on the paper the citizen signs."""

    oplysninger = forms.CharField(
        label=gettext_lazy("Hvilke oplysninger må hentes?"),
        help_text=gettext_lazy(
            "Så præcist, at borgeren ved, hvad samtykket gælder. Fx »statusattest om knæet siden januar 2026«."
        ),
        widget=_langt(3),
        max_length=LANGT,
        error_messages={"required": gettext_lazy("Skriv, hvilke oplysninger der må hentes.")},
    )
    kilde = forms.CharField(
        label=gettext_lazy("Hos hvem?"),
        help_text=gettext_lazy("Navnet på lægen, sygehuset eller myndigheden. Fx »Lægehuset i Nordby«."),
        max_length=200,
        error_messages={"required": gettext_lazy("Skriv, hvem oplysningerne må hentes hos.")},
    )
    formaal = forms.CharField(
        label=gettext_lazy("Hvad skal de bruges til i sagen?"),
        widget=_langt(2),
        max_length=LANGT,
        error_messages={"required": gettext_lazy("Skriv, hvad oplysningerne skal bruges til i sagen.")},
    )
    til = Datofelt(
        label=gettext_lazy("Sidste dag, samtykket gælder"),
        help_text=gettext_lazy("Kun hvis borgeren har sat en slutdato."),
        required=False,
    )

    def clean_kilde(self) -> str:
        return _uden_cpr(self.cleaned_data["kilde"])


class SamtykkeForm(BlanketForm):
    """The field names are those the Handling answers at."""

    givet = Datofelt(label=gettext_lazy("Hvornår gav borgeren samtykket?"))
    maade = forms.ChoiceField(
        label=gettext_lazy("Hvordan?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvordan borgeren gav samtykket.")},
    )
    praecist = Jafelt(
        label=gettext_lazy("Siger samtykket præcist hvilke oplysninger, hos hvem og til hvilken sag?"),
        help_text=gettext_lazy("»Alt relevant« er ikke nok. Det er dig, der vurderer det."),
        error_messages={"required": gettext_lazy("Tag stilling til, om samtykket er præcist.")},
    )
    konsekvenser_oplyst = Jafelt(
        label=gettext_lazy("Har borgeren fået at vide, hvad et nej betyder for sagen?"),
        error_messages={"required": gettext_lazy("Vælg ja eller nej.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["maade"].choices = [(m.value, _(str(m.label))) for m in PAA_STEDET]  # type: ignore[attr-defined]


class _AnmodningForm(Formular):
    attest = forms.ChoiceField(
        label=gettext_lazy("Hvad beder du om?"),
        error_messages={"required": gettext_lazy("Vælg, hvad du beder om.")},
    )
    oplysninger = forms.CharField(
        label=gettext_lazy("Hvilke oplysninger?"),
        help_text=gettext_lazy("Kun det, der er brug for i sagen."),
        widget=_langt(3),
        max_length=LANGT,
        error_messages={"required": gettext_lazy("Skriv, hvilke oplysninger du beder om.")},
    )

    svarfrist = Datofelt(
        label=gettext_lazy("Sidste dag for konsultationen"),
        help_text=gettext_lazy(
            "Kun for LÆ 285, hvor kommunen selv sætter dagen. Andre attesters frist regnes ud."
        ),
        required=False,
    )
    ny_attest_grund = forms.CharField(
        label=gettext_lazy("Hvorfor er der brug for en ny vurdering fra lægen, når sagen kommer igen?"),
        help_text=gettext_lazy("Kun for LÆ 265. Gemmes på sagen med dit navn."),
        widget=_langt(2),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, igen: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not igen:
            del self.fields["ny_attest_grund"]
        navne = [(kode, navn or _("Oplysninger uden attest")) for kode, navn in FORMER.items()]
        self.fields["attest"].choices = [("", _("Vælg")), *navne]  # type: ignore[attr-defined]


class PaaSamtykkeForm(_AnmodningForm):
    """A request that rests on a consent; whom it goes to is the consent's."""

    daekker = Jafelt(
        label=gettext_lazy("Dækker samtykket netop de oplysninger?"),
        help_text=gettext_lazy("Læs, hvad borgeren har sagt ja til. Det er dig, der vurderer det."),
        error_messages={"required": gettext_lazy("Tag stilling til, om samtykket dækker det, du beder om.")},
    )


class UdenSamtykkeForm(_AnmodningForm):
    """A request that rests on an exception, chosen and reasoned by a person."""

    til = forms.CharField(
        label=gettext_lazy("Hos hvem?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Skriv, hvem du beder.")},
    )
    undtagelse = forms.ChoiceField(
        label=gettext_lazy("Hvilken undtagelse bruger du?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvilken undtagelse du bruger.")},
    )
    begrundelse = forms.CharField(
        label=gettext_lazy("Hvorfor passer undtagelsen på sagen?"),
        help_text=gettext_lazy("Gemmes på sagen med dit navn og datoen. Borgeren kan få det at se."),
        widget=_langt(4),
        max_length=LANGT,
        error_messages={"required": gettext_lazy("Skriv, hvorfor undtagelsen passer på sagen.")},
    )
    field_order = (
        *("attest", "ny_attest_grund", "svarfrist", "til", "oplysninger", "undtagelse"),
        "begrundelse",
    )

    def __init__(self, *args: Any, igen: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, igen=igen, **kwargs)
        self.fields["undtagelse"].choices = [(kode, str(h)) for kode, h in UNDTAGELSER.items()]  # type: ignore[attr-defined]

    def clean_til(self) -> str:
        return _uden_cpr(self.cleaned_data["til"])


class AnnullerForm(Formular):
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor annulleres anmodningen?"),
        widget=_langt(3),
        max_length=2000,
        error_messages={"required": gettext_lazy("Skriv, hvorfor anmodningen annulleres.")},
    )


def samtykkets(samtykke: Samtykke) -> dict[str, str]:
    """The request begins with what the citizen said yes to; it can be narrowed."""
    return {"oplysninger": samtykke.oplysninger}
