"""The provisions as pages: in the order of the law, in groups a reader can choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehabteam.lov.tvivl import TVIVL, Tvivl
from rehabteam.lov.vurdering import ADRESSER, Hjemmel

BEK, LAB, PROCEDUREN = "BEK 2408/2021", "LAB", "Proceduren"
RSL, OFL, CPR = "Retssikkerhedsloven", "Offentlighedsloven", "CPR-loven"


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One § (or the procedure): its address on the site, its subject in our words, the rules it can be tried with.

    `nr` is the § as it is written; empty for the procedure. `regler`: first the rule of the § itself.
    """

    slug: str
    kilde: str
    nr: str
    emne: str
    gruppe: str
    regler: tuple[str, ...] = ()

    @property
    def navn(self) -> str:
        """§ 17 · LAB § 113 · Proceduren"""
        if not self.nr:
            return self.kilde
        return f"§ {self.nr}" if self.kilde == BEK else f"{self.kilde} § {self.nr}"

    @property
    def fuldt_navn(self) -> str:
        """BEK 2408/2021 § 17 · LAB § 113 · Proceduren"""
        return f"{self.kilde} § {self.nr}" if self.nr else self.kilde

    @property
    def url(self) -> str:
        """The official text; empty where it is not published."""
        return ADRESSER.get(self.kilde, "")

    def har(self, hjemmel: Hjemmel) -> bool:
        """Does the provision stand in this §?"""
        if not self.nr:
            return hjemmel.kilde.startswith(self.kilde)
        return (hjemmel.kilde, hjemmel.paragraf) == (self.kilde, self.nr)

    @property
    def tvivl(self) -> tuple[Tvivl, ...]:
        """The open questions about this §, by number."""
        return tuple(t for t in TVIVL.values() if self._handler_om(t.hvor))

    def _handler_om(self, hvor: str) -> bool:
        """Is the place of a question ("§ 17, stk. 4-6", "LAB § 113, stk. 2", "Proceduren") in this §?"""
        if not self.nr:
            return hvor.startswith(self.kilde)
        fundet = re.match(r"(?:([A-ZÆØÅ][\w-]+) )?§ (\d+)", hvor)
        return fundet is not None and (fundet[1] or BEK, fundet[2]) == (self.kilde, self.nr)


HVEM, PLANEN, INDSTILLINGEN = "Hvem skal for teamet", "Rehabiliteringsplanen", "Mødet og indstillingen"
SAERVEJE, SEKS_MAANEDER = "De særlige veje", "Seks måneder uden indsats"
ANDRES_OPLYSNINGER, BORGERENS_RET = "Oplysninger fra andre", "Borgerens egne oplysninger"
OVERGANG, LOVEN, DEN_AFTALTE = "Overgang og ikrafttræden", "Loven bag", "Regionens procedure"
GRUPPER = (
    HVEM,
    PLANEN,
    INDSTILLINGEN,
    SAERVEJE,
    SEKS_MAANEDER,
    OVERGANG,
    LOVEN,
    ANDRES_OPLYSNINGER,
    BORGERENS_RET,
    DEN_AFTALTE,
)


def _bek(nr: int, emne: str, gruppe: str, *regler: str) -> Paragraf:
    return Paragraf(str(nr), BEK, str(nr), emne, gruppe, regler)


