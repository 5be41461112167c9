"""One citizen's way from "six months are up" to the kommune's plan, told once and played with and without scripts.

Each step is one person at her own screen. `Skaerm.efterse` inspects every page on the way.
"""

from tests.forloeb import efter_moedet, foer_moedet, paa_moedet

HELE = (
    foer_moedet.sagsbehandleren_ser_at_seks_maaneder_er_gaaet,
    foer_moedet.en_ny_oplysning_flytter_fristen_og_tages_tilbage,
    foer_moedet.sagen_genoptages,
    foer_moedet.sagen_goeres_klar,
    foer_moedet.moedelederen_opretter_et_ekstra_moede,
    foer_moedet.moedet_vaelges_for_taet_paa_og_flyttes,
    foer_moedet.sagen_sendes,
    foer_moedet.sekretariatet_sender_videre,
    paa_moedet.koordinatoren_laeser_alt_samlet,
    paa_moedet.koordinatoren_skriver_under,
    paa_moedet.teamet_giver_sin_indstilling,
    efter_moedet.kommunen_traeffer_afgoerelse,
    efter_moedet.kommunen_laegger_sin_plan,
)
