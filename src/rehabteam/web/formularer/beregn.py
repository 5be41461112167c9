"""The forms of the calculators: dates and choices alone, one row per period, effort and exemption.

Rows are p1-…, i1-…, u1-…; a row left empty is not there. `par()` gives back what counts as names and values
that are short and safe in an address: the same form reads them again.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import hjemler
from ..beregning_datoer import byttet_om
from ..byggesten.datoer import tabel
from ..formular import Formular, Jafelt
from .beregnfelter import RAEKKEFELTER, SVAR_JA_NEJ, Beregndato

HOEJST = 40
"""Rows of each kind."""
RAEKKE = re.compile(r"([piu])([1-9][0-9]{0,2})-", re.ASCII)
CPR = gettext_lazy("Det ligner et CPR-nummer, og vi har fjernet det. Skriv kun datoer.")


class Beregnform(Formular):
    """`cpr`: names of fields whose text was taken away because it looked like a CPR number."""

    cpr: tuple[str, ...] = ()

    def full_clean(self) -> None:
        super().full_clean()
        for navn in self.cpr if self.is_bound else ():
            if navn in self.fields:
                self.errors.pop(navn, None)  # "write a date" would be said as well
                self.add_error(navn, forms.ValidationError(CPR, code="invalid"))

    def par(self) -> list[tuple[str, str]]:
        """The valid form as names and values for an address, in the order of the page; nothing empty."""
        raise NotImplementedError


class Moedefristform(Beregnform):
    """A meeting, and when the case was created if it is."""

    moede = Beregndato(
        label=gettext_lazy("Hvornår er mødet?"),
        help_text=gettext_lazy("Rehabiliteringsteamets møde, fx 11.06.2026"),
    )
    oprettet = Beregndato(
        label=gettext_lazy("Hvornår er sagen oprettet?"),
        required=False,
        help_text=gettext_lazy("Lad feltet stå tomt, hvis den ikke er oprettet endnu"),
    )

    def clean(self) -> dict[str, Any]:
        rene = self.cleaned_data
        moede, oprettet = rene.get("moede"), rene.get("oprettet")
        if moede and oprettet and oprettet > moede:
            self.add_error(
                "oprettet",
                _("Sagen er oprettet efter mødet %(moede)s. Er de to datoer byttet om?")
                % {"moede": tabel(moede)},
            )
        return rene

    def par(self) -> list[tuple[str, str]]:
        return _par(self.cleaned_data, ("moede", "oprettet"))


class Seksmaanedersform(Beregnform):
    """`numre`: the rows there are of each kind ("p", "i", "u"), by number."""

    RAEKKER: ClassVar[dict[str, tuple[str, ...]]] = {slags: tuple(af()) for slags, af in RAEKKEFELTER.items()}

    def __init__(
        self,
        *args: Any,
        dag: date,
        numre: Mapping[str, Iterable[int]],
        cpr: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dag, self.cpr = dag, cpr
        self.numre = {slags: list(numre.get(slags, ())) for slags in self.RAEKKER}
        self.fields["start"] = Beregndato(
            label=gettext_lazy("Hvornår begyndte ressourceforløbet?"),
            help_text=gettext_lazy("Datoen fra afgørelsen, fx 31.10.2025"),
        )
        self._raekker("p")
        self.fields["indsats"] = Jafelt(
            label=gettext_lazy("Er en indsats begyndt?"), error_messages={"required": SVAR_JA_NEJ}
        )
        self._raekker("i")
        self.fields["undtaget"] = Jafelt(
            label=gettext_lazy("Har borgeren haft ordinære løntimer, løntilskud efter § 15 eller STU?"),
            error_messages={"required": SVAR_JA_NEJ},
        )
        self._raekker("u")
        self.fields["pr"] = Beregndato(
            label=gettext_lazy("Vurdér pr."),
            required=False,
            help_text=gettext_lazy("I dag, hvis du ikke ændrer den"),
        )

    # --- The rows ------------------------------------------------------------------------------------

    def _raekker(self, slags: str) -> None:
        for nr in self.numre[slags]:
            for navn, felt in RAEKKEFELTER[slags]().items():
                self.fields[f"{slags}{nr}-{navn}"] = felt

    def raekker(self, slags: str) -> list[dict[str, Any]]:
        """The rows as bound fields by name, each with its own key ("p1") under "noegle" and its place under "nr"."""
        return [
            {"noegle": f"{slags}{nr}", "nr": plads}
            | {navn: self[f"{slags}{nr}-{navn}"] for navn in self.RAEKKER[slags]}
            for plads, nr in enumerate(self.numre[slags], 1)
        ]

    @property
    def perioder(self) -> list[dict[str, BoundField]]:
        return self.raekker("p")

    @property
    def indsatser(self) -> list[dict[str, BoundField]]:
        return self.raekker("i")

    @property
    def undtagelser(self) -> list[dict[str, BoundField]]:
        return self.raekker("u")

    # --- What can be true ---------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        rene = self.cleaned_data
        start = rene.get("start")
        if not rene.get("pr") and "pr" not in self.errors:
            rene["pr"] = self.dag
        pr = rene.get("pr")
        if start and pr and pr < start:
            self.add_error(
                "pr",
                _("Forløbet begynder først %(start)s. Skriv den dag eller en senere.")
                % {"start": tabel(start)},
            )
        for slags, numre in self.numre.items():
            if not self._i_brug(slags):
                for nr in numre:
                    self._glem(f"{slags}{nr}-", *self.RAEKKER[slags])
            if len(numre) > HOEJST:
                self.add_error(
                    None, _("Der er plads til %(antal)s af hver slags. Fjern nogle.") % {"antal": HOEJST}
                )
            for nr in numre:
                if self._rest(slags, nr):
                    getattr(self, f"_ret_{slags}")(f"{slags}{nr}-")
        for slags in ("i", "u"):
            if self._i_brug(slags) and not any(self._rest(slags, nr) for nr in self.numre[slags]):
                getattr(self, f"_ret_{slags}")(f"{slags}{self.numre[slags][0]}-")
        return rene

    def _i_brug(self, slags: str) -> bool:
        """Rows behind a question are only asked about after a yes."""
        return slags == "p" or bool(self.cleaned_data.get({"i": "indsats", "u": "undtaget"}[slags]))

    def _rest(self, slags: str, nr: int) -> bool:
        """Is there anything in the row, readable or not?"""
        navne = [f"{slags}{nr}-{navn}" for navn in self.RAEKKER[slags]]
        return any(self.cleaned_data.get(n) not in (None, "", False) or n in self.errors for n in navne)

    def _kraev(self, navn: str, tekst: str) -> Any:
        """The field's value; where it is missing, it is asked for."""
        vaerdi = self.cleaned_data.get(navn)
        if vaerdi in (None, "") and navn not in self.errors:
            self.add_error(navn, tekst)
        return vaerdi

    def _ret_p(self, foran: str) -> None:
        self._kraev(foran + "hjemmel", _("Vælg et grundlag."))
        self._spaend(foran)

    def _ret_i(self, foran: str) -> None:
        self._kraev(foran + "hjemmel", _("Vælg den hjemmel, indsatsen gives efter."))
        self._kraev(
            foran + "begyndt", _("Skriv, hvornår indsatsen begyndte. Er den ikke begyndt, så svar nej.")
        )
        self._kraev(foran + "indsatsdel", str(SVAR_JA_NEJ))

    def _ret_u(self, foran: str) -> None:
        hvad = self._kraev(foran + "hvad", _("Vælg, hvad borgeren har haft."))
        if hvad in hjemler.TIMEARTER:
            self._glem(foran, "fra", "til")
            self._kraev(foran + "dato", _("Skriv den dag, timerne lå."))
            timer: Decimal | None = self.cleaned_data.get(foran + "timer")
            if timer is not None and not 0 < timer <= 24:
                self.add_error(foran + "timer", _("Skriv timerne på den ene dag: mere end 0 og højst 24."))
        elif hvad:
            self._glem(foran, "dato", "timer")
            self._spaend(foran)

    def _spaend(self, foran: str) -> None:
        fra = self._kraev(foran + "fra", _("Skriv den første dag."))
        til, loeber = self.cleaned_data.get(foran + "til"), self.cleaned_data.get(foran + "loeber")
        if til and loeber:
            self.add_error(
                foran + "til", _("Slet slutdatoen, eller fjern krydset i »Perioden løber stadig«.")
            )
        elif not loeber:
            til = self._kraev(
                foran + "til", _("Skriv den sidste dag, eller sæt kryds i »Perioden løber stadig«.")
            )
            if fra and til and til < fra:
                self.add_error(foran + "til", byttet_om(fra, til))

    def _glem(self, foran: str, *navne: str) -> None:
        """Fields that the answers leave closed are not seen, so nothing may be wrong in them."""
        for navn in navne:
            self.errors.pop(foran + navn, None)
            self.cleaned_data[foran + navn] = None

    # --- What counts --------------------------------------------------------------------------------

    def svar(self, slags: str) -> list[dict[str, Any]]:
        """The filled rows of a valid form, in order: clean values by name."""
        if not self._i_brug(slags):
            return []
        return [
            {navn: self.cleaned_data.get(f"{slags}{nr}-{navn}") for navn in self.RAEKKER[slags]}
            for nr in self.numre[slags]
            if self._rest(slags, nr)
        ]

    def par(self) -> list[tuple[str, str]]:
        rene = self.cleaned_data
        par = _par(rene, ("start",))
        for slags, spoergsmaal in (("p", ""), ("i", "indsats"), ("u", "undtaget")):
            if spoergsmaal:
                par += _par(rene, (spoergsmaal,))
            for nr, raekke in enumerate(self.svar(slags), 1):
                par += _par(raekke, self.RAEKKER[slags], f"{slags}{nr}-")
        return par + _par(rene, ("pr",))


def _par(vaerdier: Mapping[str, Any], navne: Iterable[str], foran: str = "") -> list[tuple[str, str]]:
    tekster = [(foran + navn, _tekst(vaerdier.get(navn))) for navn in navne]
    return [(navn, tekst) for navn, tekst in tekster if tekst and (tekst != "nej" or "loeber" not in navn)]


def _tekst(vaerdi: Any) -> str:
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, date):
        return tabel(vaerdi)
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi.normalize():f}".replace(".", ",")
    return str(vaerdi or "")
