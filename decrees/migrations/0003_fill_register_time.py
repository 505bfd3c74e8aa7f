"""Fold the text of past states, which was not kept before."""

from django.db import migrations

from policies.common.fields import refold


def fold(apps, _editor):
    for model in apps.get_app_config("decrees").get_models():
        if model._meta.pk.name == "history_id":
            refold(model)


class Migration(migrations.Migration):
    dependencies = [("decrees", "0002_register_time")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
