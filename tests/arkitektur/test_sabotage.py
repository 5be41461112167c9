# ruff: noqa: E501 – one fault, one line
"""Would the tests notice? One fault at a time is put into a copy of the program; the suite must turn red."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROD = Path(__file__).parents[2]
VAEGGE, VAERN, HANDLINGER = "tests/vaegge", "tests/web/test_vaern.py", "tests/handlinger"
ADGANG = "src/rehabteam/sager/adgang"
INDGANG = "src/rehabteam/web/indgang"
SAML, OIDC, LOKAL, ROLLER = (
    f"tests/indgang/test_{navn}.py" for navn in ("saml_forfalsket", "oidc_forfalsket", "lokal", "rollekort")
)
FORSEGLING, INDGREB, ANGREB = (f"tests/log/test_{n}.py" for n in ("forsegling", "indgreb", "angreb"))

# what is broken: file, the text as it stands, what it becomes, the tests that must notice
FEJL = {
    "rollen bliver hængende": (f"{ADGANG}/kontekst.py", "set_config('role', %s, true)", "set_config('role', %s, false)", VAEGGE),
    "konteksten bliver hængende": (f"{ADGANG}/kontekst.py", "set_config('app.ctx', %s, true)", "set_config('app.ctx', %s, false)", VAEGGE),
    "snubletråden er klippet": (f"{ADGANG}/kontekst.py", "if kontekst is not None or not ren_rolle:", "if False:", VAEGGE),
    "konteksten udløber aldrig": (f"{ADGANG}/byg.py", "OR d[4]::bigint < extract(epoch FROM clock_timestamp())", "", VAEGGE),
    "underskriften læses ikke": (f"{ADGANG}/byg.py", "<> d[5]", "<> d[5] AND false", VAEGGE),
    "konteksten siger ikke sin slags": (f"{ADGANG}/byg.py", "OR d[1] <> slags", "", VAEGGE),
    "kommunens væg er åben": (f"{ADGANG}/vaegge.py", "kommune_id = (SELECT adgang.ctx_org('kommune'))", "true", VAEGGE),
    "regionens væg er åben": (f"{ADGANG}/vaegge.py", "region_id = (SELECT adgang.ctx_org('region'))", "true", VAEGGE),
    "koordinatorens væg er åben": (f"{ADGANG}/vaegge.py", "koordinator_id = (SELECT adgang.ctx_person('koordinator'))", "true", VAEGGE),
    "kladden til indstillingen deles": (f"{ADGANG}/vaegge.py", '_paa_sagen(udenfor="afgivet_tid IS NOT NULL")', "_paa_sagen()", VAEGGE),
    "notatet følger ikke sagen": (f"{ADGANG}/deling.py", '    "sager_sundhedsnotat",\n', "", VAEGGE),
    "hændelser kan rettes": (f"{ADGANG}/deling.py", '("sager_haendelse", "true", DELING)', '("sager_haendelse", "false", DELING)', VAEGGE),
    "loggen kan rettes": (f"{ADGANG}/deling.py", '("sager_adgangspost", "true", ())', '("sager_adgangspost", "false", ())', VAEGGE),
    "sammensat nøgle væk": (f"{ADGANG}/byg.py", 'navn = f"{fra}_{fra_kolonner[1]}_inde"', 'navn = "sager_sag_nummer"', VAEGGE),
    "den første væg er væk": ("src/rehabteam/sager/udtraek/synlige.py", "Sag.objects.filter(kommune_id=aktoer.organisation_id)", "Sag.objects.all()", VAEGGE),
    "alle må alt": (f"{ADGANG}/rettigheder.py", "if aktoer.rolle not in ret.roller:", "if False:", "tests/arkitektur/test_ruter.py"),
    "ruten spørger ikke om retten": ("src/rehabteam/web/vaern.py", "kraev_ret(spor.aktoer, view.ret)", "pass", "tests/arkitektur/test_ruter.py"),
    "loggen skrives ikke": ("src/rehabteam/web/vaern.py", "if not self.rute or self.skrevet:", "if True:", VAERN),
    "forsegleren tager det halvfærdige med": (f"{ADGANG}/forsegling.py", " AND p.transaktion < %s", " AND p.transaktion < %s + 1000000", FORSEGLING),
    "en linje i vidnet er ikke på disken": (f"{ADGANG}/forsegling_vidne.py", "os.fsync(fil)", "pass", FORSEGLING),
    "forsegleren godtager en kortere database": (f"{ADGANG}/forsegling.py", 'raise VidneFejl("Vidnet ved mere', 'return ude  # raise VidneFejl("Vidnet ved mere', FORSEGLING),
    "en kolonne uden for seglet": (f"{ADGANG}/forsegling.py", '*("p.aftryk", "p.soegning"),', '*("p.aftryk", "\'\'"),', INDGREB),
    "underskriften tros på ordet": ("src/rehabteam/cli/efterproev_alene.py", "if not underskrift_gaelder(noegle, data, felter", "if not felter and not underskrift_gaelder(noegle, data, felter", INDGREB),
    "måneden er åben": (f"{ADGANG}/logdele.py", "FORCE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY", "tests/log/test_opbevaring.py"),
    "man gennemgår sig selv": ("src/rehabteam/handlinger/gennemgaa_log.py", "if proeve.medarbejder_id == aktoer.medarbejder_id:", "if False:", "tests/log/test_gennemgang.py"),
    "logkontrolløren ser alt om borgeren": (f"{ADGANG}/byg.py", "if dor.sete_kolonner else", "if False else", "tests/log/test_gennemgang.py"),
    "stikprøven er altid den samme": ("src/rehabteam/handlinger/udtag_stikproeve.py", "SystemRandom().sample(resten, min(TILFAELDIGE, len(resten)))", "resten[:TILFAELDIGE]", "tests/log/test_gennemgang.py"),
    "udtrækket nævner andres opslag": ("src/rehabteam/sager/udtraek/borgerlog.py", "borgere__contains=[borger_id]", "borgere__isnull=False", "tests/log/test_borgerlog.py"),
    "døren skriver alt": (f"{ADGANG}/vaegge.py", "\"art = 'login' OR art = 'afvist'\"", "ALLE_RAEKKER", ANGREB),
    "loggen siger ikke hvem": (f"{ADGANG}/log.py", "vist = sorted(set(borgere))", "vist: list[UUID] = []", VAERN),
    "afslaget rulles væk": ("src/rehabteam/web/vaern.py", "self._log_bagefter(spor, svar.status_code)", "pass", VAERN),
    "fejl rulles ikke tilbage": ("src/rehabteam/web/vaern.py", "transaction.set_rollback(True)", "pass", VAERN),
    "to gange er to gange": ("src/rehabteam/web/engang.py", "if cursor.rowcount:", "if True:", VAERN),
    "andet indhold er det samme": ("src/rehabteam/web/engang.py", "if foer != aftryk_:", "if False:", VAERN),
    "en handling uden hændelse": ("src/rehabteam/handlinger/handling.py", "if len(anledning.haendelser) == foer:", "if False:", "tests/arkitektur/test_handlinger.py"),
    "indstillingen uden svar": ("src/rehabteam/handlinger/afgiv_indstilling.py", "if indstilling is None or indstilling.se_igen is None:", "if False:", HANDLINGER),
    "mangler sendes uden grund": ("src/rehabteam/handlinger/send_til_region.py", "if (for_sent or antal) and not grund.strip():", "if False:", HANDLINGER),
    "et notat uden underskrift ses": (f"{ADGANG}/vaegge.py", 'f"{KOMMUNEN} AND {UNDERSKREVET}"', "KOMMUNEN", HANDLINGER),
    "sygdom holder ude": ("src/rehabteam/lov/fakta.py", '"LAB_33_STK_5"})', '"LAB_33_STK_5", "SYGDOM_UDEN_FRITAGELSE"})', "tests/lov"),
    "sidste dag er for sent": ("src/rehabteam/lov/bek2408_2021/par17/udfald.py", "elif pr <= frist:", "elif pr < frist:", "tests/lov"),
    "niveauet spørges der ikke om": (f"{INDGANG}/paastand.py", "if NIVEAUER.index(lavest) < NIVEAUER.index(doer.niveau):", "if False:", OIDC),
    "et svar kan bruges igen": (f"{INDGANG}/billet.py", "raise Afvist(Aarsag.BRUGT) from fejl", "return", SAML),
    "et svar uden et spørgsmål": ("src/rehabteam/web/views/indgang.py", "raise Afvist(Aarsag.UVENTET)", "pass", "tests/indgang/test_oidc.py"),
    "SHA-1 er godt nok": (f"{INDGANG}/saml.py", "if not metoder or not aftryk or set(metoder) - SIGNATURER or set(aftryk) - AFTRYK:", "if False:", SAML),
    "uden en blivende uuid": (f"{INDGANG}/saml.py", "ekstern_id = str(UUID(foerste([PERSON]).strip().removeprefix(\"urn:uuid:\")))", "ekstern_id = foerste([PERSON])", SAML),
    "CPR som navn": (f"{INDGANG}/saml.py", "or har_cpr(navne_id.text)", "", SAML),
    "et bevis til en anden": (f"{INDGANG}/oidc.py", "if doer.klient not in kreds or", "if", OIDC),
    "et bevis fra en anden": (f"{INDGANG}/oidc.py", "if udsagn.get(\"iss\") != doer.udsteder:", "if False:", OIDC),
    "et gammelt bevis": (f"{INDGANG}/oidc.py", "udstedt < time.time() - HOEJST_GAMMELT", "False", OIDC),
    "logud uden hændelse": (f"{INDGANG}/oidc_ud.py", "HAENDELSE not in haendelser", "False", OIDC),
    "en udbyder taler for alle": (f"{INDGANG}/rollekort.py", "if gruppe.cvr in maa_tale_for else None", "", ROLLER),
    "afgrænsningen overses": (f"{INDGANG}/rollekort.py", "return regel is not None and regel(vaerdi, hos)", "return True", ROLLER),
    "rollen slås ikke op igen": (f"{INDGANG}/indlogning.py", "if nuvaerende.rolle not in givne:", "if False:", LOKAL),
    "sessionen lukkes aldrig": (f"{INDGANG}/indlogning.py", "slut=None, udloeber__gt=timezone.now()).first()", ").first()", "tests/indgang/test_saml.py"),
    "adgangskoden er nok": ("src/rehabteam/web/views/login.py", "    if konto.demo:\n        login(", "    if konto:\n        login(", LOKAL),
    "koden kan gættes": (f"{INDGANG}/kodetrin.py", "if not generator.verify_is_allowed()[0]:", "if False:", LOKAL),
    "demo i drift": ("src/rehabteam/opsaetning/start.py", "if settings.DEMO and settings.DRIFT:", "if False:", LOKAL),
}  # fmt: skip


@pytest.fixture(scope="module")
def kopi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its tests in a folder of their own."""
    sted = tmp_path_factory.mktemp("sabotage") / "rehabteam"
    sted.mkdir()
    for del_ in ("src", "tests", "docs"):
        shutil.copytree(ROD / del_, sted / del_, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROD / "pyproject.toml", sted)
    return sted


