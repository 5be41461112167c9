"""Danish words for every fact the rules ask for. Our own words, Danish alone; the choices are in valgnavne.py.

A key is looked up with its class first ("Par05.maal"), then alone.
"""

from __future__ import annotations

from rehabteam.lov.ord import hjemmel
from rehabteam.lovspor.valgnavne import VALG

FELTER = {
    # What several rules ask
    "sagstype": "Slags sag",
    "foerste_jaf": "Er det det første jobafklaringsforløb?",
    "laegelig_kilde": "Lægens attest",
    "kilde": "Lægens attest",
    "konsultation": "Bygger vurderingen på en konsultation med borgeren?",
    "nr": "Hvad lægens vurdering rummer",
    "forberedende_del": "Hvad den forberedende del rummer",
    "spor": "Vejen til førtidspension",
    "kommunens_vurdering_tilstraekkelig": "Har kommunen vurderet, at attesten fra den første samtale er nok?",
    # § 1
    "indsats_13d": "Har borgeren fået den tværfaglige indsats på sygedagpenge?",
    "ophoer": "Sådan ophørte sygedagpengene",
    "kommunen_vaelger": "Vælger kommunen at forelægge sagen?",
    # §§ 3-4
    "indeholder_vurdering": "Vurderer eller anbefaler teksten, hvad der skal ske fremover?",
    "sagstype_angivet": "Står der, hvilken slags sag det er?",
    "pl_vurdering": "Den praktiserende læges vurdering",
    "overgang": "Sådan kom borgeren i jobafklaringsforløb",
    # § 5
    "maal": "Målet for job eller uddannelse",
    "konkret_ikke_muligt": "Er det ikke muligt at sætte et konkret mål?",
    "delmaal_begrundet": "Er der delmål med begrundelse?",
    "tilbud": "Konkrete tilbud og aktiviteter",
    "opfoelgning": "Er opfølgningen beskrevet?",
    "mentor_vurderet": "Er der taget stilling til en mentor?",
    "plan_fra": "Planens første dag",
    "plan_til": "Planens sidste dag",
    "forloeb_varighed_mdr": "Hele forløbets længde i måneder",
    "jobformidler": "Personlig jobformidler i Min Plan",
    "navn": "Jobformidlerens navn",
    "kontaktdata": "Hvordan jobformidleren kan kontaktes",
    "rolle": "Jobformidlerens rolle",
    "aftaler": "De aftaler, der er lavet",
    "saerskilt_indsatsdel": "Er der en særskilt indsatsdel?",
    "alt_i_min_plan": "Står alt fra indsatsdelen i Min Plan?",
    # §§ 7-11 og 16
    "indstilling": "Hvad teamet indstiller til",
    "indeholder": "Hvad indstillingen rummer",
    "kan_ikke_parallelt": "Er der indsatser, som ikke kan køre samtidig?",
    "parallelitet_angivet": "Står det i indstillingen?",
    "meget_begraenset_arbejdsevne": "Er arbejdsevnen meget begrænset lige nu?",
    "udvikling_begrundet": "Er det begrundet, at den kan udvikle sig inden for rimelig tid?",
    "forberedende_del_kan_danne_grundlag": "Kan den forberedende del bære en anden indstilling?",
    # §§ 12-15
    "vaesentligt_nedsat": "Er arbejdsevnen væsentligt nedsat?",
    "helt_aabenbart": "Er det helt åbenbart, at den ikke kan blive bedre?",
    "helbredsoplysninger_tilstraekkelige": "Er helbredsoplysningerne nok uden lægens vurdering?",
    "grundlag_tilstraekkeligt": "Er den forberedende del som helhed nok at afgøre sagen på?",
    "arbejdsevne_beskrevet": "Er arbejdsevnen beskrevet og dokumenteret?",
    "par15": "Hvad den forberedende del rummer om virksomheden",
    # § 17
    "forloeb_start": "Ressourceforløbet begyndte",
    "vurderingsdato": "Den dag, der spørges om",
    "indsatser": "Indsatser",
    "undtagne_perioder": "Undtagne perioder",
    "ordinaere_timer": "Timer i arbejde",
    "loentilskud_kompensationslov_15": "Løntilskud efter kompensationslovens § 15",
    "stu": "STU",
    "saerlige_grunde": "Beslutning om særlige grunde",
    "besluttet": "Er det besluttet, at særlige grunde taler imod?",
    "begrundelse": "Begrundelse",
    "beslutningstager": "Hvem der besluttede det",
    "tidligere_teammoede": "Tidligere møde i teamet",
    "afgoerelse": "Afgørelsen om ressourceforløb",
    "ansaettelse_begyndt": "Ansættelsen begyndte",
    "anden_uddannelse": "Anden uddannelse end STU",
    "hjemmel": "Gives efter",
    "UndtagetPeriode.hjemmel": "Grundlag",
    "paabegyndt": "Begyndte",
    "i_indsatsdel": "Står den i indsatsdelen eller Min Plan?",
    "optaget_i_indsatsdel": "Skrevet ind",
    "bevilget": "Bevilget",
    "genoptaget": "Genoptaget",
    "afsluttet": "Sluttede",
    "aftalt": "Er starten aftalt?",
    "Indsats.kilde": "Hvor den er skrevet ind",
    "fra": "Første dag",
    "til": "Sidste dag",
    "dato": "Dato",
    "timer": "Antal timer",
    "art": "Slags arbejde",
    "AndenUddannelse.art": "Uddannelse",
    # §§ 19-20
    "aarsag_droeftet": "Har teamet drøftet, hvorfor intet kom i gang?",
    "indsatser_fremadrettet": "Indsatser, der nu skal i gang",
    "opfoelgning_tilrettelagt": "Siger indstillingen, hvordan der følges op?",
    "jaf_start": "Jobafklaringsforløbet begyndte",
    "teammoede": "Mødet i teamet",
    "indsats_ivaerksat": "Den første indsats begyndte",
    "indsendt": "Sagen blev sendt ind",
    # Retssikkerhedsloven
    "dag": "Den dag, der bedes om dem",
    "oplysninger": "Oplysninger, der bedes om",
    "Par11a.kilde": "Hos hvem",
    "sag": "Til hvilken sag",
    "samtykke": "Borgerens samtykke",
    "daekker": "Dækker samtykket netop de oplysninger?",
    "undtagelse": "Undtagelse fra samtykke",
    "Samtykke.oplysninger": "Hvad borgeren har sagt ja til",
    "Samtykke.kilde": "Hentet hos",
    "Samtykke.sag": "Til sagen",
    "givet": "Givet",
    "praecist": "Er samtykket præcist?",
    "konsekvenser_oplyst": "Ved borgeren, hvad et nej betyder?",
    "Samtykke.til": "Gælder til og med",
    "tilbagekaldt": "Trukket tilbage",
    "Undtagelse.hjemmel": "Undtagelsen står i",
    "besluttet_af": "Besluttet af",
    # CPR-loven og offentlighedsloven
    "registreret": "Sat ind i CPR",
    "Par28.til": "Sidste dag, hvis den gælder længere end et år",
    "ophaevet": "Første dag uden beskyttelse",
    "modtaget": "Anmodningen kom",
    "afgjort": "Svaret blev givet",
    "underrettet": "Borgeren fik besked om, at det tager længere tid",
    "ventes": "Dagen, borgeren fik at vide",
    # Proceduren
    "moededato": "Mødet i teamet",
    "oprettet": "Sagen blev oprettet",
    "undertype": "Sagens undertype",
    "oprindelig_sag_genoptaget": "Er den oprindelige sag genoptaget?",
    "forberedende_del_oprindelig": "Er den forberedende del fra dengang med?",
    "indsatsplan": "Er borgerens indsatsplan med?",
    "vaesentlige_aendringer": "Er situationen ændret væsentligt, siden forløbet begyndte?",
    "nye_oplysninger": "Nye oplysninger",
    "forrige_indstilling_i_it": "Ligger den forrige indstilling i systemet?",
    "forrige_indstilling_uploadet": "Er den forrige indstilling lagt ved?",
    "forrige_sundhedskoordinator_resume_i_it": "Ligger sundhedskoordinatorens forrige notat i systemet?",
    "koordinerende_sagsbehandler_resume": "Er den koordinerende sagsbehandlers resumé med?",
    "dokumentation_til_resume": "Dokumentation til resuméet",
}

