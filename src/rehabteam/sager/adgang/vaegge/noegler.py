"""Composite foreign keys: what keeps a row from pointing into another organisation."""

# Composite foreign keys: a row cannot point across organisations, nor be used to ask whether an id exists there.
SAMMENSATTE = (
    ("sager_forloeb", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_forloeb", ("kommune_id", "sagsbehandler_id"), "sager_medarbejder", ("organisation_id", "id")),
    *(
        (tabel, ("kommune_id", "forloeb_id"), "sager_forloeb", ("kommune_id", "id"))
        for tabel in (
            "sager_indsats",
            "sager_undtagetperiode",
            "sager_ordinaeretimer",
            "sager_spaend",
            "sager_saerligegrunde",
            "sager_importnoegle",
            "sager_sag",
            "sager_haendelse",
        )
    ),
    *(
        (tabel, ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id"))
        for tabel in (
            "sager_afgoerelse",
            "sager_sagsskifte",
            "sager_overdragelse",
            "sager_indsatsstart",
            "sager_dokument",
            "sager_dokumentside",
            "sager_gennemgang",
            "sager_resume",
            "sager_skoen",
            "sager_plandel",
            "sager_planbilag",
            "sager_sundhedsnotat",
            "sager_deltager",
            "sager_indstilling",
            "sager_referat",
            "sager_regionsspoergsmaal",
            "sager_indsatsplan",
            "sager_haendelse",
            "sager_laegevurdering",
        )
    ),
    ("sager_importjob", ("kommune_id", "bestilt_af_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_sag", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_postadresse", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "sagsbehandler_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_sag", ("kommune_id", "udspringer_af_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_sag", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_sag", ("region_id", "koordinator_id"), "sager_medarbejder", ("organisation_id", "id")),
    *(
        ("sager_logstikproeve", ("organisation_id", hvem), "sager_medarbejder", ("organisation_id", "id"))
        for hvem in ("medarbejder_id", "gennemgaaet_af_id")
    ),
    *(
        ("sager_vikariat", ("organisation_id", hvem), "sager_medarbejder", ("organisation_id", "id"))
        for hvem in ("for_hvem_id", "vikar_id")
    ),
    *(
        ("sager_fravaer", ("organisation_id", hvem), "sager_medarbejder", ("organisation_id", "id"))
        for hvem in ("medarbejder_id", "stedfortraeder_id")
    ),
    (
        "sager_noedadgang",
        ("organisation_id", "medarbejder_id"),
        "sager_medarbejder",
        ("organisation_id", "id"),
    ),
    ("sager_noedadgang", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_noedadgang", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    (
        "sager_noedkvittering",
        ("organisation_id", "noedadgang_id"),
        "sager_noedadgang",
        ("organisation_id", "id"),
    ),
    (
        "sager_noedkvittering",
        ("noedadgang_id", "medarbejder_id"),
        "sager_noedadgang",
        ("id", "medarbejder_id"),
    ),
    (
        "sager_noedkvittering",
        ("organisation_id", "kvitteret_af_id"),
        "sager_medarbejder",
        ("organisation_id", "id"),
    ),
    ("sager_inhabilitet", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    (
        "sager_inhabilitet",
        ("organisation_id", "medarbejder_id"),
        "sager_medarbejder",
        ("organisation_id", "id"),
    ),
    ("sager_moede", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_moede", ("kommune_id", "moedeleder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_samarbejdsaftale", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_moedeplads", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_moedeplads", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    # A place holds a case only on the case's own meeting.
    ("sager_moedeplads", ("moede_id", "sag_id"), "sager_sag", ("moede_id", "id")),
    ("sager_moedemedlem", ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id")),
    ("sager_moedemedlem", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    *(
        ("sager_moedemedlem", ("organisation_id", hvem), "sager_medarbejder", ("organisation_id", "id"))
        for hvem in ("medarbejder_id", "stedfortraeder_id")
    ),
    *(
        (tabel, ("kommune_id", "region_id"), "sager_organisation", ("id", "region_id"))
        for tabel in ("sager_afregning", "sager_afregningslinje", "sager_afregningsgodkendelse")
    ),
    ("sager_afregningslinje", ("kommune_id", "afregning_id"), "sager_afregning", ("kommune_id", "id")),
    ("sager_afregningsgodkendelse", ("kommune_id", "afregning_id"), "sager_afregning", ("kommune_id", "id")),
    ("sager_afregningslinje", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_afregningslinje", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_afregningslinje", ("kommune_id", "aftale_id"), "sager_samarbejdsaftale", ("kommune_id", "id")),
    ("sager_afregningslinje", ("kommune_id", "retter_id"), "sager_afregningslinje", ("kommune_id", "id")),
    ("sager_aktindsigt", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_udlevering", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_udlevering", ("sag_id", "aktindsigt_id"), "sager_aktindsigt", ("sag_id", "id")),
    ("sager_udlevering", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_udlevering", ("dokument_id", "overstregning_id"), "sager_overstregning", ("dokument_id", "id")),
    ("sager_dokument", ("kommune_id", "fulgte_med_id"), "sager_dokument", ("kommune_id", "id")),
    ("sager_dokumentside", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_gennemgang", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_dokument", ("sag_id", "del_af_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_modtagetfil", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_modtagetfil", ("kommune_id", "medarbejder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_modtagetfil", ("sag_id", "del_af_id"), "sager_modtagetfil", ("sag_id", "id")),
    ("sager_modtagetfil", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_sundhedsnotat", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_planbilag", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_indstilling", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_referat", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_referat", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_indsatsplan", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_afgoerelse", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_haendelse", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    *(
        noegle
        for tabel in ("sager_samtykke", "sager_anmodning", "sager_attestskridt")
        for noegle in (
            (tabel, ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
            (tabel, ("sag_id", "borger_id"), "sager_sag", ("id", "borger_id")),
        )
    ),
    ("sager_anmodning", ("sag_id", "samtykke_id"), "sager_samtykke", ("sag_id", "id")),
    ("sager_attestskridt", ("sag_id", "anmodning_id"), "sager_anmodning", ("sag_id", "id")),
    ("sager_attestskridt", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_attestskridt", ("anmodning_id", "fortryder_id"), "sager_attestskridt", ("anmodning_id", "id")),
    ("sager_laegevurdering", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    *(
        noegle
        for tabel in ("sager_overstregning", "sager_forsendelseslinje")
        for noegle in (
            (tabel, ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
            (tabel, ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
        )
    ),
    ("sager_overstregning", ("kommune_id", "bestilt_af_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_forsendelse", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_forsendelse", ("kommune_id", "fuldmagt_id"), "sager_fuldmagt", ("kommune_id", "id")),
    ("sager_forsendelseslinje", ("sag_id", "forsendelse_id"), "sager_forsendelse", ("sag_id", "id")),
    # A redacted edition of that very document, and of no other.
    (
        "sager_forsendelseslinje",
        ("dokument_id", "overstregning_id"),
        "sager_overstregning",
        ("dokument_id", "id"),
    ),
    ("sager_note", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_note", ("kommune_id", "forfatter_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_note", ("sag_id", "retter_id"), "sager_note", ("sag_id", "id")),
    ("sager_invitation", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_invitation", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_invitation", ("kommune_id", "medarbejder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_invitation", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    ("sager_invitation", ("sag_id", "samtykke_id"), "sager_samtykke", ("sag_id", "id")),
    ("sager_laesenote", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_margennote", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_margennote", ("sag_id", "dokument_id"), "sager_dokument", ("sag_id", "id")),
    (
        "sager_margennote",
        ("organisation_id", "medarbejder_id"),
        "sager_medarbejder",
        ("organisation_id", "id"),
    ),
    ("sager_laesenote", ("kommune_id", "medarbejder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_paamindelse", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_paamindelse", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_paamindelse", ("kommune_id", "forloeb_id"), "sager_forloeb", ("kommune_id", "id")),
    ("sager_paamindelse", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    ("sager_paamindelse", ("kommune_id", "medarbejder_id"), "sager_medarbejder", ("organisation_id", "id")),
    ("sager_fuldmagt", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_moedesvar", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("sager_moedesvar", ("kommune_id", "sag_id"), "sager_sag", ("kommune_id", "id")),
    ("sager_moedesvar", ("kommune_id", "moede_id"), "sager_moede", ("kommune_id", "id")),
    # An account opens a citizen in her own kommune, or by a fuldmagt that she has given.
    ("web_borgerkonto", ("kommune_id", "borger_id"), "sager_borger", ("kommune_id", "id")),
    ("web_borgerkonto", ("borger_id", "fuldmagt_id"), "sager_fuldmagt", ("borger_id", "id")),
)
