"""Spelling of document numbers: one printing for the many ways to type them."""

import re
import unicodedata
from typing import Final

from policies.rules.numbers.tokens import BODY_SPELLINGS, TYPE_SPELLINGS, TYPES

_LOOK_ALIKES: Final = {
    **dict.fromkeys(map(ord, "\u00d0\u0189"), "Đ"),
    **dict.fromkeys(map(ord, "\u00f0\u0256"), "đ"),
    **dict.fromkeys(map(ord, "\u2044\u2215\uff0f"), "/"),
    **dict.fromkeys(map(ord, "\u2212\u2010\u2011\u2012\u2013\u2014\u2015"), "-"),
    **dict.fromkeys(map(ord, "\ufe58\ufe63\uff0d"), "-"),
}
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_EDGE: Final = " .,;:\"'“”‘’«»"
_TOKENS: Final = re.compile("([-/ .()])")
_NOT_A_WORD: Final = re.compile("[0-9].*|")
_MIRROR: Final = {"/": "-", "-": "/"}


def tidy(text: str) -> str:
    """Text in NFC with look-alike characters replaced and outer marks taken off.

    Ð (eth) becomes Đ, as in the printed 89/2015/NÐ-CP; every dash a hyphen.
    """
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(composed.translate(_LOOK_ALIKES).split()).strip(_EDGE)


def canonical(number: str) -> str:
    """Return a number in upper case, tightly set, its tokens as printed.

    ``"1131 / qd ttg"`` -> ``"1131/QĐ-TTg"``. A blank after the type stands for
    the separator that is the mirror image of the one before. The ampersand of
    an abbreviation goes: BKHCN&MT is BKHCNMT.
    """
    tight = re.sub(" ?([-/&]) ?", r"\1", number.upper())
    tokens = _TOKENS.split(re.sub(r"(?<=\w)&(?=\w)", "", tight))
    first_word = True
    for place in range(0, len(tokens), 2):
        token = tokens[place]
        if _NOT_A_WORD.fullmatch(token):
            continue
        if first_word:
            first_word = False
            token = TYPE_SPELLINGS.get(token, token)
            if token in TYPES and tokens[place + 1 : place + 2] == [" "]:
                tokens[place + 1] = _MIRROR.get(tokens[place - 1], " ")
        tokens[place] = BODY_SPELLINGS.get(token, token)
    return "".join(tokens)
