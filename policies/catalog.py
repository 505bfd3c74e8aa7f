"""The collections of the policy framework, one after the other.

A new kind of record is one model, one shape, one filter set and one entry here.
"""

from typing import Any

from django.utils import timezone

from policies import filtersets, models, serializers
from policies.common.collections import Collection
from policies.common.keyset import Order


def with_todays_state(queryset: Any) -> Any:
    """Join today's legal state to documents."""
    return queryset.with_legal_state(timezone.localdate())


DOCUMENT_ORDERS = (
    Order("issued_on", "issued_on_order"),
    Order("effective_on", "effective_on_order"),
)


def documents(name: str, singular: str, model: Any, about: str) -> Collection:
    """Declare one collection of documents; all of them share shape and filters."""
    return Collection(
        name=name,
        singular=singular,
        model=model,
        serializer=serializers.DocumentShape,
        filterset=filtersets.DocumentFilterSet,
        about=about,
        orders=DOCUMENT_ORDERS,
        prepare=with_todays_state,
    )


COLLECTIONS = (
    documents(
        "documents",
        "document",
        models.Document,
        "Documents of every kind, of the Party and the State, adopted or not.",
    ),
    documents(
        "resolutions",
        "resolution",
        models.Resolution,
        "Resolutions of the Party, the National Assembly, the Government and councils.",
    ),
    documents("laws", "law", models.Law, "The Constitution, codes and laws."),
    Collection(
        name="document-aliases",
        singular="documentAlias",
        model=models.DocumentAlias,
        serializer=serializers.DocumentAliasShape,
        filterset=filtersets.DocumentAliasFilterSet,
        about="Other names and spellings under which documents are cited.",
    ),
    Collection(
        name="provisions",
        singular="provision",
        model=models.Provision,
        serializer=serializers.ProvisionShape,
        filterset=filtersets.ProvisionFilterSet,
        about="Parts, chapters, articles, clauses and points of documents.",
        orders=(Order("position", "position"),),
    ),
    Collection(
        name="relations",
        singular="relation",
        model=models.Relation,
        serializer=serializers.RelationShape,
        filterset=filtersets.RelationFilterSet,
        about="What one document does to another: implements, details, amends ...",
    ),
    Collection(
        name="unresolved-citations",
        singular="unresolvedCitation",
        model=models.UnresolvedCitation,
        serializer=serializers.UnresolvedCitationShape,
        filterset=filtersets.UnresolvedCitationFilterSet,
        about="Documents cited by number that the register does not hold yet.",
    ),
    Collection(
        name="reported-states",
        singular="reportedState",
        model=models.ReportedState,
        serializer=serializers.ReportedStateShape,
        filterset=filtersets.ReportedStateFilterSet,
        about="Legal states as portals reported them, beside the computed ones.",
    ),
    Collection(
        name="agencies",
        singular="agency",
        model=models.Agency,
        serializer=serializers.AgencyShape,
        filterset=filtersets.AgencyFilterSet,
        about="Bodies of the Party, the State and society, with their life spans.",
    ),
    Collection(
        name="agency-successions",
        singular="agencySuccession",
        model=models.AgencySuccession,
        serializer=serializers.AgencySuccessionShape,
        filterset=filtersets.AgencySuccessionFilterSet,
        about="Which agency continues which: mergers, renamings, splits.",
    ),
    Collection(
        name="people",
        singular="person",
        model=models.Person,
        serializer=serializers.PersonShape,
        filterset=filtersets.PersonFilterSet,
        about="People in public roles: signers, speakers, heads.",
    ),
    Collection(
        name="posts",
        singular="post",
        model=models.Post,
        serializer=serializers.PostShape,
        filterset=filtersets.PostFilterSet,
        about="Who held which office in which agency.",
    ),
    Collection(
        name="subjects",
        singular="subject",
        model=models.Subject,
        serializer=serializers.SubjectShape,
        filterset=filtersets.SubjectFilterSet,
        about="The controlled vocabulary of subjects, a tree.",
    ),
    Collection(
        name="target-groups",
        singular="targetGroup",
        model=models.TargetGroup,
        serializer=serializers.TargetGroupShape,
        filterset=filtersets.TargetGroupFilterSet,
        about="Whom measures are meant for.",
    ),
    Collection(
        name="sources",
        singular="source",
        model=models.Source,
        serializer=serializers.SourceShape,
        filterset=filtersets.SourceFilterSet,
        about="Publications that facts are taken from.",
        orders=(Order("published_on", "published_on_order"),),
    ),
    Collection(
        name="citations",
        singular="citation",
        model=models.Citation,
        serializer=serializers.CitationShape,
        filterset=filtersets.CitationFilterSet,
        about="Which source says what about which record, and where.",
    ),
    Collection(
        name="measures",
        singular="measure",
        model=models.Measure,
        serializer=serializers.MeasureShape,
        filterset=filtersets.MeasureFilterSet,
        about="What policies do for or ask of somebody: splits, subsidies, funds.",
    ),
    Collection(
        name="terms",
        singular="term",
        model=models.Term,
        serializer=serializers.TermShape,
        filterset=filtersets.TermFilterSet,
        about="Dated quantities of measures: shares, rates, caps, thresholds, amounts.",
    ),
    Collection(
        name="indicators",
        singular="indicator",
        model=models.Indicator,
        serializer=serializers.IndicatorShape,
        filterset=filtersets.IndicatorFilterSet,
        about="What is measured.",
    ),
    Collection(
        name="targets",
        singular="target",
        model=models.Target,
        serializer=serializers.TargetShape,
        filterset=filtersets.TargetFilterSet,
        about="Values to be reached by a day, and ambitions without a number or a day.",
        orders=(Order("due_on", "due_on_order"),),
    ),
    Collection(
        name="observations",
        singular="observation",
        model=models.Observation,
        serializer=serializers.ObservationShape,
        filterset=filtersets.ObservationFilterSet,
        about="Values of indicators that sources give for a period.",
        orders=(Order("period_on", "period_on"),),
    ),
    Collection(
        name="tasks",
        singular="task",
        model=models.Task,
        serializer=serializers.TaskShape,
        filterset=filtersets.TaskFilterSet,
        about="What is to be done, by whom, by when.",
        orders=(Order("due_on", "due_on_order"),),
    ),
    Collection(
        name="technologies",
        singular="technology",
        model=models.Technology,
        serializer=serializers.TechnologyShape,
        filterset=filtersets.TechnologyFilterSet,
        about="Strategic technology groups and products.",
    ),
    Collection(
        name="platforms",
        singular="platform",
        model=models.Platform,
        serializer=serializers.PlatformShape,
        filterset=filtersets.PlatformFilterSet,
        about="National digital platforms, portals and exchanges.",
    ),
    Collection(
        name="events",
        singular="event",
        model=models.Event,
        serializer=serializers.EventShape,
        filterset=filtersets.EventFilterSet,
        about="What happened when: sessions, adoptions, conferences, launches.",
        orders=(Order("starts_on", "starts_on"),),
    ),
    Collection(
        name="statements",
        singular="statement",
        model=models.Statement,
        serializer=serializers.StatementShape,
        filterset=filtersets.StatementFilterSet,
        about="Principles, assessments, shortcomings and claims, with who said them.",
        orders=(Order("said_on", "said_on_order"),),
    ),
)
