"""The member that says how a relation, a measure or a term stands on a day."""

from typing import Any

from rest_framework import serializers

from policies.choices import Standing


class StandingMember(serializers.ChoiceField):
    """The computed standing on the day of ``as_of``; never written."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("choices", Standing.pairs())
        options.setdefault("read_only", True)
        options.setdefault(
            "help_text",
            "Computed for the day of `as_of` (today unless said otherwise) from the "
            "days given here; `unknown` if the beginning is not known. Whether the "
            "document has effect is its own `legal_state`.",
        )
        super().__init__(**options)
