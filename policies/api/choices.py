"""The code lists of the register with their labels."""

from collections.abc import Mapping
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.common.api.conditional import conditional
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.api.tags import entity_tag
from policies.common.codes import CodeList
from policies.common.filters import Declared, RefusedValueError, Schema
from policies.common.wording import wording
from policies.serializers.code_list import CODE_LISTS, CodeListsShape


class ListName(Declared):
    """The name of a code list."""

    def parse(self, text: str) -> str:
        """Read a name."""
        if text not in CODE_LISTS:
            raise RefusedValueError(f"«{text}» is not a code list", list(CODE_LISTS))
        return text

    def value_schema(self) -> Schema:
        """List the names."""
        return {"type": "string", "enum": list(CODE_LISTS)}


class Choices(Question):
    """Every code that records hold, list by list, with both labels.

    Codes are stable; labels may be reworded at any time. Lists are named as their
    enums in this schema, and codes stand in the order in which forms show them.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getChoices"}
    summary = "The code lists with their labels in Vietnamese and English"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "list": Parameter(
            ListName(),
            "Only these code lists; may be repeated. All of them if left out.",
            several=True,
            default=tuple(CODE_LISTS),
        )
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": CodeListsShape}

    @conditional(entity_tag)
    def get(self, request: Request) -> Response:
        """Give the code lists asked for, by name."""
        wanted = set(self.asked(request)["list"])
        results = [
            {"name": name, "codes": [_labelled(code) for code in codes]}
            for name, codes in CODE_LISTS.items()
            if name in wanted
        ]
        return Response({"results": results})


def _labelled(code: CodeList) -> JSONRecord:
    words = wording(code)
    return {"code": code.value, "vi": words.vi, "en": words.en}
