"""Shapes of persons and posts."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Person, Post
from policies.serializers.citation import CitationShape
from policies.serializers.refs import AgencyRef, PersonRef, PostRef


class PostParts(Parts):
    """What belongs to a post."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "post"}


class PostShape(RecordShape):
    """An office held."""

    person = PersonRef()
    agency = AgencyRef(required=False, allow_null=True)
    held_instead = PostRef(required=False, allow_null=True)
    included = PostParts(read_only=True, required=False)

    class Meta:
        model = Post
        fields = (
            "slug",
            "person",
            "agency",
            "title",
            "title_en",
            "starts_on",
            "starts_precision",
            "ends_on",
            "ends_precision",
            "attested_on",
            "attested_precision",
            "held_instead",
            "held_reason",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY


class PersonParts(Parts):
    """What belongs to a person."""

    posts = PostShape(many=True, required=False)
    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"posts": "person", "citations": "person"}


class PersonShape(RecordShape):
    """Somebody in a public role."""

    included = PersonParts(read_only=True, required=False)

    class Meta:
        model = Person
        fields = (
            "slug",
            "name",
            "name_en",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
