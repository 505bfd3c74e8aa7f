"""Webhooks, their filters and the attempts at their deliveries."""

WEBHOOKS: dict[str, tuple[str, ...]] = {
    "webhook_slug_not_blank": ("slug = ''",),
    "webhook_url_not_blank": ("url = ''",),
    "webhook_secret_not_blank": ("secret = ''",),
    "webhook_state_code": ("state = 'lost'",),
    "webhook_reason_code": ("state = 'disabled', reason = 'bored'",),
    "webhook_disabled_for_a_reason": ("state = 'disabled'", "reason = 'gone'"),
    "webhook_old_secret_ends": (
        "previous_secret = 'whsec_old'",
        "previous_until = '2025-01-01 00:00:00+00:00'",
    ),
    "webhook_failing_since_first_failure": (
        "failures = 1",
        "failing_since = '2025-01-01 00:00:00+00:00'",
    ),
    "webhook_sent_up_to_position": ("sent = position + 1", "sent = -1"),
    "webhook_held_until": (
        "held_by = 'somebody'",
        "held_until = '2025-01-01 00:00:00+00:00'",
    ),
    "webhook_filter_kind_code": ("kind = 'weather'",),
    "webhook_filter_value_not_blank": ("value = ''",),
    "webhook_filter_known_change": ("kind = 'change', value = 'moved'",),
    "webhook_filter_once": ("webhook_id = {row.webhook_id}, value = 'documents'",),
    "webhook_attempt_outcome_code": ("outcome = 'lost', status = NULL",),
    "webhook_attempt_counts_from_one": ("sequence = 0",),
    "webhook_attempt_answered": ("status = NULL", "outcome = 'timeout'"),
}
