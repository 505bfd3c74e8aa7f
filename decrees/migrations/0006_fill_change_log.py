"""Let the log tell what the app's collections held before there was a log."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("decrees", "0005_fold_sections"),
        ("policies", "0008_fill_change_log"),
    ]

    operations = []
