"""Let the log tell what the app's collections held before there was a log."""

from django.db import migrations

from policies.migrations._change_log import fill

TABLES = [
    ("Delegation", "delegations"),
    ("DelegationCitation", "delegation-citations"),
]


def tell(apps, _editor):
    fill(apps, "decrees", TABLES)


class Migration(migrations.Migration):
    dependencies = [
        ("decrees", "0005_fold_sections"),
        ("policies", "0008_fill_change_log"),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
