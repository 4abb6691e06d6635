"""The word list about attribution, read once."""

from __future__ import annotations

import re
from functools import cache

from ..data import builtin_folder, read_toml


@cache
def words(key: str) -> tuple[str, ...]:
    """One of the lists in rules/lexicons/attribution.toml, longest words first."""
    found = read_toml(builtin_folder() / "lexicons" / "attribution.toml")[key]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def any_of(key: str) -> str:
    """A list as the inside of a regular expression's group."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in words(key))
