"""Words that the house lists in its config."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from .. import own
from ..config import Config
from ..model import Match
from ..post import Post
from ..terms import Terms


def check(post: Post, *, settings: Config, of: Literal["banned", "confidential", "sensitive"]) -> Iterator[Match]:
    """Yield each of the words in one of the lists under [terms]."""
    if words := getattr(settings.terms, of):
        yield from (Match(span) for span in own.find(post, ready(words), in_quotations=True))


@lru_cache(maxsize=64)
def ready(words: tuple[str, ...]) -> Terms:
    """A house's words, made ready once."""
    return Terms(words)
