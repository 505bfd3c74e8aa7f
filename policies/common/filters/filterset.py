"""The filters of a collection."""

from typing import Any

import django_filters

from policies.common.filters.references import Slug
from policies.common.filters.values import Moment


class RegisterFilterSet(django_filters.FilterSet):  # type: ignore[misc] # untyped
    """The filters of one collection, and those that every record has."""

    slug = Slug(label="public id")
    created_at = Moment(label="when the record was entered")
    modified_at = Moment(label="when its content last changed")

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """Spell out every declared filter with its suffixes."""
        return {
            full: made
            for name, declared in super().get_filters().items()
            for full, made in declared.named(name)
        }
