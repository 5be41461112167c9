"""What is typed in the meeting room: the chosen outcome's parts, what a human judges, and who is there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.registrer_deltagere import Fremmoede
from rehabteam.handlinger.skriv_indstilling import Indstillet
from rehabteam.sager.indstillingsdele import (
    INDSATSER,
    OPFOELGNING,
    SE_IGEN,
    dele,
    spoergsmaal,
    tekstdele,
)
from rehabteam.sager.models import Deltager, Indstilling
from rehabteam.sager.sagsfakta.indstilling import Valg
from rehabteam.sager.sagsfakta.skoen import ERHVERVSUDDANNELSE, SPOERGSMAAL
from rehabteam.web.formular import Jafelt

from .indstillingsfelter import delfelt, flagfelt, ja_nej, nummer, sidefelt
from .raekker import HOEJST, RaekkeFormular, begynder, kort, langt, omraade

Slags = Deltager.Slags
FREMMOEDE = (
    ("", gettext_lazy("Ikke noteret")),
    ("ja", gettext_lazy("Til stede")),
    ("nej", gettext_lazy("Ikke til stede")),
)
SVAR = {"ja": True, "nej": False}
AARSAG = gettext_lazy("Det, teamet har drøftet om årsagen")
FOELG_OP = gettext_lazy("Hvem følger op, hvordan og hvornår?")


class IndstillingForm(RaekkeFormular):
    """One outcome's parts (`udfald`; "" = none chosen, or § 19), and the seats: `pladser` kind → name.

    `valg`: the outcomes of the case, of which those that are open can be chosen; none in a re-submission (§ 19).
    """

    foerste_mangel = ""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        pladser: Mapping[str, str],
        udfald: str = "",
        valg: Sequence[Valg] = (),
        spoerg_om_uddannelse: bool = False,
        uddannelse: bool | None = None,
        **kwargs: Any,
    ) -> None:
        self.uddannelse = uddannelse
        self.for_udfald, self.valg, self.pladser = udfald, valg, pladser
        self.dele = dele(udfald) if udfald or not valg else ()
        self.med_raekker = any(d.noegle == INDSATSER for d in self.dele)
        if not self.med_raekker:
            kwargs["antal"] = 0
        super().__init__(*args, **kwargs)
        if valg:
            self._vaelg_udfald()
        self._skriv_dele()
        self.fields["uenighed"] = langt(
            _("Hvem er uenig, og i hvad?"), _("Kun hvis nogen i teamet ser anderledes på det."), raekker=2
        )
        for slags in pladser:
            self._plads(slags)
        if spoerg_om_uddannelse:
            self._spoerg_om_uddannelse()
        self.order_fields(list(self._orden()))

    def _vaelg_udfald(self) -> None:
        self.fields["udfald"] = forms.ChoiceField(
            label=_("Hvad indstiller teamet?"),
            choices=[(v.navn, v.overskrift) for v in self.valg if v.kan_vaelges],
            required=False,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": _("Det udfald kan ikke vælges i denne sag.")},
        )
        for noegle in self.skoen():
            self.fields[f"skoen_{noegle}"] = Jafelt(
                label=_(SPOERGSMAAL[noegle].tekst), help_text=_(SPOERGSMAAL[noegle].hjaelp), required=False
            )
            self.fields[f"skoen_{noegle}_grund"] = langt(_("Hvad bygger I det på?"), raekker=2)

    def _skriv_dele(self) -> None:
        par19 = not self.for_udfald
        for d in self.dele:
            if d.noegle == "aarsag":
                self.fields["aarsag"] = langt(AARSAG, raekker=4)
            elif d.noegle == OPFOELGNING:
                self.fields[OPFOELGNING] = langt(
                    FOELG_OP if par19 else _(d.hjaelp), raekker=4 if par19 else 3
                )
            elif d.noegle == SE_IGEN:
                self._se_igen()
        if par19 and self.dele:
            self._se_igen()
        for d in tekstdele(self.for_udfald):
            self.fields[delfelt(d.noegle)] = langt(_(d.hjaelp) or _(d.overskrift), raekker=3)
        for s in spoergsmaal(self.for_udfald):
            self.fields[flagfelt(s.flag)] = Jafelt(
                label=_(s.overskrift), help_text=_(s.hjaelp), required=False
            )

    def _se_igen(self) -> None:
        self.fields[SE_IGEN] = Jafelt(label=_("Ønsker teamet at se sagen igen?"), required=False)

    def _plads(self, slags: str) -> None:
        plads = {"plads": _(Slags(slags).label)}
        self.fields[f"{slags}_til"] = forms.TypedChoiceField(
            label=_("%(plads)s: til stede?") % plads,
            choices=FREMMOEDE,
            required=False,
            coerce=SVAR.get,
            empty_value=None,
            widget=forms.Select(attrs={"class": "form-select", "form": "indstilling"}),
        )
        self.fields[f"{slags}_navn"] = sidefelt(kort(_("%(plads)s: navn") % plads))
        self.fields[f"{slags}_bem"] = sidefelt(kort(_("%(plads)s: bemærkning") % plads, 300))

    def _spoerg_om_uddannelse(self) -> None:
        """Beside the form, at the seats it decides on. What was answered before is shown as the answer."""
        spm = SPOERGSMAAL[ERHVERVSUDDANNELSE]
        self.fields[f"skoen_{ERHVERVSUDDANNELSE}"] = Jafelt(
            label=_(spm.tekst),
            required=False,
            initial=ja_nej(self.uddannelse),
            widget=forms.RadioSelect(attrs={"form": "indstilling"}),
        )

    def _orden(self) -> Iterable[str]:
        """The order of the page, so that errors are told in it."""
        for noegle in self.skoen():
            yield from (f"skoen_{noegle}", f"skoen_{noegle}_grund")
        yield "udfald"
        for d in self.dele:
            if d.noegle == INDSATSER:
                yield from (
                    felt for felt in self.fields if felt.startswith(tuple(f"i{n}_" for n in range(HOEJST)))
                )
                yield from self._saetningsfelter()
            else:
                yield self.feltnavn(d.noegle)
        yield from self._saetningsfelter()

    def _saetningsfelter(self) -> Iterable[str]:
        for s in spoergsmaal(self.for_udfald):
            yield from (flagfelt(s.flag), delfelt(s.del_.noegle))

    def skoen(self) -> list[str]:
        """The judgements that open or close an outcome of this case."""
        return list(dict.fromkeys(v.spoergsmaal for v in self.valg if v.spoergsmaal))

    def feltnavn(self, noegle: str) -> str:
        """A missing part's own field, the first of those it has."""
        if noegle == INDSATSER:
            return "i0_navn"
        if noegle == "deltagere":
            return f"{Slags.BORGER}_til"
        return next((n for n in (noegle, delfelt(noegle), flagfelt(noegle)) if n in self.fields), "uenighed")

    def raekkefelter(self) -> dict[str, forms.Field]:
        felter = {
            "navn": kort(_("Indsats"), 300),
            "omraade": omraade(),
            "begynder": begynder(),
            "ansvarlig": kort(_("Ansvarlig")),
        }
        if self.for_udfald:
            felter["nr"] = nummer()
        return felter

    def indsatser(self) -> list[Indstillet]:
        return [Indstillet(**raekke) for raekke in self.raekker()]

    def skrevet(self) -> dict[str, Any]:
        """What the page says of the indstilling, as skriv_indstilling takes it; what it does not have stays."""
        felter = self.cleaned_data
        egne = [n for n in ("aarsag", OPFOELGNING, SE_IGEN, "uenighed") if n in self.fields]
        nyt = {navn: felter[navn] for navn in egne}
        nyt["indhold"] = {d.noegle: felter[delfelt(d.noegle)] for d in tekstdele(self.for_udfald)}
        nyt["flag"] = {s.flag: felter[flagfelt(s.flag)] for s in spoergsmaal(self.for_udfald)}
        if self.med_raekker:
            nyt["indsatser"] = self.indsatser()
        if valgt := felter.get("udfald"):
            nyt["udfald"] = valgt
        return nyt

    def vurderet(self) -> list[tuple[str, bool, str]]:
        """The judgements that say something else than what stands: key, answer, reason."""
        givet = {v.spoergsmaal: v.vurderet for v in self.valg if v.spoergsmaal}
        nye = []
        for noegle, dom in givet.items():
            svar, grund = self.cleaned_data[f"skoen_{noegle}"], self.cleaned_data[f"skoen_{noegle}_grund"]
            if svar is None or (dom and (svar, grund.strip()) == (dom.vaerdi, dom.grund)):
                continue
            nye.append((noegle, svar, grund))
        uddannet = self.cleaned_data.get(f"skoen_{ERHVERVSUDDANNELSE}")
        if uddannet is not None and uddannet != self.uddannelse:
            nye.append((ERHVERVSUDDANNELSE, uddannet, ""))
        return nye

    def fremmoede(self) -> list[Fremmoede]:
        """The seats as they were noted. The citizen's name is the case's, never what a page sends."""
        felter = self.cleaned_data
        return [
            Fremmoede(
                slags,
                navn if slags == Slags.BORGER else felter[f"{slags}_navn"],
                felter[f"{slags}_til"],
                felter[f"{slags}_bem"],
            )
            for slags, navn in self.pladser.items()
        ]

    def aendrede(self, noteret: Mapping[str, Deltager]) -> list[Fremmoede]:
        """The seats that say something else than what is noted: only noting what is new is an act."""
        return [
            f
            for f in self.fremmoede()
            if (f.til_stede, f.bemaerkning.strip()) != _foer(noteret.get(f.slags))
            or (f.slags in noteret and f.navn.strip() != noteret[f.slags].navn)
            or (f.slags not in noteret and f.navn.strip() != self.pladser[f.slags])
        ]

    def udkast(self) -> Indstilling:
        """What stands on the page right now, saved or not, so that the law can be asked what is missing."""
        return Indstilling(
            udfald=self.for_udfald,
            indhold={d.noegle: self._nu(delfelt(d.noegle)).strip() for d in tekstdele(self.for_udfald)},
            flag={s.flag: SVAR.get(self._nu(flagfelt(s.flag))) for s in spoergsmaal(self.for_udfald)},
            aarsag=self._nu("aarsag").strip(),
            indsatser=[{"navn": n} for nr in range(self.antal) if (n := self._nu(f"i{nr}_navn").strip())],
            opfoelgning=self._nu(OPFOELGNING).strip(),
            se_igen=SVAR.get(self._nu(SE_IGEN)),
        )

    def uddannet(self) -> bool | None:
        """As the page stands now: has the citizen a vocational qualification?"""
        felt = f"skoen_{ERHVERVSUDDANNELSE}"
        return SVAR.get(self._nu(felt)) if felt in self.fields else self.uddannelse

    def til_stede(self) -> dict[str, bool | None]:
        return {slags: SVAR.get(self._nu(f"{slags}_til")) for slags in self.pladser}

    def _nu(self, navn: str) -> str:
        return str(self[navn].value() or "") if navn in self.fields else ""

    def intet_valgt(self, gem: str) -> bool:
        """Was an outcome or a judgement to be saved, and none was chosen? Then it is said at its field."""
        if gem == "vaelg" and self.valg and not self.cleaned_data.get("udfald"):
            self.add_error("udfald", _("Vælg, hvad teamet indstiller."))
        elif gem == "vurder" and all(self.cleaned_data[f"skoen_{n}"] is None for n in self.skoen()):
            for noegle in self.skoen():
                self.add_error(f"skoen_{noegle}", _("Svar ja eller nej."))
        return bool(self.errors)

    def tag_imod(self, fejl: Any) -> None:
        """What was refused stands where it was typed: a seat's remark, a judgement, the outcome."""
        for felt, tekst in fejl.felter.items():
            sted = f"{felt}_bem" if felt in self.pladser else felt
            self.add_error(sted if sted in self.fields else None, tekst)

    def mangler(self, mangler: Mapping[str, str]) -> None:
        """Put each missing part at its field, and let the first one have the focus when the page opens."""
        for nr, (noegle, tekst) in enumerate(mangler.items()):
            felt = self.feltnavn(noegle)
            self.add_error(felt, tekst)
            if nr == 0:
                self.foerste_mangel = felt
                self.fields[felt].widget.attrs["autofocus"] = True


def _foer(deltager: Deltager | None) -> tuple[bool | None, str]:
    return (deltager.til_stede, deltager.bemaerkning) if deltager else (None, "")
