"""What happens to the register, one step at a time, on the database of a server.

``main()`` takes the names of steps on its standard input, one a line, and answers each
with a line once it is committed.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from policies.common.models import RecordState
from policies.models import Change, Document, RegisterVersion, Subject
from policies.models.change import new_log_id
from policies.services import save_record
from policies.services.emitting import emit_due
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.factories import make_law, make_measure, make_subject

SEVERAL_PAGES = 450
DAYS = 3


class UndoneError(Exception):
    """Undoes a transaction on purpose."""


def create() -> None:
    """Make records, one of them with texts that are easily damaged."""
    first, second = make_subject(slug="kept"), make_subject(slug="merged")
    law = make_law(
        slug="changing", title='"Luật"\r\n\t=1 \\ \u2028 đ 🇻🇳', subjects=[second]
    )
    make_measure(document=law, subjects=[first, second])
    make_subject(slug="withdrawn")
    make_subject(slug="deleted")
    make_subject(slug="draft", state=RecordState.DRAFT)


def edit() -> None:
    """Change a record, and save another one as it is."""
    law = Document.objects.get(slug="changing")
    law.summary = "Đã sửa"
    save_record(law, lists={"subjects": [Subject.objects.get(slug="kept")]})
    save_record(law)
    save_record(law, lists={"subjects": list(Subject.objects.filter(slug="merged"))})


def publish() -> None:
    """Let the public see a draft."""
    draft = Subject.objects.get(slug="draft")
    draft.state = RecordState.PUBLISHED
    save_record(draft)


def merge() -> None:
    """Let one record go on in another, to which all that referred to it refers."""
    merge_records(Subject.objects.get(slug="merged"), Subject.objects.get(slug="kept"))


def withdraw() -> None:
    """Take a record from the public, and give one back that was taken."""
    record = Subject.objects.get(slug="withdrawn")
    record.state = RecordState.WITHDRAWN
    save_record(record)


def give_back() -> None:
    """Publish again what was withdrawn."""
    record = Subject.objects.get(slug="withdrawn")
    record.state = RecordState.PUBLISHED
    save_record(record)


def delete() -> None:
    """Delete a record."""
    delete_record(Subject.objects.get(slug="deleted"))


def undo() -> None:
    """Write, and take it back."""
    with suppress(UndoneError), transaction.atomic():
        make_subject(slug="undone")
        raise UndoneError


def day() -> None:
    """Let days come on which documents change their legal state."""
    today = timezone.localdate()
    RegisterVersion.objects.update(logged_day=today - timedelta(days=DAYS))
    law = make_law(slug="coming", effective_on=today - timedelta(days=1))
    before = Change.objects.filter(slug=law.slug).count()
    emit_due()
    if Change.objects.filter(slug=law.slug).count() == before:
        raise AssertionError("no state changed")


def many() -> None:
    """Make and change more records than a page of the log tells, one at a time."""
    for n in range(SEVERAL_PAGES):
        record = make_subject(name=f"Lĩnh vực {n}")
        if n % 7 == 0:
            record.state = RecordState.WITHDRAWN
            save_record(record)


def other_log() -> None:
    """Be another installation, of another log."""
    Subject.objects.filter(slug="draft").delete()
    RegisterVersion.objects.update(log_id=new_log_id())


def restore() -> None:
    """Be what a backup of an earlier day held."""
    Subject.objects.filter(slug="withdrawn").delete()
    Change.objects.filter(sequence__gt=10).delete()


STEPS: dict[str, Callable[[], None]] = {
    step.__name__: step
    for step in (
        *(create, edit, publish, merge, withdraw, give_back, delete, undo, day),
        *(many, other_log, restore),
    )
}


def main() -> None:
    """Take steps until there are no more."""
    for line in sys.stdin:
        STEPS[line.strip()]()
        sys.stdout.write("done\n")
        sys.stdout.flush()
