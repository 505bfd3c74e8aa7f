"""References: how a related record stands inside another one."""

from policies.common.api.serializers import RefShape
from policies.models import (
    Agency,
    Condition,
    Document,
    Event,
    Indicator,
    Measure,
    MeasureInput,
    Observation,
    Person,
    Post,
    Provision,
    Relation,
    Source,
    Statement,
    Subject,
    Target,
    TargetGroup,
    Task,
    Technology,
    Term,
    WorkedExample,
)


class AgencyRef(RefShape):
    """An agency by its public id."""

    class Meta:
        model = Agency
        fields = ("slug", "code", "name", "name_en")
        read_only_fields = (
            "code",
            "name",
            "name_en",
        )


class PersonRef(RefShape):
    """A person by its public id."""

    class Meta:
        model = Person
        fields = ("slug", "name", "name_en")
        read_only_fields = (
            "name",
            "name_en",
        )


class SubjectRef(RefShape):
    """A subject by its public id."""

    class Meta:
        model = Subject
        fields = ("slug", "name", "name_en")
        read_only_fields = (
            "name",
            "name_en",
        )


class TargetGroupRef(RefShape):
    """A target group by its public id."""

    class Meta:
        model = TargetGroup
        fields = ("slug", "name", "name_en")
        read_only_fields = (
            "name",
            "name_en",
        )


class SourceRef(RefShape):
    """A source by its public id."""

    class Meta:
        model = Source
        fields = ("slug", "title", "title_en", "publisher", "url")
        read_only_fields = (
            "title",
            "title_en",
            "publisher",
            "url",
        )


class DocumentRef(RefShape):
    """A document by its public id."""

    class Meta:
        model = Document
        fields = ("slug", "number", "title", "title_en")
        read_only_fields = (
            "number",
            "title",
            "title_en",
        )


class ProvisionRef(RefShape):
    """A provision by its public id."""

    class Meta:
        model = Provision
        fields = ("slug", "eid", "heading", "heading_en")
        read_only_fields = (
            "eid",
            "heading",
            "heading_en",
        )


class RelationRef(RefShape):
    """A relation by its public id."""

    class Meta:
        model = Relation
        fields = ("slug", "type")
        read_only_fields = ("type",)


class MeasureRef(RefShape):
    """A measure by its public id."""

    class Meta:
        model = Measure
        fields = ("slug", "title", "title_en")
        read_only_fields = (
            "title",
            "title_en",
        )


class IndicatorRef(RefShape):
    """An indicator by its public id."""

    class Meta:
        model = Indicator
        fields = ("slug", "name", "name_en", "unit")
        read_only_fields = (
            "name",
            "name_en",
            "unit",
        )


class TaskRef(RefShape):
    """A task by its public id."""

    class Meta:
        model = Task
        fields = ("slug", "title", "title_en")
        read_only_fields = (
            "title",
            "title_en",
        )


class TechnologyRef(RefShape):
    """A technology by its public id."""

    class Meta:
        model = Technology
        fields = ("slug", "name", "name_en")
        read_only_fields = (
            "name",
            "name_en",
        )


class EventRef(RefShape):
    """An event by its public id."""

    class Meta:
        model = Event
        fields = ("slug", "name", "name_en")
        read_only_fields = (
            "name",
            "name_en",
        )


class TermRef(RefShape):
    """A term by its public id."""

    class Meta:
        model = Term
        fields = ("slug",)


class TargetRef(RefShape):
    """A target by its public id."""

    class Meta:
        model = Target
        fields = (
            "slug",
            "title",
            "title_en",
        )
        read_only_fields = (
            "title",
            "title_en",
        )


class ObservationRef(RefShape):
    """An observation by its public id."""

    class Meta:
        model = Observation
        fields = ("slug",)


class StatementRef(RefShape):
    """A statement by its public id."""

    class Meta:
        model = Statement
        fields = ("slug",)


class PostRef(RefShape):
    """A post by its public id."""

    class Meta:
        model = Post
        fields = (
            "slug",
            "title",
            "title_en",
        )
        read_only_fields = (
            "title",
            "title_en",
        )


class MeasureInputRef(RefShape):
    """An input of a measure by its public id."""

    class Meta:
        model = MeasureInput
        fields = ("slug", "name", "label", "label_en", "unit")
        read_only_fields = ("name", "label", "label_en", "unit")


class ConditionRef(RefShape):
    """A condition of a measure by its public id."""

    class Meta:
        model = Condition
        fields = ("slug", "label", "label_en")
        read_only_fields = ("label", "label_en")


class WorkedExampleRef(RefShape):
    """A worked example by its public id."""

    class Meta:
        model = WorkedExample
        fields = ("slug", "title", "title_en")
        read_only_fields = ("title", "title_en")
