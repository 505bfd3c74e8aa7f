"""Let past states that were kept before say what they did not keep.

Folded text is folded again from each past state. Signers, further issuers and legal
states were not kept; those of now stand for all time before.
"""

from django.db import migrations

from policies.common.fields import refold

LISTS = {"DocumentIssuer": "agency_id", "DocumentSigner": "person_id"}


def fold(apps, _editor):
    for model in apps.get_app_config("policies").get_models():
        if model._meta.pk.name == "history_id":
            refold(model)


def keep_lists(apps, _editor):
    states = apps.get_model("policies", "HistoricalDocument").objects
    for name, member in LISTS.items():
        past = apps.get_model("policies", f"Historical{name}").objects
        if past.exists():
            continue
        for row in apps.get_model("policies", name).objects.iterator():
            values = {"id": row.pk, "document_id": row.document_id, "order": row.order}
            values[member] = getattr(row, member)
            for state in states.filter(id=row.document_id):
                past.create(history_id=state.pk, **values)


def keep_intervals(apps, _editor):
    past = apps.get_model("policies", "HistoricalLegalInterval").objects
    if past.exists():
        return
    intervals = apps.get_model("policies", "LegalInterval").objects
    for row in intervals.order_by("id").select_related("document"):
        columns = ("document_id", "state", "starts_on", "until", "reason", "cause")
        values = {name: getattr(row, name) for name in columns}
        past.create(known_from=row.document.created_at, **values)


class Migration(migrations.Migration):
    dependencies = [("policies", "0002_register_time")]

    operations = [
        migrations.RunPython(fold, migrations.RunPython.noop),
        migrations.RunPython(keep_lists, migrations.RunPython.noop),
        migrations.RunPython(keep_intervals, migrations.RunPython.noop),
    ]
