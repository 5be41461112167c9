"""What may be typed in the kommune's indsatsplan."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.skriv_indsatsplan import Delmaal, Planindhold, Planlagt
from rehabteam.sager.models import Indsatsplan
from rehabteam.sager.sagsfakta.indsatsdel import JOBFORMIDLER
from rehabteam.web.formular import Datofelt, Jafelt

from .. import hjemler
from .raekker import OMRAADER, RaekkeFormular, begynder, kort, langt, omraade

FORMIDLER = tuple(f"jobformidler_{navn}" for navn in JOBFORMIDLER)
DELMAAL = tuple(f"d{nr}_{navn}" for nr in range(len(OMRAADER)) for navn in ("delmaal", "begrundelse"))


def valg(label: str | Promise, muligheder: Any, hjaelp: str | Promise = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, help_text=hjaelp, required=False, choices=muligheder, widget=forms.RadioSelect
    )


class IndsatsplanForm(RaekkeFormular):
    """The four parts of § 5, where they stand, and the jobformidler. A draft may leave any of them empty."""

    foer_raekker = ("placering", "maal_art", "maal", "maal_hvorfor", *DELMAAL)

    placering = valg(gettext_lazy("Hvor står indsatsdelen?"), ())
    maal_art = valg(gettext_lazy("Hvad slags mål er det?"), ())
    maal = langt(
        gettext_lazy("Mål for job eller uddannelse"),
        gettext_lazy(
            "Et konkret mål. Kan det ikke sættes endnu, så et overordnet: en branche eller en slags job."
        ),
        3,
    )
    maal_hvorfor = langt(
        gettext_lazy("Hvorfor kan der ikke sættes et konkret mål nu?"),
        gettext_lazy("Kun når målet er overordnet."),
        2,
    )
    plan_fra = Datofelt(label=gettext_lazy("Planen gælder fra"), required=False)
    plan_til = Datofelt(
        label=gettext_lazy("Planen gælder til og med"),
        required=False,
        help_text=gettext_lazy("Mindst seks måneder ad gangen."),
    )
    varighed_mdr = forms.IntegerField(
        label=gettext_lazy("Hele forløbets længde i måneder"),
        help_text=gettext_lazy(
            "Kun i jobafklaringsforløb og sygedagpengesager, der varer under seks måneder: så må planen være kortere."
        ),
        required=False,
        min_value=0,
        max_value=120,
        error_messages={
            "invalid": gettext_lazy("Skriv antallet af måneder med tal, fx 4."),
            "min_value": gettext_lazy("Antallet af måneder kan ikke være under 0."),
            "max_value": gettext_lazy("Skriv et antal måneder på højst 120."),
        },
    )
    opfoelgning = langt(gettext_lazy("Opfølgning"), gettext_lazy("Hvem følger op, hvordan og hvor ofte?"), 4)
    mentor_behov = Jafelt(label=gettext_lazy("Er der behov for en mentor?"), required=False)
    mentor = langt(
        gettext_lazy("Mentorens rolle og opgaver"),
        gettext_lazy("Er der ikke behov, kan du skrive hvorfor."),
        3,
    )
    har_jobformidler = Jafelt(
        label=gettext_lazy("Har borgeren en personlig jobformidler?"),
        help_text=gettext_lazy("Ved et ja skal de næste fire felter også stå i Min Plan."),
        required=False,
    )
    jobformidler_navn = kort(gettext_lazy("Jobformidlerens navn"))
    jobformidler_kontaktdata = kort(gettext_lazy("Telefon og e-mail"))
    jobformidler_rolle = langt(gettext_lazy("Jobformidlerens rolle og opgaver"), "", 2)
    jobformidler_aftaler = langt(gettext_lazy("Aftaler mellem borgeren og jobformidleren"), "", 2)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, antal: int, **kwargs: Any) -> None:
        super().__init__(*args, antal=antal, **kwargs)
        self.fields["placering"].choices = [(v, _(navn)) for v, navn in Indsatsplan.Placering.choices]  # type: ignore[attr-defined]
        self.fields["maal_art"].choices = [(v, _(navn)) for v, navn in Indsatsplan.Maal.choices]  # type: ignore[attr-defined]
        for nr, (_vaerdi, navn) in enumerate(OMRAADER):
            self.fields[f"d{nr}_delmaal"] = langt(gettext_lazy("Delmål"), "", 2)
            self.fields[f"d{nr}_begrundelse"] = langt(gettext_lazy("Hvorfor"), "", 2)
            for felt in ("delmaal", "begrundelse"):
                f = self.fields[f"d{nr}_{felt}"]
                f.label = f"{navn}: {str(f.label).lower()}"
        self.order_fields([*self.foer_raekker, *(felt for felt in self.fields if felt.startswith("i"))])

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

    def delmaalene(self) -> list[dict[str, Any]]:
        """The four areas as the page shows them: name and two bound fields."""
        return [
            {"navn": navn, "delmaal": self[f"d{nr}_delmaal"], "begrundelse": self[f"d{nr}_begrundelse"]}
            for nr, (_vaerdi, navn) in enumerate(OMRAADER)
        ]

    def formidleren(self) -> list[BoundField]:
        return [self[felt] for felt in FORMIDLER]

    def indhold(self) -> Planindhold:
        """What was typed, as the Handling takes it."""
        f = self.cleaned_data
        return Planindhold(
            placering=f["placering"],
            maal_art=f["maal_art"],
            maal=f["maal"],
            maal_hvorfor=f["maal_hvorfor"],
            delmaalene=[
                Delmaal(omraade_, f[f"d{nr}_delmaal"].strip(), f[f"d{nr}_begrundelse"].strip())
                for nr, (omraade_, _navn) in enumerate(OMRAADER)
            ],
            indsatser=[Planlagt(**raekke) for raekke in self.raekker()],
            plan_fra=f["plan_fra"],
            plan_til=f["plan_til"],
            varighed_mdr=f["varighed_mdr"],
            opfoelgning=f["opfoelgning"],
            mentor_behov=f["mentor_behov"],
            mentor=f["mentor"],
            jobformidler={navn: f[f"jobformidler_{navn}"].strip() for navn in JOBFORMIDLER}
            if f["har_jobformidler"] or any(f[felt] for felt in FORMIDLER)
            else None,
        )

    def mangler(self, dele: Mapping[str, str]) -> None:
        """Put what lacks at its field; what lacks of an effort at each row it concerns."""
        for del_, tekst in dele.items():
            match del_:
                case "indsatser":
                    self.add_error("i0_navn", tekst)
                case "hjemmel":
                    for nr in self._uden("hjemmel"):
                        self.add_error(
                            f"i{nr}_hjemmel",
                            _("Vælg, hvilken lov indsats %(nr)s gives efter.") % {"nr": nr + 1},
                        )
                case "maal_paa_kort_sigt":
                    for nr in self._uden("maal"):
                        self.add_error(
                            f"i{nr}_maal", _("Skriv målet på kort sigt for indsats %(nr)s.") % {"nr": nr + 1}
                        )
                case "delmaal":
                    for felt in self._delmaal_uden_makker() or ["d0_delmaal"]:
                        self.add_error(felt, tekst)
                case _:
                    self.add_error(del_, tekst)

    def _uden(self, felt: str) -> list[int]:
        return [nr for nr, r in enumerate(self.raekker()) if r["navn"].strip() and not r[felt].strip()]

    def _delmaal_uden_makker(self) -> list[str]:
        """Of each area's two fields, the empty one whose other is filled in."""
        f, tomme = self.cleaned_data, []
        for nr in range(len(OMRAADER)):
            par = (f"d{nr}_delmaal", f"d{nr}_begrundelse")
            fyldt = [bool(f.get(felt, "").strip()) for felt in par]
            if any(fyldt) and not all(fyldt):
                tomme.append(par[fyldt.index(False)])
        return tomme


def udfyldt(plan: Indsatsplan) -> dict[str, Any]:
    """The plan's own fields as initial values (its rows of efforts: raekker.udfyldt)."""
    enkelte = {
        navn: getattr(plan, navn)
        for navn in (
            *("placering", "maal_art", "maal", "maal_hvorfor", "plan_fra", "plan_til", "varighed_mdr"),
            *("opfoelgning", "mentor", "version"),
        )
    }
    delmaal = {d["omraade"]: d for d in plan.delmaalene}
    rows = {
        f"d{nr}_{felt}": delmaal[vaerdi][felt]
        for nr, (vaerdi, _navn) in enumerate(OMRAADER)
        if vaerdi in delmaal
        for felt in ("delmaal", "begrundelse")
    }
    formidler = {f"jobformidler_{navn}": tekst for navn, tekst in (plan.jobformidler or {}).items()}
    ja_nej = {True: "ja", False: "nej"}
    svar = {
        "mentor_behov": ja_nej.get(plan.mentor_behov) if plan.mentor_behov is not None else None,
        "har_jobformidler": "ja" if plan.jobformidler is not None else None,
    }
    return enkelte | rows | formidler | svar
