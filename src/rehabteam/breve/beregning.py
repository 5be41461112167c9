"""The answer of the six-month rule as a sheet of paper (BEK 2408/2021 § 17)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Grund
from rehabteam.breve.former_beregning import Beregning, Beregningsperiode, Laesning, Segment, Udgave

GRUNDLAG = (
    "Arket viser, hvordan tiden er talt ud fra de oplysninger, der er registreret. Ændrer oplysningerne "
    "sig, kan svaret også ændre sig. Arket er ikke en afgørelse."
)


def beregning(data: Beregning) -> bytes:
    """Set the sheet (see former_beregning.Beregning). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    frist = data.get("frist")
    tal = [
        ("Talt med", _dage(data.get("talte_dage"))),
        ("Holdt ude", _dage(data.get("undtagne_dage"))),
        ("Tilbage", _dage(data.get("resterende_dage"))),
    ]
    afsnit = [
        brevpapir.afsnit("Derfor", *grunde(data["grunde"])),
        brevpapir.afsnit("Et menneske skal vurdere", *grunde(data.get("skal_vurderes") or [])),
        brevpapir.afsnit(
            "Sådan er der talt", brevpapir.oplysninger(*tal), _segmenter(data.get("segmenter") or [])
        ),
        brevpapir.afsnit(
            "Indsatser",
            brevpapir.tabel(
                ["Indsats", "Svar", "Hvorfor"],
                [
                    [i["navn"], i["svar"], _med(i["grund"], i.get("hjemmel"))]
                    for i in data.get("indsatser") or []
                ],
                [2.2, 1.2, 3.6],
            ),
        ),
        brevpapir.afsnit("Perioder, der kan holdes ude", _perioder(data.get("perioder") or [])),
        brevpapir.afsnit(
            "Løntimer, løntilskud efter § 15 og STU", _perioder(data.get("undtagelser") or [], "Spørgsmålet")
        ),
        brevpapir.afsnit(
            "Hvad ville ændre svaret?",
            brevpapir.punkter(
                [
                    f"{a['overskrift']}: {_med(a['tekst'], a.get('hjemmel'))}"
                    for a in data.get("aendrer") or []
                ]
            ),
        ),
        flere_maader(data.get("laesninger") or []),
        regler(data["udgave"], data.get("grundlag") or [GRUNDLAG]),
    ]
    return brevpapir.saet(
        kilde=data,
        titel=data["dom"],
        slags="Seksmånedersfristen i et ressourceforløb",
        dato=data["pr"],
        borger=data.get("borger"),
        flere_oplysninger=[
            ("Begyndt", datoer.med_ugedag(data["forloeb_start"])),
            ("Frist", datoer.med_ugedag(frist) if frist else "Ingen dato endnu"),
            ("Vurderet pr.", datoer.med_ugedag(data["pr"])),
        ],
        afsnit=[a for a in afsnit if a["dele"]],
    )


def flere_maader(laesninger: list[Laesning]) -> brevpapir.Del:
    """The open questions of law, each with what the two readings give."""
    return brevpapir.afsnit(
        "Hvor loven kan læses på flere måder",
        brevpapir.tabel(
            ["Spørgsmål", "Sådan læser vi den", "En anden læsning"],
            [
                [
                    laesning["spoergsmaal"],
                    _med(laesning["vores"], _kort(laesning.get("frist"))),
                    _med(laesning["anden"], _kort(laesning.get("anden_frist"))),
                ]
                for laesning in laesninger
            ],
            [2.4, 2.2, 2.2],
        ),
    )


def regler(udgave: Udgave, grundlag: list[str]) -> brevpapir.Del:
    """The edition, why it governs, what is not verified about it, and what the sheet is."""
    return brevpapir.afsnit(
        "Regler",
        brevpapir.tekst(f"{udgave['navn']}. {udgave['hvorfor']}"),
        brevpapir.punkter(udgave.get("forbehold") or []),
        *(brevpapir.tekst(t) for t in grundlag),
    )


def grunde(fundne: list[Grund]) -> list[brevpapir.Del | None]:
    linjer = [_med(g["tekst"], g.get("hjemmel")) for g in fundne]
    return [brevpapir.tekst(linjer[0]) if len(linjer) == 1 else brevpapir.punkter(linjer)]


def _segmenter(segmenter: list[Segment]) -> brevpapir.Del | None:
    return brevpapir.tabel(
        ["Fra", "Til", "Dage", "Tæller", "Talt i alt", "Hjemmel"],
        [
            [
                datoer.kort(s["fra"]),
                datoer.kort(s["til"]) if s["til"] else "løber stadig",
                str(s["dage"]),
                "Talt" if s["talt"] else "Holdt ude",
                str(s["i_alt"]),
                ", ".join(s.get("hjemler") or []) or "–",
            ]
            for s in segmenter
        ],
        [1.5, 1.5, 0.9, 1.3, 1.2, 2.6],
    )


def _perioder(perioder: list[Beregningsperiode], svar: str = "Svar") -> brevpapir.Del | None:
    return brevpapir.tabel(
        ["Hvornår", "Hvad", svar], [[p["hvornaar"], p["hvad"], p["svar"]] for p in perioder], [2.1, 2.2, 3.4]
    )


def _med(tekst: str, tilfoejelse: str | None) -> str:
    """The addition in brackets, inside the sentence's full stop."""
    if not tilfoejelse:
        return tekst
    return f"{tekst[:-1]} ({tilfoejelse})." if tekst.endswith(".") else f"{tekst} ({tilfoejelse})"


def _kort(vaerdi: str | None) -> str | None:
    return datoer.kort(vaerdi) if vaerdi else None


def _dage(antal: int | None) -> str | None:
    return None if antal is None else "1 dag" if antal == 1 else f"{antal} dage"
