"""The reading of X: every kind of entity as X's own library defines it, and emoji by the current list."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Span
from .cashtags import cashtags
from .emoji import emoji
from .hashtags import hashtags
from .mentions import mentions_and_lists
from .urls import urls


def find(text: str) -> Iterator[tuple[str, Span]]:
    """The links, hashtags, mentions, lists, cashtags and emoji, each with its kind."""
    yield from (("url", span) for span in urls(text))
    yield from (("hashtag", span) for span in hashtags(text))
    yield from (("list" if is_list else "mention", span) for span, is_list in mentions_and_lists(text))
    yield from (("cashtag", span) for span in cashtags(text))
    yield from (("emoji", span) for span in emoji(text))
