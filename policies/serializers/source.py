"""Shape of a source."""

from policies.common.api.serializers import READ_ONLY, RecordShape
from policies.models import Source


class SourceShape(RecordShape):
    """A publication that facts are taken from."""

    class Meta:
        model = Source
        fields = (
            "slug",
            "title",
            "title_en",
            "publisher",
            "author",
            "kind",
            "language",
            "published_on",
            "published_precision",
            "url",
            "note",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY
