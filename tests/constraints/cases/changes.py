"""The change log, and the row that says where the register stands."""

CHANGES: dict[str, tuple[str, ...]] = {
    "change_kind_code": ("kind = 'rename'",),
    "change_slug_not_blank": ("slug = ''",),
    "change_counts_from_one": ("sequence = 0", "sequence = -1"),
    "change_merge_names_survivor": ("kind = 'merge'", "\"into\" = 'luat-khac'"),
    "change_state_names_day": (
        "kind = 'state_changed', new_state = 'ended'",
        "kind = 'state_changed', day = '2025-10-01'",
        "day = '2025-10-01'",
        "old_state = 'in_force'",
        "new_state = 'ended'",
    ),
    "register_version_is_one": ("id = 2",),
    "register_version_log_id_not_blank": ("log_id = ''",),
}
