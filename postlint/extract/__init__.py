"""What a channel treats as more than letters: links, hashtags, mentions, lists, cashtags and emoji.

One file for each kind as X defines it, and one for each other dialect. Spans are exact, and nothing is found
twice: where two entities would overlap, the one that starts first stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from ..model import Entity, Span
from . import bluesky, mastodon, plain
from .cashtags import cashtags
from .emoji import emoji
from .hashtags import hashtags
from .mentions import mentions_and_lists
from .urls import urls

Finder: TypeAlias = Callable[[str], Iterable[tuple[str, Span]]]


def entities(text: str, dialect: str = "twitter") -> tuple[Entity, ...]:
    """Every url, hashtag, mention, list, cashtag and emoji in a text, in order of start; none overlap."""
    found = sorted(_DIALECTS[dialect](text), key=lambda pair: (pair[1].start, -pair[1].end))
    return tuple(_without_overlaps(text, found))


def _without_overlaps(text: str, found: Iterable[tuple[str, Span]]) -> Iterator[Entity]:
    end = 0
    for kind, span in found:
        if span.start >= end:
            yield Entity(kind, span.start, span.end, text[span.start : span.end])
            end = span.end


def _twitter(text: str) -> Iterator[tuple[str, Span]]:
    yield from (("url", span) for span in urls(text))
    yield from (("hashtag", span) for span in hashtags(text))
    yield from (("list" if is_list else "mention", span) for span, is_list in mentions_and_lists(text))
    yield from (("cashtag", span) for span in cashtags(text))
    yield from (("emoji", span) for span in emoji(text))


_DIALECTS: Mapping[str, Finder] = MappingProxyType(
    {"twitter": _twitter, "bluesky": bluesky.find, "mastodon": mastodon.find, "plain": plain.find}
)
DIALECTS = frozenset(_DIALECTS)
"""The ways of reading that a channel's file may name."""
