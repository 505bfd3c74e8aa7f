"""Tokens of partners, and the answers kept by idempotency key."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("policies", "0008_fill_change_log")]

    operations = []
