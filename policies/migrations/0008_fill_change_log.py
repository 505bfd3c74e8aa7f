"""Let the log tell what the register held before there was a log."""

from django.db import migrations, models
from django.utils import timezone

import policies.common.constraints
import policies.models.change
from policies.migrations._change_log import fill

TABLES = [
    ("Subject", "subjects"),
    ("Agency", "agencies"),
    ("Person", "people"),
    ("Source", "sources"),
    ("TargetGroup", "target-groups"),
    ("Indicator", "indicators"),
    ("Document", "documents"),
    ("Post", "posts"),
    ("Observation", "observations"),
    ("DocumentAlias", "document-aliases"),
    ("Provision", "provisions"),
    ("ReportedState", "reported-states"),
    ("AgencySuccession", "agency-successions"),
    ("Technology", "technologies"),
    ("Platform", "platforms"),
    ("Event", "events"),
    ("Relation", "relations"),
    ("Measure", "measures"),
    ("Target", "targets"),
    ("Task", "tasks"),
    ("Statement", "statements"),
    ("UnresolvedCitation", "unresolved-citations"),
    ("Term", "terms"),
    ("Citation", "citations"),
]


def begin(apps, _editor):
    version = apps.get_model("policies", "RegisterVersion").objects
    version.get_or_create(id=1, defaults={"logged_day": timezone.localdate()})


def tell(apps, _editor):
    fill(apps, "policies", TABLES)


class Migration(migrations.Migration):
    dependencies = [("policies", "0007_change_log")]

    operations = [
        migrations.AddField(
            "registerversion",
            "log_id",
            models.CharField(default=policies.models.change.new_log_id, max_length=32),
        ),
        migrations.AlterField("registerversion", "logged_day", models.DateField()),
        migrations.AddConstraint(
            "registerversion",
            policies.common.constraints.HeldByDatabase(
                condition=models.Q(("log_id", ""), _negated=True),
                name="register_version_log_id_not_blank",
            ),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
