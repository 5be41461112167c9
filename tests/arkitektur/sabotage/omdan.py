"""Faults in the wall about the programs that read files, and in what is believed of their answers."""

from tests.arkitektur.sabotage import Fejl

MAADER = "src/rehabteam/dokumenter/omdan/maader.py"
MUR = "src/rehabteam/dokumenter/omdan/mur.py"
SIDER = "src/rehabteam/dokumenter/omdan/sider.py"
TEKST = "src/rehabteam/dokumenter/omdan/vaerk/tekst.py"
MAIL = "src/rehabteam/dokumenter/omdan/mail.py"
PROEVE = "tests/dokumenter/omdan/test_mur.py"
GRAENSERNE = "tests/dokumenter/omdan/test_murens_graenser.py"

FEJL = (
    Fejl("barnet har netværk", MAADER, '"--unshare-all", ', '"--unshare-pid", ', f"{PROEVE} -k netvaerk"),
    Fejl(
        "hele maskinen kan læses bag muren",
        MAADER,
        '"--ro-bind", "/usr", "/usr"]',
        '"--ro-bind", "/", "/"]',
        f"{PROEVE} -k ingen_filer",
    ),
    Fejl("barnet overlever siden", MAADER, '"--die-with-parent", ', "", f"{GRAENSERNE} -k siden_doer"),
    Fejl(
        "barnet har ingen grænse for processer",
        MAADER,
        'f"--nproc={g.processer}", ',
        "",
        f"{GRAENSERNE} -k en_ende",
    ),
    Fejl(
        "roden kan skrives i",
        MAADER,
        ', "--remount-ro", "/dev", "--remount-ro", "/"]',
        "]",
        f"{PROEVE} -k skrive_udenfor",
    ),
    Fejl(
        "en mur med hul er god nok",
        MUR,
        'return svar.returncode == 0 and svar.stdout == b"mur\\n"',
        "return True",
        f"{PROEVE} -k uden_mur",
    ),
    Fejl(
        "et barns billeder tages for gode varer",
        SIDER,
        "or not all(_er_webp(b) for b in tegnet.values())",
        "",
        "tests/dokumenter/omdan/test_svar.py",
    ),
    Fejl(
        "drejede sider har ordene det forkerte sted",
        TEKST,
        "            return hh - y, x\n",
        "            return x, y\n",
        "tests/dokumenter/omdan/test_sider.py -k hvor_laeseren",
    ),
    Fejl(
        "mærker, der vender teksten, kommer med på papiret",
        MAIL,
        'return STYRETEGN.sub("", tekst)',
        "return tekst",
        "tests/dokumenter/omdan/test_papir.py -k vender_laesningen",
    ),
    Fejl(
        "hvor et foto er taget, følger med",
        "src/rehabteam/dokumenter/omdan/vaerk/rentfoto.py",
        "return maerke not in OPLYSNINGER and maerke != NOTE",
        "return True",
        "tests/dokumenter/omdan/test_rentfoto.py",
    ),
)
