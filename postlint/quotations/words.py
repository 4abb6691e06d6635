"""The word list about attribution, read once."""

from __future__ import annotations

import re
from functools import cache

from ..data import lexicon


@cache
def words(key: str) -> tuple[str, ...]:
    """One of the lists in rules/lexicons/attribution.toml, longest words first."""
    return tuple(sorted(lexicon("attribution")[key], key=lambda word: (-len(word), word)))


@cache
def any_of(key: str) -> str:
    """A list as the inside of a regular expression's group."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in words(key))
