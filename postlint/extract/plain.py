"""The reading for channels that publish no rules of their own: links and hashtags as on X, names with dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span
from .emoji import emoji
from .hashtags import hashtags
from .urls import urls

_MENTION = re.compile(r"(?<![\w@＠./])[@＠]\w(?:[\w.\-]{0,58}\w)?(?![@＠]|://)")


def find(text: str) -> Iterator[tuple[str, Span]]:
    """The links, hashtags, mentions and emoji, each with its kind."""
    yield from (("url", span) for span in urls(text))
    yield from (("hashtag", span) for span in hashtags(text))
    if "@" in text or "＠" in text:
        yield from (("mention", Span(*found.span())) for found in _MENTION.finditer(text))
    yield from (("emoji", span) for span in emoji(text))
