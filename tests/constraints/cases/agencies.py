"""Agencies, persons, subjects and sources."""

AGENCIES: dict[str, tuple[str, ...]] = {
    "agency_slug_not_blank": ("slug = ''",),
    "agency_name_not_blank": ("name = ''",),
    "agency_kind_code": ("kind = 'club'",),
    "agency_established_precision_code": (
        "established_on = '2025-03-01', established_precision = 'week'",
    ),
    "agency_dissolved_precision_code": (
        "dissolved_on = '2025-03-01', dissolved_precision = 'week'",
    ),
    "agency_established_on_precision": (
        "established_on = '2025-03-01', established_precision = ''",
        "established_on = NULL, established_precision = 'day'",
    ),
    "agency_dissolved_on_precision": (
        "dissolved_on = '2025-03-01', dissolved_precision = ''",
        "dissolved_on = NULL, dissolved_precision = 'day'",
    ),
    "agency_dissolved_on_after_established_on": (
        (
            "established_on = '2025-03-01', established_precision = 'day',"
            " dissolved_on = '2025-02-28', dissolved_precision = 'day'"
        ),
    ),
    "agency_parent_not_itself": ("parent_id = id",),
    "succession_slug_not_blank": ("slug = ''",),
    "succession_kind_code": ("kind = 'moved'",),
    "succession_effective_precision_code": ("effective_precision = 'week'",),
    "succession_effective_on_precision": (
        "effective_on = '2025-03-01', effective_precision = ''",
        "effective_on = NULL, effective_precision = 'day'",
    ),
    "succession_two_agencies": ("successor_id = predecessor_id",),
    "succession_once": (
        "predecessor_id = {row.predecessor_id}, successor_id = {row.successor_id}",
    ),
    "person_slug_not_blank": ("slug = ''",),
    "person_name_not_blank": ("name = ''",),
    "post_slug_not_blank": ("slug = ''",),
    "post_title_not_blank": ("title = ''",),
    "post_starts_precision_code": (
        "starts_on = '2025-03-01', starts_precision = 'week'",
    ),
    "post_ends_precision_code": ("ends_on = '2025-03-01', ends_precision = 'week'",),
    "post_attested_precision_code": (
        "attested_on = '2025-02-19', attested_precision = 'week'",
    ),
    "post_starts_on_precision": (
        "starts_on = '2025-03-01', starts_precision = ''",
        "starts_on = NULL, starts_precision = 'day'",
    ),
    "post_ends_on_precision": (
        "ends_on = '2025-03-01', ends_precision = ''",
        "ends_on = NULL, ends_precision = 'day'",
    ),
    "post_attested_on_precision": (
        "attested_on = '2025-02-19', attested_precision = ''",
        "attested_on = NULL, attested_precision = 'day'",
    ),
    "post_ends_on_after_starts_on": (
        (
            "starts_on = '2025-03-01', starts_precision = 'day',"
            " ends_on = '2025-02-28', ends_precision = 'day'"
        ),
    ),
    "post_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "post_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "subject_slug_not_blank": ("slug = ''",),
    "subject_name_not_blank": ("name = ''",),
    "subject_parent_not_itself": ("parent_id = id",),
    "target_group_slug_not_blank": ("slug = ''",),
    "target_group_stip_group_code": ("stip_group = 'TG99'",),
    "target_group_name_not_blank": ("name = ''",),
    "source_slug_not_blank": ("slug = ''",),
    "source_title_not_blank": ("title = ''",),
    "source_kind_code": ("kind = 'rumour'",),
    "source_language_code": ("language = 'fr'",),
    "source_published_precision_code": (
        "published_on = '2025-02-19', published_precision = 'week'",
    ),
    "source_published_on_precision": (
        "published_on = '2025-02-19', published_precision = ''",
        "published_on = NULL, published_precision = 'day'",
    ),
    "source_url_once": ("url = 'https://example.vn/57-nq-tw'",),
}
