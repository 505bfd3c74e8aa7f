"""The collections of the policy framework, one after the other.

A new kind of record is one model, one shape, one filter set and one entry here.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from policies import filtersets, models, serializers
from policies.common.collections import (
    Attachment,
    Basis,
    Collection,
    Debt,
    Label,
    Pictured,
)
from policies.common.keyset import Order
from policies.querysets.tasks import late_on, open_on

BY_TITLE = Label("title", "title_en")
BY_NAME = Label("name", "name_en")
ON_DOCUMENT = Attachment(models.Document, "document")
ON_PROVISION = Basis("document", ("provision",))
OF_MEASURE = Basis("measure__document", ("provision", "measure__provision"))
OF_CONDITION = Basis(
    "measure__document", ("provision", "term__provision", "measure__provision")
)
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
        label=Label("title", "title_en", number="number"),
        orders=DOCUMENT_ORDERS,
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
        label=Label("text"),
    ),
    Collection(
        name="provisions",
        singular="provision",
        model=models.Provision,
        serializer=serializers.ProvisionShape,
        filterset=filtersets.ProvisionFilterSet,
        about="Parts, chapters, articles, clauses and points of documents.",
        label=Label("heading", "heading_en"),
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
        label=Label("text"),
    ),
    Collection(
        name="reported-states",
        singular="reportedState",
        model=models.ReportedState,
        serializer=serializers.StateReportShape,
        filterset=filtersets.ReportedStateFilterSet,
        about="Legal states as portals reported them, beside the computed ones.",
        label=Label("wording"),
    ),
    Collection(
        name="agencies",
        singular="agency",
        model=models.Agency,
        serializer=serializers.AgencyShape,
        filterset=filtersets.AgencyFilterSet,
        about="Bodies of the Party, the State and society, with their life spans.",
        label=Label("name", "name_en", number="code"),
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
        label=BY_NAME,
    ),
    Collection(
        name="posts",
        singular="post",
        model=models.Post,
        serializer=serializers.PostShape,
        filterset=filtersets.PostFilterSet,
        about="Who held which office in which agency.",
        label=BY_TITLE,
    ),
    Collection(
        name="subjects",
        singular="subject",
        model=models.Subject,
        serializer=serializers.SubjectShape,
        filterset=filtersets.SubjectFilterSet,
        about="The controlled vocabulary of subjects, a tree.",
        label=BY_NAME,
    ),
    Collection(
        name="target-groups",
        singular="targetGroup",
        model=models.TargetGroup,
        serializer=serializers.TargetGroupShape,
        filterset=filtersets.TargetGroupFilterSet,
        about="Whom measures are meant for.",
        label=BY_NAME,
    ),
    Collection(
        name="sources",
        singular="source",
        model=models.Source,
        serializer=serializers.SourceShape,
        filterset=filtersets.SourceFilterSet,
        about="Publications that facts are taken from.",
        label=BY_TITLE,
        orders=(Order("published_on", "published_on_order"),),
    ),
    Collection(
        name="citations",
        singular="citation",
        model=models.Citation,
        serializer=serializers.CitationShape,
        filterset=filtersets.CitationFilterSet,
        about="Which source says what about which record, and where.",
        label=Label("locator"),
    ),
    Collection(
        name="measures",
        singular="measure",
        model=models.Measure,
        serializer=serializers.MeasureShape,
        filterset=filtersets.MeasureFilterSet,
        about="What policies do for or ask of somebody: splits, subsidies, funds.",
        label=BY_TITLE,
        attached=ON_DOCUMENT,
        basis=ON_PROVISION,
    ),
    Collection(
        name="terms",
        singular="term",
        model=models.Term,
        serializer=serializers.TermShape,
        filterset=filtersets.TermFilterSet,
        about="Dated quantities of measures: shares, rates, caps, thresholds, amounts.",
        label=Label("base", "base_en"),
        basis=OF_MEASURE,
    ),
    Collection(
        name="measure-inputs",
        singular="measureInput",
        model=models.MeasureInput,
        serializer=serializers.MeasureInputShape,
        filterset=filtersets.MeasureInputFilterSet,
        about="What must be told to evaluate a measure, each with its kind and unit.",
        label=Label("label", "label_en"),
    ),
    Collection(
        name="conditions",
        singular="condition",
        model=models.Condition,
        serializer=serializers.ConditionShape,
        filterset=filtersets.ConditionFilterSet,
        about="What must be the case for a measure to apply.",
        label=Label("label", "label_en"),
        basis=OF_CONDITION,
    ),
    Collection(
        name="worked-examples",
        singular="workedExample",
        model=models.WorkedExample,
        serializer=serializers.WorkedExampleShape,
        filterset=filtersets.WorkedExampleFilterSet,
        about="Cases worked out by hand, which measures must keep coming to.",
        label=BY_TITLE,
    ),
    Collection(
        name="example-values",
        singular="exampleValue",
        model=models.ExampleValue,
        serializer=serializers.ExampleValueShape,
        filterset=filtersets.ExampleValueFilterSet,
        about="What worked examples are told, and the amounts they come to.",
    ),
    Collection(
        name="indicators",
        singular="indicator",
        model=models.Indicator,
        serializer=serializers.IndicatorShape,
        filterset=filtersets.IndicatorFilterSet,
        about="What is measured.",
        label=BY_NAME,
    ),
    Collection(
        name="targets",
        singular="target",
        model=models.Target,
        serializer=serializers.TargetShape,
        filterset=filtersets.TargetFilterSet,
        about="Values to be reached by a day, and ambitions without a number or a day.",
        label=BY_TITLE,
        orders=(Order("due_on", "due_on_order"),),
        attached=ON_DOCUMENT,
        basis=ON_PROVISION,
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
        label=BY_TITLE,
        orders=(Order("due_on", "due_on_order"),),
        attached=ON_DOCUMENT,
        basis=ON_PROVISION,
        debt=Debt("lead", open_on, late_on),
    ),
    Collection(
        name="technologies",
        singular="technology",
        model=models.Technology,
        serializer=serializers.TechnologyShape,
        filterset=filtersets.TechnologyFilterSet,
        about="Strategic technology groups and products.",
        label=BY_NAME,
        attached=ON_DOCUMENT,
    ),
    Collection(
        name="platforms",
        singular="platform",
        model=models.Platform,
        serializer=serializers.PlatformShape,
        filterset=filtersets.PlatformFilterSet,
        about="National digital platforms, portals and exchanges.",
        label=BY_NAME,
        attached=ON_DOCUMENT,
    ),
    Collection(
        name="events",
        singular="event",
        model=models.Event,
        serializer=serializers.EventShape,
        filterset=filtersets.EventFilterSet,
        about="What happened when: sessions, adoptions, conferences, launches.",
        label=BY_NAME,
        orders=(Order("starts_on", "starts_on"),),
        attached=Attachment(models.Document, "documents"),
    ),
    Collection(
        name="statements",
        singular="statement",
        model=models.Statement,
        serializer=serializers.StatementShape,
        filterset=filtersets.StatementFilterSet,
        about="Principles, assessments, shortcomings and claims, with who said them.",
        label=Label("text", "text_en"),
        orders=(Order("said_on", "said_on_order"),),
        attached=ON_DOCUMENT,
    ),
)

PICTURES = (
    Pictured(models.Document, "lineage-picture", _("Chuỗi văn bản")),
    Pictured(models.Target, "path-picture", _("Đường đến mục tiêu")),
)
