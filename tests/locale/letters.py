"""Vietnamese words, told by letters that English does not have."""

import re
import unicodedata

EXAMPLES = frozenset({"đ"})
"""What English texts quote as it is printed: point đ of a clause."""


def vietnamese_words(text: str) -> list[str]:
    """Give the words with a Vietnamese letter, other than quoted examples."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text))
    return [word for word in words if is_vietnamese(word) and word not in EXAMPLES]


def is_vietnamese(word: str) -> bool:
    """Tell whether a word has a letter with a mark above, below or across."""
    decomposed = unicodedata.normalize("NFD", word)
    return any(unicodedata.combining(char) or char in "đĐ" for char in decomposed)
