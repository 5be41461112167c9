"""The usual papers of a case, made from a citizen's own short texts (`liv`), where no whole story is written."""

from __future__ import annotations

from datetime import date, timedelta

from rehabteam.breve.former import Afsnit

from .historie import Papir
from .regionen import Borger, Organisation

UNDER_30 = 30 * 365 + 7


def papirer(borger: Borger, kommune: Organisation) -> tuple[Papir, ...]:
    """Forberedende del, læge's certificate, indstilling, note, decision and indsatsplan; and one paper since."""
    sagsbehandler = next(p for p in kommune.personer if p.brugernavn == borger.sagsbehandler)
    hvem = f"{sagsbehandler.navn} | {sagsbehandler.titel}"
    moede = borger.tidligere_moede
    alle = [
        Papir(
            "Forberedende del af rehabiliteringsplanen",
            "forberedende_del",
            _hverdag(moede - timedelta(days=10)),
            kommune.noegle,
            _forberedende_del(borger),
            underskrift=hvem,
        ),
        Papir(
            "Attest til rehabiliteringsteamet (LÆ 265)",
            "laegeattest",
            _hverdag(moede - timedelta(days=24)),
            kommune.laegehus,
            _attest(borger),
            modtager=kommune.navn,
            underskrift="Praktiserende læge",
        ),
        Papir(
            "Rehabiliteringsteamets indstilling",
            "indstilling",
            moede,
            kommune.noegle,
            _indstilling(borger, kommune),
            underskrift=f"{kommune.en('moedeleder').navn} | Mødeleder",
        ),
        Papir(
            "Notat fra sundhedskoordinator",
            "sundhedsnotat",
            moede,
            "region",
            _sundhedsnotat(borger),
            underskrift="Klinisk Funktion | Sundhedskoordinator",
        ),
        Papir(
            "Afgørelse om ressourceforløb",
            "afgoerelse",
            _hverdag(borger.start - timedelta(days=4)),
            kommune.noegle,
            _afgoerelse(borger),
            modtager=borger.navn,
            underskrift=hvem,
        ),
        Papir(
            "Indsatsplan",
            "indsatsplan",
            _hverdag(borger.start),
            kommune.noegle,
            _indsatsplan(borger, sagsbehandler.navn),
            underskrift=hvem,
        ),
    ]
    if borger.genforelaeggelse:
        alle.append(
            Papir(
                "Opfølgningsnotat",
                "opfoelgningsnotat",
                _hverdag(borger.genforelaeggelse.genoptaget - timedelta(days=6)),
                kommune.noegle,
                _opfoelgning(borger),
                underskrift=hvem,
                sag="siden",
            )
        )
    return tuple(sorted(alle, key=lambda papir: papir.dato))


def resume(borger: Borger) -> str:
    """The resumé since the last meeting, where the data give no other."""
    moede = borger.tidligere_moede
    return (
        f"{borger.fornavn}s sag var i rehabiliteringsteamet den {moede.day}.{moede.month}.{moede.year}. "
        f"Ressourceforløbet begyndte {borger.start.day}.{borger.start.month}.{borger.start.year}.\n\n"
        f"{borger.liv['siden_sidst']}\n\n"
        f"{borger.fornavn} siger: »{borger.egne_ord}«"
    )


