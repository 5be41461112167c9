"""What to write in each part of the forberedende del, in plain Danish: a lead, what belongs there, what to ask."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Hjaelp:
    """`led`: one sentence under the heading; `husk`: what belongs there; `spoerg`: a way to ask the citizen."""

    led: str | Promise
    husk: tuple[str | Promise, ...] = ()
    spoerg: str | Promise = ""


_INDSATS = (
    _("Skriv hver indsats for sig: hvad den gik ud på, hvad den skulle føre til, og hvor længe den varede."),
    _("Begge parters erfaring skal med, og begges syn på, hvorfor borgeren ikke kom i job eller uddannelse."),
    _("Har der ikke været nogen indsats, så sæt hak i det. Så er det svaret, og intet mangler."),
)
HJAELP: dict[str, Hjaelp] = {
    "stk1_nr1": Hjaelp(
        _("Hvad borgeren har lavet og kan bruge i et job eller en uddannelse."),
        (
            _("Uddannelser og kurser, også dem, der ikke blev gjort færdige."),
            _("Job, praktik og frivilligt arbejde: hvad, hvor længe, og hvorfor det holdt op."),
            _("Det, borgeren er god til og har lyst til."),
        ),
        _("Hvad er du stolt af at have lavet? Hvad er du god til?"),
    ),
    "stk1_nr1_cv": Hjaelp(
        _("Borgerens CV hører med til erfaringerne. Skriv det her, eller læg det på sagen som dokument."),
        (
            _("Et kort CV er nok: år, sted og hvad borgeren lavede."),
            _("Ligger CV'et på jobnet, så hent det, og læg filen på sagen."),
        ),
    ),
    "stk1_nr2": Hjaelp(
        _("Det i borgerens liv, der giver støtte og kræfter."),
        (
            _("Familie, venner, naboer og foreninger."),
            _("Bolig, økonomi og hverdag, når det har betydning."),
            _("Interesser og det, der giver gode dage."),
        ),
        _("Hvem hjælper dig, når det er svært? Hvad giver dig energi?"),
    ),
    "stk1_nr3": Hjaelp(
        _("Det, der står i vejen for job eller uddannelse, på arbejdsmarkedet og i resten af livet."),
        (
            _("Fx lang tid uden for arbejdsmarkedet, økonomi, bolig, misbrug, børn, sprog eller transport."),
            _("Skriv, hvad der er svært, ikke hvad der bør gøres ved det."),
        ),
        _("Hvad er det sværeste ved at komme i arbejde?"),
    ),
    "stk1_nr4": Hjaelp(
        _("Det job eller den uddannelse, borgeren selv ønsker sig."),
        (
            _("Skriv ønsket, som borgeren siger det, også når det ligger langt ude i fremtiden."),
            _("Kan borgeren ikke pege på noget endnu, så skriv det. Det er også et svar."),
        ),
        _("Hvad kunne du tænke dig at lave om to år?"),
    ),
    "stk1_nr5": Hjaelp(
        _("Helbredet, som kommunen kender det i dag, med de attester, der allerede ligger i sagen."),
        (
            _("Diagnoser og symptomer, der har betydning for arbejde."),
            _("Undersøgelser og behandling, der er i gang: hvor, hvad og hvor længe."),
            _("Nævn de lægeattester og journaler, der ligger på sagen, med dato."),
            _("Dette punkt kræver ikke nye attester i sig selv. Lægens vurdering er et punkt for sig."),
        ),
    ),
    "stk1_nr6": Hjaelp(
        _("Borgerens egen vurdering af, hvad helbredet betyder for job og uddannelse."),
        (
            _("Her er det borgerens ord, der tæller. Skriv dem til højre, så tæt på det sagte, du kan."),
            _("Kommunens felt er til sammenhængen: hvornår I talte om det, og hvad der var anledningen."),
        ),
        _("Hvad kan du holde til på en dag? Hvad sker der, hvis du gør for meget?"),
    ),
    "stk1_nr7": Hjaelp(
        _("Hvad borgeren har levet af indtil nu, ud fra det, kommunen allerede ved."),
        (
            _("Løn, sygedagpenge, kontanthjælp, ressourceforløb og så videre, med fra og til."),
            _("Der skal ikke hentes nye oplysninger ind for at udfylde punktet."),
        ),
    ),
    "par15_nr1": Hjaelp(
        _("Arbejdet i virksomheden: opgaverne, det svære, det borgeren gør ved det, og hvor mange timer."),
        (
            _("Beskriv en almindelig uge."),
            _("Skriv, hvem der tager over, når borgeren ikke kan."),
            _("Timerne er dem, borgeren kan arbejde nu, ikke åbningstiden."),
        ),
    ),
    "par15_nr2": Hjaelp(
        _("Hvor meget borgeren har arbejdet i virksomheden i de sidste 24 måneder."),
        (
            _("Skriv timer om ugen i hver periode, også perioder med sygdom eller pause."),
            _("Nævn, hvad du bygger på, fx regnskab, kalender eller borgerens egne ord."),
        ),
    ),
    "par15_nr3": Hjaelp(
        _("Om borgeren arbejder med andet end virksomheden."),
        (_("Skriv »Nej, borgeren har ikke andet arbejde«, hvis det er svaret."),),
    ),
    "par15_nr4": Hjaelp(
        _("Det, der støtter borgeren, og det, der er svært, i forhold til at holde virksomheden i gang."),
        (_("Familie, netværk og økonomi."), _("Medhjælpere og samarbejdspartnere.")),
        _("Hvem hjælper dig i virksomheden og derhjemme?"),
    ),
    "par15_nr5": Hjaelp(
        _("Helbredet, og borgerens eget syn på, hvad det betyder for at fortsætte virksomheden."),
        (
            _("Kommunens felt: helbredet, som det er kendt."),
            _("Borgerens felt: borgerens eget syn. Begge dele skal med."),
        ),
        _("Hvordan har du det? Hvad betyder det for, om du kan blive ved?"),
    ),
    "par15_nr6": Hjaelp(
        _("Borgerens egne oplysninger om undersøgelser og behandling, der er i gang."),
        (_("Skriv, hvor og hvad, og om der er en ventetid. Er der ingen, så skriv det."),),
    ),
    "stk2_beskaeftigelse": Hjaelp(
        _("Det, kommunen hidtil har sat i gang for at få borgeren i job eller uddannelse."),
        (*_INDSATS, _("Fx praktik, løntilskud, kurser, mentor og forløb hos en leverandør.")),
        _("Hvad fik du ud af det? Hvorfor tror du ikke, det førte til job?"),
    ),
    "stk2_social": Hjaelp(
        _("Den sociale indsats, kommunen hidtil har givet borgeren."),
        (*_INDSATS, _("Fx bostøtte, misbrugsbehandling, gældsrådgivning eller støtte i hjemmet.")),
        _("Hvad fik du ud af det?"),
    ),
    "stk2_familie": Hjaelp(
        _("Den sociale indsats, kommunen hidtil har givet borgerens familie."),
        (*_INDSATS, _("Fx støtte til et barn, en familievejleder eller aflastning.")),
        _("Hvad har hjælpen betydet for jer?"),
    ),
}
FELTNAVNE: dict[str, str | Promise] = {
    "kommunen": _("Kommunens beskrivelse"),
    "borgeren": _("Borgerens egne ord"),
    "navn": _("Hvad hed indsatsen?"),
    "indhold": _("Hvad gik den ud på?"),
    "formaal": _("Hvad skulle den føre til?"),
    "varighed": _("Hvor længe varede den?"),
    "erfaring_kommune": _("Kommunens erfaring med den"),
    "erfaring_borger": _("Borgerens erfaring med den"),
    "aarsag_kommune": _("Kommunens syn på, hvorfor den ikke førte til job eller uddannelse"),
    "aarsag_borger": _("Borgerens syn på, hvorfor den ikke førte til job eller uddannelse"),
}
MANGLER: dict[str, str | Promise] = {
    "kommunen": _("Kommunens beskrivelse er ikke skrevet."),
    "borgeren": _("Borgerens egne ord er ikke skrevet."),
    "ingen": _("Skriv en indsats, eller sæt hak i, at der ikke har været nogen."),
}
KORT: dict[str, str | Promise] = {
    "navn": _("navnet"),
    "indhold": _("indhold"),
    "formaal": _("formål"),
    "varighed": _("varighed"),
    "erfaring_kommune": _("kommunens erfaring"),
    "erfaring_borger": _("borgerens erfaring"),
    "aarsag_kommune": _("kommunens syn på årsagen"),
    "aarsag_borger": _("borgerens syn på årsagen"),
}
INGEN: dict[str, str | Promise] = {
    "stk2_beskaeftigelse": _("Der har ikke været nogen indsats på beskæftigelsesområdet"),
    "stk2_social": _("Der har ikke været nogen social indsats for borgeren"),
    "stk2_familie": _("Der har ikke været nogen social indsats for borgerens familie"),
}
