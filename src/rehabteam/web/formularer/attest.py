"""What may be typed about a certificate on its way, and what was found in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.lov.bek2408_2021.par04 import ORDINAER
from rehabteam.sager.models import Attestskridt, Dokument
from rehabteam.web.attestside import KILDER
from rehabteam.web.byggesten import datoer
from rehabteam.web.formular import Datofelt, Formular, Jafelt

from .moede import Klokkefelt

S = Attestskridt.Slags
HVORNAAR = {
    S.UDLEVERET: gettext_lazy("Hvornår fik borgeren anmodningen?"),
    S.HOS_LAEGEN: gettext_lazy("Hvornår fik lægen anmodningen af borgeren?"),
    S.TID_BESTILT: gettext_lazy("Hvilken dag har borgeren tid hos lægen?"),
    S.KONSULTATION: gettext_lazy("Hvilken dag var borgeren hos lægen?"),
    S.RYKKET: gettext_lazy("Hvornår rykkede du lægen?"),
    S.MODTAGET: gettext_lazy("Hvornår kom attesten?"),
}
# § 4, stk. 3, nr. 1-4, short enough to tick.
PUNKTER = (
    (1, gettext_lazy("Helbredsforhold, der betyder noget for job, uddannelse eller egen virksomhed (nr. 1)")),
    (2, gettext_lazy("Særlige hensyn, der skal tages (nr. 2)")),
    (3, gettext_lazy("Lægens kommentarer til, hvordan borgeren selv ser på helbred og arbejde (nr. 3)")),
    (4, gettext_lazy("Andre forhold, fx sociale forhold eller misbrug (nr. 4)")),
)


class SkridtForm(Formular):
    """One step. `slags` is the page's, not the person's, choice; the field names are those the Handling answers at."""

    slags = forms.CharField(widget=forms.HiddenInput, max_length=12)
    dato = Datofelt()
    kl = Klokkefelt(label=gettext_lazy("Klokkeslæt"), required=False)
    dokument = forms.ChoiceField(
        label=gettext_lazy("Hvilket dokument på sagen er attesten?"),
        help_text=gettext_lazy(
            "Er den ikke lagt på sagen endnu, så læg den på under Dokumenter som lægeattest."
        ),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg et dokument på listen.")},
    )

    def __init__(self, slags: str, dokumenter: list[Dokument], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].label = HVORNAAR[S(slags)]
        if slags != S.TID_BESTILT:
            del self.fields["kl"]
        if slags != S.MODTAGET:
            del self.fields["dokument"]
        else:
            self.fields["dokument"].choices = [  # type: ignore[attr-defined]
                ("", _("Den er ikke lagt på sagen endnu")),
                *((str(d.id), f"{d.vist_titel}, {datoer.tabel(d.dato)}") for d in dokumenter),
            ]


class FortrydForm(Formular):
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor fortrydes det?"),
        help_text=gettext_lazy("Det, der blev noteret, bliver stående i historikken sammen med din grund."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Skriv, hvorfor det fortrydes.")},
    )


class VurderingForm(Formular):
    """What a person found in the paper. Consultation and points are asked of the ordinary certificate only."""

    kilde = forms.ChoiceField(
        label=gettext_lazy("Hvilken attest er det?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvilken attest det er.")},
    )
    konsultation = Jafelt(
        label=gettext_lazy("Står der, at lægen har haft en konsultation med borgeren?"),
        help_text=gettext_lazy("Svar kun, hvis det er attesten til teamet (LÆ 265)."),
        required=False,
    )
    punkter = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad indeholder den?"),
        help_text=gettext_lazy(
            "Sæt kryds ved det, du finder i attesten. Kun for attesten til teamet (LÆ 265)."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg punkter på listen.")},
    )
    # A radio's empty value is no answer; the third kind has a word of its own here.
    INGEN = "ANDEN"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kilde"].choices = [(k or self.INGEN, str(ord_)) for k, ord_ in KILDER.items()]  # type: ignore[attr-defined]
        self.fields["punkter"].choices = [(str(nr), str(ord_)) for nr, ord_ in PUNKTER]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """As the Handling takes it."""
        rent = super().clean() or {}
        kilde = rent.get("kilde", "")
        return rent | {
            "kilde": "" if kilde == self.INGEN else kilde,
            "konsultation": rent.get("konsultation") if kilde == ORDINAER else None,
            "punkter": [int(nr) for nr in rent.get("punkter", [])] if kilde == ORDINAER else [],
        }