def _hverdag(dag: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return dag - timedelta(days=max(0, dag.weekday() - 4))


def _forberedende_del(b: Borger) -> tuple[Afsnit, ...]:
    liv = b.liv
    deltog = f" {b.bisidder} var med." if b.bisidder else ""
    tolk = f" Tolk: {b.tolk.lower()}." if b.tolk else ""
    ung = (b.tidligere_moede - b.foedt).days < UNDER_30
    afsnit: list[Afsnit] = [
        {
            "tekst": f"Skrevet sammen med {b.fornavn} ved to samtaler før mødet.{deltog}{tolk} "
            f"{b.fornavn} har læst teksten og haft mulighed for at rette den. "
            "Sagen gælder et muligt ressourceforløb."
        },
        {"overskrift": "Uddannelse og arbejdsliv", "tekst": f"{liv['uddannelse']}\n\n{liv['arbejdsliv']}"},
        {"overskrift": "Personlige ressourcer", "tekst": liv["ressourcer"]},
        {"overskrift": "Udfordringer i forhold til arbejde og hverdag", "tekst": liv["udfordringer"]},
        {"overskrift": f"{b.fornavn}s ønsker", "tekst": liv["oensker"]},
        {
            "overskrift": "Helbred og behandling",
            "tekst": f"{liv['helbred']}\n\nOplysningerne er dem, kommunen har i forvejen, og egen læges attest.",
        },
        {
            "overskrift": f"{b.fornavn}s egen vurdering af helbredet og arbejdet",
            "citat": liv["egen_vurdering"],
        },
        {"overskrift": "Tidligere indsatser og erfaringerne med dem", "tekst": liv["indsats_foer"]},
    ]
    if ung:
        afsnit.append(
            {
                "overskrift": "Uddannelsesområdet",
                "tekst": f"{b.fornavn} er under 30 år. Uddannelsesområdet deltager i teamet.",
            }
        )
    afsnit.append(
        {"overskrift": "Sagstype", "tekst": "Sagen forelægges for teamet med henblik på ressourceforløb."}
    )
    return tuple(afsnit)


def _attest(b: Borger) -> tuple[Afsnit, ...]:
    return (
        {"tekst": "Attesten er givet efter konsultation."},
        {"overskrift": "Helbredsforhold af betydning for arbejdsevnen", "tekst": b.liv["helbred"]},
        {"overskrift": "Særlige hensyn ved arbejde", "punkter": b.liv["skaanehensyn"]},
        {
            "overskrift": "Bemærkninger til patientens eget perspektiv",
            "tekst": f"Patienten beskriver det sådan: »{b.liv['egen_vurdering']}« Det svarer til, hvad jeg ser.",
        },
        {"overskrift": "Andre forhold", "tekst": "Ingen."},
    )


def _indstilling(b: Borger, kommune: Organisation) -> tuple[Afsnit, ...]:
    omraader = ["beskaeftigelse", "social", "sundhed"]
    if (b.tidligere_moede - b.foedt).days < UNDER_30:
        omraader.append("uddannelse")
    navne = ", ".join(kommune.en("teammedlem", omraade).navn for omraade in omraader)
    return (
        {"tekst": f"{b.fornavn} deltog i mødet. Teamet: {kommune.en('moedeleder').navn}, {navne}."},
        {
            "overskrift": "Indstilling",
            "tekst": f"Teamet indstiller, at {b.fornavn} tilbydes et ressourceforløb.",
        },
        {"overskrift": "Beskæftigelse", "tekst": b.liv["arbejdsliv"]},
        {"overskrift": "Sociale forhold", "tekst": b.liv["udfordringer"]},
        {
            "overskrift": "Helbred",
            "tekst": f"Teamet har lagt vægt på {b.liv['sygdom']}. Der er ikke brug for flere oplysninger, "
            "og indsatserne kan gå i gang samtidig.",
        },
        {"overskrift": "Mål", "tekst": f"{b.liv['maal']}."},
        {"overskrift": "Indsatser, som teamet anbefaler", "punkter": b.liv["planlagt"]},
        {
            "overskrift": "Opfølgning",
            "tekst": "Den koordinerende sagsbehandler følger op mindst hver tredje uge. "
            "Behovet for mentor er drøftet. Teamet ønsker ikke at se sagen igen.",
        },
    )


def _sundhedsnotat(b: Borger) -> tuple[Afsnit, ...]:
    return (
        {"overskrift": "Funktionsniveau", "tekst": b.liv["helbred"]},
        {"overskrift": "Skånehensyn", "punkter": b.liv["skaanehensyn"]},
        {
            "overskrift": "Kommunale tilbud, der kan støtte",
            "punkter": b.liv["planlagt"],
        },
        {"overskrift": "Behov for mere dokumentation", "tekst": "Nej."},
    )


def _afgoerelse(b: Borger) -> tuple[Afsnit, ...]:
    dag = f"{b.start.day}.{b.start.month}.{b.start.year}"
    return (
        {
            "tekst": f"Kære {b.fornavn}\n\nVi har besluttet at give dig et ressourceforløb. Det begynder {dag}. "
            "Vi følger rehabiliteringsteamets indstilling."
        },
        {
            "overskrift": "Hvorfor",
            "tekst": "Du har brug for flere slags hjælp på samme tid. Teamet og din læge er enige om, "
            "at du kan komme nærmere arbejde, når hjælpen passer sammen.",
        },
        {
            "overskrift": "Hvis du er uenig",
            "tekst": "Du kan klage til os inden fire uger. Ændrer vi ikke afgørelsen, sender vi klagen "
            "til Ankestyrelsen.",
        },
    )


def _indsatsplan(b: Borger, sagsbehandler: str) -> tuple[Afsnit, ...]:
    return (
        {"overskrift": "Mål", "tekst": f"{b.liv['maal']}."},
        {"overskrift": "Hvorfor", "tekst": b.liv["oensker"]},
        {"overskrift": "Indsatser", "punkter": b.liv["planlagt"]},
        {"overskrift": "Hensyn", "punkter": b.liv["skaanehensyn"]},
        {
            "overskrift": "Opfølgning",
            "tekst": f"{sagsbehandler} og {b.fornavn} taler sammen hver tredje uge. "
            "Planen ses igennem hver gang og rettes, når noget ændrer sig.",
        },
    )


def _opfoelgning(b: Borger) -> tuple[Afsnit, ...]:
    return (
        {"overskrift": "Hvor vi står", "tekst": b.liv["siden_sidst"]},
        {"overskrift": f"{b.fornavn} siger", "citat": b.egne_ord},
        {
            "overskrift": "Det næste",
            "tekst": "Sagen skal for rehabiliteringsteamet igen, så indsatserne kan komme i gang.",
        },
    )
