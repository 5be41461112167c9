"""What may be typed on a case."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.dokumenter import modtag
from rehabteam.handlinger.sagt import SLAGS
from rehabteam.sager.aarsager import AARSAGER
from rehabteam.web.cprvagt import har_cpr
from rehabteam.web.formular import Datofelt, Formular, Jafelt

TAGES_IMOD = ",".join(f".{endelse}" for slags in modtag.ENDELSER.values() for endelse in slags)


def _langt(antal: int = 6) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": antal})


class AendringForm(Formular):
    aendret = Jafelt(
        label=gettext_lazy(
            "Har borgerens situation ændret sig væsentligt, siden ressourceforløbet begyndte?"
        ),
        error_messages={"required": gettext_lazy("Vælg ja eller nej.")},
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvad lægger du vægt på?"),
        help_text=gettext_lazy("Gemmes på sagen med dit navn og datoen."),
        widget=_langt(),
        max_length=4000,
        error_messages={"required": gettext_lazy("Skriv, hvad du lægger vægt på i vurderingen.")},
    )


class ResumeForm(Formular):
    tekst = forms.CharField(
        label=gettext_lazy("Hvad er der sket siden sidste møde?"),
        help_text=gettext_lazy(
            "Skriv, hvad der blev aftalt, hvad der er sat i gang, hvad der ikke er, og hvorfor. Skriv også, hvordan "
            "borgeren ser på det."
        ),
        widget=_langt(18),
        max_length=40_000,
        error_messages={
            "required": gettext_lazy("Skriv, hvad der er sket siden sidste møde."),
            "max_length": gettext_lazy("Teksten er over 40.000 tegn. Kort den af, og gem igen."),
        },
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class DokumentForm(Formular):
    """The field names are those the Handling answers at."""

    slags = forms.ChoiceField(
        label=gettext_lazy("Hvad er det for et dokument?"),
        error_messages={
            "required": gettext_lazy("Vælg, hvad dokumentet er."),
            "invalid_choice": gettext_lazy("Vælg, hvad dokumentet er."),
        },
    )
    titel = forms.CharField(
        label=gettext_lazy("Titel"),
        help_text=gettext_lazy("Fx »Opfølgning med jobcentret, marts«. Skriv ikke CPR-nummer."),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Skriv en titel, så andre kan finde dokumentet."),
            "max_length": gettext_lazy("Titlen er over 200 tegn. Gør den kortere."),
        },
    )
    afsender = forms.CharField(
        label=gettext_lazy("Hvem er det fra?"),
        help_text=gettext_lazy("Fx »Lægehuset Havnegade«. Er det kommunens eget, så lad feltet være tomt."),
        max_length=200,
        required=False,
        error_messages={"max_length": gettext_lazy("Navnet er over 200 tegn. Gør det kortere.")},
    )
    dato = Datofelt(
        label=gettext_lazy("Dokumentets dato"),
        help_text=gettext_lazy("Den dag, dokumentet er fra. Fx 08.02.2026."),
    )
    fil = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy(
            "PDF, Word (docx), ODT, JPEG, PNG, TIFF, HEIC eller en mail (eml, msg). Højst 50 MB."
        ),
        widget=forms.FileInput(attrs={"accept": TAGES_IMOD, "data-hoejst": str(50 * 1024 * 1024)}),
        allow_empty_file=True,
        max_length=255,
        error_messages={
            "required": gettext_lazy("Vælg en fil."),
            "missing": gettext_lazy("Vælg en fil."),
            "invalid": gettext_lazy("Filen kom ikke med. Vælg den igen."),
            "max_length": gettext_lazy(
                "Filens navn er for langt. Giv den et kortere navn, og vælg den igen."
            ),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slags"].choices = [("", _("Vælg")), *((kode, _(navn)) for kode, navn in SLAGS.items())]

    def clean_titel(self) -> str:
        titel: str = self.cleaned_data["titel"]
        if har_cpr(titel):
            raise ValidationError(_("Skriv titlen uden CPR-nummer. Titlen står på lister og i filnavne."))
        return titel

    def clean_afsender(self) -> str:
        afsender: str = self.cleaned_data["afsender"]
        if har_cpr(afsender):
            raise ValidationError(_("Skriv, hvem det er fra, uden CPR-nummer."))
        return afsender

    def clean(self) -> dict[str, Any] | None:
        """A browser forgets the file when another field must be mended: say so, or it is sent without."""
        self.fil_skal_vaelges_igen()
        return self.cleaned_data

    def fil_skal_vaelges_igen(self) -> None:
        if self.errors and "fil" not in self.errors and self.files.get("fil"):
            self.add_error(
                "fil", _("Vælg filen igen. Browseren husker den ikke, når et andet felt skal rettes.")
            )


class TilbageForm(Formular):
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor trækkes dokumentet tilbage?"),
        help_text=gettext_lazy("Fx »Dokumentet hører til en anden sag«. Gemmes på sagen med dit navn."),
        widget=_langt(4),
        max_length=2000,
        error_messages={"required": gettext_lazy("Skriv, hvorfor dokumentet trækkes tilbage.")},
    )


class SendForm(Formular):
    """The cause is asked for where the day is passed; the Handling says when."""

    aarsag = forms.ChoiceField(
        label=gettext_lazy("Hvorfor sendes sagen for sent?"),
        help_text=gettext_lazy("Årsagerne tælles i ledelsestallene. Skriv det med dine egne ord nedenfor."),
        choices=[(noegle, gettext_lazy(navn)) for noegle, navn in AARSAGER.items()],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg en af årsagerne på listen.")},
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor sendes sagen alligevel?"),
        help_text=gettext_lazy("Klinisk Funktion læser det, du skriver. Det gemmes på sagen."),
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        max_length=2000,
        required=False,
    )


class MoedeForm(Formular):
    """Which meeting is chosen; the page draws the choices with their last days."""

    moede = forms.UUIDField(
        label=gettext_lazy("Møde"),
        error_messages={
            "required": gettext_lazy("Vælg et møde."),
            "invalid": gettext_lazy("Vælg et af møderne på listen."),
        },
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor vælges et møde, hvor fristen er overskredet?"),
        help_text=gettext_lazy("Udfyldes kun, hvis du vælger et møde mærket »For sent«. Gemmes på sagen."),
        widget=_langt(4),
        max_length=2000,
        required=False,
    )

    def spoerg_om_flytning(self) -> None:
        """The case has a day already: why is it moved?"""
        self.fields["grund"].label = _("Hvorfor flyttes mødet?")
        self.fields["grund"].help_text = _(
            "Står i sagens historik, og sagsbehandleren bliver mindet om flytningen."
        )
