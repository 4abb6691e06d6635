"""Exclamation and question marks in a row: they shout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Match, Span
from ..post import Post
from ..spans import Covered

_ROW = re.compile(r"[!?]{2,}")


def check(post: Post, *, least_alike: int, least_mixed: int) -> Iterator[Match]:
    """Yield each row of `least_alike` of one mark, or `least_mixed` of both, outside quotations and links."""
    rows = [row for row in _ROW.finditer(post.text) if len(row[0]) >= _least(row[0], least_alike, least_mixed)]
    if rows:
        spared = [*(url.span for url in post.urls), *(quotation.span for quotation in post.quotations)]
        yield from map(Match, Covered(spared).clear(Span(*row.span()) for row in rows))


def _least(row: str, alike: int, mixed: int) -> int:
    return alike if len(set(row)) == 1 else mixed
