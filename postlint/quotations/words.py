"""The word lists about attribution, read once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..data import lexicon


@cache
def any_of(key: str) -> str:
    """One of the lists in rules/lexicons/attribution.toml as the inside of a regular expression's group.

    Longer words come first. Blanks may be wider than in the list, and apostrophes may be curly.
    """
    words = sorted(_lists()[key], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}").replace("'", "['’]") for word in words)


@cache
def verbs() -> frozenset[str]:
    """The first word of each verb that brings in speech."""
    return frozenset(verb.partition(" ")[0] for verb in _lists()["verbs"])


@cache
def _lists() -> dict[str, Any]:
    return lexicon("attribution")
