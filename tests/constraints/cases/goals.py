"""Indicators, targets, tasks, technologies, platforms, events and statements."""

GOALS: dict[str, tuple[str, ...]] = {
    "indicator_slug_not_blank": ("slug = ''",),
    "indicator_name_not_blank": ("name = ''",),
    "indicator_unit_code": ("unit = 'gold'",),
    "indicator_direction_code": ("direction = 'left'",),
    "target_slug_not_blank": ("slug = ''",),
    "target_title_not_blank": ("title = ''",),
    "target_kind_code": ("kind = 'dream'",),
    "target_comparator_code": ("comparator = 'near'",),
    "target_value_compared": (
        "comparator = ''",
        "kind = 'ambition', value = NULL",
    ),
    "target_due_precision_code": ("due_precision = 'week'",),
    "target_due_on_precision": (
        "due_precision = ''",
        "kind = 'ambition', due_on = NULL, due_precision = 'year'",
    ),
    "target_is_measurable": (
        "indicator_id = NULL",
        "value = NULL, comparator = ''",
        "due_on = NULL, due_precision = ''",
    ),
    "target_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "target_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "observation_slug_not_blank": ("slug = ''",),
    "observation_period_precision_code": (
        "period_precision = 'week'",
        "period_precision = ''",
    ),
    "observation_comparator_code": ("comparator = 'near'",),
    "observation_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "observation_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "task_slug_not_blank": ("slug = ''",),
    "task_title_not_blank": ("title = ''",),
    "task_status_code": ("status = 'forgotten'",),
    "task_due_precision_code": ("due_on = '2025-10-01', due_precision = 'week'",),
    "task_due_on_precision": (
        "due_on = '2025-10-01', due_precision = ''",
        "due_on = NULL, due_precision = 'day'",
    ),
    "task_group_not_itself": ("group_id = id",),
    "technology_slug_not_blank": ("slug = ''",),
    "technology_name_not_blank": ("name = ''",),
    "technology_kind_code": ("kind = 'dream'",),
    "technology_priority_precision_code": (
        "priority_on = '2025-01-01', priority_precision = 'week'",
    ),
    "technology_priority_on_precision": (
        "priority_on = '2025-01-01', priority_precision = ''",
        "priority_on = NULL, priority_precision = 'year'",
    ),
    "technology_group_not_itself": ("group_id = id",),
    "technology_group_on_top": ("kind = 'group', group_id = {other.pk}",),
    "platform_slug_not_blank": ("slug = ''",),
    "platform_name_not_blank": ("name = ''",),
    "platform_kind_code": ("kind = 'dream'",),
    "platform_status_code": ("status = 'lost'",),
    "platform_launched_precision_code": (
        "launched_on = '2025-06-30', launched_precision = 'week'",
    ),
    "platform_launched_on_precision": (
        "launched_on = '2025-06-30', launched_precision = ''",
        "launched_on = NULL, launched_precision = 'day'",
    ),
    "event_slug_not_blank": ("slug = ''",),
    "event_name_not_blank": ("name = ''",),
    "event_kind_code": ("kind = 'party'",),
    "event_starts_precision_code": (
        "starts_precision = 'week'",
        "starts_precision = ''",
    ),
    "event_ends_on_after_starts_on": ("ends_on = '2025-01-12'",),
    "statement_slug_not_blank": ("slug = ''",),
    "statement_text_not_blank": ("text = ''",),
    "statement_kind_code": ("kind = 'rumour'",),
    "statement_said_precision_code": (
        "said_on = '2025-01-13', said_precision = 'week'",
    ),
    "statement_said_on_precision": (
        "said_on = '2025-01-13', said_precision = ''",
        "said_on = NULL, said_precision = 'day'",
    ),
    "statement_held_instead_not_itself": (
        "held_instead_id = id, held_reason = 'Nguồn gần hơn'",
    ),
    "statement_held_reason": ("held_instead_id = {other.pk}, held_reason = ''",),
    "progress_status_code": ("status = 'asleep'",),
    "progress_not_empty": (
        "starts_on = '2025-10-01', until = '2025-09-30'",
        "starts_on = '2025-10-01', until = '2025-10-01'",
    ),
    "progress_decided": ("status = 'no_data'", "observation_id = NULL"),
    "progress_start_once": (
        (
            'target_id = {row.target_id}, "leading" = (1 = 0),'
            " starts_on = '2025-07-01', until = '2025-10-01'"
        ),
    ),
    "progress_first_once": (
        "target_id = {row.target_id}, starts_on = NULL, until = '2025-10-01'",
    ),
    "progress_last_once": ("target_id = {row.target_id}, until = NULL",),
    "progress_leader_once": (
        (
            "target_id = {row.target_id}, series = CAST(id AS VARCHAR(20)),"
            " starts_on = '2025-07-01', until = '2025-10-01'"
        ),
    ),
}
