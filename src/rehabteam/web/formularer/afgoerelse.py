"""What may be typed when the kommune decides, asks the team again, writes a letter, closes or opens a case."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.afslut_sag import VALG
from rehabteam.sager.models import Samtykke
from rehabteam.sager.sagsfakta.afgoerelse import NAVNE, Grundlag
from rehabteam.sager.udtraek.opfoelgning import Planlagt

from ..byggesten import datoer
from ..formular import Datofelt, Formular, Jafelt
from .raekker import langt


class Afgoerelsen(Formular):
    """Which of the fields are asked for depends on who has spoken before: the team, the team twice, or nobody."""

    foelger = Jafelt(label=_("Følger afgørelsen teamets indstilling?"), required=False)
    udfald = forms.ChoiceField(
        label=_("Hvad afgøres?"),
        help_text=_("Kun når afgørelsen går imod indstillingen."),
        required=False,
        error_messages={"invalid_choice": _("Vælg på listen, hvad der afgøres.")},
    )
    bevilget = Jafelt(
        label=_("Hvad er svaret?"),
        choices=[("ja", _("Borgeren får det")), ("nej", _("Afslag"))],
        required=False,
    )
    forloeb_start = Datofelt(
        label=_("Ressourceforløbet begynder"),
        help_text=_("De seks måneder tælles fra den dag."),
        required=False,
    )
    mangler_grund = langt(
        _("Hvorfor kan sagen afgøres, selv om noget mangler?"), _("Gemmes på sagen og står ikke i brevet."), 3
    )
    begrundelse = langt(
        _("Derfor (begrundelsen i brevet)"),
        _("Skriv til borgeren: korte sætninger, »du«, og hvad der har talt for og imod."),
        6,
    )
    naeste = langt(
        _("Det sker der nu"),
        _("Hvem gør hvad, og hvornår? Det står i brevet og på borgerens egen side."),
        4,
    )
    klagevejledning = langt(
        _("Klagevejledning"),
        _(
            "Kommunens egen tekst: hvem borgeren klager til, hvordan og inden hvornår. Rehabteam kender ikke reglerne."
        ),
        4,
    )

    def __init__(self, *args: Any, grundlag: Grundlag, forloeb: bool, mangler: bool, **kwargs: Any) -> None:
        """`forloeb`: the case has its ressourceforløb already; `mangler`: the law misses something in the basis."""
        super().__init__(*args, **kwargs)
        self.fields["udfald"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Vælg")),
            *((k, n[0].upper() + n[1:]) for k, n in NAVNE.items()),
        ]
        if not grundlag.kan_gaa_imod:
            del self.fields["foelger"], self.fields["udfald"]
        if grundlag.indstilling and not grundlag.kan_gaa_imod:
            del self.fields["bevilget"]  # it follows the indstilling
        kan_begynde = grundlag.kan_gaa_imod or grundlag.udfald == "ressourceforloeb"
        if forloeb or not kan_begynde:
            del self.fields["forloeb_start"]
        if grundlag.indstilling or not mangler:
            del self.fields["mangler_grund"]
        if grundlag.kan_gaa_imod:
            self.fields["bevilget"].help_text = gettext("Kun når afgørelsen går imod indstillingen.")


class ForelaegIgen(Formular):
    grund = langt(
        _("Hvorfor vil kommunen ikke følge indstillingen?"),
        _("Teamet og borgeren skal kunne forstå det. Det står på den nye sag."),
        6,
    )


class UenighedsBrev(Formular):
    tekst = langt(
        _("Derfor er kommunen ikke enig endnu"),
        _("Skriv til borgeren i almindelige ord. Resten af brevet er skrevet."),
        6,
    )


class Laegebesked(Formular):
    """A notice to the læge rests on one of the case's consents."""

    samtykke_id = forms.TypedChoiceField(
        label=_("Samtykket"),
        required=False,
        widget=forms.RadioSelect,
        empty_value=None,
        error_messages={"invalid_choice": _("Vælg et af sagens samtykker.")},
    )
    daekker = forms.BooleanField(
        label=_("Jeg har vurderet, at samtykket dækker, at lægen får besked om afgørelsen"), required=False
    )
    til = forms.CharField(
        label=_("Lægens navn eller klinik"),
        required=False,
        max_length=200,
        error_messages={"max_length": _("Teksten er over %(limit_value)d tegn. Skriv den kortere.")},
    )
    med_udfald = forms.BooleanField(
        label=_("Skriv også, hvad der er afgjort"),
        help_text=_("Kun hvis borgeren har sagt ja til det. Helbred står aldrig i beskeden."),
        required=False,
    )

    def __init__(self, *args: Any, samtykker: Iterable[Samtykke], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["samtykke_id"].choices = [  # type: ignore[attr-defined]
            (str(s.id), f"{s.kilde}: {s.oplysninger} ({datoer.tabel(s.givet)})") for s in samtykker
        ]


class Afslut(Formular):
    resultat = forms.ChoiceField(
        label=_("Hvordan endte sagen?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Vælg, hvordan sagen endte.")},
    )
    grund = langt(_("Kort om, hvordan den endte"), "", 4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["resultat"].choices = [(r.value, gettext(r.label)) for r in VALG]  # type: ignore[attr-defined]


class Genaabn(Formular):
    grund = langt(_("Hvorfor åbnes sagen igen?"), _("Begrundelsen bliver stående på sagen."), 4)


class Start(Formular):
    """One of the plan's efforts has begun, or its start is taken back."""

    nr = forms.TypedChoiceField(
        label=_("Hvilken indsats?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg en indsats."),
            "invalid_choice": _("Vælg en af planens indsatser."),
        },
    )
    begyndt = Datofelt(
        label=_("Begyndt"),
        help_text=_(
            "Den dag, borgeren faktisk begyndte. Lad feltet stå tomt, hvis en start skal tages tilbage."
        ),
        required=False,
    )
    fortryd_grund = langt(_("Hvorfor tages starten tilbage?"), _("Kun hvis datoen ovenfor er tom."), 2)

    def __init__(self, *args: Any, indsatser: Iterable[Planlagt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nr"].choices = [(str(i.nr), i.navn) for i in indsatser]  # type: ignore[attr-defined]
