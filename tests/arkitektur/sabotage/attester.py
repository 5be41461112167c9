"""Faults in the certificates: consent, the clocks, what was regretted, and § 4, stk. 3's four points."""

from tests.arkitektur.sabotage import Fejl

FRISTER = "src/rehabteam/sager/attestfrister.py"
SKRIDT = "src/rehabteam/handlinger/registrer_attestskridt.py"
ANMOD = "src/rehabteam/handlinger/anmod_om_oplysninger.py"
VURDER = "src/rehabteam/handlinger/vurder_laegeattest.py"
LAEGE = "src/rehabteam/sager/sagsfakta/laege.py"
UR = "tests/attester/test_frister.py"
VEJEN = "tests/attester/test_vejen.py"

FEJL = (
    Fejl("attestens sidste dag er for sent", FRISTER, "dag > frist)", "dag >= frist)", UR),
    Fejl("det ur, der ender sidst, gælder", FRISTER, "return min(fundne", "return max(fundne", UR),
    Fejl("en rykket læge skal rykkes igen", FRISTER, "self.rykket <= self.frist", "True", UR),
    Fejl(
        "det, ingen har noteret, ser ingen efter",
        FRISTER,
        "tjek=fra + timedelta(days=form.egen_opfoelgning or 0) if ikke_noteret else None,",
        "tjek=None,",
        f"{UR} tests/attester/test_sider.py",
    ),
    Fejl(
        "efter det tilbagetrukne samtykke går det videre",
        "src/rehabteam/handlinger/hent_samtykke.py",
        ".filter(id=anmodning_id, tilstand=Anmodning.Tilstand.SENDT)",
        ".filter(id=anmodning_id)",
        VEJEN,
    ),
    Fejl("et skridt fra før der blev bedt", SKRIDT, "if dag < anmodning.sendt:", "if False:", VEJEN),
    Fejl(
        "det fortrudte gælder stadig",
        "src/rehabteam/sager/udtraek/attester.py",
        "and s.id not in fortrudte",
        "",
        VEJEN,
    ),
    Fejl(
        "en ny vurdering fra lægen uden en grund",
        ANMOD,
        "return igen and attest == NY_VURDERING",
        "return False",
        VEJEN,
    ),
    Fejl("lægen får for få dage", ANMOD, "if svarfrist < mindst:", "if False:", VEJEN),
    Fejl(
        "konsultationen spørges der ikke om",
        VURDER,
        "if ordinaer and konsultation is None:",
        "if False:",
        VEJEN,
    ),
    Fejl("et femte punkt krydses af", VURDER, "if not set(punkter) <= set(STK3_NR):", "if False:", VEJEN),
    Fejl(
        "den første samtales attest går forud",
        LAEGE,
        "if v.kilde == par04.ORDINAER), fundne[0]",
        "if v.kilde != par04.ORDINAER), fundne[0]",
        VEJEN,
    ),
    Fejl(
        "et tilbagetrukket papir er en vurdering",
        LAEGE,
        "if v.kilde and v.dokument.trukket_tilbage_tid is None]",
        "if v.kilde]",
        VEJEN,
    ),
)
