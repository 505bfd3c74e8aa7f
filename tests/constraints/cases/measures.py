"""Measures, their terms, and delegations."""

MEASURES: dict[str, tuple[str, ...]] = {
    "measure_slug_not_blank": ("slug = ''",),
    "measure_title_not_blank": ("title = ''",),
    "measure_instrument_code": ("instrument = 'magic'", "instrument = ''"),
    "measure_stip_instrument_code": ("stip_instrument = 'Magic'",),
    "measure_rule_kind_code": ("rule_kind = 'lottery'",),
    "measure_until_after_effective_on": (
        "effective_on = '2025-10-01', until = '2025-09-30'",
    ),
    "measure_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "measure_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "term_slug_not_blank": ("slug = ''",),
    "term_role_code": ("role = 'wish'",),
    "term_comparator_code": ("comparator = 'near'",),
    "term_unit_code": ("role = 'amount', unit = 'gold'",),
    "term_valid_until_after_valid_from": (
        "valid_from = '2025-10-01', valid_until = '2025-09-30'",
    ),
    "term_share_of_a_whole": (
        "role = 'share', unit = 'percent', value = 100.000001",
        "role = 'share', unit = 'vnd', value = 30",
    ),
    "term_not_negative": ("role = 'amount', unit = 'vnd', value = -1",),
    "term_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "term_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "delegation_slug_not_blank": ("slug = ''",),
    "delegation_matter_not_blank": ("matter = ''",),
    "delegation_due_precision_code": ("due_on = '2025-10-01', due_precision = 'week'",),
    "delegation_due_on_precision": (
        "due_on = '2025-10-01', due_precision = ''",
        "due_on = NULL, due_precision = 'day'",
    ),
    "delegation_two_documents": ("fulfilled_by_id = document_id",),
}
