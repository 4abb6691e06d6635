"""Common English words, such as those that hashtags are made of."""

from __future__ import annotations

from functools import cache

from .data import lexicon


def is_common(word: str) -> bool:
    """Whether a word of three letters or more, in any case, is a common one."""
    return word.lower() in _common()


@cache
def _common() -> frozenset[str]:
    lists = lexicon("words")
    words = " ".join((*lists["common"], *lists["short"])).split()
    return frozenset(word for word in words if len(word) > 2)
