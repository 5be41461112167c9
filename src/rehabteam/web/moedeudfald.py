"""Which outcome: those that can be chosen, those a human must judge first, and why the others are closed."""

from dataclasses import dataclass

from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as _

from rehabteam.lov.bek2408_2021 import par07
from rehabteam.lov.vurdering import Hjemmel
from rehabteam.sager.models import Skoen
from rehabteam.sager.sagsfakta.indstilling import Valg
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL

from .formularer.indstilling import IndstillingForm


@dataclass(frozen=True, slots=True)
class Mulighed:
    """One outcome on the page; `knap`: its radio button, where it can be chosen."""

    valg: Valg
    formaal: str
    knap: BoundWidget | None


@dataclass(frozen=True, slots=True)
class Dom:
    """A judgement: the question with its two fields, what it opens, and what was answered."""

    noegle: str
    spoergsmaal: str
    hjemmel: Hjemmel
    aabner: str
    felt: BoundField
    grundfelt: BoundField
    vurderet: Skoen | None
    svaret: str
    aabnet: bool
    aaben: bool


@dataclass(frozen=True, slots=True)
class Udfaldsside:
    """`valgt`: the outcome whose parts the page has. `kan` be chosen, `lukket` by a rule alone, `andre` cases' own.

    What waits for a judgement or was closed by one stands with it in `domme`.
    """

    valgt: Valg | None
    kan: list[Mulighed]
    lukket: list[Mulighed]
    andre: list[Mulighed]
    domme: list[Dom]
    fejl: list[str]
    aaben: bool


def udfaldsside(form: IndstillingForm) -> Udfaldsside:
    knapper = {str(k.data["value"]): k for k in form["udfald"].subwidgets}
    alle = [Mulighed(v, _(v.formaal), knapper.get(v.navn)) for v in form.valg]
    valgt = next((v for v in form.valg if v.navn == form.for_udfald), None)
    fejl = list(form["udfald"].errors)
    return Udfaldsside(
        valgt,
        [m for m in alle if m.knap],
        [m for m in alle if not m.knap and m.valg.svar == par07.LUKKET and not m.valg.spoergsmaal],
        [m for m in alle if not m.knap and m.valg.svar == par07.ANDEN_SAG],
        [_dom(form, noegle) for noegle in form.skoen()],
        fejl,
        valgt is None or bool(fejl) or not valgt.kan_vaelges,
    )


def _dom(form: IndstillingForm, noegle: str) -> Dom:
    spm = SPOERGSMAAL[noegle]
    felt, grund = form[f"skoen_{noegle}"], form[f"skoen_{noegle}_grund"]
    ramte = [v for v in form.valg if v.spoergsmaal == noegle]
    vurderet = ramte[0].vurderet
    return Dom(
        noegle,
        _(spm.tekst),
        spm.hjemmel,
        ", ".join(par07.UDFALD[v.navn] for v in ramte),
        felt,
        grund,
        vurderet,
        _(spm.ord(vurderet.vaerdi)) if vurderet and vurderet.vaerdi is not None else "",
        bool(vurderet and vurderet.vaerdi is True),
        bool(felt.errors or grund.errors),
    )
