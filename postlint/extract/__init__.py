"""What a channel treats as more than letters: links, hashtags, mentions, lists, cashtags and emoji.

One file for each kind as X defines it, and one for each dialect, with a function `find`. Spans are exact, and
nothing is found twice: where two entities would overlap, the one that starts first stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TypeAlias

from ..model import Entity, Span

Finder: TypeAlias = Callable[[str], Iterable[tuple[str, Span]]]

DIALECTS = frozenset({"twitter", "bluesky", "mastodon", "plain"})
"""The ways of reading that a channel's file may name: each is a module here, read on first need."""


def entities(text: str, dialect: str = "twitter") -> tuple[Entity, ...]:
    """Every url, hashtag, mention, list, cashtag and emoji in a text, in order of start; none overlap."""
    found = sorted(_finder(dialect)(text), key=lambda pair: (pair[1].start, -pair[1].end))
    return tuple(_without_overlaps(text, found))


@cache
def _finder(dialect: str) -> Finder:
    if dialect not in DIALECTS:
        raise ValueError(f"no dialect is called {dialect!r}; there are {', '.join(sorted(DIALECTS))}")
    find: Finder = import_module(f".{dialect}", __name__).find
    return find


def _without_overlaps(text: str, found: Iterable[tuple[str, Span]]) -> Iterator[Entity]:
    end = 0
    for kind, span in found:
        if span.start >= end:
            yield Entity(kind, span.start, span.end, text[span.start : span.end])
            end = span.end
