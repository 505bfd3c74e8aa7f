"""The two wordings of a code: Vietnamese as declared, English as translated."""

from functools import lru_cache
from typing import NamedTuple

from django.utils import translation

from policies.common.codes import CodeList


class Wording(NamedTuple):
    """A label in Vietnamese and in English."""

    vi: str
    en: str


@lru_cache(maxsize=None, typed=True)  # codes of two lists may be the same text
def wording(code: CodeList) -> Wording:
    """Give the label of a code in both languages."""
    texts = []
    for language in ("vi", "en"):
        with translation.override(language):
            texts.append(str(code.label))
    return Wording(*texts)
