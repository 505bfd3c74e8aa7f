"""Addresses of the policy framework: its collections, and questions about them."""

from django.urls import path

from policies.api.bulk import BulkWrite
from policies.api.changes import Changes
from policies.api.choices import Choices
from policies.api.difference import Difference
from policies.api.evaluate import Evaluate, EvaluateMany
from policies.api.exports import EXPORTS
from policies.api.feed import feeds
from policies.api.lineage import Lineage
from policies.api.linked.views import AKNView, JSONLDView
from policies.api.measure_inputs import Inputs
from policies.api.owing import OwedByAgency
from policies.api.progress import TargetProgress
from policies.api.resolve import Resolve
from policies.api.routes import routes
from policies.api.state import StateOnDay
from policies.api.task_progress import TaskProgress
from policies.api.term_values import TermValues
from policies.api.timeline import Timeline
from policies.api.webhooks import WEBHOOKS
from policies.catalog import COLLECTIONS

urlpatterns = [
    *routes(COLLECTIONS),
    *feeds(COLLECTIONS),
    path("bulk/", BulkWrite.as_view(), name="bulk"),
    path("changes/", Changes.as_view(), name="changes"),
    *EXPORTS,
    *WEBHOOKS,
    path("choices/", Choices.as_view(), name="choices"),
    path("evaluate/", EvaluateMany.as_view(), name="evaluate-many"),
    path("measures/<str:slug>/evaluate/", Evaluate.as_view(), name="evaluate"),
    path("measures/<str:slug>/inputs/", Inputs.as_view(), name="measure-inputs"),
    path(
        "measures/<str:slug>/difference/",
        Difference.as_view(),
        name="measure-difference",
    ),
    path("terms/<str:slug>/values/", TermValues.as_view(), name="term-values"),
    path("resolve/", Resolve.as_view(), name="resolve"),
    path("documents/<str:slug>/lineage/", Lineage.as_view(), name="lineage"),
    path("documents/<str:slug>/timeline/", Timeline.as_view(), name="timeline"),
    path("documents/<str:slug>/state/", StateOnDay.as_view(), name="legal-state"),
    path("agencies/<str:slug>/owed/", OwedByAgency.as_view(), name="owed"),
    path("tasks-progress/", TaskProgress.as_view(), name="task-progress"),
    path("targets/<str:slug>/progress/", TargetProgress.as_view(), name="progress"),
    path("documents/<str:slug>/jsonld/", JSONLDView.as_view(), name="jsonld"),
    path("documents/<str:slug>/akn/", AKNView.as_view(), name="akn"),
]
