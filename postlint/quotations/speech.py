"""Speech, or only the title of something, a term, or a word held at arm's length."""

from __future__ import annotations

import re
from functools import cache

from ..model import Quotation
from .words import any_of

_FEWEST_WORDS = 5
_SHORT = 9
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the words were spoken or written by somebody, as far as their form tells."""
    if quotation.speaker is not None:
        return True
    inside = quotation.text[1:-1].strip()
    words = _WORD.findall(inside)
    if len(words) < _FEWEST_WORDS or _is_titled(words) or _title_before().search(text[: quotation.start][-60:]):
        return False
    if inside[:1].islower() and re.search(r"\w\s*\Z", text[: quotation.start]):
        return False  # a phrase inside the author's own sentence
    whole = inside[:1].isupper() or inside[:1] in "“‘'\"" or inside.endswith((".", "!", "?", "…", ","))
    return whole or len(words) >= _SHORT


def _is_titled(words: list[str]) -> bool:
    """Whether nearly every longer word has a capital, as in a title."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('titles')})s?\s?(?:is|was|reads|says)?[,:]?\s*\Z", re.IGNORECASE)
