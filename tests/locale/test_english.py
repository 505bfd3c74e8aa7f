"""Whoever asks for English meets no Vietnamese label, and the other way round."""

from collections.abc import Iterator
from itertools import chain

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Field, Model
from django.http import HttpRequest
from django.test import SimpleTestCase, TestCase
from django.urls import reverse
from django.utils.translation import override

from tests.locale.letters import vietnamese_words

APPS = ("policies", "decrees")


def models() -> list[type[Model]]:
    """Give the models of the project, those of their history too."""
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def labels(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Give each label of a model with the name of what it labels."""
    yield "model", str(model._meta.verbose_name)
    yield "models", str(model._meta.verbose_name_plural)
    for field in chain(model._meta.fields, model._meta.many_to_many):
        yield field.name, str(field.verbose_name)
        yield f"{field.name} help", str(field.help_text)
        for code, label in choices(field):
            yield f"{field.name}={code}", str(label)
    for constraint in model._meta.constraints:
        yield constraint.name, str(constraint.get_violation_error_message())


def choices(field: "Field[object, object]") -> list[tuple[object, object]]:
    """Give the codes and labels of a field that has a list."""
    return list(field.flatchoices)


class LabelTests(SimpleTestCase):
    """The labels of models, fields, codes and constraints."""

    def test_english_labels_are_english(self) -> None:
        self.assertGreater(len(models()), 20)
        with override("en"):
            strange = [
                (model.__name__, name, label)
                for model in models()
                for name, label in labels(model)
                if vietnamese_words(label)
            ]
        self.assertEqual([], strange)

    def test_apps_have_english_names(self) -> None:
        with override("en"):
            names = [str(apps.get_app_config(app).verbose_name) for app in APPS]
        self.assertEqual(["Policy framework", "Subordinate legislation"], names)

    def test_vietnamese_is_what_is_written_in_the_sources(self) -> None:
        decree = apps.get_model("decrees", "Decree")
        with override("vi"):
            self.assertEqual("nghị định", str(decree._meta.verbose_name))
        with override("en"):
            self.assertEqual("decree", str(decree._meta.verbose_name))


class AdminTests(TestCase):
    """Pages of the admin without records on them: only labels are left."""

    def setUp(self) -> None:
        self.officer = get_user_model().objects.create_superuser("officer")

    def page(self, address: str, language: str = "en") -> str:
        """Give the text of a page in a language."""
        response = self.client.get(address, headers={"accept-language": language})
        self.assertEqual(200, response.status_code, address)
        return response.content.decode()

    def asking(self) -> HttpRequest:
        """Give a request of the officer, to ask what may be entered by hand."""
        request = HttpRequest()
        request.user = self.officer
        return request

    def test_the_way_in_is_english(self) -> None:
        login = self.page(reverse("admin:login"))
        self.assertEqual([], vietnamese_words(login))
        self.assertIn("Register of Resolution 57", login)
        self.client.force_login(self.officer)
        index = self.page(reverse("admin:index"))
        self.assertEqual([], vietnamese_words(index))
        self.assertIn("Digital platform", index)

    def test_lists_and_empty_forms_are_english(self) -> None:
        self.client.force_login(self.officer)
        shown = [model for model in models() if admin.site.is_registered(model)]
        self.assertGreater(len(shown), 20)
        for model in shown:
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            addresses = [f"{reverse(f'{name}_changelist')}?q=zzzz"]
            if admin.site.get_model_admin(model).has_add_permission(self.asking()):
                addresses.append(reverse(f"{name}_add"))
            for address in addresses:
                with self.subTest(address):
                    self.assertEqual([], vietnamese_words(self.page(address)))

    def test_the_way_in_is_vietnamese_unless_asked(self) -> None:
        for language in ("vi", "fr"):
            with self.subTest(language):
                login = self.page(reverse("admin:login"), language)
                self.assertIn("Sổ đăng ký Nghị quyết 57", login)
                self.assertNotIn("Toggle theme", login)
