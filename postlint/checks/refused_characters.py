"""Characters that a channel refuses in a title or a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Fact, Match, Span
from ..post import Post


def check(post: Post, *, refused: Fact) -> Iterator[Match]:
    """Yield each refused character in the text, and one match for those in the title."""
    characters = _any_of(str(refused.value))
    for found in characters.finditer(post.text):
        yield Match(Span(*found.span()), {"where": "text", "which": _shown(found[0])}, fact=refused)
    if in_title := characters.search(post.brief.title):
        yield Match(values={"where": "title", "which": _shown(in_title[0])}, fact=refused)


@lru_cache(maxsize=16)
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


def _shown(char: str) -> str:
    """The character, or its number in Unicode where it can't be seen."""
    return char if char.isprintable() else f"U+{ord(char):04X}"
