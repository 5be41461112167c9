"""The calculators' answers as sheets of paper. Danish alone, as all answers of the law."""

from collections.abc import Iterable
from datetime import date

from rehabteam.breve import former, former_beregning
from rehabteam.breve.beregning import beregning
from rehabteam.breve.beregning_moede import moedefrist
from rehabteam.lov.ord import hjemmel
from rehabteam.lov.vurdering import Grund, Laesning, Udgave

from .beregning import Beregning, Undtagelsesraekke
from .beregning_moede import Moedeberegning
from .byggesten.datoer import spaend, tabel, tabel_med_ugedag

AFSENDER: former.Afsender = {"navn": "Rehabteam", "linjer": ["Beregning uden personoplysninger"]}
VEJLEDENDE = "Arket er en vejledende beregning af de datoer, der blev skrevet. Det er ikke en afgørelse."
SAERLIGE_GRUNDE = (
    "Særlige grunde er kommunens egen skriftlige vurdering i den enkelte sag og er ikke med i beregningen."
)
SVAR = {
    "TAELLER": "Tæller",
    "TAELLER_IKKE": "Tæller ikke",
    "IKKE_BEGYNDT": "Ikke begyndt",
    "VURDER": "Skal vurderes",
}


def seksmaanedersark(b: Beregning, link: str) -> bytes:
    """The sheet of the six months; `link` asks the same again."""
    v, d = b.vurdering, b.detaljer
    return beregning(
        {
            "afsender": AFSENDER,
            "pr": b.pr.isoformat(),
            "dom": b.dom.overskrift,
            "forloeb_start": b.fakta.forloeb_start.isoformat(),
            "frist": _iso(d.frist),
            "grunde": _grunde(v.grunde),
            "skal_vurderes": [{"tekst": s.spoergsmaal, "hjemmel": str(s.hjemmel)} for s in v.skal_vurderes],
            "segmenter": [
                {
                    "fra": s.fra.isoformat(),
                    "til": _iso(s.til),
                    "dage": s.dage,
                    "talt": s.talt,
                    "i_alt": s.i_alt,
                    "hjemler": [hjemmel(h) for h in s.hjemler],
                }
                for s in d.segmenter
            ],
            "talte_dage": d.talte_dage,
            "undtagne_dage": d.undtagne_dage,
            "resterende_dage": d.resterende_dage if d.frist is None else None,
            "indsatser": [
                {
                    "navn": f"{r.navn}, begyndt {tabel(r.indsats.paabegyndt)}"
                    if r.indsats.paabegyndt
                    else r.navn,
                    "svar": SVAR[r.svar],
                    "grund": r.grund.tekst,
                    "hjemmel": str(r.grund.hjemmel),
                }
                for r in b.indsatser
            ],
            "perioder": [
                {
                    "hvornaar": spaend(r.periode.fra, r.periode.til),
                    "hvad": r.navn,
                    "svar": f"{r.grund.tekst[:-1]} ({r.grund.hjemmel}).",
                }
                for r in b.perioder
            ],
            "undtagelser": [_undtagelse(u) for u in b.undtagelser],
            "aendrer": [
                {
                    "overskrift": a.overskrift,
                    "tekst": a.tekst,
                    "hjemmel": str(a.hjemmel) if a.hjemmel else None,
                }
                for a in d.aendrer
            ],
            "laesninger": _laesninger(v.laesninger),
            "udgave": _udgave(v.udgave),
            "grundlag": [VEJLEDENDE, SAERLIGE_GRUNDE, f"Samme beregning: {link}"],
        }
    )


def _undtagelse(u: Undtagelsesraekke) -> former_beregning.Beregningsperiode:
    hvornaar = tabel(u.fra) if u.er_timer else spaend(u.fra, u.til)
    return {"hvornaar": hvornaar, "hvad": u.hvad, "svar": str(u.hjemmel)}


def moedeark(b: Moedeberegning, link: str) -> bytes:
    """The sheet of the deadline before a meeting."""
    v, d = b.vurdering, b.detaljer
    advarsler = [a.tekst for a in v.advarsler]
    if b.moedet_paa_fridag:
        advarsler.append(f"Mødedagen er ikke en hverdag: {b.moedet_paa_fridag}.")
    return moedefrist(
        {
            "afsender": AFSENDER,
            "dom": b.overskrift,
            "moede": b.moede.isoformat(),
            "oprettet": _iso(b.oprettet),
            "seneste": d.seneste_oprettelsesdato.isoformat(),
            "videresendelse": d.sekretariat_videresendelse.isoformat(),
            "grunde": _grunde(v.grunde),
            "advarsler": advarsler,
            "dage": [
                [
                    tabel_med_ugedag(dag.dato),
                    str(dag.nr or "–"),
                    "Mødet" if dag.dato == b.moede else dag.navn.capitalize() or "Hverdag",
                ]
                for dag in d.dage
            ],
            "laesninger": _laesninger(v.laesninger),
            "udgave": _udgave(v.udgave),
            "grundlag": [VEJLEDENDE, f"Samme beregning: {link}"],
        }
    )


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _grunde(grunde: Iterable[Grund]) -> list[former.Grund]:
    return [{"tekst": g.tekst, "hjemmel": str(g.hjemmel)} for g in grunde]


def _laesninger(laesninger: Iterable[Laesning]) -> list[former_beregning.Laesning]:
    return [
        {
            "spoergsmaal": f"{x.spoergsmaal} ({x.nr})",
            "vores": _giver(x.vores, x.resultat, x.resultat != x.anden_resultat),
            "anden": _giver(x.anden, x.anden_resultat, x.resultat != x.anden_resultat),
            "frist": _iso(x.frist),
            "anden_frist": _iso(x.anden_frist),
        }
        for x in laesninger
    ]


def _giver(laesning: str, resultat: str, forskel: bool) -> str:
    """The reading, with what it gives where the other one gives something else."""
    return f"{laesning}. {resultat}" if forskel else laesning


def _udgave(udgave: Udgave) -> former_beregning.Udgave:
    return {"navn": udgave.navn, "hvorfor": udgave.hvorfor, "forbehold": list(udgave.forbehold)}
