"""Fold every row and every past state in sections, as search now looks for them."""

from django.db import migrations

from policies.common.fields import refold


def fold(apps, _editor):
    for model in apps.get_app_config("decrees").get_models():
        refold(model)


class Migration(migrations.Migration):
    dependencies = [("decrees", "0004_searched_sections")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