def _koer(sted: Path, proever: str) -> subprocess.CompletedProcess[str]:
    miljoe = os.environ | {
        "PYTHONPATH": f"{sted / 'src'}{os.pathsep}{sted}",
        "PYTEST_XDIST_WORKER": "sabotage",
        "REHABTEAM_NPM": os.environ.get("REHABTEAM_NPM") or str(ROD / "node_modules"),
    }
    miljoe.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            *proever.split(),
        ],
        cwd=sted,
        env=miljoe,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.langsom
@pytest.mark.parametrize("proever", sorted({f[3] for f in FEJL.values()}))
def test_uden_fejl_er_alt_groent(kopi: Path, proever: str) -> None:
    """The positive control: the same tests in the same copy pass when nothing is broken."""
    svar = _koer(kopi, proever)
    assert svar.returncode == 0, svar.stdout[-2000:]


@pytest.mark.langsom
@pytest.mark.parametrize("fejl", FEJL)
def test_fejlen_bliver_opdaget(kopi: Path, fejl: str) -> None:
    fil, staar, bliver, proever = FEJL[fejl]
    sti = kopi / fil
    foer = sti.read_text(encoding="utf-8")
    assert staar in foer, f"teksten findes ikke mere i {fil}: ret listen"
    sti.write_text(foer.replace(staar, bliver), encoding="utf-8")
    try:
        svar = _koer(kopi, proever)
        assert svar.returncode == 1, f"»{fejl}« blev ikke opdaget af {proever}\n{svar.stdout[-1500:]}"
    finally:
        sti.write_text(foer, encoding="utf-8")
