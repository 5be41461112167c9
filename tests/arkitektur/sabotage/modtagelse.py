"""Faults in taking files in: unscanned, another's file, oracle of other cases, pieces out of place, tried for ever."""

from tests.arkitektur.sabotage import Fejl

SIDER = "tests/modtagelse/test_siderne.py"
ARBEJDE = "tests/modtagelse/test_arbejdet.py"
HANDLINGER = "tests/modtagelse/test_handlinger.py"
FORSIDEN = "tests/modtagelse/test_forsiden.py"
LAESNING = "tests/handlinger/test_gennemgang.py"

FEJL = (
    Fejl(
        "en smittet fil kommer ind",
        "src/rehabteam/handlinger/modtagetrin.py",
        "if not scanner.scan(ind).ren:",
        "if scanner.scan(ind) is None:",
        f"{ARBEJDE} -k virus",
    ),
    Fejl(
        "scanneren nede er det samme som ren",
        "src/rehabteam/handlinger/modtagetrin.py",
        'return Udfald(venter=_("Virusscanneren svarer ikke. Filen venter og bliver prøvet igen."))',
        "return Udfald(klar=True)",
        f"{ARBEJDE} -k nede",
    ),
    Fejl(
        "en fil, der ikke er klar, lægges på sagen",
        "src/rehabteam/handlinger/laeg_modtaget.py",
        "fil = hent_fil(sag, fil_id, T.KLAR)",
        "fil = hent_fil(sag, fil_id, T.KLAR, T.VENTER)",
        f"{HANDLINGER} -k ikke_klar",
    ),
    Fejl(
        "et forslag kommer efter, at en person har lagt filen",
        "src/rehabteam/handlinger/foreslaa_modtaget.py",
        "fil = hent_fil(sag, fil_id, T.KLAR)",
        "fil = hent_fil(sag, fil_id, T.KLAR, T.LAGT, T.OPGIVET)",
        f"{FORSIDEN} -k for_sent",
    ),
    Fejl(
        "et stykke lægges, hvor afsenderen siger",
        "src/rehabteam/dokumenter/modtagelse.py",
        "if fra > her or fra < 0 or fra + laengde > i_alt:",
        "if fra < 0 or fra + laengde > i_alt:",
        "tests/dokumenter/test_modtagelse.py",
    ),
    Fejl(
        "en fil kendes igen på navn og størrelse",
        "src/rehabteam/handlinger/begynd_modtagelse.py",
        "modtagelse.begyndelse(settings.DATA, fil.id, vist) == begyndelser[vist]",
        "modtagelse.begyndelse(settings.DATA, fil.id, vist)",
        f"{HANDLINGER} -k samme_navn",
    ),
    Fejl(
        "to filer blandes, når de begynder ens",
        "src/rehabteam/dokumenter/modtagelse.py",
        "if os.pread(ud.fileno(), len(kendt), sted) != kendt:",
        "if len(os.pread(ud.fileno(), len(kendt), sted)) != len(kendt):",
        f"tests/dokumenter/test_modtagelse.py {SIDER} -k anden",
    ),
    Fejl(
        "man kan skrive i en kollegas fil",
        "src/rehabteam/web/views/modtagelse.py",
        "id=fil_id, medarbejder_id=hvem.medarbejder_id)",
        "id=fil_id)",
        f"{SIDER} -k hvem",
    ),
    Fejl(
        "andre sager røbes af den samme fil",
        "src/rehabteam/sager/udtraek/modtagelser.py",
        "        sag=sag,\n",
        "",
        f"{SIDER} -k samme_fil",
    ),
    Fejl(
        "uden en mur prøves hvert dokument igen og igen",
        "src/rehabteam/cli/dokumentlaesning.py",
        "    if nu < _hviler_til:\n",
        "    if nu < 0:\n",
        f"{LAESNING} -k hviler",
    ),
    Fejl(
        "hvad der blev sprunget over, læses aldrig",
        "src/rehabteam/cli/dokumentlaesning.py",
        "if hvornaar < nu - IGEN]",
        "if hvornaar < 0]",
        f"{LAESNING} -k sprunget_over",
    ),
    Fejl(
        "det nyeste dokument venter på hele bunken",
        "src/rehabteam/cli/dokumentlaesning.py",
        '"-bestilt_tid" if _nyeste else "bestilt_tid"',
        '"bestilt_tid"',
        f"{LAESNING} -k nyeste",
    ),
    Fejl(
        "root kan ikke bygge muren i make run",
        "vaerksted/bruger.py",
        'MAGT = ("dac_override", "setuid", "setgid", "kill")',
        'MAGT = ("dac_override",)',
        "tests/vaerksted/test_bruger.py",
    ),
    Fejl(
        "en fil, der slår arbejderen ihjel, prøves for evigt",
        "src/rehabteam/handlinger/modtagne.py",
        "    fil.forsoeg += 1\n",
        "",
        f"{ARBEJDE} -k ihjel",
    ),
    Fejl(
        "alt er fra kommunen selv, hvem det end kom fra",
        "src/rehabteam/handlinger/papir.py",
        "afsender=afsender or anledning.aktoer.organisation_navn",
        "afsender=anledning.aktoer.organisation_navn",
        f"{SIDER} -k hvem_det_er_fra",
    ),
    Fejl(
        "arbejdet med filer står stille, uden at nogen ser det",
        "src/rehabteam/dokumenter/livstegn.py",
        "return nu - self.tid > LAENGST",
        "return False",
        "tests/rettigheder/test_drift_og_fagsystem.py -k arbejdes",
    ),
    Fejl(
        "det, der ikke er læst endnu, siges at være uden ord",
        "src/rehabteam/sager/udtraek/sidesoegning.py",
        ".exclude(tilstand=Gennemgang.Tilstand.VENTER)",
        "",
        "tests/web/test_laeser.py -k stamme",
    ),
)
