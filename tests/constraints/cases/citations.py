"""Citations of all kinds."""

CITATIONS: dict[str, tuple[str, ...]] = {
    "citation_slug_not_blank": ("slug = ''",),
    "citation_locator_not_blank": ("locator = ''",),
    "citation_dissent_explained": (
        "agrees = FALSE",
        "agrees = FALSE, claimed_value = '15%', reason = ''",
        "agrees = FALSE, claimed_value = '', reason = 'Văn bản ghi khác'",
        "agrees = TRUE, claimed_value = '15%', reason = ''",
        "agrees = TRUE, claimed_value = '', reason = 'Văn bản ghi khác'",
    ),
    "citation_exactly_one_record": (
        "document_id = NULL",
        "record_type = 'law'",
        "record_type = 'agency'",
        "agency_id = (SELECT min(id) FROM policies_agency)",
    ),
    "deleg_citation_slug_not_blank": ("slug = ''",),
    "deleg_citation_locator_not_blank": ("locator = ''",),
    "deleg_citation_dissent_explained": (
        "agrees = FALSE",
        "agrees = FALSE, claimed_value = '15%', reason = ''",
        "agrees = FALSE, claimed_value = '', reason = 'Văn bản ghi khác'",
        "agrees = TRUE, claimed_value = '15%', reason = ''",
        "agrees = TRUE, claimed_value = '', reason = 'Văn bản ghi khác'",
    ),
}
