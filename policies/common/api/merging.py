"""What is said to merge a record."""

from typing import Any

from rest_framework import serializers

from policies.common.api.serializers import StrictShape
from policies.common.validators import LONGEST_SLUG, SLUG_PATTERN


class MergeShape(StrictShape, serializers.Serializer[Any]):
    """Into which record another one is merged."""

    into = serializers.RegexField(
        SLUG_PATTERN,
        max_length=LONGEST_SLUG,
        trim_whitespace=False,
        help_text="Public id of the record that goes on for both.",
    )
