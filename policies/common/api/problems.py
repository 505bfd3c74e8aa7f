"""The shapes of problem details, for the OpenAPI document."""

from typing import Any

from rest_framework import serializers

from policies.common.outages import OUTAGES

PASSES = "The database cannot do it now; again after Retry-After. `code` is one of " + (
    ", ".join(f"`{outage.code}`" for outage in OUTAGES) + "."
)
"""What is said of 503 wherever it may be answered."""


class FaultShape(serializers.Serializer[Any]):
    """One thing wrong with a request."""

    code = serializers.CharField(help_text="Stable code of the fault.")
    detail = serializers.CharField(help_text="What is wrong, in words.")
    parameter = serializers.CharField(
        required=False, help_text="The query parameter at fault."
    )
    pointer = serializers.CharField(
        required=False, help_text="JSON pointer to the member at fault (RFC 6901)."
    )
    allowed = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="The values or parameters that are allowed.",
    )


class ProblemShape(serializers.Serializer[Any]):
    """Problem details (RFC 9457)."""

    type = serializers.CharField(help_text="URN of the kind of problem.")
    title = serializers.CharField(help_text="The kind of problem in words.")
    status = serializers.IntegerField(help_text="The HTTP status.")
    code = serializers.CharField(help_text="Stable code of the kind of problem.")
    detail = serializers.CharField(help_text="What happened this time.")
    instance = serializers.CharField(
        required=False, help_text="The path that was asked for."
    )


class ValidationProblemShape(ProblemShape):
    """Problem details that name every parameter or member at fault."""

    errors = FaultShape(  # type: ignore[assignment] # a member, not DRF's errors
        many=True, help_text="Every fault found."
    )
