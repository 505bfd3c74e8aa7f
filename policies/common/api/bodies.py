"""Members of request bodies that take what they say and convert nothing."""

from typing import Any, ClassVar

from rest_framework import serializers

from policies.common.text import unclean_reason


class StrictText(serializers.CharField):
    """A text with at least one letter or sign; a number is no text."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "unclean": "Control or broken characters are not allowed.",
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """Refuse what is not text, blanks alone, and characters no text has."""
        if isinstance(data, str):
            if not data.strip():
                self.fail("blank")
            if unclean_reason(data) or "\ufffd" in data:
                self.fail("unclean")
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> str:
        """Take text only; numbers are not written out."""
        if not isinstance(data, str):
            self.fail("invalid")
        return data
