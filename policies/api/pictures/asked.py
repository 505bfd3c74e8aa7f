"""What every picture is asked: its language, colours and layout, and the two clocks."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.utils import translation
from rest_framework.response import Response

from policies.common.api.clocks import KNOWN_AT
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.renderers import XMLRenderer
from policies.common.filters import KnownDay, RefusedValueError, Schema
from policies.common.filters.declared import Declared
from policies.common.svg import Language, Layout, Picture, Theme

MEDIA_TYPE = "image/svg+xml"
SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""An image that is opened by itself runs nothing; any site may show it."""


class SVGRenderer(XMLRenderer):
    """A picture; problems are JSON here as everywhere."""

    media_type = MEDIA_TYPE
    format = "svg"


class Choice(Declared):
    """One of a few words that say how a picture looks."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def __init__(self, words: type[Any]) -> None:
        super().__init__()
        self.offered = words

    def parse(self, text: str) -> Any:
        """Read one of the words."""
        names = [one.value for one in self.offered]
        if text not in names:
            raise RefusedValueError(f"«{text}» is none of them", names)
        return self.offered(text)

    def value_schema(self) -> Schema:
        """List the words."""
        return {"type": "string", "enum": [one.value for one in self.offered]}


PICTURED: Mapping[str, Parameter] = {
    "lang": Parameter(
        Choice(Language),
        "The language of its words; Vietnamese by default.",
        default=Language.VI,
    ),
    "theme": Parameter(
        Choice(Theme),
        "Its colours; `auto`, the default, follows what the reader's device prefers.",
        default=Theme.AUTO,
    ),
    "layout": Parameter(
        Choice(Layout),
        "`wide`, the default, for a page; `narrow` for the width of a telephone.",
        default=Layout.WIDE,
    ),
    "as_of": Parameter(
        KnownDay(),
        "The day that it shows; today in Viet Nam unless said otherwise, with "
        "`known_at` the day of that time.",
    ),
    "known_at": KNOWN_AT,
}


class Pictured(Question):
    """An address that answers with a picture."""

    parameters: ClassVar[Mapping[str, Parameter]] = PICTURED
    answers: ClassVar[Mapping[str, Answer]] = {
        MEDIA_TYPE: {"type": "string", "description": "The picture, as SVG 1.1."}
    }
    renderer_classes = (SVGRenderer,)

    def shown(
        self, asked: Mapping[str, Any], draw: Callable[[Layout], Picture]
    ) -> Response:
        """Answer with what is drawn in the language asked for."""
        with translation.override(asked["lang"].value):
            picture = draw(asked["layout"])
        return Response(picture.written(asked["lang"], asked["theme"]), headers=SAFE)