HJAELP = {
    "forloeb_start": "Dagen er dag nul. Der tælles fra dagen efter.",
    "vurderingsdato": "Svaret gælder denne dag.",
    "paabegyndt": "Den dag, borgeren faktisk begyndte. Tom: ikke begyndt endnu.",
    "til": "Begge dage er med. Tom: stadig i gang.",
    "optaget_i_indsatsdel": "Udfyld kun, hvis indsatsen først senere kom i indsatsdelen.",
    "timer": "Tom: antallet er ikke oplyst.",
    "besluttet": "Beslutningen tæller først, når alle fire felter er udfyldt.",
    "moededato": "Mødedagen tælles ikke med.",
    "oprettet": "Tom: sagen er ikke oprettet endnu.",
    "undertype": "Skriv den, som den står i systemet.",
    "Par20.sagstype": "Ikke med i spørgsmålet: et jobafklaringsforløb.",
    "konkret_ikke_muligt": "Kun i det tilfælde er et overordnet mål nok.",
    "plan_fra": "Første og sidste dag er begge med.",
    "Par11a.kilde": "Navnet på lægen, sygehuset eller myndigheden.",
    "Samtykke.kilde": "Skriv navnet ens begge steder.",
    "Samtykke.sag": "Sagens nummer, skrevet ens begge steder.",
    "Samtykke.til": "Den sidste dag er med. Tom: borgeren har ikke sat en slutdato.",
    "tilbagekaldt": "Fra og med den dag må der ikke spørges.",
}
"""What a person must know to fill the field in. Nothing here decides anything."""

