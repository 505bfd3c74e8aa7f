"""Refusals that no member of a body is to blame for: the register stands against it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from rest_framework import exceptions, serializers

from policies.common.api.errors import Fault, body_faults

CODES = frozenset({"unique", "unique_together", "duplicate", "referred_to", "conflict"})


class Conflict(exceptions.APIException):
    """What is asked for stands against what the register holds: 409."""

    status_code = HTTPStatus.CONFLICT
    default_code = "conflict"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.detail for fault in faults))
        self.faults = tuple(faults)


@contextmanager
def told_conflicts() -> Iterator[None]:
    """Tell apart what a body can mend and what it cannot.

    Raises:
        Conflict: every fault is one of the whole record, against another one.
        serializers.ValidationError: a member is at fault.

    """
    try:
        yield
    except IntegrityError as error:
        detail = "Another record stands against this one."
        raise Conflict([Fault("conflict", detail, pointer="/")]) from error
    except ValidationError as error:
        refusal = serializers.ValidationError(serializers.as_serializer_error(error))
        raise (conflict(refusal) or refusal) from error
    except serializers.ValidationError as error:
        if found := conflict(error):
            raise found from error
        raise


def conflict(refusal: serializers.ValidationError) -> Conflict | None:
    """Give the conflict that a refusal is, if no member is to blame for any of it."""
    faults = body_faults(refusal.detail)
    whole = all(one.pointer == "/" and one.code in CODES for one in faults)
    return Conflict(faults) if whole else None
