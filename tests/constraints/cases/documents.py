"""Documents, their provisions, relations and legal state."""

DOCUMENTS: dict[str, tuple[str, ...]] = {
    "document_slug_not_blank": ("slug = ''",),
    "document_title_not_blank": ("title = ''",),
    "document_family_code": ("family = 'military'",),
    "document_kind_code": ("kind = 'letter'",),
    "document_stage_code": ("stage = 'dreamt', effective_on = NULL",),
    "document_number_status_code": ("number_status = 'guessed'",),
    "document_identity": (
        (
            "number_key = '71-nq-cp', issued_on = '2025-04-01',"
            " issuer_id = {row.issuer_id}"
        ),
        "number_key = '71-nq-cp', issued_on = NULL, issuer_id = {row.issuer_id}",
        "number_key = '71-nq-cp', issued_on = '2025-04-01', issuer_id = NULL",
        "number_key = '71-nq-cp', issued_on = NULL, issuer_id = NULL",
    ),
    "document_number_status_fits": (
        "number_status = 'none'",
        "number = ''",
        "number_key = ''",
        "number = '', number_key = ''",
    ),
    "document_adopted_not_draft": (
        "stage = 'drafting', effective_on = '2025-10-01'",
        "stage = 'submitted', effective_on = '2025-10-01'",
        "stage = 'planned', effective_on = '2025-10-01'",
    ),
    "document_ends_after_effect": (
        "effective_on = '2025-10-01', ends_on = '2025-09-30'",
        "effective_on = '2025-10-01', ends_on = '2025-10-01'",
    ),
    "issuer_once": ("document_id = {row.document_id}, agency_id = {row.agency_id}",),
    "signer_once": ("document_id = {row.document_id}, person_id = {row.person_id}",),
    "alias_slug_not_blank": ("slug = ''",),
    "alias_text_not_blank": ("text = ''",),
    "alias_kind_code": ("kind = 'joke'",),
    "alias_once": ("document_id = {row.document_id}, text = 'Khoán 10'",),
    "provision_slug_not_blank": ("slug = ''",),
    "provision_label_not_blank": ("label = ''", "level = 'clause', label = ''"),
    "provision_eid_not_blank": ("eid = ''",),
    "provision_level_code": ("level = 'page'",),
    "provision_parent_not_itself": ("parent_id = id",),
    "provision_ends_on_after_effective_on": (
        "effective_on = '2025-07-01', ends_on = '2025-06-30'",
    ),
    "provision_once": ("document_id = {row.document_id}, eid = 'art_5'",),
    "relation_slug_not_blank": ("slug = ''",),
    "relation_type_code": ("type = 'likes'",),
    "relation_until_after_effective_on": (
        "effective_on = '2025-10-01', until = '2025-09-30'",
    ),
    "relation_two_documents": ("target_id = source_id",),
    "relation_once": (
        "source_id = {row.source_id}, target_id = {row.target_id}, effective_on = NULL",
    ),
    "relation_once_a_day": (
        (
            "source_id = {row.source_id}, target_id = {row.target_id},"
            " effective_on = '2025-10-01'"
        ),
    ),
    "unresolved_slug_not_blank": ("slug = ''",),
    "unresolved_text_not_blank": ("text = ''",),
    "unresolved_type_code": ("type = 'likes'",),
    "unresolved_once": ("document_id = {row.document_id}, text = 'Luật 29'",),
    "interval_state_code": ("state = 'asleep'",),
    "interval_reason_code": ("reason = 'weather'",),
    "interval_not_empty": (
        "starts_on = '2025-10-01', until = '2025-09-30'",
        "starts_on = '2025-10-01', until = '2025-10-01'",
    ),
    "interval_start_once": (
        (
            "document_id = {row.document_id},"
            " starts_on = '2025-07-01', until = '2025-10-01'"
        ),
    ),
    "interval_first_once": (
        "document_id = {row.document_id}, starts_on = NULL, until = '2025-10-01'",
    ),
    "interval_last_once": ("document_id = {row.document_id}, until = NULL",),
    "reported_slug_not_blank": ("slug = ''",),
    "reported_reported_state_code": ("reported_state = 'asleep'",),
}
