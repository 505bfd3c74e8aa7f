"""Subscriptions to the change log, and what became of their deliveries."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("policies", "0009_tokens")]

    operations = []
