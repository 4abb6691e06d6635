"""How hard a text is to read: the school grade by Flesch and Kincaid, on its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .expressions import expression

_VOWELS = expression(r"[aeiouy]+", re.IGNORECASE)
_SILENT = expression(r"(?<![aeiouyl])(?:es|ed|e)\Z|(?<=[^aeiouy]l)es\Z", re.IGNORECASE)
_SPOKEN = expression(r"(?:[dt]ed|[sxz]es|ches|shes|ges|ces)\Z", re.IGNORECASE)


@lru_cache(maxsize=4096)  # the same few thousand words make up nearly all that is written
def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, less a silent ending; 1 at the least."""
    groups = len(_VOWELS.findall(word))
    if groups > 1 and not _SPOKEN.search(word) and _SILENT.search(word):
        groups -= 1
    return max(1, groups)


def grade(words: Sequence[str], sentences: int) -> float:
    """The years at school that a text asks for (Kincaid and others, 1975): long sentences and long words raise it."""
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / max(1, sentences) + 11.8 * spoken / max(1, len(words)) - 15.59
