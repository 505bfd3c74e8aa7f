"""The interface texts as they stand in the sources, marked for translation."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.template import Context, Engine, Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from tests.architecture.source import PACKAGES, PROJECT, SourceFile, sources

TEMPLATE_ENDINGS = frozenset({".html", ".txt"})
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "gettext": ("text",),
    "gettext_noop": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}
"""What the first arguments of Django's functions are; so of the lazy ones."""


@dataclass(frozen=True, order=True)
class Message:
    """One text to translate; the context tells apart what only reads the same."""

    text: str
    context: str = ""
    plural: str = ""


@dataclass(frozen=True)
class Marked:
    """A place where a text is marked; ``message`` is none if nobody can read it."""

    place: str
    message: Message | None


def messages() -> set[Message]:
    """Gather every readable text of the project."""
    return {one.message for one in marked() if one.message is not None}


def marked() -> list[Marked]:
    """Gather every marked place, in Python and in templates."""
    return [
        *(one for file in sources() for one in in_python(file)),
        *(one for path in templates() for one in in_template(path)),
    ]


def in_python(file: SourceFile) -> Iterator[Marked]:
    """Read the calls of the translation functions, whatever a file names them."""
    names = translation_names(file)
    for node in file.nodes():
        if isinstance(node, ast.Call) and (
            function := names.get(ast.unparse(node.func))
        ):
            place = f"{file.path}:{node.lineno}"
            yield Marked(place, read_call(node, ARGUMENTS[function]))


def translation_names(file: SourceFile) -> dict[str, str]:
    """Give the names under which a file imports the translation functions."""
    return {
        alias.asname or alias.name: alias.name.removesuffix("_lazy")
        for node in file.nodes()
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name.removesuffix("_lazy") in ARGUMENTS
    }


def read_call(call: ast.Call, roles: tuple[str, ...]) -> Message | None:
    """Read the literal arguments of a call; none if one is no plain string."""
    given: dict[str, str] = {}
    for role, argument in zip(roles, call.args, strict=False):
        if not isinstance(argument, ast.Constant) or not isinstance(
            argument.value, str
        ):
            return None
        given[role] = argument.value
    return Message(**given) if len(given) == len(roles) else None


def templates(root: Path = PROJECT) -> list[Path]:
    """Find the templates of the project."""
    return [
        path
        for package in PACKAGES
        for path in sorted((root / package).rglob("templates/**/*"))
        if path.suffix in TEMPLATE_ENDINGS
    ]


def in_template(path: Path) -> Iterator[Marked]:
    """Read the translation tags of a template."""
    nodes = Engine.get_default().from_string(path.read_text("utf-8")).nodelist
    for kind in (TranslateNode, BlockTranslateNode):
        for tag in nodes.get_nodes_by_type(kind):
            line = tag.token.lineno if tag.token else 0
            yield Marked(f"{path.relative_to(PROJECT)}:{line}", read_tag(tag))


def read_tag(tag: Node) -> Message | None:
    """Read the literal text of one tag; none if it is computed."""
    if isinstance(tag, BlockTranslateNode):
        text, _names = tag.render_token_list(tag.singular)
        plural, _names = tag.render_token_list(tag.plural)
        return Message(text, context_of(tag), plural)
    if isinstance(tag, TranslateNode):
        literal = getattr(tag.filter_expression.var, "literal", None)
        return Message(literal, context_of(tag)) if isinstance(literal, str) else None
    return None


def context_of(tag: TranslateNode | BlockTranslateNode) -> str:
    """Give the context that a tag names, or ""."""
    return str(tag.message_context.resolve(Context())) if tag.message_context else ""