KUN_TIL_ORIENTERING = frozenset(
    {
        "bevilget", "genoptaget", "aftalt", "Indsats.kilde", "tidligere_teammoede", "afgoerelse",
        "ansaettelse_begyndt", "anden_uddannelse", "indsendt", "Par17Spoergsmaal.sagstype",
    }
)  # fmt: skip
"""Facts that are kept for the record and decide nothing."""

SKOEN = frozenset(
    {
        "indsats_13d", "kommunen_vaelger", "indeholder_vurdering", "kommunens_vurdering_tilstraekkelig",
        "konkret_ikke_muligt", "alt_i_min_plan", "kan_ikke_parallelt", "meget_begraenset_arbejdsevne",
        "forberedende_del_kan_danne_grundlag", "vaesentligt_nedsat", "helt_aabenbart",
        "helbredsoplysninger_tilstraekkelige", "grundlag_tilstraekkeligt", "vaesentlige_aendringer",
        "praecist", "daekker",
    }
)  # fmt: skip
"""Judgements of a human: without an answer they are not assessed, which is not a no."""

NULL = {
    "spor": "ikke afklaret",
    "laegelig_kilde": "ingen attest",
    "kilde": "ingen attest",
    "Indsats.kilde": "ikke oplyst",
    "ophoer": "ikke oplyst",
    "overgang": "ikke oplyst",
    "maal": "intet mål",
    "foerste_jaf": "ikke oplyst",
    "i_indsatsdel": "ikke oplyst",
    "paabegyndt": "ikke begyndt",
    "til": "stadig i gang",
    "timer": "ikke oplyst",
    "pl_vurdering": "ingen vurdering",
    "jobformidler": "ikke oplyst",
    "samtykke": "intet samtykke",
    "undtagelse": "ingen",
    "oplysninger": "ikke skrevet",
    "Par11a.kilde": "ikke skrevet",
    "Samtykke.kilde": "ikke skrevet",
    "sag": "ikke skrevet",
    "Samtykke.til": "ingen slutdato",
    "tilbagekaldt": "nej",
    "Par28.til": "nej, et år",
    "ophaevet": "nej",
    "afgjort": "ikke endnu",
    "underrettet": "nej",
    "ventes": "nej",
}
"""What null says of a fact, where "ikke vurderet", "ikke besvaret" or "mangler" does not fit."""


def null(klasse: str, noegle: str) -> str:
    """The words for null where a fact has its own; otherwise empty."""
    return NULL.get(f"{klasse}.{noegle}") or NULL.get(noegle, "")


def navn(klasse: str, noegle: str) -> str:
    """The field's label. Raises KeyError for a fact without words."""
    return FELTER.get(f"{klasse}.{noegle}") or FELTER[noegle]


def hjaelp(klasse: str, noegle: str) -> str:
    """The field's hint; empty where none is needed."""
    return HJAELP.get(f"{klasse}.{noegle}") or HJAELP.get(noegle, "")


def til_orientering(klasse: str, noegle: str) -> bool:
    """Is the fact kept for the record only?"""
    return noegle in KUN_TIL_ORIENTERING or f"{klasse}.{noegle}" in KUN_TIL_ORIENTERING


def valg(klasse: str, noegle: str) -> dict[str | int, str]:
    """The choices of a field in words, in the order of the page."""
    return VALG.get(f"{klasse}.{noegle}") or VALG[noegle]


def i_ord(klasse: str, noegle: str, vaerdi: str | int) -> str:
    """One choice in words; a legal basis that is not among the choices is written as the law's sentences do."""
    return valg(klasse, noegle).get(vaerdi) or hjemmel(str(vaerdi))
