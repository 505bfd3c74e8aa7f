"""The code lists with their labels."""

from django.test import SimpleTestCase
from django.utils.module_loading import import_string

from policies import choices
from policies.common.codes import CodeList
from policies.serializers.code_list import CODE_LISTS
from r57.openapi_settings import ENUMS
from tests.api.calls import ask


def is_code_list(path: str) -> bool:
    """Whether an enum of the schema is a code list, and not a list of names."""
    found = import_string(path)
    return isinstance(found, type) and issubclass(found, CodeList)


class ChoicesTests(SimpleTestCase):
    """Asking for code lists."""

    def test_every_list_of_the_schema_is_given(self) -> None:
        answer = ask("choices/")
        names = [one["name"] for one in answer.body["results"]]
        lists = {name for name, path in ENUMS.items() if is_code_list(path)}
        self.assertEqual(sorted(lists), names)

    def test_every_code_has_both_labels(self) -> None:
        for one in ask("choices/").body["results"]:
            with self.subTest(one["name"]):
                codes = [code["code"] for code in one["codes"]]
                self.assertEqual(CODE_LISTS[one["name"]].values, codes)
                for code in one["codes"]:
                    self.assertTrue(code["vi"].strip() and code["en"].strip(), code)

    def test_labels_come_in_their_language(self) -> None:
        (kinds,) = ask("choices/", [("list", "DocumentKind")]).body["results"]
        labels = {one["code"]: (one["vi"], one["en"]) for one in kinds["codes"]}
        self.assertEqual(("Nghị định", "Decree"), labels["decree"])

    def test_lists_may_be_chosen(self) -> None:
        answer = ask("choices/", [("list", "Unit"), ("list", "AgencyKind")])
        names = [one["name"] for one in answer.body["results"]]
        self.assertEqual(["AgencyKind", "Unit"], names)

    def test_an_unknown_list_is_refused_with_those_there_are(self) -> None:
        answer = ask("choices/", [("list", "Units")])
        self.assertEqual(400, answer.status)
        (fault,) = answer.body["errors"]
        self.assertEqual("list", fault["parameter"])
        self.assertIn("Unit", fault["allowed"])

    def test_every_code_list_of_the_framework_is_exported(self) -> None:
        listed = {getattr(choices, name) for name in choices.__all__}
        defined = {
            one
            for one in CodeList.__subclasses__()
            if one.__module__.startswith("policies.choices")
        }
        self.assertEqual(defined, listed)
