"""The rows of the worklist: for each, why it stands there, by when, and the one next step this person may take."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.aktindsigtsfrist import frist
from rehabteam.handlinger.frist import vurder
from rehabteam.handlinger.mangler import mangler
from rehabteam.lov.ord import UGEDAGE
from rehabteam.lov.vurdering import Hjemmel, Vurdering
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Aktindsigt, Borger, Forloeb, Moede, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.afgoerelse import indsatsdel_kraeves
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt, vej

from . import svar
from .byggesten import datoer, fristmaerke
from .byggesten.fristmaerke import Fristmaerke
from .fristboks import fristboks, hverdage_til
from .tjekliste import tjekliste

T = Sag.Tilstand
AKTINDSIGT_SNART = 3  # hverdage from which the badge is amber


@dataclass(frozen=True, slots=True)
class Raekke:
    """One line: who, why, the badge, and the step ("" = no step for this role)."""

    borger: Borger
    url: str
    type: str
    hvorfor: str
    maerke: Fristmaerke
    skridt: str
    skridt_url: str
    status: str = ""
    hjemler: tuple[Hjemmel, ...] = ()
    hos: str = ""  # whose it is
    sag: Sag | None = None

    @property
    def navn(self) -> str:
        return self.sag.borgerens_navn if self.sag else self.borger.navn

    @property
    def cpr(self) -> str:
        return maskeret(self.borger.cpr)


class Side:
    """Makes rows of what the page has fetched. `forloeb`: the forløb on the page by id, with their facts."""

    def __init__(self, aktoer: Aktoer, dag: date, forloeb: dict[UUID, Forloeb]) -> None:
        self.aktoer, self.dag, self.forloeb = aktoer, dag, forloeb
        self.svar: dict[UUID, Vurdering] = {i: vurder(f, dag) for i, f in forloeb.items()}

    def et_forloeb(self, forloeb_id: UUID) -> Raekke:
        """A forløb that waits, with the law's reason."""
        f, v = self.forloeb[forloeb_id], self.svar[forloeb_id]
        url = reverse("web:forloeb", args=[f.id])
        handling, skridt_url = self._forloebets_skridt(f, v, url)
        return Raekke(
            f.borger,
            url,
            "",
            svar.aarsag(f, v),
            svar.maerke(v, self.dag),
            handling,
            skridt_url,
            v.status,
            hos=f.sagsbehandler.navn,
        )

    def begynd_her(self, forloeb_id: UUID) -> Raekke:
        """The one to begin with, with the law's own ground."""
        f, v = self.forloeb[forloeb_id], self.svar[forloeb_id]
        dom = svar.dom(f, v, self.dag)
        holdt_ude = svar.find(v, "holdt_ude")
        antal = dict(holdt_ude.data)["dage_ude"] if holdt_ude else 0
        tekst = svar.baerende(v).tekst
        if antal:
            tekst += f" {datoer.antal(int(str(antal)), 'dag', 'dage')} er holdt ude."
        url = reverse("web:forloeb", args=[f.id])
        handling, skridt_url = self._forloebets_skridt(f, v, url)
        hjemler = dom.hjemler[:1]
        return Raekke(
            f.borger,
            url,
            "",
            tekst,
            dom.maerke,
            handling,
            skridt_url,
            v.status,
            hjemler,
            f.sagsbehandler.navn,
        )

    def uden_moede(self, sag: Sag) -> Raekke:
        """A case in the making: what it lacks, against the forløb's own limit."""
        hvad, handling, url = self._naeste(sag)
        v = self.svar.get(sag.forloeb_id) if sag.forloeb_id else None
        maerke = svar.maerke(v, self.dag) if v and frist_kendt(sag) else self._uden_dato(sag)
        return self._sag(sag, hvad[:1].upper() + hvad[1:] + ".", maerke, handling, url)

    def _uden_dato(self, sag: Sag) -> Fristmaerke:
        """Where no rule sets a day: how long it has been in the making, and whether it goes to the team at all."""
        if vej(sag) == Vej.UDEN_TEAM:
            return fristmaerke.rolig(
                _("Uden team"), _("siden %(dato)s") % {"dato": datoer.tabel(sag.oprettet)}
            )
        return fristmaerke.rolig(_("Intet møde"), _("siden %(dato)s") % {"dato": datoer.tabel(sag.oprettet)})

    def til_moede(self, sag: Sag) -> Raekke:
        moede = sag.moede
        assert moede is not None
        hvornaar = _("Møde %(dag)s%(kl)s") % {
            "dag": f"{UGEDAGE[moede.dato.weekday()]} {datoer.dag_og_maaned(moede.dato)}",
            "kl": f" kl. {sag.moede_kl:%H.%M}" if sag.moede_kl else "",
        }
        kort = _("møde %(dato)s") % {"dato": datoer.tabel(moede.dato)}
        if sag.tilstand == T.FORBEREDES:
            hvad, handling, url = self._naeste(sag)
            maerke = fristmaerke.rolig(_("Forberedes"), kort)
            if frist_kendt(sag):
                maerke = fristboks(moede.dato, self.dag).maerke
            return self._sag(sag, f"{hvornaar}: {hvad}.", maerke, handling, url)
        notat = any(d.slags == "sundhedsnotat" and not d.fulgte_med_id for d in sag.dokument_raekker.all())
        if moede.dato < self.dag:
            hvad, maerke = _("mødet er holdt, og indstillingen mangler"), fristmaerke.rolig(_("Holdt"), kort)
        elif notat:
            hvad, maerke = _("alt er sendt, og notatet er underskrevet"), fristmaerke.klar(kort)
        elif sag.tilstand == T.HOS_KOORDINATOR:
            hvad, maerke = _("sagen er hos sundhedskoordinatoren"), fristmaerke.rolig(_("Sendt"), kort)
        else:
            hvad, maerke = _("sagen er sendt til regionen"), fristmaerke.rolig(_("Sendt"), kort)
        handling, url = _("Åbn sag"), reverse("web:sag", args=[sag.id])
        if har_ret(self.aktoer, "afgiv_indstilling", sag) and moede.dato <= self.dag:
            handling, url = _("Åbn mødet"), reverse("web:moederum", args=[sag.id])
        return self._sag(sag, f"{hvornaar}: {hvad}.", maerke, handling, url)

    def efter_moedet(self, sag: Sag) -> Raekke:
        """After the indstilling: the kommune's own steps. The law sets no day for them."""
        givet = next((i.afgivet_dag for i in sag.indstilling_raekker.all() if i.afgivet_dag), None)
        dato = datoer.tabel(givet) if givet else ""
        aabn = _("Åbn sag"), reverse("web:sag", args=[sag.id])
        handling, url = aabn
        match sag.tilstand:
            case T.INDSTILLET:
                tekst = _("Teamet har givet sin indstilling, og kommunen har ikke afgjort sagen.")
                maerke = fristmaerke.rolig(_("Indstillet"), dato)
                if har_ret(self.aktoer, "traef_afgoerelse", sag):
                    handling, url = _("Afgør sagen"), reverse("web:afgoerelse", args=[sag.id])
            case T.AFGJORT:
                tekst = _("Kommunen har afgjort sagen. Den kan afsluttes, når borgeren har fået svar.")
                maerke = fristmaerke.rolig(_("Afgjort"), datoer.tabel(sag.afgoerelse.dag))
                if indsatsdel_kraeves(sag, sag.afgoerelse):
                    tekst = _("Kommunen har afgjort sagen, og indsatsplanen er ikke lagt.")
                    if har_ret(self.aktoer, "skriv_indsatsplan", sag):
                        handling, url = _("Læg indsatsplan"), reverse("web:indsatsplan", args=[sag.id])
                elif har_ret(self.aktoer, "afslut_sag", sag):
                    handling, url = _("Afslut sagen"), reverse("web:afslut_sag", args=[sag.id])
            case _:
                tekst = _("Indsatsplanen er lagt, men ingen indsats er registreret som begyndt siden mødet.")
                maerke = fristmaerke.rolig(_("Plan lagt"), _("ingen frist i loven"))
                if har_ret(self.aktoer, "registrer_indsats") and sag.forloeb_id:
                    handling, url = _("Registrér start"), reverse("web:registrer", args=[sag.forloeb_id])
                elif har_ret(self.aktoer, "registrer_start", sag):
                    handling, url = _("Registrér start"), reverse("web:indsats_start", args=[sag.id])
        return self._sag(sag, tekst, maerke, handling, url)

    def aktindsigt(self, anmodning: Aktindsigt) -> Raekke:
        """A request to see a case's papers that waits for its answer."""
        v = frist(anmodning, self.dag)
        assert v.frist is not None
        maerke = fristmaerke.hverdage(v.frist, hverdage_til(v.frist, self.dag), AKTINDSIGT_SNART)
        tekst = _("Der er bedt om aktindsigt %(dato)s.") % {"dato": datoer.tabel(anmodning.modtaget)}
        if v.status == "OVERSKREDET":
            tekst += " " + _("Fristen er overskredet. Svaret kan gives alligevel.")
        sag, url = anmodning.sag, reverse("web:aktindsigt", args=[anmodning.id])
        hos = sag.sagsbehandler.navn
        return Raekke(
            sag.borger, url, _("Aktindsigt"), tekst, maerke, _("Svar"), url, v.status, hos=hos, sag=sag
        )

    def _forloebets_skridt(self, f: Forloeb, v: Vurdering, url: str) -> tuple[str, str]:
        if v.status == "SKAL_GENBEHANDLES" and har_ret(self.aktoer, "genoptag_sag"):
            return _("Genoptag sag"), reverse("web:genoptag", args=[f.id])
        if v.status == "IKKE_UDLOEBET" and har_ret(self.aktoer, "registrer_indsats"):
            venter = [s.nr for s in v.detaljer.indsatser if s.svar == "IKKE_BEGYNDT"]
            if venter:
                indsats = f.gaeldende_indsatser[venter[0]]  # type: ignore[attr-defined]
                return _("Registrér start"), reverse("web:indsats_gang", args=[f.id, indsats.id])
            if not v.detaljer.indsatser:
                return _("Tilføj indsats"), reverse("web:indsats_ny", args=[f.id])
        if v.status == "MANUEL_VURDERING" and har_ret(self.aktoer, "genoptag_sag"):
            return _("Vurdér"), url
        return _("Åbn forløb"), url

    def _naeste(self, sag: Sag) -> tuple[str, str, str]:
        """What the case lacks first, as the end of a sentence, and the act that mends it."""
        liste = tjekliste(self.aktoer, sag, mangler(sag))
        aabn = reverse("web:sag", args=[sag.id])
        if not liste.antal:
            ret, rute, ordet = ("send_til_region", "web:send", _("Send til Klinisk Funktion"))
            hvad = _("intet mangler")
            if vej(sag) == Vej.UDEN_TEAM:
                ret, rute, ordet = ("traef_afgoerelse", "web:afgoerelse", _("Afgør sagen"))
                hvad = _("intet mangler, og kommunen kan afgøre sagen")
            elif sag.moede_id is None:
                ret, rute, ordet = ("vaelg_moede", "web:vaelg_moede", _("Vælg møde"))
                hvad = _("intet mangler, men der er ikke valgt et møde")
            if har_ret(self.aktoer, ret, sag):
                return hvad, ordet, reverse(rute, args=[sag.id])
            return hvad, _("Åbn sag"), aabn
        foerste = liste.mangler[0]
        if foerste.status == "vurder":
            hvad = _("du mangler at vurdere: %(hvad)s") % {
                "hvad": foerste.overskrift.rstrip("?.")[:1].lower() + foerste.overskrift.rstrip("?.")[1:]
            }
        elif foerste.overskrift.endswith("?"):
            hvad = _("du mangler at svare på: %(hvad)s") % {
                "hvad": foerste.overskrift[:1].lower() + foerste.overskrift[1:].rstrip("?")
            }
        else:
            hvad = _("%(hvad)s mangler") % {"hvad": foerste.overskrift[:1].lower() + foerste.overskrift[1:]}
        if liste.antal > 1:
            flere = liste.antal - 1
            hvad += ngettext(", og %(antal)s ting til", ", og %(antal)s ting til", flere) % {
                "antal": _("én") if flere == 1 else flere
            }
        return hvad, foerste.handling or _("Åbn sag"), foerste.url or aabn

    def _sag(self, sag: Sag, hvorfor: str, maerke: Fristmaerke, handling: str, url: str) -> Raekke:
        til = reverse("web:sag", args=[sag.id])
        return Raekke(
            sag.borger,
            til,
            _(art(sag).navn),
            hvorfor,
            maerke,
            handling,
            url,
            hos=sag.sagsbehandler.navn,
            sag=sag,
        )


def godt_at_vide(moeder: list[Moede], dag: date) -> list[dict[str, object]]:
    """The next two meeting days a case can still reach in time: the last day, and what does not count on the way."""
    fundet: list[dict[str, object]] = []
    sete: set[date] = set()
    for moede in moeder:
        if moede.dato in sete or len(fundet) == 2:
            continue
        sete.add(moede.dato)
        boks = fristboks(moede.dato, dag)
        if boks.seneste < dag:
            continue
        fri = [
            f"{d.navn} {datoer.dag_og_maaned(d.dato)}"
            for d in boks.detaljer.dage
            if not d.hverdag and d.navn not in ("lørdag", "søndag") and d.dato != moede.dato
        ]
        navne = " og ".join(fri)
        fundet.append({"moede": moede, "boks": boks, "fri": navne[:1].upper() + navne[1:]})
    return fundet
