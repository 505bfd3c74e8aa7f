"""Declarations of list filters: one line a field, every suffix said by its kind.

A ``Day`` named ``issued_on`` declares ``issued_on``, ``issued_on__n`` (not),
``__gt``, ``__gte``, ``__lt``, ``__lte`` and ``__isnull``. Values are parsed strictly:
what does not parse is an error that says what is allowed, never ignored.
"""

from policies.common.filters.belonging import OfOne, narrowed
from policies.common.filters.declared import (
    LOOKUPS,
    MOST_VALUES,
    Declared,
    RefusedValueError,
    Schema,
    parse_flag,
)
from policies.common.filters.filterset import (
    RegisterFilterSet,
)
from policies.common.filters.periods import InPeriod
from policies.common.filters.references import (
    Among,
    Related,
    Slug,
)
from policies.common.filters.texts import (
    Code,
    Given,
    Number,
    OpenCode,
    Word,
)
from policies.common.filters.values import (
    Day,
    Flag,
    KnownDay,
    Moment,
    OnDay,
    Quantity,
    Whole,
    Year,
)

__all__ = [
    "LOOKUPS",
    "MOST_VALUES",
    "Among",
    "Code",
    "Day",
    "Declared",
    "Flag",
    "Given",
    "InPeriod",
    "KnownDay",
    "Moment",
    "Number",
    "OfOne",
    "OnDay",
    "OpenCode",
    "Quantity",
    "RefusedValueError",
    "RegisterFilterSet",
    "Related",
    "Schema",
    "Slug",
    "Whole",
    "Word",
    "Year",
    "narrowed",
    "parse_flag",
]
