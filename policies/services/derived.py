"""What is kept although it follows from other records: compared, and set right."""

from collections.abc import Iterator

from policies.common.clocks import one_moment
from policies.common.turns import in_turn
from policies.models import Document, Target
from policies.services.legal_state import rebuild, stored_states, wanted_states
from policies.services.progress import (
    compute_progress,
    rebuild_progress,
    stored_progress,
)


def documents_off() -> Iterator[Document]:
    """Give the documents whose kept legal states are not those that the rules give."""
    for document in Document.objects.order_by("slug").iterator():
        if stored_states(document) != wanted_states(document):
            yield document


def targets_off() -> Iterator[Target]:
    """Give the targets whose kept progress is not what the rules give."""
    targets = Target.objects.select_related("indicator").order_by("slug")
    for target in targets.iterator():
        if stored_progress(target) != compute_progress(target):
            yield target


@in_turn()
@one_moment()
def set_right() -> int:
    """Rebuild all that differs, as after an upgrade with new rules; tell how many."""
    documents, targets = list(documents_off()), list(targets_off())
    return sum(rebuild(one) for one in documents) + sum(
        rebuild_progress(one) for one in targets
    )
