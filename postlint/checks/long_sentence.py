"""Sentences with too many words to take in at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, most: int) -> Iterator[Match]:
    """Yield each sentence of more than `most` words; links, tags and emoji are no words."""
    if len(post.text.split()) <= most:
        return
    starts = [word.start for word in post.words]
    for sentence in post.statements:
        count = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
        if count > most:
            yield Match(sentence, {"count": count, "most": most}, 0.9)