_ALLE = (
    _bek(1, "Hvilke sager skal for rehabiliteringsteamet, og hvilke skal ikke", HVEM, "bek2408.par01"),
    _bek(2, "Planens to dele, og hvem der skal have hvilken", PLANEN, "bek2408.par01"),
    _bek(3, "Hvad den forberedende del skal fortælle, og hvad den ikke må", PLANEN, "bek2408.par03"),
    _bek(4, "Den praktiserende læges vurdering", PLANEN, "bek2408.par04", "bek2408.par03"),
    _bek(5, "Hvad indsatsdelen skal rumme, seks måneder ad gangen", PLANEN, "bek2408.par05"),
    _bek(6, "Teamets forberedelse og møde", INDSTILLINGEN),
    _bek(7, "Hvad teamet kan indstille til i hvilken sag", INDSTILLINGEN, "bek2408.indstilling"),
    _bek(
        8, "Indstilling om ressourceforløb, jobafklaring eller sygedagpenge", INDSTILLINGEN, "bek2408.indstilling"
    ),
    _bek(9, "Indstilling om fleksjob", INDSTILLINGEN, "bek2408.indstilling"),
    _bek(10, "Indstilling om førtidspension", INDSTILLINGEN, "bek2408.indstilling"),
    _bek(11, "Indstilling om en anden indsats", INDSTILLINGEN, "bek2408.indstilling"),
    _bek(12, "Førtidspension, når det er åbenbart, at arbejdsevnen ikke kan blive bedre", SAERVEJE, "bek2408.par12"),
    _bek(13, "Førtidspension, når borgeren selv søger", SAERVEJE, "bek2408.par13"),
    _bek(14, "Revalidering", SAERVEJE, "bek2408.par14"),
    _bek(15, "Tilskud til selvstændige: den forberedende del", SAERVEJE, "bek2408.par15"),
    _bek(16, "Tilskud til selvstændige: indstillingen", SAERVEJE, "bek2408.indstilling"),
    _bek(17, "Når ingen indsats er begyndt efter seks måneder", SEKS_MAANEDER, "bek2408.par17"),
    _bek(18, "Hvad teamet ser sagen på, når den kommer igen", SEKS_MAANEDER, "procedure.dokumenter"),
    _bek(19, "Hvad teamet skal drøfte og indstille, når sagen kommer igen", SEKS_MAANEDER, "bek2408.par19"),
    _bek(20, "Jobafklaringsforløb, der begyndte fra juli 2021 til februar 2022", OVERGANG, "bek2408.par20"),
    _bek(21, "Fra hvornår reglerne gælder", OVERGANG, "bek2408.par17"),
    Paragraf("lab-109", LAB, "109", "Fire uger til mødet i et jobafklaringsforløb", LOVEN, ("bek2408.par20",)),
    Paragraf(
        "lab-113", LAB, "113", "Pligten til at se sagen igen, og særlige grunde imod", LOVEN, ("bek2408.par17",)
    ),
    Paragraf(
        "rsl-11a", RSL, "11 a", "Samtykke, før der bedes om oplysninger hos andre", ANDRES_OPLYSNINGER, ("rsl.par11a",)
    ),
    Paragraf("rsl-11c", RSL, "11 c", "Sager, hvor der ikke skal samtykke til", ANDRES_OPLYSNINGER, ("rsl.par11a",)),
    Paragraf("rsl-12", RSL, "12", "Hvad borgeren skal vide, før der svares", ANDRES_OPLYSNINGER, ("rsl.par11a",)),
    Paragraf("cpr-28", CPR, "28", "Beskyttet navn og adresse, og hvornår det hører op", BORGERENS_RET, ("cpr.par28",)),
    Paragraf("ofl-36", OFL, "36", "Hvor hurtigt der svares på aktindsigt", BORGERENS_RET, ("ofl.par36",)),
    Paragraf(
        "proceduren", PROCEDUREN, "", "Frist, papirer og kategori, når sagen skal for teamet igen", DEN_AFTALTE,
        ("procedure.frist", "procedure.dokumenter", "procedure.kategori"),
    ),
)  # fmt: skip
PARAGRAFFER: dict[str, Paragraf] = {p.slug: p for p in _ALLE}


PROCEDURENS_ORDEN = (
    "Proceduren, hvornår sagen skal for teamet igen",
    "Proceduren, hvad der er omfattet",
    "Proceduren, reform og samarbejdsaftale",
    "Proceduren, kommunens opgave",
    "Proceduren, dokumenter der følger med",
    "Proceduren, dokumenter der tilføjes",
    "Proceduren, alle dokumenter samlet",
    "Proceduren, sekretariatets afsendelse",
    "Proceduren, sundhedskoordinatorens bidrag",
    "Proceduren, kommunens muligheder bagefter",
)
"""The parts of the procedure from the case's beginning to its end: it has no numbers of its own."""

REGELNAVNE = {
    "bek2408.par01": "Skal sagen for rehabiliteringsteamet?",
    "bek2408.par03": "Er den forberedende del hel?",
    "bek2408.par04": "Er lægens vurdering, som den skal være?",
    "bek2408.par05": "Er indsatsdelen hel?",
    "bek2408.indstilling": "Siger indstillingen det, den skal?",
    "bek2408.par12": "Er grundlaget nok i den åbenbare sag?",
    "bek2408.par13": "Er grundlaget nok, når borgeren selv søger?",
    "bek2408.par14": "Er grundlaget nok til revalidering?",
    "bek2408.par15": "Er grundlaget nok til tilskud som selvstændig?",
    "bek2408.par17": "Skal sagen for teamet igen efter seks måneder?",
    "bek2408.par19": "Er årsag, indsatser og opfølgning med?",
    "bek2408.par20": "Hvornår skal jobafklaringsforløbet for teamet?",
    "cpr.par28": "Er navn og adresse beskyttet?",
    "ofl.par36": "Hvornår skal der svares på aktindsigt?",
    "rsl.par11a": "Må der bedes om oplysningerne?",
    "procedure.frist": "Hvornår skal sagen være oprettet?",
    "procedure.dokumenter": "Er alle papirer med?",
    "procedure.kategori": "Hvilken kategori hører sagen til?",
}
"""The question each rule answers."""
