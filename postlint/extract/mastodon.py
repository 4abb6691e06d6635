"""The reading of Mastodon: links with a protocol only, @name and @name@server, and its own hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span
from .emoji import emoji
from .urls import urls

_MENTION = re.compile(r"(?<![=/\w])@(?P<name>[A-Za-z0-9_]++(?:[.\-]++[A-Za-z0-9_]++)*+)(?:@\w++(?:[.\-]++\w++)*+)?+")
_HASHTAG = re.compile(r"(?<![\w/)&])[#＃](?P<body>[\w·・\u200c]*)")
_LONGEST_HOST = 254
_EDGES = "·・\u200c"


def find(text: str) -> Iterator[tuple[str, Span]]:
    """The links, hashtags, mentions and emoji, each with its kind."""
    yield from (("url", span) for span in urls(text, bare=False))
    if "@" in text:
        yield from (("mention", Span(*found.span())) for found in _MENTION.finditer(text))
    if "#" in text or "＃" in text:
        yield from (("hashtag", span) for span in _hashtags(text))
    yield from (("emoji", span) for span in emoji(text))


def _hashtags(text: str) -> Iterator[Span]:
    """Word characters after a #, middle dots between them, with at least one that is no digit."""
    for found in _HASHTAG.finditer(text):
        body = found["body"].rstrip(_EDGES)
        if body and body[0] not in _EDGES and any(char.isalpha() for char in body):
            yield Span(found.start(), found.start("body") + len(body))


def name_only(mention: str) -> str:
    """A mention without its server, as it is counted: @name@example.social is @name.

    One whose server's name is longer than the network allows is no mention, and counts whole.
    """
    found = _MENTION.match(mention)
    if not found or len(mention) - found.end("name") > _LONGEST_HOST:
        return mention
    return f"@{found['name']}"
