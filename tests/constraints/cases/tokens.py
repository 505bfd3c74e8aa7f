"""Tokens of partners, and the answers kept for them."""

TOKENS: dict[str, tuple[str, ...]] = {
    "token_name_not_blank": ("name = ''",),
    "token_digest_not_blank": ("digest = ''",),
    "token_scope_code": ("scope = 'all'",),
    "token_publishes_by_writing": ("scope = 'read', may_publish = true",),
    "kept_answer_of_one_request": ("user_id = {row.user_id}, key = 'a'",),
    "kept_answer_key_not_blank": ("key = ''",),
    "kept_answer_digest_not_blank": ("digest = ''",),
    "kept_answer_is_of_a_write": ("status = 199", "status = 301"),
}
